#include "query/missed.hpp"

#include <algorithm>
#include <array>

#include "query/danger.hpp"
#include "query/little.hpp"

namespace cafe::query {

namespace {

constexpr std::array<std::string_view, 2> of_health{"sante", "handicap-autonomie"};  // families of themes

bool is_of_health(const store::Catalog& catalog, const std::string& theme) {
    const model::Family* family = catalog.vocabulary().family_of(theme);
    return family != nullptr && std::find(of_health.begin(), of_health.end(), family->id) != of_health.end();
}

bool tells_of_health(const Query& query, const store::Catalog& catalog) {
    const auto of_clue = [&](const Clue& clue) {
        return std::any_of(clue.meanings.begin(), clue.meanings.end(), [&](const Meaning& meaning) {
            return meaning.kind == MeaningKind::theme && is_of_health(catalog, meaning.id);
        });
    };
    return std::any_of(query.clues.begin(), query.clues.end(), of_clue) ||
           std::any_of(query.probable.begin(), query.probable.end(),
                       [&](const Guess& guess) { return is_of_health(catalog, guess.id); });
}

bool names_somebody_or_a_place(const Query& query) {
    return std::any_of(query.clues.begin(), query.clues.end(), [](const Clue& clue) {
        return clue.kind == Clue::Kind::area || clue.kind == Clue::Kind::person || clue.kind == Clue::Kind::phone ||
               clue.kind == Clue::Kind::age;
    });
}

// A capital within the question, a title, a number, a word of somebody's name: rather once too often than told.
bool may_be_a_name(const Token& token, bool first, const Lexicon& lexicon) {
    return (token.capitalised && !first) || is_title(token.folded) || lexicon.is_of_a_person(token.folded) ||
           token.folded.find_first_of("0123456789") != std::string::npos;
}

}  // namespace

std::vector<std::string> notable_words(std::string_view question, const Query& query, const store::Catalog& catalog,
                                       const Lexicon& lexicon) {
    if (!alarms(question, catalog.vocabulary()).empty()) return {};
    if (names_somebody_or_a_place(query) || tells_of_health(query, catalog)) return {};
    const std::vector<Token> tokens = tokens_of(question);
    for (const Token& token : tokens)
        if (may_be_a_name(token, &token == &tokens.front(), lexicon)) return {};
    std::vector<std::string> words;
    for (const Clue& clue : query.clues) {
        if (clue.kind != Clue::Kind::text || clue.sought.empty()) continue;
        const std::string& word = clue.sought.front().folded;
        if (!lexicon.has_word(word) && std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
    }
    return words;
}

}  // namespace cafe::query
