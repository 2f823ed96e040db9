// Text that stands in HTML as text: the one place that escapes.
#pragma once

#include <string>
#include <string_view>

namespace cafe::render {

/// `& < > " '` as entities, characters that HTML forbids as U+FFFD: for text and for attributes in quotes.
std::string html_escaped(std::string_view text);
/// The same, behind what stands in `out`.
void append_html(std::string& out, std::string_view text);
/// The same, its line feeds as line breaks.
void append_html_lines(std::string& out, std::string_view text);

}  // namespace cafe::render
