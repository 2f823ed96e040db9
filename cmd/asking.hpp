// Questions to the person at the terminal.
#pragma once

#include <optional>
#include <string>

#include "base/words.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// The answer, without blanks at its ends; nothing when the input ends. Ask only where `world.ask` says that somebody
/// is there.
std::optional<std::string> ask(World& world, const Words& question);

/// Yes or no; what Enter alone stands for is the caller's to say. Nothing when the input ends.
std::optional<bool> ask_yes(World& world, const Words& question, bool otherwise);

/// "cancelled: nothing was written", for when the input ends. Exit code 130, as after Ctrl-C.
int cancelled(World& world);

}  // namespace cafe::cmd
