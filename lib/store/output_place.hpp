// Which folders may become a publication.
#pragma once

#include <string>

#include "base/disk.hpp"
#include "base/result.hpp"

namespace cafe::store {

/// Done for a folder that is not there, is empty, or holds a publication of ours already. An Error with a remedy for
/// the root of the disk, the user's `home`, a notebook, a folder of one that holds records or templates, and a folder
/// in which somebody keeps other files. Names that begin with a point, and those that the hosts of sites ask for
/// (CNAME, robots.txt), are nobody's files. `folder` is absolute. Nothing is written.
/// `command` is how to say another folder, in the remedy.
Result<Done> may_publish_into(Disk& disk, const std::string& folder, const std::string& home,
                              const std::string& command = "cafe publish -o site");

}  // namespace cafe::store
