#include "facts/opening.hpp"

#include <algorithm>

namespace cafe::facts {

namespace {

Opening::State state_of(const calendar::DayHours& hours) {
    if (hours.stretches.empty()) return Opening::State::closed;
    // An end that nobody knows ("14:00+") is no appointment.
    const bool any_open = std::any_of(hours.stretches.begin(), hours.stretches.end(),
                                      [](const auto& one) { return one.sure || (one.comment.empty() && one.timed); });
    return any_open ? Opening::State::open : Opening::State::by_appointment;
}

}  // namespace

Opening opening_on(std::string_view hours, const Date& day, std::span<const std::string> departments) {
    Opening opening;
    opening.date = day;
    if (hours.empty()) return opening;
    const auto reading = calendar::read_hours(hours);
    if (!reading.hours) return opening;
    opening.holiday = calendar::holiday_on(day, departments);
    const calendar::PublicHolidays holidays(day.year - 1, day.year + 1, departments);
    const auto on_day = [&](bool school_holiday) {
        return calendar::hours_on(*reading.hours, day,
                                  {holidays, [school_holiday](const Date&) { return school_holiday; }});
    };
    opening.hours = on_day(false);
    opening.state = state_of(opening.hours);
    if (calendar::speaks_of_school_holidays(*reading.hours)) {
        opening.in_school_holidays = on_day(true);
        if (opening.in_school_holidays.stretches != opening.hours.stretches)
            opening.state = Opening::State::school_holidays;
    }
    // Closed is closed, holiday or not.
    const bool silent = opening.holiday && !calendar::speaks_of_public_holidays(*reading.hours);
    if (silent && opening.state != Opening::State::closed) opening.state = Opening::State::public_holiday;
    return opening;
}

std::string_view key_of(Opening::State state) {
    switch (state) {
        case Opening::State::unsaid: break;
        case Opening::State::open: return "open";
        case Opening::State::closed: return "closed";
        case Opening::State::by_appointment: return "appointment";
        case Opening::State::school_holidays: return "school_holidays";
        case Opening::State::public_holiday: return "public_holiday";
    }
    return "";
}

}  // namespace cafe::facts
