// Opening hours as minutes of a week, of public holidays and of dates, short enough to stand in a page for its script.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace cafe::calendar {

/// Eight parts with `/` between them, Monday to Sunday and public holidays; in each "540-720,840-1020", minutes from
/// midnight (beyond 1440 on the next day), or "=" for those of the day before. A "?" in a part: at other times nobody
/// can tell (« sur rendez-vous », school holidays, the sun). Public holidays are closed unless the hours say otherwise.
/// Behind it, where dates say something else in `year` and the next one, "|" and their part, "@" and the days since
/// 1970 to base 36, "fy4-fyw,g02": August, a day; from the end of these years on, "?". Nothing where nothing can be
/// told: no hours, or each day a "?".
std::string open_week(std::string_view hours, int year, std::span<const std::string> departments);

/// The days since 1970 to base 36, three signs from 1973 to 2097: they compare as texts.
std::string day_number(const Date& day);

}  // namespace cafe::calendar
