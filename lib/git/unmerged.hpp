// The files that a merge, a rebase or a stash left open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/clone.hpp"

namespace cafe::git {

/// A file in conflict. A version that is not there was removed, or the file was added by both.
struct Unmerged {
    std::string path;  ///< from the top of the repository
    std::optional<std::string> base;
    std::optional<std::string> ours;
    std::optional<std::string> theirs;
};

/// By path, with their versions. An Error when git cannot be asked.
Result<std::vector<Unmerged>> unmerged(Process& process, const Repository& repository);

/// Who changed a file last on the way to a commit, and when.
struct LastChange {
    std::string author;
    std::string date;  ///< ISO
};
/// Nothing when git does not say.
std::optional<LastChange> last_change(Process& process, const Repository& repository, const std::string& commit,
                                      const std::string& path);

}  // namespace cafe::git
