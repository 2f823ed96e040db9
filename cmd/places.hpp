// What the commands of places share.
#pragma once

#include "base/result.hpp"
#include "command.hpp"
#include "facts/places.hpp"

namespace cafe::cmd {

const Command& places_command();
const Command& places_set_command();
const Command& places_ask_command();

/// --from and --until, for the declarations.
std::vector<Option> period_options();

/// The period that they say. An Error of kind usage where one is no day, or the end comes before the beginning.
Result<facts::Period> period_of(const Arguments& arguments);

}  // namespace cafe::cmd
