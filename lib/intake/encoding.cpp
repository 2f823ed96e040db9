#include "intake/encoding.hpp"

#include <algorithm>
#include <optional>

#include "base/charset.hpp"
#include "base/utf8.hpp"

namespace cafe::intake {

namespace {

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

// What mojibake of UTF-8 read as Windows-1252 is made of: a lead byte's letter and what follows it.
std::size_t signs_of_mojibake(std::string_view text) {
    std::size_t signs = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (c != 0xC2 && c != 0xC3 && c != 0xC5 && c != 0xE2) continue;
        std::size_t next = at;
        if (next >= text.size()) break;
        const char32_t follower = utf8::next(text, next);
        const auto byte = windows_1252_byte(follower);
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
            const auto byte = windows_1252_byte(c);
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

Decoded decoded(std::string_view bytes) {
    if (bytes.starts_with(utf8::bom)) bytes.remove_prefix(utf8::bom.size());
    if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false), "UTF-16"};
    if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true), "UTF-16"};
    const std::string_view start = bytes.substr(0, 512);
    const auto zeros = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
    if (zeros * 3 > start.size() && start.size() > 1) return {from_utf16(bytes, start[0] == '\0'), "UTF-16"};
    if (!utf8::first_invalid(bytes)) return {std::string(bytes), "UTF-8"};
    Decoded best{from_charset(bytes, Charset::windows_1252), "Windows-1252"};
    long score = frenchness(best.text);
    for (const auto& [charset, name] : {std::pair(Charset::mac_roman, "Mac Roman"), std::pair(Charset::cp850, "CP850")}) {
        std::string text = from_charset(bytes, charset);
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
