// What an import says to people: a line for each row that matters, a total, the table of rejects, the report.
#pragma once

#include <string>
#include <vector>

#include "intake/plan.hpp"

namespace cafe::intake {

/// "ligne 12 : partners/ccas-fumel : créée": the rows that wait all, of the others the first few; then what was said
/// once, what is gone, the total and what is left to do.
std::vector<Words> lines_of(const Plan& plan);

/// "made", "conflict": the word of an outcome in reports.
std::string_view word_of(Outcome outcome);

/// The header and the rows that wait, in front cafe:ligne, cafe:motif, cafe:fiche and cafe:peut-être; cells as they
/// were written. Below a row whose cells moved stands the mended one.
std::vector<std::vector<std::string>> rejects_of(const Plan& plan, const Table& table, Lang lang);

/// Every row: line, outcome, record, fields, reason, candidates.
std::vector<std::vector<std::string>> report_of(const Plan& plan, Lang lang);

}  // namespace cafe::intake
