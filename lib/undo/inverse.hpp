// The inverse of a change, through the merge: what was written elsewhere since stays.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/changes.hpp"

namespace cafe::undo {

/// What a change did to one file. A file that left one place and came to another of the same folder has moved.
struct Pair {
    std::string from;  ///< where it is since; empty: it is gone
    std::string to;    ///< where it was; empty: it was not there
    std::string before;
    std::string after;
    [[nodiscard]] bool moved() const { return !from.empty() && !to.empty() && from != to; }
};

/// In the order of the change.
std::vector<Pair> pairs_of(const store::Changes& changes);

/// The text of a file of the notebook now; nothing when there is none.
using TextNow = std::function<Result<std::optional<std::string>>(const std::string& path)>;

/// What takes a change back, all of it. An Error of kind conflict when one of its files changed since in the same
/// place, named with its fields; then nothing is to be written.
Result<store::Changes> inverse(const store::Changes& changes, const TextNow& now);

}  // namespace cafe::undo
