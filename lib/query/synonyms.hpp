// Other words for themes, and whether a text says one.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/fold.hpp"
#include "model/vocabulary.hpp"
#include "query/clue.hpp"

namespace cafe::query {

/// The synonyms of some themes, by their first word's light form.
using Synonyms = std::unordered_map<std::string, std::vector<std::vector<std::string>>>;

/// Those of the themes of a clue. A family has its own alone.
Synonyms synonyms_of(const Clue& clue, const model::Vocabulary& vocabulary);

/// Whether words say a synonym of at least so many words.
bool says_synonym(const std::vector<fold::Word>& words, const Synonyms& synonyms, std::size_t fewest_words);

/// The synonyms of every theme and family, for who asks of many texts which themes they say.
class ThemeSynonyms {
public:
    explicit ThemeSynonyms(const model::Vocabulary& vocabulary);

    /// The themes of which words say a synonym of at least so many words; ids in their order, each once.
    [[nodiscard]] std::vector<std::string> said_by(const std::vector<std::string>& lights,
                                                   std::size_t fewest_words) const;

private:
    std::unordered_map<std::string, std::vector<std::pair<std::vector<std::string>, std::string>>> by_first_;
};

}  // namespace cafe::query
