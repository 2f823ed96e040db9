// An answer of `cafe find` as people read it and as programs do.
#pragma once

#include <vector>

#include "command.hpp"
#include "query/ask.hpp"
#include "query/danger.hpp"
#include "render/answer.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

/// How an answer is laid out for this terminal.
render::AnswerStyle style_of(const World& world, const Arguments& arguments);

/// Prints the fiches found as `cafe list` does.
Result<int> print_records(World& world, const Arguments& arguments, const store::Catalog& catalog,
                          const std::vector<query::Hit>& hits);

/// Prints the whole answer as one document of cafe/find/1, or `by_line` its hits alone. The exit code: 1 for nobody.
int print_json(World& world, const store::Catalog& catalog, const query::Answer& answer,
               const std::vector<query::Alarm>& alarms, bool by_line);

/// Prints what was understood alone.
int print_understood(World& world, const store::Catalog& catalog, const query::Answer& answer);

/// Prints the answer for people; `all` is how many there are with those that are not shown. The exit code: 1 for
/// nobody.
int print_for_people(World& world, const Arguments& arguments, const store::Catalog& catalog,
                     const query::Answer& answer, const std::vector<query::Alarm>& alarms, std::size_t all,
                     const query::MatchOptions& matching);

}  // namespace cafe::cmd
