#include "mail/message.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/ascii.hpp"
#include "base/charset.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::mail {

std::string from_quoted_printable(std::string_view text, bool header) {
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
        const int high = i + 2 < text.size() ? ascii::hex_value(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? ascii::hex_value(text[i + 2]) : -1;
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

namespace {

constexpr int deepest = 8;
constexpr std::size_t most_parts = 200;

using ascii::lower;

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

// The single-byte charset of that name; nothing for UTF-8 and for those that are not known.
std::optional<Charset> charset_named(std::string_view charset) {
    const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), charset) != names.end();
    };
    if (is_one_of({"iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9"})) return Charset::latin_9;
    if (is_one_of({"iso-8859-9", "iso8859-9", "windows-1254", "cp1254", "latin5"})) return Charset::latin_5;
    if (is_one_of({"macintosh", "x-mac-roman", "mac-roman", "macroman", "mac"})) return Charset::mac_roman;
    if (is_one_of({"iso-8859-1", "iso8859-1", "iso_8859-1", "iso-8859-1-windows-3.1-latin-1", "windows-1252", "cp1252",
                   "cp-1252", "x-cp1252", "latin1", "latin-1", "l1", "ansi_x3.110-1983"}))
        return Charset::windows_1252;
    return std::nullopt;
}

// What Windows-1252 leaves undefined is no letter of a mail.
char32_t letter_of(unsigned char byte, Charset charset) {
    const char32_t character = character_of(byte, charset);
    return character >= 0x80 && character < 0xA0 ? utf8::replacement : character;
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
std::string line_to_utf8(std::string_view bytes, const std::optional<Charset>& page) {
    if (!utf8::first_invalid(bytes)) return std::string(bytes);
    std::string out;
    for (const char c : bytes)
        utf8::append(out, letter_of(static_cast<unsigned char>(c), page.value_or(Charset::windows_1252)));
    return out;
}

std::string to_utf8(std::string bytes, std::string_view charset) {
    const bool little_mark = bytes.starts_with("\xFF\xFE");
    const bool big_mark = bytes.starts_with("\xFE\xFF");
    if (little_mark || big_mark) return from_utf16(std::string_view(bytes).substr(2), big_mark);
    if (charset.starts_with("utf-16")) return from_utf16(bytes, charset != "utf-16le");
    if (bytes.starts_with(utf8::bom)) bytes.erase(0, utf8::bom.size());
    if (is_calendar(bytes)) bytes = unfolded(bytes);
    const std::optional<Charset> page = charset_named(charset);
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
        bytes += kind == "b" ? base64(body) : from_quoted_printable(body, true);
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
                          : encoding.starts_with("quoted-printable") ? from_quoted_printable(body, false)
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
