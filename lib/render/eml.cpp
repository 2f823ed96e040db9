#include "render/eml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/ics.hpp"

namespace cafe::render {

namespace {

constexpr std::size_t line_limit = 76;  // RFC 2047 §2 for lines with an encoded word, RFC 2045 §6.7 for bodies

constexpr std::array<std::string_view, 8> day_names{"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 13> month_names{"",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_alnum(char c) {
    return ascii::is_letter_or_digit(c);
}

// One line without anything hidden; runs of blanks as one.
std::string one_line(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        const bool blank = character == U'\n' || character == U'\t' || character == U' ';
        if (blank && !out.empty() && out.back() != ' ') out.push_back(' ');
        if (!blank && !utf8::is_unprintable(character)) utf8::append(out, character);
    }
    return std::string(text::trim(out));
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// The lines of a header while it grows.
class Header {
public:
    explicit Header(std::string_view name) : out_(std::string(name) + ":"), column_(out_.size()) {}

    /// A word that is not broken; on a new line when it does not fit.
    void word(std::string_view word) {
        if (column_ + 1 + word.size() > line_limit && !fresh_) fold();
        out_ += " ";
        out_ += word;
        column_ += 1 + word.size();
        fresh_ = false;
    }

    /// Words of any language as encoded words, cut between characters.
    void encoded(std::string_view text, std::string_view behind = {}) {
        constexpr std::string_view open = "=?utf-8?q?";
        constexpr std::size_t least = 30;  // shorter pieces help nobody
        for (std::size_t at = 0; at < text.size();) {
            if (column_ + least > line_limit) fold();
            const std::size_t room = line_limit - column_ - 1 - open.size() - 2;
            std::string piece;
            while (at < text.size()) {
                std::size_t next = at;
                utf8::next(text, next);
                const std::string character = q(text.substr(at, next - at));
                if (piece.size() + character.size() > room) break;
                piece += character;
                at = next;
            }
            const bool last = at >= text.size();
            word(std::string(open) + piece + "?=" + (last ? std::string(behind) : ""));
            if (!last) fold();
        }
    }

    void fold() {
        out_ += "\r\n";
        column_ = 0;
        fresh_ = true;
    }

    [[nodiscard]] std::string done() && { return std::move(out_) + "\r\n"; }

private:
    // What may stand in a phrase too (RFC 2047 §5, rule 3).
    static std::string q(std::string_view bytes) {
        std::string out;
        for (const char c : bytes) {
            if (c == ' ')
                out += '_';
            else if (is_alnum(c) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/')
                out += c;
            else
                out += fmt::format("={:02X}", static_cast<unsigned char>(c));
        }
        return out;
    }

    std::string out_;
    std::size_t column_;
    bool fresh_ = false;
};

// Words as they are when they are short ASCII; "=?" would be read as the start of an encoded word.
bool may_stand(std::string_view text) {
    const auto parts = text::words(text);
    return is_ascii(text) && text.find("=?") == std::string_view::npos &&
           std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return part.size() < 60; });
}

void add_mailbox(Header& out, const Mailbox& box, bool more) {
    const std::string name = one_line(box.name);
    const std::string comma = more ? "," : "";
    if (name.empty()) return out.word(box.address + comma);
    if (!may_stand(name)) {
        out.encoded(name);
        return out.word("<" + box.address + ">" + comma);
    }
    const bool atoms = std::all_of(name.begin(), name.end(),
                                   [](char c) { return is_alnum(c) || c == ' ' || c == '-' || c == '\'' || c == '_'; });
    std::string quoted = name;
    if (!atoms) quoted = "\"" + text::replace_all(text::replace_all(name, "\\", "\\\\"), "\"", "\\\"") + "\"";
    for (const std::string_view part : text::words(std::string_view(quoted))) out.word(part);
    out.word("<" + box.address + ">" + comma);
}

std::string mailboxes(std::string_view name, const std::vector<Mailbox>& boxes) {
    Header out(name);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        add_mailbox(out, boxes[i], i + 1 < boxes.size());
        if (i + 1 < boxes.size()) out.fold();
    }
    return std::move(out).done();
}

// RFC 2045 §6.7; lines end with CRLF.
std::string quoted_printable(std::string_view text) {
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') continue;
        if (c == '\n') {
            out += "\r\n";
            column = 0;
            continue;
        }
        const bool at_end = i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r';
        const bool plain = (c >= '!' && c <= '~' && c != '=') || (c == ' ' && !at_end);
        const bool dot = c == '.' && column == 0;  // some mail servers take a lone dot for the end
        const std::string byte =
            plain && !dot ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c));
        if (column + byte.size() > line_limit - 1) {
            out += "=\r\n";
            column = 0;
        }
        out += byte;
        column += byte.size();
    }
    if (!out.ends_with("\r\n")) out += "\r\n";
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        const std::size_t taken = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | (k < taken ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) out += k <= taken ? digits[group >> (18 - 6 * k) & 63U] : '=';
        column += 4;
        if (column == line_limit) {
            out += "\r\n";
            column = 0;
        }
    }
    if (!out.ends_with("\r\n")) out += "\r\n";
    return out;
}

std::string date_header(const Date& date) {
    return fmt::format("Date: {}, {} {} {} 00:00:00 +0000\r\n", day_names.at(static_cast<std::size_t>(date.weekday())),
                       date.day, month_names.at(static_cast<std::size_t>(date.month)), date.year);
}

// A subject inside of a mailto: URI (RFC 6068).
std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~'
                   ? std::string(1, c)
                   : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return out;
}

std::string part(std::string_view type, std::string_view encoding, const std::string& body) {
    return fmt::format("Content-Type: {}\r\nContent-Transfer-Encoding: {}\r\n\r\n", type, encoding) + body;
}

}  // namespace

std::string header(std::string_view name, std::string_view words) {
    const std::string line = one_line(words);
    Header out(name);
    if (!may_stand(line))
        out.encoded(line);
    else
        for (const std::string_view word : text::words(std::string_view(line))) out.word(word);
    return std::move(out).done();
}

std::string eml(const Letter& letter) {
    std::vector<std::string> parts;
    parts.push_back(part("text/plain; charset=utf-8", "quoted-printable", quoted_printable(letter.text)));
    if (!letter.html.empty())
        parts.push_back(part("text/html; charset=utf-8", "quoted-printable", quoted_printable(letter.html)));
    if (letter.calendar)
        parts.push_back(
            part(fmt::format("text/calendar; charset=utf-8; method={}", method_name(letter.calendar->method)), "base64",
                 base64(ics(*letter.calendar))));
    // "=_" stands in no body: quoted-printable writes "=" and two digits, base64 has no underscore.
    const std::string boundary = "=_cafe_" + fingerprint(text::join(parts, "\n") + letter.message_id);
    std::string out = "X-Unsent: 1\r\n" + mailboxes("From", {letter.from}) + mailboxes("To", letter.to);
    if (!letter.bcc.empty()) out += mailboxes("Bcc", letter.bcc);
    out += header("Subject", letter.subject) + date_header(letter.date);
    out += "Message-ID: <" + letter.message_id + ">\r\n";
    if (!letter.unsubscribe.empty())
        out += "List-Unsubscribe:\r\n <mailto:" + letter.from.address +
               "?subject=" + percent_encoded(one_line(letter.unsubscribe)) + ">\r\n";
    if (!letter.language.empty()) out += "Content-Language: " + letter.language + "\r\n";
    out += "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
    for (const std::string& each : parts) out += "--" + boundary + "\r\n" + each + "\r\n";
    return out + "--" + boundary + "--\r\n";
}

}  // namespace cafe::render
