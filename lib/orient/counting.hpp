// Counts of orientations that may leave: one-way tables in which no number is about somebody.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "model/needs.hpp"
#include "orient/keeping.hpp"
#include "orient/status.hpp"

namespace cafe::orient {

/// All that was asked in a quarter: what was purged of it, and what stands in the journal. Each orientation is in one
/// cell of each table, so that every table adds up to the same number.
Counts counts_of(const Years& years, const std::string& quarter, const ThemeOf& theme_of);

/// What may leave of it: cells below five are one, « others »; where that one is below five itself, or says what it is
/// made of, the table is left out. The total is rounded to five. Nothing where fewer than five were asked.
std::optional<model::Needs> suppressed(const Counts& counts, const std::string& quarter);

/// The file of a record of counts.
std::string write_needs(const model::Needs& needs);

/// Reads such a file, whoever made it. An Error of kind usage where it is none, or has a number that is too small.
Result<model::Needs> counts_in(const std::string& text, const std::string& file);

/// Adds counts that were suppressed already; what one of them lacks counts as nothing, so that the sum means
/// "at least". An Error of kind usage for another quarter, and for what was added before.
Result<Done> add(model::Needs& sum, const model::Needs& more, const std::string& file);

}  // namespace cafe::orient
