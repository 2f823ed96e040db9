// Which words of a question that found nobody may be noted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/query.hpp"

namespace cafe::query {

/// Its content words that no vocabulary knows, folded, each once. Nothing at all of a question that tells of danger, of
/// a place, of health or disability, or of a person: by a name, a title, a number, an age, or a capital behind its
/// first word.
std::vector<std::string> notable_words(std::string_view question, const Query& query, const store::Catalog& catalog,
                                       const Lexicon& lexicon);

}  // namespace cafe::query
