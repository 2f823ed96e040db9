// The files that a merge left open, for `cafe resolve`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/clone.hpp"
#include "merge/merge.hpp"
#include "world.hpp"

namespace cafe::cmd {

struct Open {
    std::string whole;  ///< from the top
    std::string path;   ///< in the notebook
    std::optional<std::string> base;
    std::optional<std::string> ours;
    std::optional<std::string> theirs;
};

/// By path; those outside of the notebook are left to git.
Result<std::vector<Open>> open_files(World& world, const git::Repository& repository, const std::string& root);

/// The merge of a file with what was chosen so far.
merge::Merge merged(const Open& file, const std::vector<merge::Choice>& choices);

/// A conflict as it may be shown. The file holds both versions.
merge::Conflict shown(const Open& file, merge::Conflict conflict);

/// Who wrote the two versions of a file, and when: "Anne, 6 novembre 2026". Empty when git does not say.
struct Writers {
    std::string here;
    std::string there;
};
Writers writers_of(World& world, const git::Repository& repository, const std::string& whole);

}  // namespace cafe::cmd
