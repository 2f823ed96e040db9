// What of a situation, the words of a person in need, is heard in a question.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/spellings.hpp"

namespace cafe::query {

/// The root of a word as a person in need says it, « je dors », or whoever asks for them, « il dort ».
std::string said_by_anyone(const std::string& root);

/// The roots by which a question is heard to say a situation, each once.
std::vector<std::string> telling_roots(std::span<const Token> situation);

}  // namespace cafe::query
