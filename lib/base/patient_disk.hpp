// The disk of this machine for somebody who watches: a word when a lock keeps us waiting.
#pragma once

#include <functional>
#include <memory>

#include "base/disk.hpp"

namespace cafe {

/// As `real_disk()`. `waiting` is called once for a lock that is not free after half a second; it may be empty.
std::unique_ptr<Disk> real_disk(std::function<void()> waiting);

}  // namespace cafe
