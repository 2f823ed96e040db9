// Structures and services of data·inclusion as fiches: JSON, CSV or the workbook of its validator.
#pragma once

#include <vector>

#include "intake/exported.hpp"
#include "intake/lexicon.hpp"
#include "store/book.hpp"

namespace cafe::intake {

/// What a fiche's `sources` calls a list of data·inclusion.
inline constexpr std::string_view data_inclusion_source = "data-inclusion";

/// Tables are told apart by their columns: services name a structure. Rows of this notebook's own export bear the ids
/// of its fiches; others the producer's number. What several services say alike is said by the fiche. The columns of
/// version 0 that are still met are read too.
Exported read_data_inclusion(const std::vector<Table>& tables, const Lexicon& lexicon, const store::Book& book);

/// Whether a table has the columns of data·inclusion.
bool is_data_inclusion(const Table& table);

}  // namespace cafe::intake
