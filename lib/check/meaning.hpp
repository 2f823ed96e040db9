// Values whose sense stands in another room: opening hours, schedules; and what one record says twice.
#pragma once

#include "check/inspection.hpp"

namespace cafe::check {

/// Opening hours, schedules and their exceptions, services named by a permanence, the mailbox of one of the fiche's
/// people given as its own. `text` is what the value says.
void check_meaning(const store::Met& met, const std::string& text, Report& report);

}  // namespace cafe::check
