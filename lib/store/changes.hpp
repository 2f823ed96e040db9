// The one way records are written: a set of changes, all of them or none.
//
// 1 lock · 2 every file must still be what was read · 3 the journal, which holds all bytes before and after, is on the
// disk · 4 each new text is whole and synced under a temporary name · 5 each is renamed into place · 6 the folders are
// synced · 7 the journal becomes the last change. A journal that stands means that step 7 was not reached: whoever
// comes next takes the change back. So it is step 7, one rename, that makes the change.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.hpp"

namespace cafe::store {

/// One file as it was read and as it shall be. A rename is two of them.
struct FileChange {
    std::string path;                   ///< inside the notebook; its id was checked by whoever made it
    std::optional<std::string> before;  ///< nothing: there must be no such file
    std::optional<std::string> after;   ///< nothing: the file goes
    bool operator==(const FileChange&) const = default;
};

using Changes = std::vector<FileChange>;
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// Where a change takes place.
struct Folders {
    std::string root;   ///< of the notebook; stands already
    std::string state;  ///< for lock, journal and last change; made when needed. Never in the work tree: `.git/cafe`
};

/// What the unfinished change of an earlier command left, by path.
struct Recovery {
    std::vector<std::string> undone;  ///< are what they were before it
    std::vector<std::string> left;    ///< somebody changed them since: they were not touched
    bool operator==(const Recovery&) const = default;
};

/// Makes the changes, or none of them. When it returns Done they are on the device. When it returns an Error every file
/// is what it was; if not even that could be restored, the message says so and the next `commit` or `recover` does it.
/// A file that is no longer its `before` is an Error of kind conflict that names it. Files keep their mode. Waits up to
/// ten seconds for another command that writes.
///
/// Temporary names (`.cafe-….tmp`, beside the file) come from the change itself, not from chance: the lock makes us the
/// only writer, a file is only ever created where nothing stands, and the journal knows what to remove.
///
/// `progress` is told of each file that is written, of how many; nothing of the rest, which is short.
Result<Done> commit(Disk& disk, const Folders& folders, const Changes& changes, const Progress& progress = {});

/// Takes back what a command that died has left. Every command calls it first; where nothing was left it asks one
/// question of the disk, writes nothing and takes no lock.
Result<Recovery> recover(Disk& disk, const Folders& folders);

/// The last change that was made, with the bytes before and after, for taking it back. Nothing when there is none.
Result<std::optional<Changes>> last_change(Disk& disk, const Folders& folders);

}  // namespace cafe::store
