// What was typed → what it means. The only user of CLI11; its messages never reach anybody.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "command.hpp"

namespace cafe::cmd {

/// The options before or after any command.
struct Globals {
    std::vector<std::string> starts;  ///< -C, in their order
    std::string lang;
    std::string today;
    std::string colour;
    bool no_pager = false;
    bool no_input = false;
    bool quiet = false;
    bool help = false;
    bool version = false;
};

/// The options that every command takes, for the help.
const std::vector<Option>& global_options();

struct Parsed {
    Globals globals;
    const Command* command = nullptr;  ///< null: no command was typed
    Arguments arguments;
    std::string head;  ///< "meeting" of "meeting --help": help on all commands that begin so
};

/// An Error of kind usage names the first thing that is unknown or missing, with the nearest name there is. What was
/// understood until then stays in `globals`, so that the Error is said in the language that was asked for.
Result<Parsed> parse(std::span<const std::string> arguments, Globals& globals);

/// The commands of two words that begin with this one: "meeting".
std::vector<const Command*> commands_below(std::string_view head);

/// The command by its name or alias, of one word or two; null when there is none.
const Command* command_named(std::string_view name);

}  // namespace cafe::cmd
