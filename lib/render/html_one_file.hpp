// A whole edition as one HTML file: read, browsed and called from without a script; with one it is searched.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/html.hpp"
#include "view/one_file.hpp"

namespace cafe::render {

/// The word in the file's head that tells it from somebody else's: only such a file is ever written anew.
inline constexpr std::string_view one_file_mark = "<meta name=\"generator\" content=\"cafe one-file\">";

/// In the head of the partners' edition alone.
inline constexpr std::string_view one_file_partners = "<meta name=\"robots\" content=\"noindex\">";

/// All that the file holds besides its pages.
struct OneFileParts {
    std::string sheet;  ///< all its style
    /// JSON by the id of its element, which no browser runs.
    std::vector<std::pair<std::string, std::string>> data;
    std::string script;  ///< runs; the policy names it and the sheet by what they hash to, and lets nothing else run
    const Abbreviations* abbreviations = nullptr;
};

std::string html_one_file(const view::OneFile& edition, const Frame& frame, const OneFileParts& parts);

}  // namespace cafe::render
