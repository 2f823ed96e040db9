// Opening hours as minutes of a week and of public holidays, short enough to stand in a page for its script.
#pragma once

#include <string>
#include <string_view>

namespace cafe::calendar {

/// Eight parts with `/` between them, Monday to Sunday and public holidays; in each "540-720,840-1020", minutes from
/// midnight, or "=" for those of the day before. Public holidays are closed unless the hours say otherwise. Nothing
/// where a week does not say it all: dates, weeks, the first Tuesday of the month, school holidays, the sun, « sur
/// rendez-vous », or no hours at all.
std::string open_week(std::string_view hours);

}  // namespace cafe::calendar
