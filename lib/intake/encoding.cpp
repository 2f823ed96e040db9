#include "intake/encoding.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.hpp"

namespace cafe::intake {

namespace {

// The upper halves of the three encodings (WHATWG Encoding Standard, Apple's ROMAN.TXT, IBM's CP850).
constexpr std::array<char16_t, 128> windows_1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178, 0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6,
    0x00A7, 0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3,
    0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x00BA, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00BF, 0x00C0,
    0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5, 0x00C6, 0x00C7, 0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD,
    0x00CE, 0x00CF, 0x00D0, 0x00D1, 0x00D2, 0x00D3, 0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x00D9, 0x00DA,
    0x00DB, 0x00DC, 0x00DD, 0x00DE, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x00E7,
    0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x00F0, 0x00F1, 0x00F2, 0x00F3, 0x00F4,
    0x00F5, 0x00F6, 0x00F7, 0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FE, 0x00FF,
};
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
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};
constexpr std::array<char16_t, 128> cp850{
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF, 0x00EE,
    0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9, 0x00FF, 0x00D6,
    0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA, 0x00F1, 0x00D1, 0x00AA,
    0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB, 0x2591, 0x2592, 0x2593, 0x2502,
    0x2524, 0x00C1, 0x00C2, 0x00C0, 0x00A9, 0x2563, 0x2551, 0x2557, 0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514,
    0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3, 0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550,
    0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB, 0x00C8, 0x0131, 0x00CD, 0x00CE, 0x00CF, 0x2518, 0x250C,
    0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580, 0x00D3, 0x00DF, 0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE,
    0x00DE, 0x00DA, 0x00DB, 0x00D9, 0x00FD, 0x00DD, 0x00AF, 0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6,
    0x00A7, 0x00F7, 0x00B8, 0x00B0, 0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0,
};

std::string from(std::string_view bytes, const std::array<char16_t, 128>& upper) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80U)
            text.push_back(c);
        else
            utf8::append(text, upper[byte - 0x80U]);
    }
    return text;
}

std::string from_utf16(std::string_view bytes, bool little) {
    std::string text;
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? a | b << 8U : a << 8U | b);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
            const char32_t low = unit(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
                at += 2;
            }
        }
        utf8::append(text, c >= 0xD800 && c < 0xE000 ? utf8::replacement : c);
    }
    return text;
}

constexpr std::u32string_view french = U"éèàçêîôûùâëïüöÉÈÀÇÊÎÔÛÂœŒ’«»°–—€ \u00A0…";

// How French the characters beyond ASCII look: those of French words against all others.
long frenchness(std::string_view text) {
    long score = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (c >= 0x80) {
            const bool is_french = french.find(c) != std::u32string_view::npos;
            score += is_french ? 2 : -3;
            // A capital with an accent inside a word of small letters is none.
            if (is_french && utf8::is_upper(c) && before >= 'a' && before <= 'z') score -= 4;
        }
        before = c;
    }
    return score;
}

std::optional<unsigned char> byte_in_1252(char32_t c) {
    if (c < 0x80) return static_cast<unsigned char>(c);
    for (std::size_t i = 0; i < windows_1252.size(); ++i)
        if (windows_1252[i] == c) return static_cast<unsigned char>(0x80U + i);
    return std::nullopt;
}

// What mojibake of UTF-8 read as Windows-1252 is made of: a lead byte's letter and what follows it.
std::size_t signs_of_mojibake(std::string_view text) {
    std::size_t signs = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (c != 0xC2 && c != 0xC3 && c != 0xC5 && c != 0xE2) continue;
        std::size_t next = at;
        if (next >= text.size()) break;
        const char32_t follower = utf8::next(text, next);
        const auto byte = byte_in_1252(follower);
        if (follower >= 0x80 && byte && *byte < 0xC0U) ++signs;
    }
    return signs;
}

// A step back: only the runs of characters that are bytes of a valid sequence change, so that a text of both keeps its
// right letters.
std::string one_step(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        std::string bytes;
        std::size_t end = at;
        std::size_t wanted = 0;
        while (end < text.size()) {
            std::size_t next = end;
            const char32_t c = utf8::next(text, next);
            const auto byte = byte_in_1252(c);
            if (!byte || *byte < 0x80U) break;
            if (bytes.empty()) {
                wanted = *byte >= 0xF0U ? 4 : *byte >= 0xE0U ? 3 : *byte >= 0xC2U ? 2 : 0;
                if (wanted == 0) break;
            }
            bytes.push_back(static_cast<char>(*byte));
            end = next;
            if (bytes.size() == wanted) break;
        }
        if (wanted != 0 && bytes.size() == wanted && !utf8::first_invalid(bytes)) {
            out += bytes;
            at = end;
        } else {
            utf8::next(text, at);
            out.append(text, begin, at - begin);
        }
    }
    return out;
}

}  // namespace

std::string from_windows_1252(std::string_view bytes) {
    return from(bytes, windows_1252);
}

Decoded decoded(std::string_view bytes) {
    if (bytes.starts_with(utf8::bom)) bytes.remove_prefix(utf8::bom.size());
    if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), true), "UTF-16"};
    if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), false), "UTF-16"};
    const std::string_view start = bytes.substr(0, 512);
    const auto zeros = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
    if (zeros * 3 > start.size() && start.size() > 1) return {from_utf16(bytes, start[0] != '\0'), "UTF-16"};
    if (!utf8::first_invalid(bytes)) return {std::string(bytes), "UTF-8"};
    Decoded best{from(bytes, windows_1252), "Windows-1252"};
    long score = frenchness(best.text);
    for (const auto& [upper, name] : {std::pair(&mac_roman, "Mac Roman"), std::pair(&cp850, "CP850")}) {
        std::string text = from(bytes, *upper);
        if (const long other = frenchness(text); other > score) {
            score = other;
            best = {std::move(text), name};
        }
    }
    return best;
}

std::string without_mojibake(const std::string& text) {
    constexpr int most_steps = 3;
    std::string best = text;
    std::size_t signs = signs_of_mojibake(text);
    for (int step = 0; step < most_steps && signs > 0; ++step) {
        std::string next = one_step(best);
        const std::size_t left = signs_of_mojibake(next);
        if (next == best || utf8::first_invalid(next)) break;
        best = std::move(next);
        signs = left;
    }
    return best;
}

}  // namespace cafe::intake
