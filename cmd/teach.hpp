// Words that the notebook learns.
#pragma once

#include "command.hpp"

namespace cafe::cmd {

const Command& teach_command();

}  // namespace cafe::cmd
