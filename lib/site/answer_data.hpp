// What the home page's script says of those who answer: their service, whom to call, what to bring, how fresh it is.
#pragma once

#include <span>
#include <string>

#include "site/search_index.hpp"
#include "territory/area.hpp"

namespace cafe::site {

/// `REPONSES={…};` and a line feed, JSON between the signs, for `assets/reponses.js`. Released words only. `areas` are those of the search's data, in its order.
std::string answer_data(const view::Directory& directory, const std::vector<Shown>& shown, const SearchIndex& index,
                        std::span<const territory::AreaRef> areas);

}  // namespace cafe::site
