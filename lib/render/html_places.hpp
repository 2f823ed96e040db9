// What stands around a page: where its links lead, its style and scripts.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/html_frame.hpp"
#include "view/page.hpp"

namespace cafe::render {

/// Acronyms as they are written, each with what it stands for: `CCAS`.
using Abbreviations = std::unordered_map<std::string_view, std::string>;

/// Where things are, seen from the page that is written. Both are trusted: made by us, never a record's words.
struct Places {
    /// The relative address of a page, or nothing when the publication has no such page: the words then stand alone.
    std::function<std::string(const view::PageRef&)> page;
    std::string style;                   ///< the relative address of the style sheet
    std::string sheet{};                 ///< instead of `style`: the sheet itself, for a page that is sent alone
    std::vector<std::string> scripts{};  ///< relative addresses, in the order they run; the policy lets no other run
    std::string early{};                 ///< of a script that runs before anything is shown; empty: there is none
    const Abbreviations* abbreviations = nullptr;  ///< become `<abbr>` wherever they stand as a word
    const HtmlFrame* frame = nullptr;              ///< the network's own; the standard one when null
    std::string second_style{};                    ///< of a sheet behind the first; empty: there is none
    std::string_view mark{};  ///< in the head of a page that is sent alone: what tells it from somebody else's
    std::string data{};       ///< what the page says to search engines (json_in_page): JSON-LD; empty: nothing
};

}  // namespace cafe::render
