#include "yaml/decode.hpp"

#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "yaml/bytes.hpp"
#include "yaml/causes.hpp"

namespace cafe::yaml {

namespace {

struct Escape {
    char32_t character = 0;
    std::size_t size = 0;  ///< bytes with the backslash
    bool known = false;
};

Escape read_hex(std::string_view text, std::size_t digits) {
    Escape escape{0, 2, text.size() >= 2 + digits};
    for (; escape.size < 2 + digits && escape.size < text.size(); ++escape.size) {
        const int digit = ascii::hex_value(text[escape.size]);
        if (digit < 0) return Escape{0, escape.size, false};
        escape.character = escape.character << 4U | static_cast<char32_t>(digit);
    }
    return escape;
}

// YAML 1.2.2 §5.7 without `\_`, of which yaml-cpp makes an invalid byte. `text` begins with the backslash and holds at
// least one character more.
Escape read_escape(std::string_view text) {
    switch (text[1]) {
        case '0': return {0x00, 2, true};
        case 'a': return {0x07, 2, true};
        case 'b': return {0x08, 2, true};
        case 't': return {0x09, 2, true};
        case 'n': return {0x0A, 2, true};
        case 'v': return {0x0B, 2, true};
        case 'f': return {0x0C, 2, true};
        case 'r': return {0x0D, 2, true};
        case 'e': return {0x1B, 2, true};
        case ' ':
        case '"':
        case '/':
        case '\\': return {static_cast<char32_t>(text[1]), 2, true};
        case 'N': return {0x85, 2, true};
        case 'L': return {0x2028, 2, true};
        case 'P': return {0x2029, 2, true};
        case 'x': return read_hex(text, 2);
        case 'u': return read_hex(text, 4);
        case 'U': return read_hex(text, 8);
        default: {
            std::size_t at = 1;
            utf8::next(text, at);
            return {0, at, false};
        }
    }
}

}  // namespace

std::size_t closing_quote(std::string_view bytes, std::size_t at, std::size_t line_end) {
    const char quote = bytes[at];
    for (std::size_t i = at + 1; i < line_end; ++i) {
        if (quote == '"' && bytes[i] == '\\') {
            ++i;
        } else if (bytes[i] == quote) {
            if (quote == '"' || i + 1 >= line_end || bytes[i + 1] != quote) return i + 1;
            ++i;
        }
    }
    return std::string_view::npos;
}

std::string decode_single(std::string_view inside) {
    std::string text;
    text.reserve(inside.size());
    for (std::size_t i = 0; i < inside.size(); ++i) {
        text += inside[i];
        if (inside[i] == '\'') ++i;  // the second of a doubled quote
    }
    return text;
}

std::string decode_double(std::string_view bytes, Span inside, Report& report) {
    const std::string_view written = bytes.substr(inside.begin, inside.size());
    std::size_t backslash = written.find('\\');
    if (backslash == std::string_view::npos) return std::string(written);
    std::string text;
    text.reserve(written.size());
    std::size_t from = 0;
    while (backslash != std::string_view::npos) {
        text.append(written.substr(from, backslash - from));
        const Escape escape = read_escape(written.substr(backslash));
        const std::string_view shown_escape = written.substr(backslash, escape.size);
        const Span span{inside.begin + backslash, inside.begin + backslash + escape.size};
        if (!escape.known)
            cause::bad_escape(report, span, shown_escape);
        else if (is_forbidden(escape.character))
            cause::forbidden_escape(report, span, shown_escape);
        else {
            if (is_invisible(escape.character)) cause::invisible(report, span, escape.character, false);
            utf8::append(text, escape.character);
        }
        from = backslash + escape.size;
        backslash = written.find('\\', from);
    }
    text.append(written.substr(from));
    return text;
}

BlockHeader read_block_header(std::string_view line) {
    BlockHeader header;
    header.folded = line.front() == '>';
    std::size_t at = 1;
    for (; at < line.size(); ++at) {
        if ((line[at] == '+' || line[at] == '-') && header.chomp == ' ')
            header.chomp = line[at];
        else if (line[at] >= '1' && line[at] <= '9' && header.indent == 0)
            header.indent = static_cast<std::size_t>(line[at] - '0');
        else
            break;
    }
    header.size = at;
    const std::size_t rest = line.find_first_not_of(' ', at);
    header.valid = rest == std::string_view::npos || (line[rest] == '#' && rest > at);
    return header;
}

// The line ends between the last line and this one: kept in a literal text; in a folded one a single line end becomes
// a space, unless one of the two lines is indented further (YAML 1.2.2 §8.1.3).
void BlockText::add_breaks(std::string_view line) {
    const bool indented = line.front() == ' ' || line.front() == '\t';
    const std::size_t breaks = blank_lines_ + (begun_ ? 1 : 0);
    if (!header_.folded || indented || more_indented_)
        text_.append(breaks, '\n');
    else if (begun_ && blank_lines_ == 0)
        text_ += ' ';
    else
        text_.append(blank_lines_, '\n');
    more_indented_ = indented;
}

void BlockText::add(std::string_view line) {
    if (line.empty()) {
        ++blank_lines_;
        return;
    }
    add_breaks(line);
    text_.append(line);
    blank_lines_ = 0;
    begun_ = true;
}

std::string BlockText::take() {
    const std::size_t breaks = blank_lines_ + (begun_ ? 1 : 0);
    if (header_.chomp == '+') text_.append(breaks, '\n');
    if (header_.chomp == ' ' && begun_) text_ += '\n';
    return std::move(text_);
}

}  // namespace cafe::yaml
