// What each clue of a question is to the score of who answers.
#pragma once

#include <string_view>

#include "query/clue.hpp"

namespace cafe::query {

enum class Part { need, area, people, kind, hint, denied, word, situation, other };

Part part_of(const Clue& clue);
/// "need": for who ranks elsewhere.
std::string_view key_of(Part part);

/// Whether a clue says for whom something is looked for.
bool tells_of_people(const Clue& clue);

}  // namespace cafe::query
