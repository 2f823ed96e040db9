// `cafe publish --poster`: a theme on one sheet for a wall.
#pragma once

#include "command.hpp"

namespace cafe::cmd {

Result<int> publish_poster(World& world, const Arguments& arguments);

}  // namespace cafe::cmd
