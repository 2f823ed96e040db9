// The commands of exchange, for commands.cpp alone.
#pragma once

#include "command.hpp"

namespace cafe::cmd {

const Command& export_command();

}  // namespace cafe::cmd
