// What a notebook's repository and each clone of it need.
#pragma once

#include <string>

#include "base/result.hpp"
#include "git/git.hpp"
#include "store/changes.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// Adds what a repository needs beside the records; what stands there already stays.
Result<Done> add_git_files(World& world, const std::string& folder, Lang lang, store::Changes& changes);

/// Makes the first commit of a repository that has none; without a name for git it waits, and that is said.
Result<Done> make_first_commit(World& world, const git::Repository& repository, const std::string& folder,
                               const store::Changes& changes);

/// Teaches the clone of a notebook that stands how records are merged. True when something was done.
Result<bool> prepare_clone(World& world, const std::string& folder, bool dry_run);

}  // namespace cafe::cmd
