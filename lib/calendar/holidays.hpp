// The public holidays of France, computed for any year, and the bridge days beside them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"

namespace cafe::calendar {

struct PublicHoliday {
    Date date;
    std::string_view key;                       ///< for programs: "labour-day"
    Words name;                                 ///< as it stands in a sentence: "Fête du Travail"
    std::vector<std::string_view> departments;  ///< where it is one; empty: in all of France
};

/// Easter Sunday of the Gregorian calendar, years 1900 to 2199 (Meeus, Astronomical Algorithms, chapter 8).
Date easter(int year);

/// The days that the Code du travail names today (L3133-1; L3134-13 for Alsace and Moselle; L3422-2 overseas), by date,
/// for any year, also one before the law. Those of a département only when it is among `departments` ("47", "2A",
/// "974"). Two may fall on one day: Ascension and Labour Day in 2008.
std::vector<PublicHoliday> public_holidays(int year, std::span<const std::string> departments = {});

/// The holiday that a day is, the first of two; nothing for an ordinary day.
std::optional<PublicHoliday> holiday_on(const Date& day, std::span<const std::string> departments = {});

/// A working day with none on either side: the Friday after Ascension, a Monday before 14 July. Many houses are closed.
bool is_bridge(const Date& day, std::span<const std::string> departments = {});

}  // namespace cafe::calendar
