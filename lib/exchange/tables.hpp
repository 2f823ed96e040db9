// Workbook and CSV: a column for each field, under its path, as `cafe import` reads it back.
//
// A list stands in one cell, " ; " between its items; inside an item that is written " \; ". Of a list of mappings the
// main value stands under the list's own key (`phones`) and the others beside it (`phones.label`), item by item. A list
// that is not there and one whose items are all empty look the same. Services and permanences have a row each, people
// one for each function.
#pragma once

#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// partenaires.xlsx with the sheets Partenaires, Services, Permanences, Personnes, Thèmes.
Result<std::vector<Part>> table_workbook(const Edition& edition, Account& account);

/// A CSV for each of these sheets, and datapackage.json, which says the type of each column (Frictionless Data).
Result<std::vector<Part>> table_files(const Edition& edition, Account& account);

}  // namespace cafe::exchange
