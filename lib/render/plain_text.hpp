// A record's Markdown as plain text: for formats that know no markup.
#pragma once

#include <string>
#include <string_view>

namespace cafe::render {

/// Paragraphs apart by an empty line, list items behind « - » or their number, links as their words. No blanks at the
/// ends of lines.
std::string plain_text(std::string_view markdown);

}  // namespace cafe::render
