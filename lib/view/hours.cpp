#include "view/hours.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/date.hpp"
#include "base/text.hpp"
#include "calendar/hours.hpp"
#include "calendar/schedule.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using calendar::DateRange;
using calendar::DaySelector;
using calendar::HoursRule;
using calendar::TimeSpan;
using calendar::YearDay;
using Rows = std::vector<std::pair<std::string, std::string>>;

struct Day {
    std::string_view fr;
    std::string_view en;
    [[nodiscard]] std::string_view in(Lang lang) const { return lang == Lang::fr ? fr : en; }
};
constexpr std::array<Day, 7> week{{{"lundi", "Monday"},
                                   {"mardi", "Tuesday"},
                                   {"mercredi", "Wednesday"},
                                   {"jeudi", "Thursday"},
                                   {"vendredi", "Friday"},
                                   {"samedi", "Saturday"},
                                   {"dimanche", "Sunday"}}};
constexpr Day public_holidays{"jours fériés", "public holidays"};
constexpr Day school_holidays{"vacances scolaires", "school holidays"};

const Day& day_of(int weekday) {
    return week[static_cast<std::size_t>(weekday - 1)];
}

// "1er", "2e", « dernier » of 1, 2, -1.
std::optional<std::string> ordinal(int number, Lang lang) {
    if (number == -1) return lang == Lang::fr ? "dernier" : "last";
    if (number < 1) return std::nullopt;
    if (lang == Lang::fr) return number == 1 ? "1er" : fmt::format("{}e", number);
    constexpr std::array<std::string_view, 5> english{"1st", "2nd", "3rd", "4th", "5th"};
    return std::string(english[static_cast<std::size_t>(number - 1)]);
}

// "Tu[1,3]" → « 1er et 3e mardis du mois ».
std::optional<std::string> nth_days(const DaySelector& selector, Lang lang) {
    std::vector<std::string> spoken;
    for (const int number : selector.nth) {
        auto one = ordinal(number, lang);
        if (!one) return std::nullopt;
        spoken.push_back(std::move(*one));
    }
    const bool several = spoken.size() > 1;
    return fmt::format("{} {}{} {}", list_of(spoken, lang), day_of(selector.first).in(lang), several ? "s" : "",
                       lang == Lang::fr ? "du mois" : "of the month");
}

std::optional<std::string> one_selector(const DaySelector& selector, Lang lang) {
    if (selector.shift != 0) return std::nullopt;
    if (selector.kind == DaySelector::Kind::public_holidays) return std::string(public_holidays.in(lang));
    if (selector.kind == DaySelector::Kind::school_holidays) return std::string(school_holidays.in(lang));
    if (!selector.nth.empty()) return nth_days(selector, lang);
    if (selector.first == selector.last) return std::string(day_of(selector.first).in(lang));
    if (selector.first == 1 && selector.last == 7) return lang == Lang::fr ? "tous les jours" : "every day";
    const std::string_view from = day_of(selector.first).in(lang);
    const std::string_view to = day_of(selector.last).in(lang);
    return lang == Lang::fr ? fmt::format("du {} au {}", from, to) : fmt::format("{} to {}", from, to);
}

std::optional<std::string> days_in_words(const std::vector<DaySelector>& selectors, Lang lang) {
    std::vector<std::string> days;
    for (const DaySelector& selector : selectors) {
        auto one = one_selector(selector, lang);
        if (!one) return std::nullopt;
        days.push_back(std::move(*one));
    }
    return list_of(days, lang);
}

// "Jul", "Jul 01": « juillet », « 1er juillet ».
std::optional<std::string> date_in_words(const YearDay& day, Lang lang) {
    if (day.month == 0) return std::nullopt;
    const std::string month = calendar::month_name(day.month).in(lang);
    const std::string year = day.year > 0 ? fmt::format(" {}", day.year) : "";
    if (day.day == 0) return month + year;
    const bool first = lang == Lang::fr && day.day == 1;
    return fmt::format("{}{} {}{}", day.day, first ? "er" : "", month, year);
}

std::optional<std::string> range_in_words(const DateRange& range, Lang lang) {
    const auto first = date_in_words(range.first, lang);
    const auto last = date_in_words(range.last, lang);
    if (!first || !last || range.open_end) return std::nullopt;
    const bool one_day = range.first.day > 0;
    if (range.first == range.last) {
        if (lang == Lang::en) return *first;
        return one_day ? "le " + *first : "en " + *first;
    }
    if (lang == Lang::en) return fmt::format("{} to {}", *first, *last);
    const bool elided = !one_day && (range.first.month == 4 || range.first.month == 8 || range.first.month == 10);
    return one_day ? fmt::format("du {} au {}", *first, *last)
                   : fmt::format("{}{} à {}", elided ? "d'" : "de ", *first, *last);
}

std::optional<std::string> dates_in_words(const std::vector<DateRange>& ranges, Lang lang) {
    std::vector<std::string> dates;
    for (const DateRange& range : ranges) {
        auto one = range_in_words(range, lang);
        if (!one) return std::nullopt;
        dates.push_back(std::move(*one));
    }
    return list_of(dates, lang);
}

std::optional<std::string> span_in_words(const TimeSpan& span, Lang lang) {
    if (span.from.sun != calendar::ClockTime::Sun::none || span.open_end) return std::nullopt;
    const std::string from = time_in_words(calendar::clock_text(span.from), lang);
    if (!span.until) return lang == Lang::fr ? "à partir de " + from : "from " + from;
    if (span.until->sun != calendar::ClockTime::Sun::none || span.until->minutes > 24 * 60) return std::nullopt;
    return fmt::format("{} – {}", from, time_in_words(calendar::clock_text(*span.until), lang));
}

std::optional<std::string> times_in_words(const HoursRule& rule, Lang lang) {
    if (rule.state == HoursRule::State::unknown) return std::nullopt;
    const bool off = rule.state == HoursRule::State::off;
    std::vector<std::string> spans;
    if (off) spans.emplace_back(lang == Lang::fr ? "fermé" : "closed");
    if (rule.always && !off) spans.emplace_back(lang == Lang::fr ? "jour et nuit" : "day and night");
    for (const TimeSpan& span : rule.times) {
        auto one = span_in_words(span, lang);
        if (!one) return std::nullopt;
        spans.push_back(std::move(*one));
    }
    if (!rule.comment.empty()) spans.push_back(rule.comment);
    if (spans.empty()) return std::nullopt;
    return text::join(spans, ", ");
}

std::optional<std::string> when_in_words(const HoursRule& rule, Lang lang) {
    if (!rule.years.empty() || !rule.weeks.empty()) return std::nullopt;
    std::vector<std::string> parts;
    if (!rule.dates.empty()) {
        auto dates = dates_in_words(rule.dates, lang);
        if (!dates) return std::nullopt;
        parts.push_back(std::move(*dates));
    }
    for (const auto* selectors : {&rule.within, &rule.days}) {
        if (selectors->empty()) continue;
        auto days = days_in_words(*selectors, lang);
        if (!days) return std::nullopt;
        parts.push_back(std::move(*days));
    }
    if (!parts.empty()) return text::join(parts, ", ");
    const bool comment_alone = !rule.always && rule.times.empty() && rule.state == HoursRule::State::open;
    return std::string(comment_alone ? (lang == Lang::fr ? "accueil" : "reception")
                                     : (lang == Lang::fr ? "tous les jours" : "every day"));
}

std::optional<Rows> rules_in_words(const std::vector<HoursRule>& rules, Lang lang) {
    Rows rows;
    for (const HoursRule& rule : rules) {
        auto when = when_in_words(rule, lang);
        auto times = times_in_words(rule, lang);
        if (!when || !times) return std::nullopt;
        rows.emplace_back(std::move(*when), std::move(*times));
    }
    return rows;
}

std::optional<Rows> rules_in_words(std::string_view text, Lang lang) {
    const auto reading = calendar::read_hours(text);
    return reading.hours ? rules_in_words(reading.hours->rules, lang) : std::nullopt;
}

bool is_plain_weekday(const DaySelector& selector) {
    return selector.kind == DaySelector::Kind::weekdays && selector.nth.empty() && selector.shift == 0;
}

// What a rule says about plain weekdays, and the rest of it.
struct Parted {
    std::vector<int> weekdays;
    std::optional<HoursRule> rest;
};

Parted parted(const HoursRule& rule) {
    Parted parts;
    if (!rule.dates.empty() || !rule.within.empty()) {
        parts.rest = rule;
        return parts;
    }
    HoursRule rest = rule;
    rest.days.clear();
    if (rule.days.empty()) parts.weekdays = {1, 2, 3, 4, 5, 6, 7};
    for (const DaySelector& selector : rule.days) {
        if (!is_plain_weekday(selector)) {
            rest.days.push_back(selector);
            continue;
        }
        for (int day = selector.first;; day = day % 7 + 1) {
            parts.weekdays.push_back(day);
            if (day == selector.last) break;
        }
    }
    if (!rest.days.empty()) parts.rest = std::move(rest);
    return parts;
}

bool says_a_day_twice(std::string_view text) {
    const auto reading = calendar::read_hours(text);
    if (!reading.hours) return false;
    std::array<bool, 7> said{};
    for (const HoursRule& rule : reading.hours->rules)
        for (const int day : parted(rule).weekdays)
            if (std::exchange(said[static_cast<std::size_t>(day - 1)], true)) return true;
    return false;
}

}  // namespace

std::string weekday_name(int weekday, Lang lang) {
    return std::string(day_of(weekday).in(lang));
}

std::optional<WeekOfHours> week_of_hours(std::string_view text, Lang lang) {
    const auto reading = calendar::read_hours(text);
    const auto in_words = reading.hours ? rules_in_words(reading.hours->rules, lang) : std::nullopt;
    if (!in_words) return std::nullopt;
    std::array<std::vector<std::string>, 7> said_on;
    WeekOfHours made;
    bool any = false;
    for (std::size_t i = 0; i < in_words->size(); ++i) {
        const HoursRule& rule = reading.hours->rules[i];
        const std::string& times = (*in_words)[i].second;
        if (rule.join == HoursRule::Join::otherwise) return std::nullopt;
        const Parted parts = parted(rule);
        const bool closed_then = rule.state == HoursRule::State::off;
        for (const int day : parts.weekdays) {
            std::vector<std::string>& said = said_on[static_cast<std::size_t>(day - 1)];
            if (rule.join == HoursRule::Join::instead || closed_then) said.clear();
            if (!closed_then) said.push_back(times);
            any = true;
        }
        if (parts.rest) made.besides.emplace_back(capitalised(*when_in_words(*parts.rest, lang)), times);
    }
    for (int day = 1; day <= 7; ++day)
        if (const auto& said = said_on[static_cast<std::size_t>(day - 1)]; !said.empty())
            made.days.push_back({day, text::join(said, ", ")});
    if (!any || made.days.empty()) return std::nullopt;
    return made;
}

std::string time_in_words(std::string_view time, Lang lang) {
    const auto canonical = canonical_time(time);
    if (!canonical) return std::string(time);
    const std::string_view hour = std::string_view(*canonical).substr((*canonical)[0] == '0' ? 1 : 0);
    if (lang == Lang::en) return std::string(hour);
    const std::size_t colon = hour.find(':');
    const std::string_view minutes = hour.substr(colon + 1);
    return minutes == "00" ? fmt::format("{} h", hour.substr(0, colon))
                           : fmt::format("{} h {}", hour.substr(0, colon), minutes);
}

std::optional<Rows> opening_hours(std::string_view text, Lang lang) {
    auto rows = rules_in_words(text, lang);
    if (rows)
        for (auto& [days, times] : *rows) days = capitalised(days);
    return rows;
}

std::optional<Rows> hours_by_days(std::string_view text, Lang lang) {
    const auto worked_out = says_a_day_twice(text) ? week_of_hours(text, lang) : std::nullopt;
    if (!worked_out) return opening_hours(text, lang);
    std::vector<std::pair<std::string, std::vector<DaySelector>>> groups;  // hours, and runs of days
    for (const WeekOfHours::Day& day : worked_out->days) {
        auto group =
            std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == day.times; });
        if (group == groups.end()) group = groups.insert(groups.end(), {day.times, {}});
        auto& runs = group->second;
        if (!runs.empty() && runs.back().last + 1 == day.weekday)
            runs.back().last = day.weekday;
        else
            runs.push_back({.first = day.weekday, .last = day.weekday, .nth = {}});
    }
    constexpr int long_enough = 3;  // « lundi et mardi » is said sooner than « du lundi au mardi »
    Rows rows;
    for (const auto& [times, runs] : groups) {
        std::vector<std::string> days;
        for (const DaySelector& run : runs) {
            if (run.last - run.first + 1 >= long_enough)
                days.push_back(*one_selector(run, lang));
            else
                for (int day = run.first; day <= run.last; ++day) days.emplace_back(day_of(day).in(lang));
        }
        rows.emplace_back(capitalised(list_of(days, lang)), times);
    }
    rows.insert(rows.end(), worked_out->besides.begin(), worked_out->besides.end());
    return rows;
}

std::string hours_in_a_line(const std::string& text, Lang lang) {
    const auto rows = rules_in_words(text, lang);
    if (!rows) return text;
    std::vector<std::string> rules;
    for (const auto& [days, times] : *rows) rules.push_back(days + ", " + times);
    return text::join(rules, lang == Lang::fr ? " ; " : "; ");
}

}  // namespace cafe::view
