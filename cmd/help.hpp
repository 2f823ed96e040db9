// Help, written from the declarations of the commands.
#pragma once

#include <span>
#include <string>

#include "command.hpp"

namespace cafe::cmd {

/// What `cafe help NAME` explains besides the commands.
struct Topic {
    std::string_view name;
    Label summary;
    Label text;  ///< as it is printed, at most 80 columns wide
};

std::span<const Topic> help_topics();

/// What a group of commands is called: "Ask and check".
Label title_of(Group group);
/// "-o, --output DIR".
std::string option_in_words(const Option& option, Lang lang);

/// What `cafe` and `cafe help` print: every command in a line, grouped by purpose.
std::string overview(Lang lang, std::size_t width = 80);
/// What the commands that begin with one word do: "meeting".
std::string help_below(std::string_view head, Lang lang, std::size_t width = 80);
/// What `cafe help COMMAND` prints.
std::string help_for(const Command& command, Lang lang, std::size_t width = 80);

/// How wide help is on the terminal; 80 away from one.
std::size_t help_width(const World& world);

}  // namespace cafe::cmd
