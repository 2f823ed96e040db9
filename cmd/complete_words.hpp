// What the declarations of commands offer to whoever types one.
#pragma once

#include <string>
#include <vector>

#include "base/words.hpp"
#include "complete_line.hpp"
#include "view/offers.hpp"

namespace cafe::cmd {

/// The options of the line's command and of all commands that were not given yet, or may be again.
view::Offers offered_options(const CommandLine& line, Lang lang, const std::string& typed);

/// The next word of every command that begins with `heads`. What follows a first word alone ("meeting") is named.
view::Offers offered_commands(const std::vector<std::string>& heads, Lang lang, const std::string& typed);

/// What `help` explains: commands, and topics as the first word.
view::Offers offered_topics(const std::vector<std::string>& words, Lang lang, const std::string& typed);

}  // namespace cafe::cmd
