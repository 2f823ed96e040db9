#include "calendar/opening.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "calendar/holidays.hpp"

namespace cafe::calendar {

namespace {

using State = HoursRule::State;
using Join = HoursRule::Join;
using Sun = ClockTime::Sun;

constexpr int midnight = 24 * 60;
// What opening_hours.js takes where it does not know the place.
constexpr std::array<int, 5> sun_minutes{0, 5 * 60 + 30, 6 * 60, 18 * 60, 18 * 60 + 30};

int minutes_of(const ClockTime& time) {
    return sun_minutes[static_cast<std::size_t>(time.sun)] + time.minutes;
}

// ---- Which days ----------------------------------------------------------------------------------------------------

bool in_numbers(const std::vector<NumberRange>& ranges, int number) {
    return std::any_of(ranges.begin(), ranges.end(), [number](const NumberRange& range) {
        const bool runs_on = range.last > 0 && range.last < range.first;  // week 50-02
        const bool inside = runs_on ? number >= range.first || number <= range.last
                                    : number >= range.first && (range.last == 0 || number <= range.last);
        return inside &&
               (runs_on ? number % range.step == range.first % range.step : (number - range.first) % range.step == 0);
    });
}

// ISO 8601: the week of its Thursday.
int week_of(const Date& day) {
    const Date thursday = day.plus_days(4 - day.weekday());
    const Date first{thursday.year, 1, 1};
    return (thursday.days_since_1970() - first.days_since_1970()) / 7 + 1;
}

// The first or the last day that is meant, in a year.
Date day_in(const YearDay& said, int year, bool last) {
    if (said.year > 0) year = said.year;
    if (said.month == 0) return easter(year).plus_days(said.shift);
    Date day{year, said.month, said.day};
    const int longest = days_in(year, said.month);
    if (said.day == 0) day.day = last ? longest : 1;
    if (day.day > longest) day.day = longest;  // 29 February of a common year
    return day;
}

bool in_range(const DateRange& range, const Date& day) {
    const Date first = day_in(range.first, day.year, false);
    if (range.open_end) return day >= first;
    const Date last = day_in(range.last, day.year, true);
    if (first <= last) return day >= first && day <= last;
    // Over the turn of the year: of each year, or of the one that is named.
    if (range.first.year == 0) return day >= first || day <= last;
    return day >= first && day <= Date{last.year + 1, last.month, last.day};
}

bool is_nth(const DaySelector& selector, const Date& day) {
    if (selector.nth.empty()) return true;
    const int from_front = (day.day - 1) / 7 + 1;
    const int from_back = -((days_in(day.year, day.month) - day.day) / 7 + 1);
    return std::any_of(selector.nth.begin(), selector.nth.end(),
                       [&](int nth) { return nth == from_front || nth == from_back; });
}

bool between_days(const DaySelector& selector, int weekday) {
    return selector.first <= selector.last ? weekday >= selector.first && weekday <= selector.last
                                           : weekday >= selector.first || weekday <= selector.last;
}

bool is_meant(const DaySelector& selector, const Date& today, const DayKinds& kinds) {
    const Date day = today.plus_days(-selector.shift);
    switch (selector.kind) {
        case DaySelector::Kind::public_holidays: return kinds.is_public_holiday(day);
        case DaySelector::Kind::school_holidays: return kinds.is_school_holiday(day);
        case DaySelector::Kind::weekdays: break;
    }
    return between_days(selector, day.weekday()) && is_nth(selector, day);
}

bool any_is_meant(const std::vector<DaySelector>& selectors, const Date& day, const DayKinds& kinds) {
    return selectors.empty() || std::any_of(selectors.begin(), selectors.end(),
                                            [&](const DaySelector& one) { return is_meant(one, day, kinds); });
}

bool holds_on(const HoursRule& rule, const Date& day, const DayKinds& kinds) {
    if (!rule.years.empty() && !in_numbers(rule.years, day.year)) return false;
    if (!rule.dates.empty() && std::none_of(rule.dates.begin(), rule.dates.end(),
                                            [&](const DateRange& range) { return in_range(range, day); }))
        return false;
    if (!rule.weeks.empty() && !in_numbers(rule.weeks, week_of(day))) return false;
    return any_is_meant(rule.within, day, kinds) && any_is_meant(rule.days, day, kinds);
}

bool names_days(const HoursRule& rule) {
    return !rule.years.empty() || !rule.dates.empty() || !rule.weeks.empty() || !rule.within.empty() ||
           !rule.days.empty();
}

// ---- Which hours ---------------------------------------------------------------------------------------------------

// A comment alone says under what condition: "Mo 09:00-12:00 \"sur rendez-vous\"" is not open to whoever comes.
bool is_sure(const HoursRule& rule) {
    return rule.state == State::open && (rule.comment.empty() || rule.surely);
}

struct Part {
    Stretch stretch;
    bool of_night_before = false;
};
using Line = std::vector<Part>;  // of one day, midnight to midnight, by time

Stretch plain(int from, int until, const HoursRule& rule) {
    Stretch stretch;
    stretch.from = from;
    stretch.until = until;
    stretch.sure = is_sure(rule);
    stretch.said = {ClockTime{from, Sun::none}, ClockTime{until, Sun::none}, false};
    stretch.comment = rule.comment;
    return stretch;
}

int guessed_end(int from) {
    constexpr int evening = 17 * 60;
    constexpr int night = 22 * 60;
    return from >= night ? from + 8 * 60 : from >= evening ? from + 10 * 60 : midnight;
}

// An end that nobody knows comes before the next beginning that is told behind it.
int next_beginning(const HoursRule& rule, std::size_t at, int from, int until) {
    for (++at; at < rule.times.size(); ++at)
        if (const int begin = minutes_of(rule.times[at].from); begin > from) until = std::min(until, begin);
    return until;
}

// The stretches of a rule, from its day's midnight on, beyond the next one too.
std::vector<Stretch> stretches_of(const HoursRule& rule) {
    if (rule.times.empty()) {
        Stretch whole = plain(0, midnight, rule);
        whole.timed = rule.always;
        return {whole};
    }
    std::vector<Stretch> found;
    for (std::size_t i = 0; i < rule.times.size(); ++i) {
        const TimeSpan& span = rule.times[i];
        const int from = minutes_of(span.from);
        Stretch stretch = plain(from, midnight, rule);
        stretch.said = span;
        stretch.by_sun = span.from.sun != Sun::none || (span.until && span.until->sun != Sun::none);
        if (!span.until) {
            stretch.until = next_beginning(rule, i, from, guessed_end(from));
            stretch.sure = false;
            found.push_back(std::move(stretch));
            continue;
        }
        stretch.until = minutes_of(*span.until);
        if (stretch.until < from || (stretch.until == from && !stretch.by_sun)) stretch.until += midnight;
        if (span.open_end) {
            const int end = next_beginning(rule, i, stretch.until, guessed_end(stretch.until));
            Stretch tail = plain(stretch.until, end, rule);
            tail.sure = false;
            tail.told = false;
            found.push_back(tail);
        }
        found.push_back(std::move(stretch));
    }
    return found;
}

void cut_out(Line& line, int from, int until) {
    Line left;
    for (Part& part : line) {
        Stretch& stretch = part.stretch;
        if (until <= stretch.from || stretch.until <= from) {
            left.push_back(std::move(part));
            continue;
        }
        if (stretch.from < from) {
            Part before = part;
            before.stretch.until = from;
            before.stretch.said.until = ClockTime{from, Sun::none};
            before.stretch.said.open_end = false;
            left.push_back(std::move(before));
        }
        if (until < stretch.until) {
            stretch.from = until;
            stretch.said.from = ClockTime{until, Sun::none};
            left.push_back(std::move(part));
        }
    }
    line = std::move(left);
}

void put_in(Line& line, Part part) {
    cut_out(line, part.stretch.from, part.stretch.until);
    const auto behind =
        std::find_if(line.begin(), line.end(), [&](const Part& one) { return one.stretch.from >= part.stretch.until; });
    line.insert(behind, std::move(part));
}

// Where the line has nothing.
void fill_in(Line& line, const Part& part) {
    const Line before = line;
    int from = part.stretch.from;
    const auto add = [&](int begin, int end) {
        if (begin >= end) return;
        Part piece = part;
        if (begin != part.stretch.from) piece.stretch.said.from = ClockTime{begin, Sun::none};
        if (end != part.stretch.until) piece.stretch.said.until = ClockTime{end, Sun::none};
        piece.stretch.from = begin;
        piece.stretch.until = end;
        put_in(line, std::move(piece));
    };
    for (const Part& one : before) {
        if (one.stretch.until <= from) continue;
        add(from, std::min(one.stretch.from, part.stretch.until));
        from = std::max(from, one.stretch.until);
    }
    add(from, part.stretch.until);
}

struct Holding {
    const HoursRule* rule;
    bool of_night_before;
};

bool goes_through_midnight(const HoursRule& rule) {
    if (rule.times.empty()) return false;
    const auto stretches = stretches_of(rule);
    return std::any_of(stretches.begin(), stretches.end(), [](const Stretch& one) { return one.until > midnight; });
}

template <class Holds>
std::vector<Holding> rules_holding(const Hours& hours, const Holds& holds) {
    std::vector<Holding> found;
    for (std::size_t i = 0; i < hours.rules.size(); ++i) {
        const HoursRule& rule = hours.rules[i];
        if (holds(rule, false)) {
            const bool speaks = names_days(rule) || (i > 0 && is_sure(rule) && !names_days(hours.rules[i - 1]));
            if (speaks && rule.state != State::off && rule.join == Join::instead) found.clear();
            found.push_back({&rule, false});
        }
        if (goes_through_midnight(rule) && holds(rule, true)) found.push_back({&rule, true});
    }
    return found;
}

void take_up(Line& line, const Holding& holding) {
    const HoursRule& rule = *holding.rule;
    for (Stretch& stretch : stretches_of(rule)) {
        if (holding.of_night_before) {
            if (stretch.until <= midnight) continue;
            stretch.from = std::max(0, stretch.from - midnight);
            stretch.until -= midnight;
        } else {
            stretch.until = std::min(stretch.until, midnight);
            if (stretch.from >= stretch.until) continue;
        }
        const Part part{std::move(stretch), holding.of_night_before};
        if (rule.state == State::off && rule.join == Join::otherwise) continue;  // closed where nobody is there
        if (rule.state == State::off)
            cut_out(line, part.stretch.from, part.stretch.until);
        else if (rule.join == Join::otherwise)
            fill_in(line, part);
        else
            put_in(line, part);
    }
}

Line line_of(const std::vector<Holding>& rules) {
    Line line;
    for (const Holding& each : rules) take_up(line, each);
    return line;
}

bool says_the_same(const Stretch& a, const Stretch& b) {
    return a.sure == b.sure && a.timed == b.timed && a.told == b.told && !a.by_sun && !b.by_sun &&
           a.comment == b.comment && a.said.until && b.said.until && !a.said.open_end;
}

std::vector<Stretch> of_the_day(const Line& line, const Line& next_day) {
    std::vector<Stretch> found;
    for (const Part& part : line) {
        if (part.of_night_before) continue;
        Stretch stretch = part.stretch;
        if (!found.empty() && found.back().until == stretch.from && says_the_same(found.back(), stretch)) {
            found.back().until = stretch.until;
            found.back().said.until = stretch.said.until;
            found.back().said.open_end = stretch.said.open_end;
        } else {
            found.push_back(std::move(stretch));
        }
    }
    for (const Part& part : next_day) {
        if (!part.of_night_before) continue;
        Stretch stretch = part.stretch;
        stretch.from += midnight;
        stretch.until += midnight;
        const bool goes_on = !found.empty() && found.back().until == stretch.from &&
                             found.back().sure == stretch.sure && found.back().comment == stretch.comment;
        if (goes_on)
            found.back().until = stretch.until;
        else
            found.push_back(std::move(stretch));
    }
    // An end that a rule of the next day took away is told as it is.
    for (Stretch& stretch : found)
        if (stretch.until == midnight && stretch.said.until && stretch.said.until->sun == Sun::none)
            stretch.said.until = ClockTime{midnight, Sun::none};
    return found;
}

std::optional<HoursRule> closing(const std::vector<Holding>& rules) {
    for (auto each = rules.rbegin(); each != rules.rend(); ++each)
        if (each->rule->state == State::off && each->rule->times.empty()) return *each->rule;
    return std::nullopt;
}

template <class Today, class Tomorrow>
DayHours worked_out(const Hours& hours, const Today& today, const Tomorrow& tomorrow) {
    const auto rules = rules_holding(hours, today);
    const Line line = line_of(rules);
    DayHours day;
    const bool has_nights = std::any_of(hours.rules.begin(), hours.rules.end(), goes_through_midnight);
    day.stretches = of_the_day(line, has_nights ? line_of(rules_holding(hours, tomorrow)) : Line{});
    if (day.stretches.empty()) day.closed_by = closing(rules);
    return day;
}

bool speaks_of(const Hours& hours, DaySelector::Kind kind) {
    const auto is_one = [kind](const DaySelector& selector) { return selector.kind == kind; };
    return std::any_of(hours.rules.begin(), hours.rules.end(), [&](const HoursRule& rule) {
        return std::any_of(rule.days.begin(), rule.days.end(), is_one) ||
               std::any_of(rule.within.begin(), rule.within.end(), is_one);
    });
}

}  // namespace

DayHours hours_on(const Hours& hours, const Date& day, const DayKinds& kinds) {
    const auto on = [&kinds](const Date& date) {
        return [&kinds, date](const HoursRule& rule, bool night_before) {
            return holds_on(rule, night_before ? date.plus_days(-1) : date, kinds);
        };
    };
    return worked_out(hours, on(day), on(day.plus_days(1)));
}

DayHours hours_of_weekday(const Hours& hours, int weekday) {
    const auto on = [](int day) {
        return [day](const HoursRule& rule, bool night_before) {
            if (!rule.years.empty() || !rule.dates.empty() || !rule.weeks.empty() || !rule.within.empty()) return false;
            const int meant = night_before ? (day + 5) % 7 + 1 : day;
            return rule.days.empty() || std::any_of(rule.days.begin(), rule.days.end(), [&](const DaySelector& one) {
                       return one.kind == DaySelector::Kind::weekdays && one.nth.empty() && one.shift == 0 &&
                              between_days(one, meant);
                   });
        };
    };
    return worked_out(hours, on(weekday), on(weekday % 7 + 1));
}

bool is_weekly(const HoursRule& rule) {
    return rule.years.empty() && rule.dates.empty() && rule.weeks.empty() && rule.within.empty() &&
           std::all_of(rule.days.begin(), rule.days.end(), [](const DaySelector& one) {
               return one.kind == DaySelector::Kind::weekdays && one.nth.empty() && one.shift == 0;
           });
}

bool speaks_of_public_holidays(const Hours& hours) {
    return speaks_of(hours, DaySelector::Kind::public_holidays) ||
           std::any_of(hours.rules.begin(), hours.rules.end(), [](const HoursRule& rule) { return rule.always; });
}

bool speaks_of_school_holidays(const Hours& hours) {
    return speaks_of(hours, DaySelector::Kind::school_holidays);
}

PublicHolidays::PublicHolidays(int first_year, int last_year, std::span<const std::string> departments) {
    for (int year = first_year; year <= last_year; ++year)
        for (const PublicHoliday& holiday : public_holidays(year, departments)) days_.push_back(holiday.date);
}

bool PublicHolidays::operator()(const Date& day) const {
    return std::binary_search(days_.begin(), days_.end(), day);
}

}  // namespace cafe::calendar
