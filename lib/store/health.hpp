// What about a notebook's folder may harm it on this machine or on a colleague's: for `cafe doctor`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.hpp"

namespace cafe::store {

/// Temporary files that a change left when it was cut off: `.cafe-….tmp` in the folders of records, sorted.
Result<std::vector<std::string>> leftovers(Disk& disk, const std::string& root);

/// Two paths that are one on a disk which does not tell case or composed letters apart (macOS, Windows).
struct Collision {
    std::string first;
    std::string second;
    bool operator==(const Collision&) const = default;
};
std::vector<Collision> collisions(const std::vector<std::string>& paths);

/// Whether no file of this name can stand on Windows: a device (`aux.txt`), one of `<>:"|?*\`, a point or blank at the
/// end, a control character.
bool is_refused_by_windows(std::string_view name);

/// Every path beneath the notebook, folders and git's own left out, sorted.
Result<std::vector<std::string>> all_files(Disk& disk, const std::string& root);

/// The kind of file system that a folder lies on, by the table of mounts (`/proc/self/mounts`): "nfs4", "ext4". Nothing
/// where there is no such table.
std::optional<std::string> file_system_of(std::string_view mounts, std::string_view folder);
/// Whether a file system lies on another machine, where locks and renames may not be what they are here.
bool is_remote(std::string_view file_system);

/// The program that synchronises the folder, by its name or by what it leaves in a folder above: "Dropbox". Nothing
/// where none is seen.
Result<std::optional<std::string>> synchronised_by(Disk& disk, const std::string& folder);
/// Whether a folder lies in one that is called after backups: « Sauvegardes », "backup".
bool is_in_backup(const std::string& folder);

}  // namespace cafe::store
