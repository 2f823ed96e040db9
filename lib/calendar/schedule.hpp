// When a café meets, as people write it: "first friday", « dernier jeudi de mars et d'octobre » → the days of a year.
#pragma once

#include <compare>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace cafe::calendar {

/// A day of the week in a month.
struct DayOfMonth {
    int nth = 0;      ///< 1 to 5 from the start, -1 the last, -2 the last but one; 0: each of them, every week
    int weekday = 1;  ///< 1 is Monday, 7 is Sunday
    auto operator<=>(const DayOfMonth&) const = default;
};

struct Schedule {
    std::vector<DayOfMonth> days;  ///< in order, each once; never empty once it was read
    std::vector<int> months;       ///< 1 to 12 in order; empty: all of them
    bool operator==(const Schedule&) const = default;
};

/// Reads "first friday", "third tuesday of odd months", "last thursday of march and october", "first and third monday
/// from september to june", "every friday" and their French: « premier vendredi », « 3e mardi des mois impairs »,
/// « chaque vendredi ». Case, accents and articles do not count. Nothing is guessed: « un vendredi sur deux » does not
/// say which. The Error, of kind usage, quotes what was not understood; its remedy is a way to write it.
Result<Schedule> read_schedule(std::string_view text);

/// The days of a year, in order, each once. A fifth Friday is left out of months that have four.
std::vector<Date> dates_in(const Schedule& schedule, int year);

/// « le premier vendredi du mois » / "the first Friday of the month"; each in its own words whatever was written.
Words in_words(const Schedule& schedule);

/// One item of a schedule's `except`.
struct Exception {
    std::vector<int> months;   ///< 1 to 12; empty when it is about no month
    std::optional<Date> date;  ///< one day
    bool public_holidays = false;
    bool operator==(const Exception&) const = default;
};

/// Reads "august", « juillet à août », `2026-12-04`, `public-holidays`, « jours fériés ». Errors as above.
Result<Exception> read_exception(std::string_view text);

/// "août" / "August". `month` is 1 to 12.
Words month_name(int month);

}  // namespace cafe::calendar
