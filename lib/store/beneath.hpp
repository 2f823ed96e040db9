// The way to a file: only through real folders, and never out of the folder it is said to be in.
#pragma once

#include <string>
#include <vector>

#include "base/disk.hpp"

namespace cafe::store {

/// Whether every part of the way from `root` to the file `path` inside it is a real folder or not there yet. An Error
/// only when that cannot be known.
Result<bool> way_is_clear(Disk& disk, const std::string& root, const std::string& path);

/// An Error when `path` can lead out of `root` (path::is_beneath) or when a part of the way between them is a link or a
/// file. Folders that are not there yet are fine; the file itself is not looked at.
Result<Done> check_way(Disk& disk, const std::string& root, const std::string& path);

/// Those of a folder and the ones above it that are not there, the uppermost first.
Result<std::vector<std::string>> missing_folders(Disk& disk, const std::string& folder);

/// Makes a folder and those above it so that they outlive a power cut.
Result<Done> make_folder_synced(Disk& disk, const std::string& folder);

}  // namespace cafe::store
