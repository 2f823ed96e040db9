#include "intake/csv.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace cafe::intake {

std::vector<Record> csv_records(std::string_view text, char separator) {
    std::vector<Record> records;
    Record record{1, {}};
    std::string cell;
    std::size_t line = 1;
    bool any = false;
    const auto end_cell = [&] {
        record.cells.push_back(std::move(cell));
        cell.clear();
    };
    const auto end_record = [&] {
        end_cell();
        const bool blank = record.cells.size() == 1 && text::trim(record.cells.front()).empty();
        if (any && !blank) records.push_back(std::move(record));
        record = Record{line, {}};
        any = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' && cell.empty()) {
            // A cell between quotes, to the quote that a separator or a line end follows.
            any = true;
            ++at;
            while (at < text.size()) {
                if (text[at] == '"') {
                    if (at + 1 < text.size() && text[at + 1] == '"') {
                        cell.push_back('"');
                        at += 2;
                        continue;
                    }
                    ++at;
                    break;
                }
                if (text[at] == '\n') ++line;
                if (text[at] != '\r') cell.push_back(text[at]);
                ++at;
            }
            // What stands between the closing quote and the separator belongs to the cell.
            while (at < text.size() && text[at] != separator && text[at] != '\n' && text[at] != '\r')
                cell.push_back(text[at++]);
            continue;
        }
        if (c == separator) {
            any = true;
            end_cell();
            ++at;
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
            ++line;
            ++at;
            end_record();
        } else {
            any = true;
            cell.push_back(c);
            ++at;
        }
    }
    if (any) end_record();
    return records;
}

namespace {

// Columns without a name at the end, which spreadsheets leave.
constexpr std::size_t most_blank_columns = 3;

std::size_t named_columns(const Table& table) {
    return table.header.size() - (table.column(section_column) < table.header.size() ? 1 : 0);
}

}  // namespace

Table read_csv(std::string_view text) {
    Table best;
    std::size_t best_rows = 0;
    for (const char separator : {';', ',', '\t', '|'}) {
        auto records = csv_records(text, separator);
        std::map<std::size_t, std::size_t> widths;
        for (const Record& record : records) ++widths[record.cells.size()];
        Table table = table_of(std::move(records), "");
        const std::size_t width = named_columns(table);
        if (width < 2) continue;
        // As the file has them: a table fills short rows up.
        std::size_t whole = 0;
        for (auto at = widths.lower_bound(width); at != widths.end() && at->first <= width + most_blank_columns; ++at)
            whole += at->second;
        const std::size_t weight = (whole + 1) * std::min<std::size_t>(width, 6);
        if (weight <= best_rows) continue;
        best_rows = weight;
        best = std::move(table);
    }
    if (best.header.empty()) best = table_of(csv_records(text, '\n'), "");
    return best;
}

}  // namespace cafe::intake
