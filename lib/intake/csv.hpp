// Text of rows and cells: commas, semicolons, tabs or bars, quoted or not.
#pragma once

#include <string_view>

#include "intake/table.hpp"

namespace cafe::intake {

/// Tries every separator over all rows and takes the one by which most rows are as wide as their header.
Table read_csv(std::string_view text);

/// The records of a text by one separator; a quoted cell may hold line ends. Blank lines are left out.
std::vector<Record> csv_records(std::string_view text, char separator);

}  // namespace cafe::intake
