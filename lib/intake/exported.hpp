// The tables that `cafe export --format xlsx|csv` writes, read back: columns are paths of the field list.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "intake/rows.hpp"
#include "intake/table.hpp"

namespace cafe::intake {

/// What several tables of one export say together. The rows point into the table of partners.
struct Exported {
    const Table* partners = nullptr;                    ///< null: no table has the columns of fiches
    Rows rows;                                          ///< whole records, each with its id
    std::vector<std::pair<std::string, Value>> people;  ///< ids and records
};

/// The tables are told apart by their names: Partenaires, Services, Permanences, Personnes; others are left out.
/// Services and outreach desks go to the fiche that `partner` names, functions of people too.
Exported read_exported(const std::vector<Table>& tables);

/// The record that a row says, by columns that are paths; lists are joined by " ; ", a list of mappings has its main
/// value under its own key and the others beside it, by position. Columns that are no path are left out.
Value record_of(const std::vector<std::string>& header, const std::vector<std::string>& cells,
                const model::Shape& shape);

/// Marks what the rows say that an export of the notebook, read back, says alike: it is no news, even where the format
/// says it in other words than the fiche. The other row is the one of the same fiche.
void mark_unchanged(Rows& rows, const Rows& as_exported);

}  // namespace cafe::intake
