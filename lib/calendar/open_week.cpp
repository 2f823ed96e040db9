#include "calendar/open_week.hpp"

#include <array>
#include <optional>
#include <vector>

#include "calendar/hours.hpp"

namespace cafe::calendar {

namespace {

constexpr std::size_t holidays = 7;
using Week = std::array<std::vector<std::pair<int, int>>, 8>;

// The days of a rule, or nothing where it does not mean the same days each week.
std::optional<std::vector<std::size_t>> days_of(const HoursRule& rule) {
    if (!rule.years.empty() || !rule.dates.empty() || !rule.weeks.empty() || !rule.within.empty()) return std::nullopt;
    if (rule.days.empty() && !rule.always) return std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6};
    if (rule.days.empty()) return std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, holidays};
    std::vector<std::size_t> days;
    for (const DaySelector& selector : rule.days) {
        if (selector.kind == DaySelector::Kind::school_holidays || !selector.nth.empty() || selector.shift != 0)
            return std::nullopt;
        if (selector.kind == DaySelector::Kind::public_holidays) {
            days.push_back(holidays);
            continue;
        }
        for (int day = selector.first;; day = day % 7 + 1) {
            days.push_back(static_cast<std::size_t>(day - 1));
            if (day == selector.last) break;
        }
    }
    return days;
}

constexpr int midnight = 24 * 60;

std::optional<std::vector<std::pair<int, int>>> times_of(const HoursRule& rule) {
    using State = HoursRule::State;
    if (rule.state == State::off) return std::vector<std::pair<int, int>>{};
    if (rule.state == State::unknown) return std::nullopt;
    if (rule.always || (rule.times.empty() && rule.comment.empty()))
        return std::vector<std::pair<int, int>>{{0, midnight}};
    std::vector<std::pair<int, int>> times;
    for (const TimeSpan& span : rule.times) {
        const bool by_sun =
            span.from.sun != ClockTime::Sun::none || (span.until && span.until->sun != ClockTime::Sun::none);
        if (by_sun || !span.until || span.open_end) return std::nullopt;
        // Through the night: the morning's part is left out rather than told for the wrong day.
        const int until = span.until->minutes > span.from.minutes ? std::min(span.until->minutes, midnight) : midnight;
        times.emplace_back(span.from.minutes, until);
    }
    if (times.empty()) return std::nullopt;
    return times;
}

}  // namespace

std::string open_week(std::string_view hours) {
    if (hours.empty()) return "";
    const auto read = read_hours(hours);
    if (!read.hours) return "";
    Week week;
    for (const HoursRule& rule : read.hours->rules) {
        const auto days = days_of(rule);
        const auto times = times_of(rule);
        if (!days || !times || rule.join == HoursRule::Join::otherwise) return "";
        for (const std::size_t day : *days) {
            if (rule.join == HoursRule::Join::instead) week[day].clear();
            week[day].insert(week[day].end(), times->begin(), times->end());
        }
    }
    std::string out;
    for (std::size_t day = 0; day < week.size(); ++day) {
        if (day > 0) out += '/';
        if (day > 0 && !week[day].empty() && week[day] == week[day - 1]) {
            out += '=';
            continue;
        }
        for (std::size_t i = 0; i < week[day].size(); ++i)
            out += (i == 0 ? "" : ",") + std::to_string(week[day][i].first) + '-' + std::to_string(week[day][i].second);
    }
    return out;
}

}  // namespace cafe::calendar
