// What phrases say of a question and what was learnt of all its words, weighed together.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "model/vocabulary.hpp"
#include "query/clue.hpp"
#include "query/recogniser.hpp"

namespace cafe::query {

/// Whether more than one of its words say something.
bool is_of_several_words(const Clue& clue);

/// How sure each theme is, by all the words and by the phrases that say it.
class Evidence {
public:
    /// `learnt` has every theme; what they lack of 1 is about no theme at all. `said` are clues of sure needs.
    Evidence(std::vector<Guess> learnt, std::span<const Clue* const> said, const model::Vocabulary& vocabulary);

    /// The surest first.
    [[nodiscard]] const std::vector<Guess>& themes() const { return themes_; }
    /// How sure it is that no theme is meant.
    [[nodiscard]] double none() const { return none_; }
    /// How sure the themes of a clue are.
    [[nodiscard]] double share(const Clue& clue) const;
    [[nodiscard]] bool says(const Clue& clue, std::string_view theme) const;

private:
    const model::Vocabulary& vocabulary_;
    std::vector<Guess> themes_;
    double none_ = 0;
};

}  // namespace cafe::query
