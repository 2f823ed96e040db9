// `cafe find --card`: a sheet for the person themself, and emergency numbers where there is no other answer.
#pragma once

#include <optional>
#include <vector>

#include "command.hpp"
#include "query/ask.hpp"
#include "query/danger.hpp"
#include "query/match.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

/// What --card does not go with; nothing when all is well.
std::optional<Error> card_refused(const Arguments& arguments);

/// Prints the numbers alone, in the form that was asked: nobody answers, or the question is refused.
void print_alarms(World& world, const Arguments& arguments, const store::Catalog& catalog,
                  const std::vector<query::Alarm>& alarms);

/// Prints the sheet. It alone goes to stdout: what is not on it is said beside. The exit code: 1 for nobody.
int print_card(World& world, const Arguments& arguments, const store::Catalog& catalog, const query::Answer& answer,
               const std::vector<query::Alarm>& alarms, const query::MatchOptions& matching);

}  // namespace cafe::cmd
