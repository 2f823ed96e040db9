// From argv to an exit code: what main and the stories call.
#pragma once

#include <span>
#include <string>

#include "world.hpp"

namespace cafe::cmd {

/// Runs one command line, without the program's name. Every Error ends here as a sentence on stderr and an exit code
/// (commands.md): 0 done, 1 nothing found, 2 usage, 3 reference, 4 environment, 5 conflict.
int run(std::span<const std::string> arguments, World& world);

/// The word on stderr while another command that writes keeps this one waiting.
void say_that_we_wait(World& world);

}  // namespace cafe::cmd
