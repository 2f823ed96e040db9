// Workbooks of Excel and LibreOffice. By liborcus, with typed_cells.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "intake/table.hpp"

namespace cafe::intake {

struct Sheet {
    std::string name;
    std::vector<Record> records;  ///< rows that hold something; `line` is the row's number in the workbook
};

enum class Workbook { xlsx, ods };

/// The sheets of a workbook with the text of each cell: whole numbers in full, dates as serial numbers or ISO. An Error
/// of kind usage when the bytes are no such workbook, are damaged or too large.
Result<std::vector<Sheet>> read_workbook(std::string_view bytes, Workbook format);

}  // namespace cafe::intake
