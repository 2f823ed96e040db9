// Words as people say them → clues: phrases, places, ages, numbers, what is denied, what says nothing.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/clue.hpp"

namespace cafe::query {

/// What a run of plain words says, in the order it is said.
struct Understood {
    std::vector<Clue> clues;
    std::vector<std::string> ignored;  ///< folded
    std::optional<AskedDay> day;
    std::vector<Token> content;  ///< what says something, without places and people
    bool asks_successor = false;
};

/// Reads a run of words: at each place the longest of what the vocabularies, the partners' names and the territory
/// know. `retry` makes the command to ask again with another spelling of the run. Errors of kind usage: a place that is
/// announced ("à", "in") and unknown, or that may be several.
Result<Understood> understand(std::string_view run, const store::Catalog& catalog, const Lexicon& lexicon,
                              const std::function<std::string(const std::string&)>& retry);

/// Whether a phrase tells of a public that most people belong to: « enfants », « jeune ».
bool tells_for_whom(const Clue& clue);

/// Kilometres that count as near when the question does not say how many.
inline constexpr double near_kilometres = 15;

}  // namespace cafe::query
