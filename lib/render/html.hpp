// A page as HTML: one place that escapes, one frame around every page.
#pragma once

#include <string>
#include <string_view>

#include "render/frame.hpp"
#include "render/html_escape.hpp"
#include "render/html_places.hpp"
#include "view/page.hpp"

namespace cafe::render {

/// The whole document. Without a menu, or a first page to go to, these are left out. The element tree depends on what
/// the page has, never on what its texts say but for the acronyms it was given. A content security policy allows the
/// style sheet and the scripts of the publication, and nothing else.
std::string html_page(const view::Page& page, const Frame& frame, const Places& places);

/// The content alone, for the HTML part of a mail: no menu, no picture, nothing that needs a browser's policy. Mail
/// programs read little CSS: `sheet` is all there is. Links to pages are words.
std::string html_letter(const view::Page& page, std::string_view sheet);

}  // namespace cafe::render
