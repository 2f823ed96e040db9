#include "render/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/html.hpp"

namespace cafe::render {

namespace {

// Avery's own templates for Word, whose heights are whole points (96, 108, 192); A4 is 210 by 297 mm.
constexpr std::array<LabelSheet, 7> sheets{{
    {"L7160", 3, 7, 63.5, 38.1, 7.25, 15.15, 66.04, 38.1},
    {"L7159", 3, 8, 64.0, 33.87, 6.45, 13.05, 66.55, 33.87},
    {"L7162", 2, 8, 99.1, 33.87, 4.65, 12.95, 101.6, 33.87},
    {"L7163", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1},
    {"L7165", 2, 4, 99.1, 67.73, 4.65, 13.1, 101.6, 67.73},
    {"J8160", 3, 7, 63.5, 38.1, 7.25, 15.15, 66.04, 38.1},
    {"J8163", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1},
}};

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="{0}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{1}</title>
<style>
@page{{size:210mm 297mm;margin:0}}
body{{margin:0;font:10pt/1.25 Arial,"Liberation Sans",sans-serif;color:#000}}
.sheet{{position:relative;width:210mm;height:297mm;overflow:hidden;break-after:page}}
.sheet:last-child{{break-after:auto}}
.label{{position:absolute;box-sizing:border-box;width:{2}mm;height:{3}mm;padding:3mm 5mm;overflow:hidden;overflow-wrap:anywhere;display:flex;flex-direction:column;justify-content:center}}
@media screen{{.sheet{{box-shadow:0 0 8px #0004;margin:1rem auto}}.label{{outline:1px dashed #bbb}}}}
</style>
</head>
<body>
)";

constexpr double margin_across = 5;  // mm, as in the style sheet above
constexpr double margin_down = 3;
constexpr double line_height = 1.25;
constexpr double millimetre = 72 / 25.4;  // in points
constexpr int largest_type = 10;          // points
constexpr int smallest_type = 6;

// The width of a character in ems, those of the widest common sans serif: better a size smaller than a line cut off.
double ems(char32_t character, bool bold) {
    constexpr std::u32string_view narrow = U" iIljtfr.,:;'!|()-";
    constexpr std::u32string_view broad = U"mMwWOQ@%&œŒæÆ";
    const double more = bold ? 1.1 : 1;
    if (narrow.find(character) != std::u32string_view::npos) return 0.42 * more;
    if (broad.find(character) != std::u32string_view::npos) return 1.0 * more;
    std::string bytes;
    utf8::append(bytes, character);
    const std::size_t columns = utf8::width(bytes);
    return columns == 1 ? (utf8::is_upper(character) ? 0.7 : 0.59) * more : 1.1 * static_cast<double>(columns);
}

// Where the rows of a line end when it is broken at blanks, or within a word that is wider than the label.
std::vector<std::size_t> row_ends(std::string_view line, bool bold, double room) {
    std::vector<std::size_t> ends;
    double used = 0;
    double since_blank = 0;
    std::size_t blank = std::string_view::npos;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t here = at;
        const char32_t character = utf8::next(line, at);
        const double width = ems(character, bold);
        if (character == U' ') {
            blank = at;
            since_blank = 0;
        } else if (used + width > room && used > 0) {
            ends.push_back(blank == std::string_view::npos ? here : blank);
            used = blank == std::string_view::npos ? 0 : since_blank;
            blank = std::string_view::npos;
            since_blank = used;
        }
        used += width;
        if (character != U' ') since_blank += width;
    }
    ends.push_back(line.size());
    return ends;
}

std::size_t rows_of(const std::vector<std::string>& lines, double room) {
    std::size_t rows = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) rows += row_ends(lines[i], i == 0, room).size();
    return rows;
}

// Takes one row from the longest line; where every line is one row, a line before the last, which is the town.
void shorten(std::vector<std::string>& lines, double room) {
    std::size_t longest = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t rows = row_ends(lines[i], i == 0, room).size();
        if (rows > most) longest = i;
        most = std::max(most, rows);
    }
    if (most < 2) {
        lines.erase(lines.end() - (lines.size() > 1 ? 2 : 1));
        return;
    }
    std::string& line = lines[longest];
    const auto ends = row_ends(line, longest == 0, room - 1.1);
    line = std::string(text::trim(std::string_view(line).substr(0, ends[most - 2]))) + "…";
}

}  // namespace

FittedLabel fitted(const LabelSheet& sheet, const std::vector<std::string>& lines) {
    constexpr std::size_t longest = 400;  // columns: more than any label holds
    FittedLabel label{lines, largest_type, true};
    for (std::string& line : label.lines) line = std::string(utf8::fit(line, longest));
    const double across = (sheet.width - 2 * margin_across) * millimetre;
    const double down = (sheet.height - 2 * margin_down) * millimetre;
    const auto fits = [&] {
        const auto rows = static_cast<double>(rows_of(label.lines, across / label.type));
        return rows * label.type * line_height <= down;
    };
    while (!fits() && label.type > smallest_type) --label.type;
    label.whole = fits();
    while (!fits()) shorten(label.lines, across / label.type);
    return label;
}

std::optional<LabelSheet> label_sheet(std::string_view name) {
    for (const LabelSheet& sheet : sheets)
        if (fold::text(sheet.name) == fold::text(name)) return sheet;
    return std::nullopt;
}

std::vector<std::string> label_sheets() {
    std::vector<std::string> names;
    for (const LabelSheet& sheet : sheets) names.emplace_back(sheet.name);
    return names;
}

std::string label_page(const LabelSheet& sheet, const std::vector<FittedLabel>& labels, int start,
                       std::string_view title, Lang lang) {
    std::string out =
        fmt::format(fmt::runtime(head), lang == Lang::fr ? "fr" : "en", html_escaped(title), sheet.width, sheet.height);
    int at = std::max(start - 1, 0) % sheet.labels();
    bool open = false;
    for (const FittedLabel& label : labels) {
        const std::vector<std::string>& lines = label.lines;
        const std::string type = label.type == largest_type ? "" : fmt::format(";font-size:{}pt", label.type);
        if (!open) out += "<div class=\"sheet\">\n";
        open = true;
        out += fmt::format("<div class=\"label\" style=\"left:{:.2f}mm;top:{:.2f}mm{}\">",
                           sheet.left + sheet.across * (at % sheet.columns),
                           sheet.top + sheet.down * (at / sheet.columns), type);
        for (std::size_t i = 0; i < lines.size(); ++i)
            out += i == 0 ? "<b>" + html_escaped(lines[i]) + "</b>" : "<span>" + html_escaped(lines[i]) + "</span>";
        out += "</div>\n";
        if (++at == sheet.labels()) {
            at = 0;
            open = false;
            out += "</div>\n";
        }
    }
    if (open) out += "</div>\n";
    return out + "</body>\n</html>\n";
}

}  // namespace cafe::render
