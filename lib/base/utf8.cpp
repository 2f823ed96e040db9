#include "base/utf8.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

namespace cafe::utf8 {

namespace {

// Length of the valid sequence at `at`, or 0 (Unicode 15, table 3-7).
std::size_t sequence(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(at);
    const unsigned second = byte(at + 1);
    if (lead < 0x80U) return 1;
    if (lead < 0xC2U) return 0;
    if (lead < 0xE0U) return tail(at + 1) ? 2 : 0;
    if (lead < 0xF0U) {
        if (!tail(at + 1) || !tail(at + 2)) return 0;
        if (lead == 0xE0U && second < 0xA0U) return 0;
        if (lead == 0xEDU && second > 0x9FU) return 0;
        return 3;
    }
    if (lead > 0xF4U || !tail(at + 1) || !tail(at + 2) || !tail(at + 3)) return 0;
    if (lead == 0xF0U && second < 0x90U) return 0;
    if (lead == 0xF4U && second > 0x8FU) return 0;
    return 4;
}

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80U) return false;
    return true;
}

// Before U+0300, whose first byte is 0xCC, nothing composes and nothing is composed otherwise (NFC_Quick_Check of UAX
// 15 is Yes for each): French as it is typed is answered without the tables.
bool is_below_marks(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xCCU; });
}

std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* out = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &out, static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> hold(out, &std::free);
    if (size < 0) return std::string(text);
    return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
}

// What ASCII shows, each in a column of its own: nearly all that is printed.
constexpr bool is_plain(char32_t character) {
    return character >= 0x20 && character < 0x7F;
}

std::size_t width_of(char32_t character) {
    if (is_plain(character)) return 1;
    const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(character));
    return columns > 0 ? static_cast<std::size_t>(columns) : 0;
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80U) {
            ++at;
            continue;
        }
        const std::size_t step = sequence(text, at);
        if (step == 0) return at;
        at += step;
    }
    return std::nullopt;
}

char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const std::size_t begin = at;
    const std::size_t step = sequence(text, at);
    at += step == 0 ? 1 : step;
    switch (step) {
        case 1: return byte(begin);
        case 2: return (byte(begin) & 0x1FU) << 6U | (byte(begin + 1) & 0x3FU);
        case 3: return (byte(begin) & 0x0FU) << 12U | (byte(begin + 1) & 0x3FU) << 6U | (byte(begin + 2) & 0x3FU);
        case 4:
            return (byte(begin) & 0x07U) << 18U | (byte(begin + 1) & 0x3FU) << 12U | (byte(begin + 2) & 0x3FU) << 6U |
                   (byte(begin + 3) & 0x3FU);
        default: return replacement;
    }
}

void append(std::string& text, char32_t character) {
    const auto put = [&](char32_t bits) { text.push_back(static_cast<char>(static_cast<unsigned char>(bits))); };
    if (character < 0x80U) {
        put(character);
    } else if (character < 0x800U) {
        put(0xC0U | character >> 6U);
        put(0x80U | (character & 0x3FU));
    } else if (character < 0x10000U) {
        put(0xE0U | character >> 12U);
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    } else {
        put(0xF0U | character >> 18U);
        put(0x80U | (character >> 12U & 0x3FU));
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    }
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next(text, at);
    return count;
}

std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) columns += width_of(next(text, at));
    return columns;
}

std::string_view fit(std::string_view text, std::size_t columns) {
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        used += width_of(next(text, at));
        if (used > columns) return text.substr(0, begin);
    }
    return text;
}

std::string pad(std::string_view text, std::size_t columns) {
    std::string padded(text);
    const std::size_t used = width(text);
    if (used < columns) padded.append(columns - used, ' ');
    return padded;
}

std::string nfc(std::string_view text) {
    if (is_below_marks(text)) return std::string(text);
    return mapped(text, UTF8PROC_COMPOSE);
}

bool is_nfc(std::string_view text) {
    return is_below_marks(text) || nfc(text) == text;
}

std::string nfkd(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    return mapped(text, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
}

// ASCII, of which most texts are made, is answered without the tables.
char32_t lower(char32_t character) {
    if (character < 0x80) return character >= U'A' && character <= U'Z' ? character + (U'a' - U'A') : character;
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(character)));
}

bool is_mark(char32_t character) {
    if (character < 0x80) return false;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

bool is_letter_or_digit(char32_t character) {
    if (character < 0x80)
        return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z') ||
               (character >= U'0' && character <= U'9');
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

bool is_upper(char32_t character) {
    if (character < 0x80) return character >= U'A' && character <= U'Z';
    return utf8proc_category(static_cast<utf8proc_int32_t>(character)) == UTF8PROC_CATEGORY_LU;
}

bool is_unprintable(char32_t character) {
    if (character == U'\n' || character == U'\t') return false;
    if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return true;
    if (character == 0x200C || character == 0x200D) return false;  // they join or part letters that are seen
    if (character == 0x061C || (character >= 0x200B && character <= 0x200F)) return true;
    if (character >= 0x2028 && character <= 0x202E) return true;
    if (character >= 0x2060 && character <= 0x206F) return true;
    return character == 0xFEFF || (character >= 0xFFF9 && character <= 0xFFFB) || character == 0xFFFE ||
           character == 0xFFFF || character == 0x00AD || (character >= 0xE0000 && character <= 0xE007F);
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && is_plain(static_cast<unsigned char>(text[at]))) ++at;
        if (at > begin) {
            out.append(text, begin, at - begin);
            continue;
        }
        const char32_t character = next(text, at);
        if (character == U'\t')
            out.push_back(' ');
        else if (is_unprintable(character))
            out += fmt::format("<U+{:04X}>", static_cast<unsigned>(character));
        else if (character == replacement)  // its own three bytes, or what was no UTF-8
            append(out, character);
        else
            out.append(text, begin, at - begin);
    }
    return nfc(out);
}

std::string one_line(std::string_view text) {
    std::string out;
    bool blank = false;
    for (const char byte : printable(text)) {
        if (byte == ' ' || byte == '\n') {
            blank = !out.empty();
            continue;
        }
        if (std::exchange(blank, false)) out.push_back(' ');
        out.push_back(byte);
    }
    return out;
}

}  // namespace cafe::utf8
