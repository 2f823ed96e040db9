// The records that a list, a mailing or a change is about: every word of the query must be true.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/fields.hpp"
#include "store/catalog.hpp"

namespace cafe::query {

/// The ids of the records of a kind that a query lets through, closed ones too, in the order of ids; all of them when
/// nothing is asked, and nothing is prepared then. `command` is how to ask again, in the remedies of errors, which are
/// those of `parse`.
Result<std::vector<std::string>> filter(std::span<const std::string> words, const store::Catalog& catalog,
                                        model::RecordKind kind, std::string command);

}  // namespace cafe::query
