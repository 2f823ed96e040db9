// `show --all`: everything the notebook holds about a person, for the right of access.
#pragma once

#include "base/result.hpp"
#include "command.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// As a sheet, with --letter as a letter to the person, with --json as cafe/show/1 with `everywhere` and `handed`. An
/// Error of kind usage for a record that is no person.
Result<int> show_all(World& world, const Arguments& arguments);

}  // namespace cafe::cmd
