// What a notebook needs of git: is there a repository, make one, and where in it cafe may keep what is of this clone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.hpp"
#include "base/process.hpp"

namespace cafe::git {

struct Repository {
    std::string top;     ///< of the work tree
    std::string folder;  ///< git's own: `.git`, or where a `.git` file of a linked work tree points to
    bool operator==(const Repository&) const = default;
};

/// The repository whose work tree a folder lies in: the nearest `.git` upward. Nothing when there is none. Both paths
/// are absolute; the folder itself need not stand yet.
Result<std::optional<Repository>> find(Disk& disk, const std::string& folder);

/// Where lock, journal and last change of a notebook are kept, absolute: `.git/cafe` of its clone (a folder beneath it
/// for a notebook that is not at the top), else a folder of its own beneath `user_state`, the user's folder for cafe.
/// Nothing is made.
Result<std::string> state_folder(Disk& disk, const std::string& root, const std::string& user_state);

/// `git` with these arguments and without what a repository could make it run: no hooks, no fsmonitor, no `ext::`.
std::vector<std::string> command(const std::vector<std::string>& arguments);

/// Makes a repository in a folder that stands, with the branch `main`. An Error of kind environment when git is
/// missing, older than 2.28 or refuses.
Result<Done> make_repository(Process& process, const std::string& folder);

}  // namespace cafe::git
