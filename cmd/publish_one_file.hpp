// `cafe publish --one-file`: a whole edition in one file.
#pragma once

#include "command.hpp"

namespace cafe::cmd {

Result<int> publish_one_file(World& world, const Arguments& arguments);

}  // namespace cafe::cmd
