// A file of rows and columns, whatever its format was: what reading it gives and what mapping it takes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"

namespace cafe::intake {

struct Row {
    std::size_t line = 0;                 ///< in the file, from 1; of a list without lines, its position
    std::vector<std::string> cells;       ///< ditto marks resolved
    std::vector<std::string> as_written;  ///< where it differs from `cells`; else empty
    std::string section;                  ///< the heading that it stands under
    bool operator==(const Row&) const = default;

    [[nodiscard]] const std::vector<std::string>& original() const { return as_written.empty() ? cells : as_written; }
};

/// The column that a table gets where headings stand between its rows.
inline constexpr std::string_view section_column = "cafe:section";
/// The columns that a file of rejects has before all others.
inline constexpr std::string_view line_column = "cafe:ligne";
inline constexpr std::string_view reason_column = "cafe:motif";
inline constexpr std::string_view record_column = "cafe:fiche";
inline constexpr std::string_view candidates_column = "cafe:peut-être";

struct Table {
    std::string sheet;                ///< of a workbook
    std::vector<std::string> header;  ///< the names of columns; the second of a name is "Titre#2"
    std::vector<Row> rows;
    std::vector<Words> notes;  ///< what reading it passed over or put right
    bool strict = false;       ///< every row must be as wide as the header
    bool operator==(const Table&) const = default;

    /// The position of a column, or nothing: exact, then with case, accents and signs set aside.
    [[nodiscard]] std::size_t column(std::string_view name) const;
    /// Its last column is none of the file: the headings between the rows.
    [[nodiscard]] bool has_added_section() const { return !header.empty() && header.back() == section_column; }
    /// A table of rejects holds some rows of a file only.
    [[nodiscard]] bool is_of_rejects() const { return column(record_column) < header.size(); }
};

/// A record of cells with the line it begins on, before anything is known of a header.
struct Record {
    std::size_t line = 0;
    std::vector<std::string> cells;
    bool operator==(const Record&) const = default;
};

/// Finds the header among the first records, names the columns, leaves out titles above, headings between and totals
/// below, resolves ditto marks, mends mojibake. Empty when no record can be a header.
Table table_of(std::vector<Record> records, std::string sheet);

}  // namespace cafe::intake
