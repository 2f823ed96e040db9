// What opening hours say for one day, worked out as OpenStreetMap's specification does. opening_hours.js is the oracle
// (tests/oracle/hours.sh).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "calendar/hours.hpp"

namespace cafe::calendar {

/// What hours may ask about a day besides its date.
struct DayKinds {
    std::function<bool(const Date&)> is_public_holiday;
    std::function<bool(const Date&)> is_school_holiday;
};

/// A part of a day when somebody is there, or may be.
struct Stretch {
    int from = 0;         ///< minutes from midnight
    int until = 0;        ///< beyond 24 hours: on the next day
    bool sure = true;     ///< false: « sur rendez-vous », an end that nobody knows
    bool timed = true;    ///< false: the rule gives no times, it is the whole day or what other rules leave of it
    bool told = true;     ///< false: what may follow a known end ("09:00-12:00+"), which `said` tells already
    bool by_sun = false;  ///< an end is sunrise, sunset, dawn or dusk, reckoned at 6:00, 18:00, 5:30 and 18:30
    TimeSpan said;        ///< as it is told: "18:00+", "sunrise-12:00"; plain times where another rule cuts it
    std::string comment;
    bool operator==(const Stretch&) const = default;
};

struct DayHours {
    std::vector<Stretch> stretches;      ///< by time, apart from each other; those that begin on this day
    std::optional<HoursRule> closed_by;  ///< the last rule that says « fermé » of the whole day; none besides it holds
    bool operator==(const DayHours&) const = default;
};

/// A rule without days, dates or times replaces nothing unless the rule before is one too; « fermé » takes its times
/// away and nothing else; hours of a night end at midnight where a rule replaces those of the next day.
DayHours hours_on(const Hours& hours, const Date& day, const DayKinds& kinds);

/// The hours of a weekday (1 is Monday) in any week: rules about anything but plain weekdays are passed over.
DayHours hours_of_weekday(const Hours& hours, int weekday);

/// Speaks of nothing but plain weekdays: the same hours each week.
bool is_weekly(const HoursRule& rule);

/// Says anything about public holidays (24/7 does), so that they are no reason to ask.
bool speaks_of_public_holidays(const Hours& hours);
bool speaks_of_school_holidays(const Hours& hours);

/// Whether a date is a public holiday there. Years are reckoned once.
class PublicHolidays {
public:
    PublicHolidays(int first_year, int last_year, std::span<const std::string> departments);
    [[nodiscard]] bool operator()(const Date& day) const;

private:
    std::vector<Date> days_;
};

}  // namespace cafe::calendar
