// What is said where nobody answers a question.
#pragma once

#include "base/words.hpp"
#include "query/match.hpp"
#include "query/query.hpp"
#include "store/catalog.hpp"

namespace cafe::render {

/// Says that nobody answers.
Words nobody();

/// The same; where somebody would in another place, who is nearest, and what the place has.
Words nobody_answers(const store::Catalog& catalog, const query::Query& query, const query::MatchOptions& matching);

/// The words that nothing in the notebook knows, with the way to teach them; empty when there are none.
Words teaching(const query::Query& query);

}  // namespace cafe::render
