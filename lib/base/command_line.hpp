// A command line that a person put into a variable (PAGER, EDITOR), cut into words without a shell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cafe {

struct CommandLine {
    std::vector<std::pair<std::string, std::string>> variables;  ///< `NAME=value` before the program
    std::vector<std::string> arguments;                          ///< the program first; none in a blank text
    bool operator==(const CommandLine&) const = default;
};

/// Words are parted by blanks; '…' keeps all as it is, in "…" and outside a backslash keeps the next character. Nothing
/// when a quote stays open, or where only a shell could say what is meant: an unquoted | & ; < > ( ) $ ` * ? [ ~ or #
/// at the start of a word, a $ or ` in double quotes. Nothing is ever expanded.
std::optional<CommandLine> split_command_line(std::string_view text);

}  // namespace cafe
