// Which pager long answers go through.
#pragma once

#include "command.hpp"

namespace cafe::cmd {

/// Lets the answers of a command that only asks be shown page by page, where a person looks at a terminal that can: by
/// CAFE_PAGER, else PAGER, else less. Empty or `cat` means none. With LESS unset less gets FRX (as git has it): short
/// answers are shown at once, colours stay colours, the screen is not cleared.
void use_pager(World& world, const Command& command);

}  // namespace cafe::cmd
