#include "query/spellings.hpp"

#include <algorithm>
#include <utility>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "query/little.hpp"
#include "query/stem.hpp"

namespace cafe::query {

namespace {

// Whether a text of more than two words is all in capitals, which then say nothing.
bool is_shouted(std::string_view text, std::size_t words) {
    if (words <= 2) return false;
    bool letters = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        if (utf8::is_upper(character))
            letters = true;
        else if (utf8::lower(character) == character && utf8::is_letter_or_digit(character) &&
                 (character < U'0' || character > U'9'))
            return false;
    }
    return letters;
}

}  // namespace

const Spelling& Spellings::spelling_of(std::string_view cut) {
    if (const auto known = spellings_.find(cut); known != spellings_.end()) return known->second;
    Spelling spelling;
    spelling.folded = fold::word(cut);
    spelling.light = stem::light(spelling.folded);
    spelling.root = stem::root(spelling.folded);
    spelling.little = is_little(spelling.folded);
    spelling.number = spellings_.size();
    return spellings_.emplace(cut, std::move(spelling)).first->second;
}

std::vector<SpelledWord> Spellings::words_of(std::string_view text) {
    std::vector<SpelledWord> words;
    const std::vector<fold::Cut> cuts = fold::cuts(text);
    words.reserve(cuts.size());
    bool capitals = false;
    for (const fold::Cut& cut : cuts) {
        const Spelling& spelling = spelling_of(text.substr(cut.begin, cut.end - cut.begin));
        if (spelling.folded.empty()) continue;
        words.push_back({&spelling, cut.begin, cut.end, cut.acronym, spelling.little});
        capitals = capitals || cut.acronym;
    }
    if (!capitals) return words;  // as nearly every text
    const bool shouted = is_shouted(text, words.size());
    for (SpelledWord& word : words) {
        word.acronym = word.acronym && !shouted;
        word.little = word.little && !word.acronym;
    }
    return words;
}

std::vector<Token> Spellings::tokens_of(std::string_view text) {
    const std::vector<SpelledWord> words = words_of(text);
    std::vector<Token> tokens;
    tokens.reserve(words.size());
    for (const SpelledWord& word : words) {
        const Spelling& spelling = *word.spelling;
        std::size_t at = word.begin;
        tokens.push_back({spelling.folded, spelling.light, spelling.root, word.begin, word.end, word.acronym,
                          utf8::is_upper(utf8::next(text, at)), word.little});
    }
    return tokens;
}

std::vector<Token> tokens_of(std::string_view text) {
    return Spellings().tokens_of(text);
}

std::string in_form(std::span<const Token> words, std::string Token::*form, bool without_little) {
    std::string out;
    for (const Token& word : words) {
        if (without_little && word.little) continue;
        if (!out.empty()) out += ' ';
        out += word.*form;
    }
    return out;
}

}  // namespace cafe::query
