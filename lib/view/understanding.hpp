// What a question was understood as, for an engine that filters and ranks by itself: all that `query::match` goes by,
// with nothing left to be read.
#pragma once

#include "base/date.hpp"
#include "query/ask.hpp"
#include "store/catalog.hpp"
#include "view/data.hpp"

namespace cafe::view {

/// `asks` of cafe/find/1. Areas are said by those that fiches of this notebook serve, with how narrow each is; words by
/// their folded, light and root forms; a day by its date.
Data understanding(const store::Catalog& catalog, const query::Answer& answer, const Date& today);

}  // namespace cafe::view
