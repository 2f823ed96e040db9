#include "facts/secret_text.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/fold.hpp"

namespace cafe::facts {

namespace {

struct Short {
    std::string_view written;
    std::string_view meant;
};

// What people write for the words of an address (La Poste, NF Z 10-011, and by hand). Sorted.
constexpr std::array shorts{
    Short{"all", "allee"},       Short{"av", "avenue"},      Short{"ave", "avenue"},     Short{"bd", "boulevard"},
    Short{"bld", "boulevard"},   Short{"blvd", "boulevard"}, Short{"boul", "boulevard"}, Short{"cdt", "commandant"},
    Short{"ch", "chemin"},       Short{"che", "chemin"},     Short{"chem", "chemin"},    Short{"col", "colonel"},
    Short{"crs", "cours"},       Short{"dr", "docteur"},     Short{"fbg", "faubourg"},   Short{"fg", "faubourg"},
    Short{"gal", "general"},     Short{"gen", "general"},    Short{"ham", "hameau"},     Short{"imp", "impasse"},
    Short{"lot", "lotissement"}, Short{"mal", "marechal"},   Short{"mar", "marechal"},   Short{"pl", "place"},
    Short{"pr", "professeur"},   Short{"pres", "president"}, Short{"prom", "promenade"}, Short{"qu", "quartier"},
    Short{"quai", "quai"},       Short{"quart", "quartier"}, Short{"r", "rue"},          Short{"res", "residence"},
    Short{"rte", "route"},       Short{"sq", "square"},      Short{"st", "saint"},       Short{"ste", "sainte"},
    Short{"sts", "saint"},       Short{"trav", "traverse"},  Short{"vc", "voie"},
};

// Left out when words are compared: « 14, impasse des Aubépines » and « au n° 14 de l'impasse Aubépines ».
constexpr std::array<std::string_view, 16> little{"a", "au", "aux", "d",   "de", "des",    "du", "et",
                                                  "l", "la", "le",  "les", "n",  "numero", "no", "of"};

std::string_view written_out(std::string_view word) {
    for (const auto& [written, meant] : shorts)
        if (word == written) return meant;
    return word;
}

// A plural sign may be there or not.
std::string canonical(std::string_view word) {
    constexpr std::size_t shortest = 5;
    std::string_view whole = written_out(word);
    if (whole.size() >= shortest && (whole.back() == 's' || whole.back() == 'x')) whole.remove_suffix(1);
    return std::string(whole);
}

// What the letters from U+00C0 to U+00FF are without their accents.
constexpr std::string_view plain_latin = "aaaaaaaceeeeiiiidnooooo ouuuuybsaaaaaaaceeeeiiiidnooooo ouuuuyby";

// Blanks, points and the like between the groups of a number.
std::size_t gap_at(std::string_view text, std::size_t at) {
    if (std::string_view(" .-/()\n\t\r_,*").find(text[at]) != std::string_view::npos) return 1;
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\xAD")) return 2;
    for (const std::string_view wide : {"\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93",
                                        "\xE2\x80\x8B", "\xE2\x81\xA0"})
        if (rest.starts_with(wide)) return 3;
    return 0;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (const fold::Word& word : fold::words(text)) {
        std::size_t digits = 0;
        while (digits < word.folded.size() && ascii::is_digit(word.folded[digits])) ++digits;
        // Folding keeps the bytes of digits, so the cut is where it is in the text.
        if (digits > 0 && digits < word.folded.size()) {
            tokens.push_back({word.folded.substr(0, digits), word.begin, word.begin + digits});
            tokens.push_back({canonical(word.folded.substr(digits)), word.begin + digits, word.end});
            continue;
        }
        if (std::find(little.begin(), little.end(), word.folded) != little.end()) continue;
        tokens.push_back({canonical(word.folded), word.begin, word.end});
    }
    return tokens;
}

Strings words_of(std::string_view text) {
    Strings words;
    for (Token& token : tokens_of(text)) words.push_back(std::move(token.word));
    return words;
}

std::size_t letters_of(const Strings& words) {
    std::size_t letters = 0;
    for (const std::string& word : words) letters += word.size();
    return letters;
}

bool stand_at(const std::vector<Token>& tokens, std::size_t at, const Strings& words) {
    if (words.empty() || at + words.size() > tokens.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (tokens[at + i].word != words[i]) return false;
    return true;
}

bool has_percent(std::string_view text) {
    for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1))
        if (at + 2 < text.size() && ascii::hex_value(text[at + 1]) >= 0 && ascii::hex_value(text[at + 2]) >= 0)
            return true;
    return false;
}

Readable readable(std::string_view text) {
    Readable read;
    for (std::size_t at = 0; at < text.size();) {
        read.at.push_back(at);
        if (text[at] == '%' && at + 2 < text.size() && ascii::hex_value(text[at + 1]) >= 0 &&
            ascii::hex_value(text[at + 2]) >= 0) {
            read.text += static_cast<char>(ascii::hex_value(text[at + 1]) * 16 + ascii::hex_value(text[at + 2]));
            at += 3;
        } else {
            read.text += text[at++];
        }
    }
    read.at.push_back(text.size());
    return read;
}

void roughly_folded(std::string_view text, std::string& out) {
    out.clear();
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : ' ';
        if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c | 0x20);
        } else if (c == '\xC3' && (next & '\xC0') == '\x80') {
            out += plain_latin[static_cast<std::size_t>(next & '\x3F')];
            ++at;
        } else if (c == '\xCC' || (c == '\xCD' && (next & '\xF0') == '\x80')) {
            ++at;  // an accent apart from its letter
        } else {
            out += c;
        }
    }
}

std::vector<Digits> digits_of(std::string_view text) {
    constexpr std::size_t widest_gap = 4;
    std::vector<Digits> rows;
    for (std::size_t at = 0; at < text.size();) {
        if (!ascii::is_digit(text[at])) {
            ++at;
            continue;
        }
        Digits row;
        for (;;) {
            while (at < text.size() && ascii::is_digit(text[at])) {
                row.digits += text[at];
                row.at.push_back(at++);
            }
            std::size_t behind = at;
            for (std::size_t gaps = 0; behind < text.size() && !ascii::is_digit(text[behind]) && gaps < widest_gap;
                 ++gaps) {
                const std::size_t gap = gap_at(text, behind);
                if (gap == 0) break;
                behind += gap;
            }
            if (behind >= text.size() || !ascii::is_digit(text[behind])) break;
            at = behind;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace cafe::facts
