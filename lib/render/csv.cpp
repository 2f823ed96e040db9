#include "render/csv.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::render {

namespace {

bool starts_a_formula(std::string_view cell) {
    if (cell.empty()) return false;
    std::size_t at = 0;
    switch (utf8::next(cell, at)) {
        case U'=':
        case U'+':
        case U'-':
        case U'@':
        case U'\t':
        case U'\r':
        case U'\n':
        case U'\uFF1D':
        case U'\uFF0B':
        case U'\uFF0D':
        case U'\uFF20': return true;
        default: return false;
    }
}

// +33 5 36 49 00 01: six to twenty digits, blanks, points, hyphens and brackets behind a plus or none.
bool is_phone(std::string_view number) {
    if (number.starts_with('+')) number.remove_prefix(1);
    const auto digits = std::count_if(number.begin(), number.end(), ascii::is_digit);
    return digits >= 6 && number.size() <= 20 && std::all_of(number.begin(), number.end(), [](char byte) {
               return ascii::is_digit(byte) || byte == ' ' || byte == '(' || byte == ')' || byte == '.' || byte == '-';
           });
}

// One or several, with commas between. A number that begins with a minus is no phone.
bool are_phones(std::string_view cell) {
    const auto parts = text::split(cell, ',');
    return cell.starts_with('+') && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
               part = text::trim(part);
               return !part.starts_with('-') && is_phone(part);
           });
}

// -0.5792, +3, -1,5: a sign, digits, and perhaps a point or comma with digits behind it. Nothing in it can run.
bool is_number(std::string_view cell) {
    if (cell.size() < 2 || (cell[0] != '-' && cell[0] != '+')) return false;
    cell.remove_prefix(1);
    const std::size_t mark = std::min(cell.find_first_of(".,"), cell.size());
    const std::string_view whole = cell.substr(0, mark);
    const std::string_view part = mark == cell.size() ? "0" : cell.substr(mark + 1);
    return text::is_digits(whole) && text::is_digits(part);
}

std::string csv_cell(std::string_view text) {
    const std::string cell = disarmed(text);
    const bool plain = cell.size() == text.size() && cell.find_first_of(",;\"\r\n\t") == std::string::npos &&
                       (cell.empty() || (cell.front() != ' ' && cell.back() != ' '));
    if (plain) return cell;
    std::string out = "\"";
    for (const char byte : cell) {
        if (byte == '"') out.push_back('"');
        out.push_back(byte);
    }
    out.push_back('"');
    return out;
}

std::string tsv_cell(std::string_view text) {
    std::string cell = disarmed(text);
    std::replace_if(
        cell.begin(), cell.end(), [](char byte) { return byte == '\t' || byte == '\n' || byte == '\r'; }, ' ');
    return cell;
}

char separator(TableFormat format) {
    switch (format) {
        case TableFormat::csv: return ',';
        case TableFormat::csv_excel: return ';';
        case TableFormat::tsv: return '\t';
    }
    return ',';
}

}  // namespace

std::string disarmed(std::string_view cell) {
    if (!starts_a_formula(cell) || are_phones(cell) || is_number(cell)) return std::string(cell);
    return "'" + std::string(cell);
}

std::string_view table_start(TableFormat format) {
    return format == TableFormat::csv_excel ? utf8::bom : std::string_view{};
}

std::string table_row(std::span<const std::string> cells, TableFormat format) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row.push_back(separator(format));
        row += format == TableFormat::tsv ? tsv_cell(cells[i]) : csv_cell(cells[i]);
    }
    row += format == TableFormat::tsv ? "\n" : "\r\n";
    return row;
}

}  // namespace cafe::render
