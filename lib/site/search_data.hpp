// What the home page's script searches in: the words, the areas and the partners of an edition, as one JavaScript file.
#pragma once

#include <string>

#include "view/directory.hpp"

namespace cafe::site {

/// `CAFE = {…};` and a line feed: plain ASCII signs of HTML escaped, no clock. Released words only: what a reader of
/// the edition may not see is neither shown nor found. Its keys are told in docs/publishing.md; `assets/recherche.js`
/// reads them.
std::string search_data(const view::Directory& directory);

}  // namespace cafe::site
