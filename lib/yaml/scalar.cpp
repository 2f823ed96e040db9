#include "yaml/scalar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "yaml/bytes.hpp"

namespace cafe::yaml {

namespace {

using ascii::is_digit;

bool contains_any(std::string_view text, std::string_view characters) {
    return text.find_first_of(characters) != std::string_view::npos;
}

// `digits` and the underscores that YAML 1.1 allows between them.
bool is_grouped(std::string_view text) {
    return !text.empty() && is_digit(text.front()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '_'; });
}

bool is_date(std::string_view text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && text::is_digits(text.substr(0, 4)) &&
           text::is_digits(text.substr(5, 2)) && text::is_digits(text.substr(8));
}

// 2024-3-5, 2024-03-05T10:00:00Z, 2024-03-05 10:00:00: YAML 1.1's other ways of writing a moment.
bool is_moment(std::string_view text) {
    if (text.size() < 8 || !text::is_digits(text.substr(0, 4)) || text[4] != '-') return false;
    return text.find_first_not_of("0123456789-:.+ TtZ\t", 5) == std::string_view::npos;
}

// 12:30, 1:30:00, 1:30.5: numbers in base 60 for YAML 1.1.
bool is_sexagesimal(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !is_grouped(text.substr(0, colon))) return false;
    return colon + 1 < text.size() && text.find_first_not_of("0123456789:._", colon) == std::string_view::npos;
}

bool is_based(std::string_view text) {
    if (text.size() < 3 || text[0] != '0') return false;
    const std::string_view digits = text.substr(2);
    switch (text[1]) {
        case 'x':
        case 'X': return digits.find_first_not_of("0123456789abcdefABCDEF_") == std::string_view::npos;
        case 'o':
        case 'O': return digits.find_first_not_of("01234567_") == std::string_view::npos;
        case 'b':
        case 'B': return digits.find_first_not_of("01_") == std::string_view::npos;
        default: return false;
    }
}

// Digits with a point or an exponent, either side of the point perhaps empty.
bool is_float(std::string_view text) {
    const std::size_t exponent = std::min(text.find_first_of("eE"), text.size());
    const std::string_view mantissa = text.substr(0, exponent);
    if (!contains_any(mantissa, "0123456789") || mantissa.find_first_not_of("0123456789._") != std::string_view::npos)
        return false;
    if (std::count(mantissa.begin(), mantissa.end(), '.') > 1 || mantissa.front() == '_') return false;
    if (exponent == text.size()) return true;
    std::string_view power = text.substr(exponent + 1);
    if (power.starts_with('+') || power.starts_with('-')) power.remove_prefix(1);
    return text::is_digits(power);
}

Reading number_reading(std::string_view text) {
    const bool minus = text.front() == '-';
    const std::string_view unsigned_text = minus || text.front() == '+' ? text.substr(1) : text;
    if (unsigned_text.empty()) return Reading::text;
    const bool plus = text.front() == '+';
    const bool leading_zero = unsigned_text.size() > 1 && unsigned_text[0] == '0' && unsigned_text[1] != '.';
    if (is_grouped(unsigned_text)) {
        const bool plain_digits = text::is_digits(unsigned_text);
        return plain_digits && !leading_zero && !plus ? Reading::usual : Reading::surprising;
    }
    if (is_based(unsigned_text) || is_sexagesimal(unsigned_text)) return Reading::surprising;
    if (is_float(unsigned_text)) {
        const bool decimal = !plus && !leading_zero && !contains_any(unsigned_text, "eE_") &&
                             is_digit(unsigned_text.front()) && is_digit(unsigned_text.back());
        return decimal ? Reading::usual : Reading::surprising;
    }
    return Reading::text;
}

bool equals_lower(std::string_view text, std::string_view lower) {
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return ascii::lower(a) == b; });
}

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return equals_lower(text, word); });
}

// Digits with the punctuation of phones, numbers and times: nobody should wonder how it is read.
bool is_all_digits_and_signs(std::string_view text) {
    return contains_any(text, "0123456789") && text.find_first_not_of("0123456789 +-./:()") == std::string_view::npos;
}

bool has_unsafe_character(std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
        const char32_t character = utf8::next(value, at);
        if (character == U'\n' || character == U'\t' || is_forbidden(character) || is_invisible(character)) return true;
    }
    return false;
}

// Whether the reader of this room reads the bare value back, whatever others make of it.
bool reads_back_plain(std::string_view value, Context context) {
    constexpr std::string_view no_break = "\xC2\xA0";
    constexpr std::string_view narrow_no_break = "\xE2\x80\xAF";
    if (value.empty() || value != text::trim(value) || has_unsafe_character(value)) return false;
    for (const std::string_view blank : {no_break, narrow_no_break})
        if (value.starts_with(blank) || value.ends_with(blank)) return false;
    if (std::string_view(",[]{}#&*!|>'\"%@`?:").find(value.front()) != std::string_view::npos) return false;
    if (value.front() == '-' && (value.size() == 1 || !is_digit(value[1]))) return false;
    if (value.starts_with("...") || value == "<<" || value == "=") return false;
    for (const std::string_view opening : {"\u201C", "\u201D", "\u201E"})
        if (value.starts_with(opening)) return false;
    if (value.ends_with(':') || value.find(": ") != std::string_view::npos) return false;
    if (value.find(" :") != std::string_view::npos || value.find(" #") != std::string_view::npos) return false;
    for (const std::string_view blank : {no_break, narrow_no_break})
        if (value.find(blank) != std::string_view::npos && contains_any(value, ":")) return false;
    return context == Context::block || !contains_any(value, ",[]{}?:");
}

bool is_plain_key(std::string_view value) {
    const auto is_word = [](char c) { return ascii::is_letter_or_digit(c) || c == '_' || c == '-'; };
    if (is_digit(value.front()) || value.front() == '-' || !std::all_of(value.begin(), value.end(), is_word))
        return false;
    return !equals_lower(value, "null") && !equals_lower(value, "true") && !equals_lower(value, "false");
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

bool fits_block(std::string_view text, const std::vector<std::string_view>& lines) {
    if (text.empty() || contains_any(text, "\r")) return false;
    for (const std::string_view line : lines)
        if (!line.empty() && (line.front() == '\t' || text::trim(line).empty())) return false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        if (is_forbidden(character)) return false;
    }
    return text.find_first_not_of('\n') != std::string_view::npos;
}

}  // namespace

Reading other_reading(std::string_view plain) {
    static constexpr std::array<std::string_view, 8> surprising{"yes", "no", "on", "off", "y", "n", "null", "~"};
    static constexpr std::array<std::string_view, 3> special{".inf", ".nan", "-.inf"};
    constexpr std::size_t longest = 64;  // no date or number that people write is longer
    if (plain.empty() || plain.size() > longest) return Reading::text;
    const char first = plain.front();
    if (is_digit(first) || first == '+' || first == '-' || first == '.') {
        if (is_date(plain)) return Reading::usual;
        if (is_moment(plain) || is_one_of(plain, special) || plain == "+.inf") return Reading::surprising;
        return number_reading(plain);
    }
    if (plain == "true" || plain == "false") return Reading::usual;
    if (plain == "=" || plain == "<<") return Reading::surprising;
    if (plain.size() > 5) return Reading::text;
    const bool odd = is_one_of(plain, surprising) || equals_lower(plain, "true") || equals_lower(plain, "false");
    return odd ? Reading::surprising : Reading::text;
}

std::string write_quoted(std::string_view value) {
    std::string out = "\"";
    for (std::size_t at = 0; at < value.size();) {
        const char32_t character = utf8::next(value, at);
        if (character == U'"')
            out += "\\\"";
        else if (character == U'\\')
            out += "\\\\";
        else if (character == U'\n')
            out += "\\n";
        else if (character == U'\t')
            out += "\\t";
        else if (is_forbidden(character) || is_invisible(character))
            out += character > 0xFFFF ? fmt::format("\\U{:08X}", static_cast<unsigned>(character))
                                      : fmt::format("\\u{:04X}", static_cast<unsigned>(character));
        else
            utf8::append(out, character);
    }
    out += '"';
    return out;
}

std::string write_text(std::string_view value, Context context) {
    static constexpr std::array<std::string_view, 2> french{"oui", "non"};
    if (!reads_back_plain(value, context)) return write_quoted(value);
    if (context == Context::key) return is_plain_key(value) ? std::string(value) : write_quoted(value);
    if (other_reading(value) != Reading::text || is_one_of(value, french) || is_all_digits_and_signs(value))
        return write_quoted(value);
    return std::string(value);
}

std::string write_typed(std::string_view value, Context context) {
    return reads_back_plain(value, context) ? std::string(value) : write_quoted(value);
}

std::string write_block(std::string_view text, std::size_t key_column) {
    constexpr std::size_t step = 2;
    std::vector<std::string_view> lines = lines_of(text);
    if (!fits_block(text, lines)) return write_quoted(text);
    std::size_t ends = 0;
    while (text.size() > ends && text[text.size() - 1 - ends] == '\n') ++ends;
    if (ends > 0) lines.pop_back();  // what stands behind the last line end
    std::string out = "|";
    const std::string_view first = *std::find_if(lines.begin(), lines.end(), [](auto line) { return !line.empty(); });
    if (first.front() == ' ') out += std::to_string(step);
    if (ends == 0) out += '-';
    if (ends > 1) out += '+';
    for (const std::string_view line : lines) {
        out += '\n';
        if (!line.empty()) out.append(key_column + step, ' ').append(line);
    }
    return out;
}

std::optional<std::string_view> between_curly_quotes(std::string_view plain) {
    constexpr char wide = '\xE2';  // the first byte of each that opens
    constexpr std::array<std::string_view, 3> double_quotes{"\u201C", "\u201D", "\u201E"};
    constexpr std::size_t size = 3;
    if (plain.size() < 2 * size || plain.front() != wide) return std::nullopt;
    const auto is_double = [&](std::string_view sign) {
        return std::find(double_quotes.begin(), double_quotes.end(), sign) != double_quotes.end();
    };
    const bool opens = is_double(plain.substr(0, size));
    const bool straight_end = plain.ends_with('"');
    if (opens && (straight_end || is_double(plain.substr(plain.size() - size)))) {
        const std::string_view inner = plain.substr(size, plain.size() - size - (straight_end ? 1 : size));
        const bool holds_more = inner.find('"') != std::string_view::npos ||
                                std::any_of(double_quotes.begin(), double_quotes.end(), [&](std::string_view sign) {
                                    return inner.find(sign) != std::string_view::npos;
                                });
        return holds_more ? std::nullopt : std::optional(inner);
    }
    // ’ is an apostrophe too: ‘l’aide’.
    constexpr std::string_view opening = "\u2018";
    if (!plain.starts_with(opening) || !plain.ends_with("\u2019")) return std::nullopt;
    const std::string_view inner = plain.substr(size, plain.size() - 2 * size);
    return inner.find(opening) != std::string_view::npos ? std::nullopt : std::optional(inner);
}

}  // namespace cafe::yaml
