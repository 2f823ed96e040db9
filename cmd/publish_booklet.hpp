// `cafe publish --booklet`: some fiches in one file, for paper.
#pragma once

#include "command.hpp"

namespace cafe::cmd {

Result<int> publish_booklet(World& world, const Arguments& arguments);

}  // namespace cafe::cmd
