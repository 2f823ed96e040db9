// The page of the network itself: its protocol, who signed it, where it runs, who answers for it, who was trained.
#pragma once

#include "view/directory.hpp"

namespace cafe::view {

/// Only partners that are in the directory and people that this reader may know are named. What nobody wrote down has
/// no heading.
Page network_page(const Directory& directory);

}  // namespace cafe::view
