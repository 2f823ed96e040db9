// `cafe check --merge`: a merge compared with its sides.
#pragma once

#include "command.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// Names every value that a merge lost or doubled: of a commit (the last one when none is named), or of a result that
/// is given with its base, its target and its source. Exit code 1 when something is missing, 0 when nothing is, and an
/// Error of kind usage where it cannot be compared: no merge, a shallow clone, an unknown commit.
Result<int> check_merge(World& world, const Arguments& arguments);

/// The same for one commit, for other commands: how many values are missing, each said on stderr.
Result<std::size_t> losses_of_merge(World& world, const std::string& root, const std::string& commit);

}  // namespace cafe::cmd
