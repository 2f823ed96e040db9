#include "mail/message.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::mail {

namespace {

constexpr int deepest = 8;
constexpr std::size_t most_parts = 200;

using ascii::lower;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string quoted_printable(std::string_view text, bool header) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (header && text[i] == '_') {
            out += ' ';
            continue;
        }
        if (text[i] != '=') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
            continue;
        }
        // A soft line break, with the blanks that some servers add.
        std::size_t end = i + 1;
        while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
        if (end >= text.size() || text[end] == '\n')
            i = end;
        else
            out += '=';
    }
    return out;
}

std::string base64(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        std::uint32_t value = 0;
        if (c >= 'A' && c <= 'Z')
            value = static_cast<std::uint32_t>(c - 'A');
        else if (c >= 'a' && c <= 'z')
            value = static_cast<std::uint32_t>(c - 'a' + 26);
        else if (c >= '0' && c <= '9')
            value = static_cast<std::uint32_t>(c - '0' + 52);
        else if (c == '+' || c == '-')
            value = 62;
        else if (c == '/' || c == '_')
            value = 63;
        else
            continue;
        bits = (bits << 6U | value) & 0xFFFFFFU;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out += static_cast<char>(bits >> static_cast<unsigned>(held) & 0xFFU);
    }
    return out;
}

// Windows-1252's own characters between 0x80 and 0x9F; 0 where it has none.
constexpr std::array<char16_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// Mac OS Roman from 0x80 on.
constexpr std::array<char16_t, 128> mac_roman{
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

struct Replaced {
    unsigned char byte;
    char16_t character;
};
// Where these differ from Latin-1.
constexpr std::array<Replaced, 8> latin_9{{{0xA4, 0x20AC},
                                           {0xA6, 0x0160},
                                           {0xA8, 0x0161},
                                           {0xB4, 0x017D},
                                           {0xB8, 0x017E},
                                           {0xBC, 0x0152},
                                           {0xBD, 0x0153},
                                           {0xBE, 0x0178}}};
constexpr std::array<Replaced, 6> latin_5{
    {{0xD0, 0x011E}, {0xDD, 0x0130}, {0xDE, 0x015E}, {0xF0, 0x011F}, {0xFD, 0x0131}, {0xFE, 0x015F}}};

enum class Page { western, latin9, turkish, macintosh };

// The single-byte page that a charset names; nothing for UTF-8 and for those that are not known.
std::optional<Page> page_named(std::string_view charset) {
    const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), charset) != names.end();
    };
    if (is_one_of({"iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9"})) return Page::latin9;
    if (is_one_of({"iso-8859-9", "iso8859-9", "windows-1254", "cp1254", "latin5"})) return Page::turkish;
    if (is_one_of({"macintosh", "x-mac-roman", "mac-roman", "macroman", "mac"})) return Page::macintosh;
    if (is_one_of({"iso-8859-1", "iso8859-1", "iso_8859-1", "iso-8859-1-windows-3.1-latin-1", "windows-1252", "cp1252",
                   "cp-1252", "x-cp1252", "latin1", "latin-1", "l1", "ansi_x3.110-1983"}))
        return Page::western;
    return std::nullopt;
}

char32_t character_of(unsigned char byte, Page page) {
    if (byte < 0x80) return byte;
    if (page == Page::macintosh) return mac_roman.at(byte - 0x80U);
    const auto own = [&](const auto& table) -> char32_t {
        for (const Replaced& one : table)
            if (one.byte == byte) return one.character;
        return 0;
    };
    if (const char32_t found = page == Page::latin9 ? own(latin_9) : page == Page::turkish ? own(latin_5) : 0)
        return found;
    if (byte >= 0xA0) return byte;
    const char32_t windows = windows_1252.at(byte - 0x80U);
    return windows == 0 ? utf8::replacement : windows;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    std::string out;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t character = unit(at);
        const bool high = character >= 0xD800 && character < 0xDC00;
        const char32_t low = high && at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (low >= 0xDC00 && low < 0xE000) {
            character = 0x10000 + ((character - 0xD800) << 10U) + (low - 0xDC00);
            at += 2;
        } else if (character >= 0xD800 && character < 0xE000) {
            character = utf8::replacement;
        }
        utf8::append(out, character);
    }
    return out;
}

// Content lines may be cut anywhere, also inside of a letter: the folds go before letters are read (RFC 5545 §3.1).
std::string unfolded(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::size_t line_end = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n' ? at + 1 : at;
        const bool folds = bytes[line_end] == '\n' && line_end + 1 < bytes.size() &&
                           (bytes[line_end + 1] == ' ' || bytes[line_end + 1] == '\t');
        if (folds)
            at = line_end + 1;
        else
            out += bytes[at];
    }
    return out;
}

// One line of a text whose charset is said. Bytes that are whole UTF-8 letters are that whatever is said; what says
// UTF-8 and is none is read as the Windows page it mostly is.
std::string line_to_utf8(std::string_view bytes, const std::optional<Page>& page) {
    if (!utf8::first_invalid(bytes)) return std::string(bytes);
    std::string out;
    for (const char c : bytes)
        utf8::append(out, character_of(static_cast<unsigned char>(c), page.value_or(Page::western)));
    return out;
}

std::string to_utf8(std::string bytes, std::string_view charset) {
    const bool little_mark = bytes.starts_with("\xFF\xFE");
    const bool big_mark = bytes.starts_with("\xFE\xFF");
    if (little_mark || big_mark) return from_utf16(std::string_view(bytes).substr(2), big_mark);
    if (charset.starts_with("utf-16")) return from_utf16(bytes, charset != "utf-16le");
    if (bytes.starts_with(utf8::bom)) bytes.erase(0, utf8::bom.size());
    if (is_calendar(bytes)) bytes = unfolded(bytes);
    const std::optional<Page> page = page_named(charset);
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        out += line_to_utf8(std::string_view(bytes).substr(at, end - at), page);
        at = end;
    }
    return out;
}

// =?charset?q?…?= and =?charset?b?…?=; blanks between two of them go. Programs cut letters between two words of one
// charset: their bytes are put together before they are read.
std::string decoded_words(std::string_view text) {
    std::string out;
    std::string bytes;  // of encoded words that follow one another
    std::string their_charset;
    const auto flush = [&] {
        out += to_utf8(std::move(bytes), their_charset);
        bytes.clear();
    };
    bool after_encoded = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t begin = text.find("=?", at);
        const std::size_t first = begin == std::string_view::npos ? begin : text.find('?', begin + 2);
        const std::size_t second = first == std::string_view::npos ? first : text.find('?', first + 1);
        const std::size_t end = second == std::string_view::npos ? second : text.find("?=", second + 1);
        if (end == std::string_view::npos) break;
        const std::string_view between = text.substr(at, begin - at);
        std::string charset = lower(text.substr(begin + 2, first - begin - 2));
        charset.resize(std::min(charset.find('*'), charset.size()));  // RFC 2231's language
        const bool follows = after_encoded && text::trim(between).empty();
        if (!follows || charset != their_charset) flush();
        if (!follows) out += to_utf8(std::string(between), "");
        their_charset = std::move(charset);
        const std::string kind = lower(text.substr(first + 1, second - first - 1));
        const std::string_view body = text.substr(second + 1, end - second - 1);
        bytes += kind == "b" ? base64(body) : quoted_printable(body, true);
        after_encoded = true;
        at = end + 2;
    }
    flush();
    return out + to_utf8(std::string(text.substr(std::min(at, text.size()))), "");
}

struct Headers {
    std::vector<std::pair<std::string, std::string>> all;  // lower case names

    [[nodiscard]] std::string find(std::string_view name) const {
        for (const auto& [key, value] : all)
            if (key == name) return value;
        return {};
    }
};

// Headers up to the first empty line; `body` is what follows. Nothing when the text does not begin with a header.
std::optional<Headers> headers_of(std::string_view text, std::string_view& body) {
    Headers headers;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = at;
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        at = std::min(end + 1, text.size());
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) break;
        // A part that is a calendar at once, or where the blank line is missing.
        if (is_calendar(line)) {
            at = start;
            break;
        }
        if ((line.front() == ' ' || line.front() == '\t') && !headers.all.empty()) {
            headers.all.back().second += " " + std::string(text::trim(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos) {
            if (headers.all.empty() && !line.starts_with("From ")) return std::nullopt;
            continue;
        }
        headers.all.emplace_back(lower(line.substr(0, colon)), std::string(text::trim(line.substr(colon + 1))));
    }
    body = text.substr(at);
    return headers.all.empty() ? std::nullopt : std::optional(std::move(headers));
}

// "text/calendar; charset=\"utf-8\"; method=REPLY" → the value under a name.
std::string parameter(std::string_view field, std::string_view name) {
    const std::string low = lower(field);
    for (std::size_t at = low.find(';'); at != std::string::npos; at = low.find(';', at + 1)) {
        std::size_t begin = low.find_first_not_of(" \t", at + 1);
        if (begin == std::string::npos || low.compare(begin, name.size(), name) != 0) continue;
        begin = low.find_first_not_of(" \t", begin + name.size());
        if (begin == std::string::npos || low[begin] != '=') continue;
        begin = low.find_first_not_of(" \t", begin + 1);
        if (begin == std::string::npos) return {};
        if (low[begin] == '"') return std::string(field.substr(begin + 1, low.find('"', begin + 1) - begin - 1));
        return std::string(text::trim(field.substr(begin, low.find_first_of("; \t", begin) - begin)));
    }
    return {};
}

void collect(std::string_view text, int depth, Message& message);

void split(std::string_view body, const std::string& boundary, int depth, Message& message) {
    const std::string mark = "--" + boundary;
    std::optional<std::size_t> begin;
    for (std::size_t at = 0; at <= body.size();) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        const std::string_view line = text::trim(body.substr(at, end - at));
        const bool last = line == mark + "--";
        if (line == mark || last) {
            if (begin) collect(body.substr(*begin, at - *begin), depth + 1, message);
            begin = std::min(end + 1, body.size());
            if (last) return;
        }
        at = end + 1;
    }
    if (begin) collect(body.substr(*begin), depth + 1, message);  // cut off before its end
}

void collect(std::string_view text, int depth, Message& message) {
    if (depth > deepest || message.parts.size() >= most_parts) return;
    std::string_view body = text;
    const auto headers = headers_of(text, body);
    if (!headers && depth == 0) return;
    const std::string field = headers ? headers->find("content-type") : std::string();
    std::string type = lower(text::trim(std::string_view(field).substr(0, std::min(field.find(';'), field.size()))));
    if (type.empty()) type = "text/plain";
    if (depth == 0 && headers) {
        const std::string from = headers->find("from");
        const std::size_t open = from.rfind('<');
        const std::size_t close = from.find('>', open == std::string::npos ? 0 : open);
        message.from =
            lower(text::trim(open == std::string::npos ? std::string_view(from)
                                                       : std::string_view(from).substr(open + 1, close - open - 1)));
        message.subject = decoded_words(headers->find("subject"));
    }
    if (type.starts_with("multipart/")) {
        const std::string boundary = parameter(field, "boundary");
        if (!boundary.empty()) split(body, boundary, depth, message);
        return;
    }
    const std::string encoding = headers ? lower(headers->find("content-transfer-encoding")) : std::string();
    std::string content = encoding.starts_with("base64")             ? base64(body)
                          : encoding.starts_with("quoted-printable") ? quoted_printable(body, false)
                                                                     : std::string(body);
    if (type == "message/rfc822") return collect(content, depth + 1, message);
    content = to_utf8(std::move(content), lower(parameter(field, "charset")));
    message.parts.push_back({std::move(type), lower(parameter(field, "method")), std::move(content)});
}

}  // namespace

Message parse(std::string_view bytes) {
    Message message;
    if (bytes.starts_with(utf8::bom)) bytes.remove_prefix(utf8::bom.size());
    collect(bytes, 0, message);
    return message;
}

std::string text_of(std::string bytes, std::string_view charset) {
    return to_utf8(std::move(bytes), lower(charset));
}

bool is_calendar(std::string_view text) {
    constexpr std::string_view begin = "begin:vcalendar";
    return lower(text::trim(text).substr(0, begin.size())) == begin;
}

std::vector<std::string> messages_in(std::string_view bytes) {
    if (!bytes.starts_with("From ")) return {std::string(bytes)};
    std::vector<std::string> messages;
    bool after_blank = true;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        const std::string_view line = bytes.substr(at, end - at);
        at = end;
        if (after_blank && line.starts_with("From ")) {
            messages.emplace_back();
            after_blank = false;
            continue;
        }
        after_blank = text::trim(line).empty();
        const std::size_t quotes = line.find_first_not_of('>');
        const bool quoted = quotes != 0 && quotes != std::string_view::npos && line.substr(quotes).starts_with("From ");
        messages.back() += quoted ? line.substr(1) : line;
    }
    return messages;
}

}  // namespace cafe::mail
