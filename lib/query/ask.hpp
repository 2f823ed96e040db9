// A question from its words to its hits: understood, matched, and understood again where a word was misspelt.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/match.hpp"

namespace cafe::query {

/// What was understood and who answers.
struct Answer {
    Query query;
    std::vector<Hit> hits;
};

/// `parse` and `match` for a person who asks. A word that nothing says, neither vocabulary nor fiche, is read as the
/// nearest word when that is clearly nearest (Query::corrected says so); a word that is nearest to the name of a place
/// is an Error of kind usage with the command to ask again: places are never corrected. When free words alone find
/// nobody who says all of them, those who say some answer.
Result<Answer> ask(std::span<const std::string> words, const store::Catalog& catalog, const Lexicon& lexicon,
                   ParseOptions options, const MatchOptions& matching);

}  // namespace cafe::query
