// A page as Markdown: the same directory for wikis, forges and text editors.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "render/frame.hpp"
#include "view/page.hpp"

namespace cafe::render {

/// CommonMark with tables as GitHub has them, the menu above and the footer below the page. `address` gives a page's
/// relative address, or nothing when there is none. Every active character of a record's words is escaped, so that they
/// come out as they are and can add no heading, item, link, picture or HTML to the page.
std::string markdown_page(const view::Page& page, const Frame& frame,
                          const std::function<std::string(const view::PageRef&)>& address);

/// One line of words with the active characters of Markdown escaped.
std::string markdown_escaped(std::string_view words);

}  // namespace cafe::render
