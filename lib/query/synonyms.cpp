#include "query/synonyms.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "query/spellings.hpp"
#include "query/stem.hpp"

namespace cafe::query {

namespace {

using Phrase = std::vector<std::string>;  // in light forms

// Empty where it says too little to be looked for.
Phrase phrase_of(const std::string& said) {
    const auto tokens = tokens_of(said);
    Phrase phrase;
    for (const Token& token : tokens) phrase.push_back(token.light);
    // One short word (AS, DE, eau) says too little inside a sentence.
    constexpr std::size_t shortest = 4;
    if (phrase.size() == 1 && (phrase.front().size() < shortest || tokens.front().little)) phrase.clear();
    return phrase;
}

template <class Term, class Visit>
void each_phrase(const Term& term, Visit visit) {
    for (const auto* list : {&term.synonyms.fr, &term.synonyms.en})
        for (const std::string& synonym : *list)
            if (Phrase phrase = phrase_of(synonym); !phrase.empty()) visit(std::move(phrase));
}

Phrase lights_of(const std::vector<fold::Word>& words) {
    Phrase lights;
    for (const fold::Word& word : words) lights.push_back(stem::light(word.folded));
    return lights;
}

bool stands_at(const Phrase& phrase, const Phrase& words, std::size_t at) {
    return at + phrase.size() <= words.size() &&
           std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

Synonyms synonyms_of(const Clue& clue, const model::Vocabulary& vocabulary) {
    Synonyms synonyms;
    const auto add = [&](Phrase phrase) { synonyms[phrase.front()].push_back(std::move(phrase)); };
    for (const Meaning& meaning : clue.meanings) {
        if (meaning.kind != MeaningKind::theme) continue;
        // A family by its own words only: those of all its themes are found everywhere.
        if (const model::Term* theme = vocabulary.theme(meaning.id)) each_phrase(*theme, add);
        if (const model::Family* family = vocabulary.family(meaning.id)) each_phrase(*family, add);
    }
    return synonyms;
}

bool says_synonym(const std::vector<fold::Word>& words, const Synonyms& synonyms, std::size_t fewest_words) {
    const Phrase lights = lights_of(words);
    for (std::size_t at = 0; at < lights.size(); ++at) {
        const auto found = synonyms.find(lights[at]);
        if (found == synonyms.end()) continue;
        for (const Phrase& phrase : found->second)
            if (phrase.size() >= fewest_words && stands_at(phrase, lights, at)) return true;
    }
    return false;
}

ThemeSynonyms::ThemeSynonyms(const model::Vocabulary& vocabulary) {
    const auto learn = [&](const auto& term) {
        each_phrase(term, [&](Phrase phrase) {
            auto& known = by_first_[phrase.front()];
            known.emplace_back(std::move(phrase), term.id);
        });
    };
    for (const model::Family& family : vocabulary.families) {
        learn(family);
        for (const model::Term& theme : family.children) learn(theme);
    }
}

std::vector<std::string> ThemeSynonyms::said_by(const std::vector<std::string>& lights,
                                                std::size_t fewest_words) const {
    std::set<std::string> ids;
    for (std::size_t at = 0; at < lights.size(); ++at) {
        const auto found = by_first_.find(lights[at]);
        if (found == by_first_.end()) continue;
        for (const auto& [phrase, id] : found->second)
            if (phrase.size() >= fewest_words && stands_at(phrase, lights, at)) ids.insert(id);
    }
    return {ids.begin(), ids.end()};
}

}  // namespace cafe::query
