// A record's own Markdown → blocks of a page. The only place that knows the Markdown library.
#pragma once

#include <string_view>
#include <vector>

#include "view/page.hpp"

namespace cafe::render {

/// CommonMark, read for its structure only. What could do harm becomes words: HTML is shown as it was typed, a link
/// that is no checked http(s), mailto or tel address keeps its words alone, a picture is its description. Beyond eight
/// levels of lists and quotes only the words are kept.
std::vector<view::Block> blocks_of(std::string_view markdown);

}  // namespace cafe::render
