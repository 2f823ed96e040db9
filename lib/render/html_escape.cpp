#include "render/html_escape.hpp"

#include <fmt/format.h>

#include <array>

#include "base/utf8.hpp"

namespace cafe::render {

namespace {

// `text` escaped, its line feeds as line breaks where they are to be seen.
enum class LineFeed { keep, line_break };

// Bytes that stay as they are whatever stands around them.
template <LineFeed line_feed>
constexpr auto plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x7F; ++byte) plain[byte] = true;
    for (const char sign : {'&', '<', '>', '"', '\''}) plain[static_cast<unsigned char>(sign)] = false;
    plain['\t'] = true;
    plain['\n'] = line_feed == LineFeed::keep;
    return plain;
}();

std::string_view entity_for(char byte) {
    switch (byte) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        case '\n': return "<br>";
        default: return "\xEF\xBF\xBD";  // U+FFFD
    }
}

template <LineFeed line_feed>
void append_escaped(std::string& out, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (plain_bytes<line_feed>[byte]) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        if (byte < 0x80) {
            ++at;
        } else {
            // A character beyond ASCII stays, one that HTML forbids or that is no UTF-8 does not.
            const bool letter =
                byte >= 0xC3 && byte < 0xE0 && at + 1 < text.size() && (text[at + 1] & '\xC0') == '\x80';
            if (letter) {
                at += 2;
                continue;
            }
            const char32_t character = utf8::next(text, at);
            if (character >= 0xA0 && (character != utf8::replacement || at - begin > 1)) continue;
        }
        out += text.substr(from, begin - from);
        out += entity_for(text[begin]);
        from = at;
    }
    out += text.substr(from);
}

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    append_html(out, text);
    return out;
}

void append_html(std::string& out, std::string_view text) {
    append_escaped<LineFeed::keep>(out, text);
}

void append_html_lines(std::string& out, std::string_view text) {
    append_escaped<LineFeed::line_break>(out, text);
}

}  // namespace cafe::render
