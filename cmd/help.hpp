// Help, written from the declarations of the commands.
#pragma once

#include <string>

#include "command.hpp"

namespace cafe::cmd {

/// What `cafe` and `cafe help` print: every command in a line, grouped by purpose.
std::string overview(Lang lang);
/// What `cafe help COMMAND` prints.
std::string help_for(const Command& command, Lang lang);

}  // namespace cafe::cmd
