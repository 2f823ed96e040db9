// From the words of a question to what it says.
#pragma once

#include <span>
#include <string>

#include "query/clue.hpp"

namespace cafe::query {

/// Reads the words of a command line; one quoted argument equals many. Errors, all of kind usage: an unknown field,
/// value, theme, public, kind (with the nearest one), an unknown area (with the command to ask again), an area that may
/// be several (with the candidates), a quotation mark or a parenthesis that is never closed.
///
/// What was learnt of all the words counts from `sure` on; where nobody answers, from `guess` on; where
/// nobody says the words either, from `last_guess` on. With `kinds` those are asked whose business it usually is.
enum class Learning { sure, guess, last_guess, kinds };
Result<Query> parse(std::span<const std::string> words, const store::Catalog& catalog, const Lexicon& lexicon,
                    const ParseOptions& options = {}, Learning learning = Learning::sure);

}  // namespace cafe::query
