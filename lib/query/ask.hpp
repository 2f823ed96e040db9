// A question from its words to its hits: understood, matched, and understood again where a word was misspelt.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/match.hpp"

namespace cafe::query {

/// What a question asks for that is no list of houses: somebody, who holds a function, whose number it is, what a place
/// has. What of it may be shown is the gate's to say.
struct Direct {
    enum class Kind { person, function, number, place };
    Kind kind = Kind::person;
    std::string person;       ///< an id; empty for the number of a house, and for a place
    std::string partner;      ///< an id; empty for a place, and for who has no function
    std::string role;         ///< as the fiche says it
    std::string predecessor;  ///< the id of whom they replaced, where that was asked
    std::string number;       ///< as written
    std::string label;        ///< of the number
    std::optional<territory::AreaRef> area;
    std::optional<Date> since;
    std::optional<Date> until;
};

/// What was understood and who answers.
struct Answer {
    Query query;
    std::vector<Hit> hits;
    std::optional<Direct> direct;
    /// Those that answer as well as the first, and it, by their position among the hits: a difference of less than a
    /// twentieth tells nothing. Empty when the first stands alone.
    std::vector<std::size_t> ties;
    bool most_of_the_words = false;  ///< as MatchOptions had it
};

/// Whether even the first answer meets little of what was asked.
bool is_doubtful(const Answer& answer);

/// The positions of the hits that answer as well as the first.
std::vector<std::size_t> ties_of(const std::vector<Hit>& hits);

/// What a question asks for besides a list, if it does.
std::optional<Direct> direct_answer(const store::Catalog& catalog, const Query& query, const std::vector<Hit>& hits,
                                    const Date& today);

/// `parse` and `match` for a person who asks. A word that nothing says, neither vocabulary nor fiche, is read as the
/// nearest word when that is clearly nearest (Query::corrected says so); a word that is nearest to the name of a place
/// is an Error of kind usage with the command to ask again: places are never corrected. When free words alone find
/// nobody who says all of them, those who say some answer.
Result<Answer> ask(std::span<const std::string> words, const store::Catalog& catalog, const Lexicon& lexicon,
                   ParseOptions options, const MatchOptions& matching);

}  // namespace cafe::query
