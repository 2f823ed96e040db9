// The last changes that cafe made, with the bytes before and after, for taking them back.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "store/changes.hpp"

namespace cafe::store {

inline constexpr std::size_t most_remembered = 50;
inline constexpr int remembered_days = 90;

struct Remembered {
    std::string id;  ///< in the order of the changes: "000012"
    Date day;
    Changes changes;
};

/// Keeps the bytes of a change that was made, no word about it besides, and lets go of those beyond fifty or ninety
/// days. The files are the user's alone (mode 0600).
Result<Done> remember(Disk& disk, const Folders& folders, const Date& day, const Changes& changes);

/// What is kept, the newest first. A file that cannot be read whole is passed over.
Result<std::vector<Remembered>> remembered(Disk& disk, const Folders& folders);

/// Lets go of one change.
Result<Done> forget_change(Disk& disk, const Folders& folders, const std::string& id);

/// Lets go of every change of a file: nothing of somebody who was forgotten is kept.
Result<Done> forget_changes_of(Disk& disk, const Folders& folders, const std::string& path);

}  // namespace cafe::store
