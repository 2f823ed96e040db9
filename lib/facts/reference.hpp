// A record as people name it on a command line.
#pragma once

#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/catalog.hpp"

namespace cafe::facts {

/// Finds the record of a REF as people type it: an id, `folder/id`, unique words of a name, and with `prefix` (asking
/// commands) a unique beginning; `fumel:next` and `fumel:last` are meetings seen from `day`. An Error of kind reference
/// when it is unknown, ambiguous (with the candidates) or unreadable.
Result<store::Ref> resolve(const store::Catalog& catalog, std::string_view text, bool prefix, const Date& day);

}  // namespace cafe::facts
