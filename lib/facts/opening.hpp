// Whether somebody is there on a day. Everything that tells a person hours of a day asks here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "calendar/holidays.hpp"
#include "calendar/opening.hpp"

namespace cafe::facts {

struct Opening {
    enum class State {
        unsaid,           ///< no hours, or none that are understood
        open,             ///< at the stretches of `hours`
        closed,           ///< `hours.closed_by` may say why
        by_appointment,   ///< nobody is there without
        school_holidays,  ///< it depends on them, and nobody here knows their dates: call
        public_holiday,   ///< it is one, and the hours do not speak of it: call
    };
    State state = State::unsaid;
    Date date;
    calendar::DayHours hours;               ///< of a day outside school holidays
    calendar::DayHours in_school_holidays;  ///< where it depends on them
    std::optional<calendar::PublicHoliday> holiday;
};

Opening opening_on(std::string_view hours, const Date& day, std::span<const std::string> departments);

/// For programs: "open", "closed", "appointment", "school_holidays", "public_holiday"; empty where nothing is said.
std::string_view key_of(Opening::State state);

}  // namespace cafe::facts
