// `cafe publish --serve`: the public edition on this machine, made anew when the notebook changes.
#pragma once

#include "command.hpp"

namespace cafe::cmd {

Result<int> publish_serve(World& world, const Arguments& arguments);

}  // namespace cafe::cmd
