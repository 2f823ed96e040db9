// A command line that is not ended yet, as completion reads it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "command.hpp"

namespace cafe::cmd {

/// What the words before the cursor mean.
struct CommandLine {
    std::vector<std::string> heads;  // words of a command that is not whole yet: "meeting"
    const Command* command = nullptr;
    std::vector<std::string> words;
    const Option* pending = nullptr;  // waits for its value
    std::set<std::string, std::less<>> given;
    bool options_ended = false;
    std::vector<std::string> starts;  // -C, in their order; never none
    std::string lang;
    std::string today;
};

/// The option of this name, of `command` or of all commands; null when there is none.
const Option* find_option(const Command* command, std::string_view name);

/// Reads the words before the cursor. `start` is the folder that the notebook is looked for from, unless -C says it.
CommandLine read_line(const std::vector<std::string>& words, const std::string& start);

}  // namespace cafe::cmd
