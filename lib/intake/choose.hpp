// Which mapping reads a file, and which of its tables.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "intake/rows.hpp"
#include "intake/table.hpp"
#include "store/book.hpp"

namespace cafe::intake {

/// The mapping called so. An Error of kind reference when there is none.
Result<const store::Record<model::ImportMapping>*> mapping_named(const store::Book& book, const std::string& name);

/// By the pattern of the file's name, where most of its columns are there; else by the header, where all of them are.
/// Null when none fits.
const store::Record<model::ImportMapping>* mapping_for(const store::Book& book, const std::string& file_name,
                                                       const std::vector<Table>& tables);

/// The table that is meant: the sheet of that name, else the one that has most of the mapping's columns, else the one
/// with most known names. An Error of kind usage when there is no such sheet.
Result<const Table*> table_for(const std::vector<Table>& tables, const std::string& sheet,
                               const model::ImportMapping* mapping);

/// "partners" (also when empty), "people", "attendance".
As as_of(const std::string& word);

}  // namespace cafe::intake
