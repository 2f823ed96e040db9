// The commands of a meeting's day and of the days after it; a new one is a file, a line here and a line in
// commands.cpp.
#pragma once

#include "command.hpp"

namespace cafe::cmd {

const Command& meeting_attend_command();
const Command& meeting_note_command();
const Command& meeting_answer_command();
const Command& meeting_done_command();
const Command& meeting_drop_command();
const Command& meeting_close_command();
const Command& meeting_kit_command();
const Command& form_command();
const Command& stats_command();

}  // namespace cafe::cmd
