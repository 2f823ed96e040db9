#include "base/fold.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace cafe::fold {

namespace {

// Little words that ids leave out. Sorted.
constexpr std::array<std::string_view, 22> little_words{"a",  "au",   "aux", "d",   "de", "des", "du",  "en",
                                                        "et", "for",  "in",  "l",   "la", "le",  "les", "of",
                                                        "on", "pour", "sur", "the", "to", "un"};

bool is_little(std::string_view word) {
    return std::binary_search(little_words.begin(), little_words.end(), word);
}

// Appends one decomposed character, folded. Returns false when it is no part of a word.
bool append_folded(std::string& out, char32_t character) {
    switch (character) {
        case U'œ':
        case U'Œ': out += "oe"; return true;
        case U'æ':
        case U'Æ': out += "ae"; return true;
        case U'ß':
        case U'ẞ': out += "ss"; return true;
        default: break;
    }
    if (!utf8::is_letter_or_digit(character)) return false;
    utf8::append(out, utf8::lower(character));
    return true;
}

bool is_ascii_word(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}
bool is_ascii_gap(char byte) {
    return static_cast<unsigned char>(byte) < 0x80U && !is_ascii_word(byte);
}

// "C.A.F." at `at`: at least two single letters, each with its point. Returns the end, or `at`.
std::size_t pointed_acronym(std::string_view text, std::size_t at) {
    const bool ascii = static_cast<unsigned char>(text[at]) < 0x80U;
    if (ascii && (at + 1 >= text.size() || text[at + 1] != '.')) return at;  // as nearly every word
    std::size_t end = at;
    int letters = 0;
    for (std::size_t i = at; i < text.size();) {
        std::size_t behind = i;
        if (!utf8::is_letter_or_digit(utf8::next(text, behind))) break;
        if (behind >= text.size() || text[behind] != '.') {
            // "C.A.F" without the last point
            std::size_t after = behind;
            const bool word_goes_on = after < text.size() && utf8::is_letter_or_digit(utf8::next(text, after));
            if (letters >= 2 && !word_goes_on) end = behind;
            break;
        }
        i = behind + 1;
        end = i;
        ++letters;
    }
    return letters >= 2 ? end : at;
}

// What the letters from U+00C0 to U+00FF are folded to; "?" where the long way decides, " " where no word goes on.
constexpr std::string_view latin = "aaaaaa?ceeeeiiii?nooooo ?uuuuy??aaaaaa?ceeeeiiii?nooooo ?uuuuy?y";

/// Folds a text of ASCII and of French letters, which nearly all are, byte by byte. False, with `out` begun, at
/// anything else.
bool fold_plain(std::string_view text, std::string& out) {
    bool gap = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char letter = text[at];
        if (letter == '\xC3' && at + 1 < text.size() && (text[at + 1] & '\xC0') == '\x80') {
            letter = latin[static_cast<std::size_t>(text[++at] & '\x3F')];
            if (letter == '?') return false;
        } else if (static_cast<unsigned char>(letter) >= 0x80U) {
            return false;
        } else if (letter >= 'A' && letter <= 'Z') {
            letter = static_cast<char>(letter - 'A' + 'a');
        } else if ((letter < 'a' || letter > 'z') && (letter < '0' || letter > '9')) {
            letter = ' ';
        }
        if (letter == ' ') {
            gap = !out.empty();
            continue;
        }
        if (gap) out.push_back(' ');
        gap = false;
        out.push_back(letter);
    }
    return true;
}

/// Where the letters, digits and marks from `at` on end, and how many of them are letters (or digits) and capitals.
std::size_t word_end(std::string_view text, std::size_t at, int& letters, int& capitals) {
    while (at < text.size()) {
        const char byte = text[at];
        const bool capital = byte >= 'A' && byte <= 'Z';
        if (capital || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
            ++letters;
            capitals += capital ? 1 : 0;
            ++at;
            continue;
        }
        if (static_cast<unsigned char>(byte) < 0x80U) break;
        std::size_t behind = at;
        const char32_t character = utf8::next(text, behind);
        const bool mark = utf8::is_mark(character);
        if (!mark && !utf8::is_letter_or_digit(character)) break;
        letters += mark ? 0 : 1;
        capitals += utf8::is_upper(character) ? 1 : 0;
        at = behind;
    }
    return at;
}

}  // namespace

std::string text(std::string_view text) {
    std::string quick;
    quick.reserve(text.size());
    if (fold_plain(text, quick)) return quick;
    const std::string plain = utf8::nfkd(text);
    std::string out;
    out.reserve(plain.size());
    bool gap = false;
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t character = utf8::next(plain, at);
        if (utf8::is_mark(character)) continue;
        std::string folded;
        if (!append_folded(folded, character)) {
            gap = !out.empty();
            continue;
        }
        if (gap) out.push_back(' ');
        gap = false;
        out += folded;
    }
    return out;
}

std::vector<Cut> cuts(std::string_view source) {
    constexpr std::size_t usual_length = 5;
    std::vector<Cut> found;
    found.reserve(source.size() / usual_length + 1);
    for (std::size_t at = 0; at < source.size();) {
        if (is_ascii_gap(source[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        if (const std::size_t end = pointed_acronym(source, begin); end != begin) {
            found.push_back({begin, end, true});
            at = end;
            continue;
        }
        int letters = 0;
        int capitals = 0;
        const std::size_t end = word_end(source, begin, letters, capitals);
        if (end == begin)
            utf8::next(source, at);
        else
            found.push_back({begin, at = end, capitals >= 2 && capitals == letters});
    }
    return found;
}

std::string word(std::string_view cut) {
    if (cut.find('.') == std::string_view::npos) return text(cut);
    std::string letters(cut);
    std::erase(letters, '.');
    return text(letters);
}

std::vector<Word> words(std::string_view source) {
    std::vector<Word> found;
    for (const Cut& cut : cuts(source))
        if (std::string folded = word(source.substr(cut.begin, cut.end - cut.begin)); !folded.empty())
            found.push_back(Word{std::move(folded), cut.begin, cut.end, cut.acronym});
    return found;
}

std::string place(std::string_view name) {
    std::string out;
    for (const Word& word : words(name)) {
        if (!out.empty()) out.push_back(' ');
        out += word.folded == "st" ? "saint" : word.folded == "ste" ? "sainte" : word.folded;
    }
    return out;
}

std::string slug(std::string_view name, std::size_t limit) {
    const auto built = [&](bool with_little) {
        std::string id;
        for (const Word& word : words(name)) {
            if (!with_little && is_little(word.folded)) continue;
            std::string ascii;
            for (const char c : word.folded)
                if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) ascii.push_back(c);
            if (ascii.empty()) continue;
            if (id.size() + (id.empty() ? 0 : 1) + ascii.size() > limit) {
                if (id.empty()) id = ascii.substr(0, limit);
                break;
            }
            if (!id.empty()) id.push_back('-');
            id += ascii;
        }
        return id;
    };
    std::string id = built(false);
    return id.empty() ? built(true) : id;
}

}  // namespace cafe::fold
