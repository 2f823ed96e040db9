// What the home page's script searches in: the words, the areas and the partners of an edition, as one JavaScript file.
#pragma once

#include <string>

#include "view/directory.hpp"

namespace cafe::site {

struct SearchFiles {
    std::string data;     ///< what the page opens with
    std::string answers;  ///< what comes with the first question (site/answer_data.hpp)
    std::string sayings;  ///< what reads a question needs to know of the fiches (site/sayings_data.hpp)
    std::string places;   ///< and of places that are none of the directory's: `PLACES`, a filter (site/word_filter.hpp)
};

/// `CAFE = {…};` and a line feed: plain ASCII signs of HTML escaped, no clock. Released words only: what a reader of
/// the edition may not see is neither shown nor found. Its keys are told in docs/publishing.md; `assets/recherche.js`
/// reads them.
SearchFiles search_files(const view::Directory& directory);

}  // namespace cafe::site
