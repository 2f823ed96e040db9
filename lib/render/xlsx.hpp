// A table as a workbook, every cell a text: 01500 and +33 5… stay what they are, and nothing runs. The only
// libxlsxwriter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/sheet.hpp"

namespace cafe::render {

/// The bytes of an .xlsx with one sheet: a bold first row that stays in view and filters, columns as wide as their
/// words. The same table gives the same bytes: no clock. Nothing when the library refuses.
std::optional<std::string> xlsx(const std::vector<std::string>& titles,
                                const std::vector<std::vector<std::string>>& rows);

/// The same with a sheet for each table. Names of sheets are Excel's to refuse: at most 31 characters, none of []:*?/
/// or a backslash.
std::optional<std::string> workbook(const view::Workbook& sheets);

}  // namespace cafe::render
