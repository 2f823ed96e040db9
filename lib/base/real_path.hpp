// One name for a folder, whatever links lead to it.
#pragma once

#include <string>

#include "base/disk.hpp"

namespace cafe {

/// The absolute path of a folder without a link in it. A path without links, or of which a part does not stand, comes
/// back as its text makes it absolute; one whose real name cannot be found out comes back with its link followed
/// ("/a/link/.").
Result<std::string> real_path(Disk& disk, const std::string& folder);

}  // namespace cafe
