// The check before each commit.
#pragma once

#include <string>

#include "base/result.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// Puts a pre-commit hook that checks the staged records into the repository around `folder`; with `dry_run` says where
/// it would. A hook that stands there, ours or not, stays as it is: an Error of kind conflict with the line to add,
/// unless that line is in it.
Result<Done> make_hook(World& world, const std::string& folder, bool dry_run);

}  // namespace cafe::cmd
