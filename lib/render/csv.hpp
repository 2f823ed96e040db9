// Tables for spreadsheets and scripts: CSV as RFC 4180 has it, TSV for cut and awk. No cell can run as a formula.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cafe::render {

enum class TableFormat {
    csv,        ///< commas, CRLF
    csv_excel,  ///< what a French Excel opens by itself: semicolons, CRLF, and `table_start` writes a BOM
    tsv,        ///< tabs, LF, no quotes: a tab or line end inside a cell becomes a space
};

/// The bytes before the first row: a BOM for csv_excel, nothing for the others.
std::string_view table_start(TableFormat format);

/// One row with its line end. Every cell is disarmed. In CSV a cell is quoted when it holds a separator, a quote or a
/// line end, begins or ends with a space, or was disarmed.
std::string table_row(std::span<const std::string> cells, TableFormat format);

/// `'` before a text that a spreadsheet would take for a formula: `= + - @`, tab, CR, LF and the full-width twins of
/// the first four at its start. Phone numbers (`+33 5 36 49 00 01`) and numbers (`-0.5792`) stay as they are.
std::string disarmed(std::string_view cell);

}  // namespace cafe::render
