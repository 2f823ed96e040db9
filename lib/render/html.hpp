// A page as HTML: one place that escapes, one frame around every page.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/frame.hpp"
#include "render/html_escape.hpp"
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
    const Abbreviations* abbreviations = nullptr;  ///< become `<abbr>` wherever they stand as a word
    const HtmlFrame* frame = nullptr;              ///< the network's own; the standard one when null
    std::string data{};  ///< what the page says to search engines (json_in_page): JSON-LD; empty: nothing
};

/// The whole document. Without a menu, or a first page to go to, these are left out. The element tree depends on what
/// the page has, never on what its texts say but for the acronyms it was given. A content security policy allows the
/// style sheet and the scripts of the publication, and nothing else.
std::string html_page(const view::Page& page, const Frame& frame, const Places& places);

/// The content alone, for the HTML part of a mail: no menu, no picture, nothing that needs a browser's policy. Mail
/// programs read little CSS: `sheet` is all there is. Links to pages are words.
std::string html_letter(const view::Page& page, std::string_view sheet);

}  // namespace cafe::render
