// A table as a workbook, every cell a text: 01500 and +33 5… stay what they are, and nothing runs. The only
// libxlsxwriter.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace cafe::render {

/// The bytes of an .xlsx with one sheet: a bold first row that stays in view and filters, columns as wide as their
/// words. The same table gives the same bytes: no clock. Nothing when the library refuses.
std::optional<std::string> xlsx(const std::vector<std::string>& titles,
                                const std::vector<std::vector<std::string>>& rows);

}  // namespace cafe::render
