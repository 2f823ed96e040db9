#include "render/typography.hpp"

#include "base/ascii.hpp"

namespace cafe::render {

namespace {

constexpr std::string_view narrow = "\xE2\x80\xAF";   // U+202F
constexpr std::string_view no_break = "\xC2\xA0";     // U+00A0
constexpr std::string_view opening = "\xC2\xAB";      // «
constexpr std::string_view closing = "\xC2\xBB";      // »
constexpr std::string_view en_dash = "\xE2\x80\x93";  // –
constexpr std::string_view euro = "\xE2\x82\xAC";     // €

bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && ascii::is_digit(text[at]);
}

// "h" alone, as in « 9 h », « 9 h 30 »: not the first letter of a word.
bool is_hour_sign(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != 'h') return false;
    if (at + 1 == text.size()) return true;
    return std::string_view(" ,;.:)\n").find(text[at + 1]) != std::string_view::npos;
}

// What stands instead of the blank at `at`.
std::string_view blank_at(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const std::string_view after = text.substr(at + 1);
    if (before.ends_with(opening) || after.starts_with(closing)) return narrow;
    if (!after.empty() && std::string_view(";:!?").find(after.front()) != std::string_view::npos) return narrow;
    if (after.starts_with(en_dash)) return no_break;
    if (at == 0 || !(is_digit(text, at - 1) || is_hour_sign(text, at - 1))) return " ";
    if (is_digit(text, at - 1))
        return is_hour_sign(text, at + 1) || after.starts_with('%') || after.starts_with(euro) ? narrow : " ";
    const bool an_hour = at >= 3 && (is_digit(text, at - 2) || is_digit(text, at - 3)) && is_digit(text, at + 1);
    return an_hour ? narrow : " ";
}

// Whether a neighbour of the blank at `at` is of those that `blank_at` looks for: most are letters.
bool may_change(std::string_view text, std::size_t at) {
    const char before = at > 0 ? text[at - 1] : ' ';
    const char after = at + 1 < text.size() ? text[at + 1] : ' ';
    return ascii::is_digit(before) || before == 'h' || before == opening.back() || after == closing.front() ||
           after == en_dash.front() || after == ';' || after == ':' || after == '!' || after == '?';
}

}  // namespace

std::string typeset(std::string_view words, Lang lang) {
    std::string out;
    append_typeset(out, words, lang);
    return out;
}

void append_typeset(std::string& out, std::string_view words, Lang lang) {
    if (lang != Lang::fr) {
        out += words;
        return;
    }
    std::size_t from = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] != ' ' || !may_change(words, at)) continue;
        out += words.substr(from, at - from);
        out += blank_at(words, at);
        from = at + 1;
    }
    out += words.substr(from);
}

std::string with_apostrophes(std::string words) {
    const auto is_letter = [](char byte) { return ascii::is_letter(byte) || static_cast<unsigned char>(byte) >= 0x80; };
    for (std::size_t at = words.find('\''); at != std::string::npos; at = words.find('\'', at + 1)) {
        const bool between = at > 0 && at + 1 < words.size() && is_letter(words[at - 1]) && is_letter(words[at + 1]);
        if (between) words.replace(at, 1, "\xE2\x80\x99");
    }
    return words;
}

}  // namespace cafe::render
