// What the page's search asks of an edition beyond its index: how its fiches say what may be asked.
#pragma once

#include <string>

#include "site/search_index.hpp"
#include "view/directory.hpp"

namespace cafe::site {

/// `SAYS = {…};` and a line feed, before the reader in assets/lecture.js: released words only. Its keys are told where
/// they are written. `held_at` is JSON: of each fiche the areas where its permanences are held.
std::string sayings_data(const view::Directory& directory, const SearchIndex& index, const std::string& held_at);

}  // namespace cafe::site
