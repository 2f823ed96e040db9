#include "view/hours.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "base/date.hpp"
#include "base/text.hpp"
#include "calendar/hours.hpp"
#include "calendar/opening.hpp"
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
std::string ordinal(int number, Lang lang) {
    constexpr std::array<std::string_view, 5> english{"1st", "2nd", "3rd", "4th", "5th"};
    if (number == -1) return lang == Lang::fr ? "dernier" : "last";
    if (number == -2) return lang == Lang::fr ? "avant-dernier" : "last but one";
    const std::string_view spoken = english[static_cast<std::size_t>(std::clamp(std::abs(number), 1, 5) - 1)];
    if (number < 0)
        return lang == Lang::fr ? fmt::format("{}e à partir de la fin", -number) : fmt::format("{} to last", spoken);
    if (lang == Lang::fr) return number == 1 ? "1er" : fmt::format("{}e", number);
    return std::string(spoken);
}

// "Tu[1,3]" → « 1er et 3e mardis du mois ».
std::string nth_days(const DaySelector& selector, Lang lang) {
    std::vector<std::string> spoken;
    for (const int number : selector.nth) spoken.push_back(ordinal(number, lang));
    const bool several = spoken.size() > 1;
    return fmt::format("{} {}{} {}", list_of(spoken, lang), day_of(selector.first).in(lang), several ? "s" : "",
                       lang == Lang::fr ? "du mois" : "of the month");
}

std::string days_count(int days, Lang lang) {
    const std::string_view one = lang == Lang::fr ? "jour" : "day";
    return fmt::format("{} {}{}", days, one, days == 1 ? "" : "s");
}

std::string unshifted(const DaySelector& selector, Lang lang) {
    if (selector.kind == DaySelector::Kind::public_holidays) return std::string(public_holidays.in(lang));
    if (selector.kind == DaySelector::Kind::school_holidays) return std::string(school_holidays.in(lang));
    if (!selector.nth.empty()) return nth_days(selector, lang);
    if (selector.first == selector.last) return std::string(day_of(selector.first).in(lang));
    if (selector.first == 1 && selector.last == 7) return lang == Lang::fr ? "tous les jours" : "every day";
    const std::string_view from = day_of(selector.first).in(lang);
    const std::string_view to = day_of(selector.last).in(lang);
    return lang == Lang::fr ? fmt::format("du {} au {}", from, to) : fmt::format("{} to {}", from, to);
}

// « lendemain : jours fériés », « 2 jours après : 1er mardi du mois ».
std::string one_selector(const DaySelector& selector, Lang lang) {
    std::string days = unshifted(selector, lang);
    if (selector.shift == 0) return days;
    const bool later = selector.shift > 0;
    const bool next = selector.shift == 1 || selector.shift == -1;
    if (lang == Lang::en)
        return fmt::format("{} {} {}", next ? "the day" : days_count(std::abs(selector.shift), lang),
                           later ? "after" : "before", days);
    const bool holidays = selector.kind != DaySelector::Kind::weekdays;
    if (next) return fmt::format("{} {} {}", later ? "lendemain" : "veille", holidays ? "des" : "du", days);
    return fmt::format("{} {} {} {}", days_count(std::abs(selector.shift), lang), later ? "après" : "avant",
                       holidays ? "les" : "le", days);
}

std::string days_in_words(const std::vector<DaySelector>& selectors, Lang lang) {
    std::vector<std::string> days;
    for (const DaySelector& selector : selectors) days.push_back(one_selector(selector, lang));
    return list_of(days, lang);
}

bool is_one_weekday(const DaySelector& selector) {
    return selector.kind == DaySelector::Kind::weekdays && selector.first == selector.last && selector.nth.empty() &&
           selector.shift == 0;
}

// « mardis », « lundis et mardis »; nothing where a range or a rank is among them.
std::optional<std::string> days_in_plural(const std::vector<DaySelector>& selectors, Lang lang) {
    std::vector<std::string> days;
    for (const DaySelector& selector : selectors) {
        if (!is_one_weekday(selector)) return std::nullopt;
        days.push_back(std::string(day_of(selector.first).in(lang)) + "s");
    }
    if (days.empty()) return std::nullopt;
    return list_of(days, lang);
}

// "PH Su" → « dimanches fériés », "SH Mo-Fr" → « pendant les vacances scolaires, du lundi au vendredi ».
std::string days_within(const HoursRule& rule, Lang lang) {
    const auto is_public = [](const DaySelector& one) {
        return one.kind == DaySelector::Kind::public_holidays && one.shift == 0;
    };
    const bool only_public = std::all_of(rule.within.begin(), rule.within.end(), is_public);
    const std::string days = days_in_words(rule.days, lang);
    if (only_public) {
        if (const auto plural = days_in_plural(rule.days, lang))
            return lang == Lang::fr ? *plural + " fériés" : *plural + " that are public holidays";
        return lang == Lang::fr ? "jours fériés, " + days : "public holidays, " + days;
    }
    const std::string holidays = days_in_words(rule.within, lang);
    const bool only_school = std::all_of(rule.within.begin(), rule.within.end(), [](const DaySelector& one) {
        return one.kind == DaySelector::Kind::school_holidays;
    });
    if (!only_school) return holidays + ", " + days;
    return (lang == Lang::fr ? "pendant les " : "in the ") + holidays + ", " + days;
}

// "Jul", "Jul 01": « juillet », « 1er juillet ».
std::string date_in_words(const YearDay& day, Lang lang) {
    const std::string year = day.year > 0 ? fmt::format(" {}", day.year) : "";
    if (day.month == 0) {
        const std::string sunday = (lang == Lang::fr ? "Pâques" : "Easter") + year;
        if (day.shift == 0) return sunday;
        const std::string days = days_count(std::abs(day.shift), lang);
        if (lang == Lang::en) return fmt::format("{} {} {}", days, day.shift > 0 ? "after" : "before", sunday);
        return fmt::format("{} {} {}", days, day.shift > 0 ? "après" : "avant", sunday);
    }
    const std::string month = calendar::month_name(day.month).in(lang);
    if (day.day == 0) return month + year;
    const bool first = lang == Lang::fr && day.day == 1;
    return fmt::format("{}{} {}{}", day.day, first ? "er" : "", month, year);
}

// « d'août à octobre », « du 24 décembre au 2 janvier », « de Pâques à septembre ».
std::string range_in_words(const DateRange& range, Lang lang) {
    const std::string first = date_in_words(range.first, lang);
    const std::string last = date_in_words(range.last, lang);
    const auto is_month = [](const YearDay& day) { return day.month > 0 && day.day == 0; };
    const auto is_date = [](const YearDay& day) { return day.month > 0 && day.day > 0; };
    if (range.open_end) {
        if (lang == Lang::en) return "from " + first;
        return (is_date(range.first) ? "à partir du " : "à partir de ") + first;
    }
    if (range.first == range.last) {
        if (lang == Lang::en) return first;
        return is_date(range.first) ? "le " + first : is_month(range.first) ? "en " + first : first;
    }
    if (lang == Lang::en) return fmt::format("{} to {}", first, last);
    const auto starts_with_vowel = [&] {
        return is_month(range.first) && (range.first.month == 4 || range.first.month == 8 || range.first.month == 10);
    };
    const std::string from = is_date(range.first) ? "du " : starts_with_vowel() ? "d'" : "de ";
    // « de juillet au 15 août »: a month as a date's neighbour is told by its first or last day in the same words.
    return from + first + (is_date(range.last) ? " au " : " à ") + last;
}

std::string dates_in_words(const std::vector<DateRange>& ranges, Lang lang) {
    std::vector<std::string> dates;
    for (const DateRange& range : ranges) dates.push_back(range_in_words(range, lang));
    return list_of(dates, lang);
}

std::string years_in_words(const std::vector<calendar::NumberRange>& ranges, Lang lang) {
    std::vector<std::string> years;
    for (const auto& range : ranges) {
        const bool fr = lang == Lang::fr;
        std::string words = fmt::format("{} {}", fr ? "en" : "in", range.first);
        if (range.last == 0) words = fmt::format("{} {}", fr ? "à partir de" : "from", range.first);
        if (range.last > range.first)
            words = fmt::format("{}{} {} {}", fr ? "de " : "", range.first, fr ? "à" : "to", range.last);
        if (range.step > 1)
            words =
                (fr ? fmt::format("un an sur {}, ", range.step) : fmt::format("one year in {}, ", range.step)) + words;
        years.push_back(std::move(words));
    }
    return list_of(years, lang);
}

constexpr int weeks_of_a_year = 52;

// « semaines impaires », « semaine 5 », « semaines 5 à 10 », « une semaine sur 3, de la 1 à la 53 ».
std::string weeks_in_words(const std::vector<calendar::NumberRange>& ranges, Lang lang) {
    const bool fr = lang == Lang::fr;
    std::vector<std::string> weeks;
    for (const auto& range : ranges) {
        const bool all_year = range.first <= 2 && (range.last >= weeks_of_a_year || range.last == 0);
        if (all_year && range.step == 2) {
            const bool odd = range.first == 1;
            weeks.emplace_back(fr ? (odd ? "semaines impaires" : "semaines paires")
                                  : (odd ? "odd weeks" : "even weeks"));
            continue;
        }
        std::string words = fmt::format("{} {}", fr ? "semaine" : "week", range.first);
        if (range.last != range.first)
            words = fr ? fmt::format("semaines {} à {}", range.first, range.last)
                       : fmt::format("weeks {} to {}", range.first, range.last);
        if (range.step > 1)
            words += fr ? fmt::format(" (une sur {})", range.step) : fmt::format(" (one in {})", range.step);
        weeks.push_back(std::move(words));
    }
    return list_of(weeks, lang);
}

// « les mardis des semaines impaires ».
std::string days_of_weeks(const HoursRule& rule, Lang lang) {
    const std::string weeks = weeks_in_words(rule.weeks, lang);
    const bool named = rule.weeks.size() == 1 && rule.weeks.front().step == 2 && weeks.find('(') == std::string::npos;
    const auto plural = rule.within.empty() ? days_in_plural(rule.days, lang) : std::nullopt;
    if (named && plural) {
        const std::size_t several = rule.days.size();
        if (lang == Lang::en) return fmt::format("{} of {}", *plural, weeks);
        return fmt::format("{}{} des {}", several > 0 ? "les " : "", *plural, weeks);
    }
    if (rule.days.empty()) return weeks;
    return weeks + ", " + (rule.within.empty() ? days_in_words(rule.days, lang) : days_within(rule, lang));
}

// « 8 h 30 », « coucher du soleil », « 1 h avant le coucher du soleil ».
std::string clock_in_words(const calendar::ClockTime& time, Lang lang) {
    using Sun = calendar::ClockTime::Sun;
    constexpr int day = 24 * 60;
    const bool fr = lang == Lang::fr;
    if (time.sun == Sun::none) {
        const int minutes = time.minutes > day ? time.minutes - day : time.minutes;
        return time_in_words(calendar::clock_text({minutes, Sun::none}), lang);
    }
    struct Event {
        std::string_view fr, en;
    };
    constexpr std::array<Event, 5> events{{{"", ""},
                                           {"aube", "dawn"},
                                           {"lever du soleil", "sunrise"},
                                           {"coucher du soleil", "sunset"},
                                           {"crépuscule", "dusk"}}};
    const Event& event = events[static_cast<std::size_t>(time.sun)];
    if (time.minutes == 0) return std::string(fr ? event.fr : event.en);
    const std::string apart = time_in_words(calendar::clock_text({std::abs(time.minutes), Sun::none}), lang);
    if (!fr) return fmt::format("{} {} {}", apart, time.minutes > 0 ? "after" : "before", event.en);
    const std::string_view article = time.sun == Sun::dawn ? "l'" : "le ";
    return fmt::format("{} {} {}{}", apart, time.minutes > 0 ? "après" : "avant", article, event.fr);
}

std::string span_in_words(const TimeSpan& span, Lang lang) {
    const std::string from = clock_in_words(span.from, lang);
    if (!span.until) return (lang == Lang::fr ? "à partir de " : "from ") + from;
    const std::string words = fmt::format("{} – {}", from, clock_in_words(*span.until, lang));
    if (!span.open_end) return words;
    return words + (lang == Lang::fr ? " ou plus tard" : " or later");
}

// « fermé de 12 h à 14 h », "closed 12:00 – 14:00".
std::string closed_in_words(const std::vector<TimeSpan>& times, Lang lang) {
    const std::string closed = lang == Lang::fr ? "fermé" : "closed";
    if (times.empty()) return closed;
    std::vector<std::string> spans;
    for (const TimeSpan& span : times) {
        const bool plain = span.until && !span.open_end && span.from.sun == calendar::ClockTime::Sun::none &&
                           span.until->sun == calendar::ClockTime::Sun::none;
        spans.push_back(plain && lang == Lang::fr ? fmt::format("de {} à {}", clock_in_words(span.from, lang),
                                                                clock_in_words(*span.until, lang))
                                                  : span_in_words(span, lang));
    }
    return closed + " " + list_of(spans, lang);
}

std::string times_in_words(const HoursRule& rule, Lang lang) {
    const bool fr = lang == Lang::fr;
    std::vector<std::string> spans;
    if (rule.state == HoursRule::State::off)
        spans.push_back(closed_in_words(rule.times, lang));
    else if (rule.always)
        spans.emplace_back(fr ? "jour et nuit" : "day and night");
    else
        for (const TimeSpan& span : rule.times) spans.push_back(span_in_words(span, lang));
    if (rule.state == HoursRule::State::unknown && rule.comment.empty())
        spans.emplace_back(fr ? "à confirmer" : "to be confirmed");
    if (!rule.comment.empty()) spans.push_back(rule.comment);
    if (spans.empty()) spans.emplace_back(fr ? "heures non précisées" : "hours not given");
    return text::join(spans, ", ");
}

std::string when_in_words(const HoursRule& rule, Lang lang) {
    const bool fr = lang == Lang::fr;
    std::vector<std::string> parts;
    if (!rule.years.empty()) parts.push_back(years_in_words(rule.years, lang));
    if (!rule.dates.empty()) parts.push_back(dates_in_words(rule.dates, lang));
    if (!rule.weeks.empty())
        parts.push_back(days_of_weeks(rule, lang));
    else if (!rule.within.empty() && !rule.days.empty())
        parts.push_back(days_within(rule, lang));
    else if (!rule.within.empty() || !rule.days.empty())
        parts.push_back(days_in_words(rule.within.empty() ? rule.days : rule.within, lang));
    if (!parts.empty()) return text::join(parts, ", ");
    const bool comment_alone = !rule.always && rule.times.empty() && rule.state == HoursRule::State::open;
    if (!comment_alone) return fr ? "tous les jours" : "every day";
    if (rule.join == HoursRule::Join::otherwise) return fr ? "sinon" : "otherwise";
    return fr ? "accueil" : "reception";
}

Rows rules_in_words(const std::vector<HoursRule>& rules, Lang lang) {
    Rows rows;
    for (const HoursRule& rule : rules) rows.emplace_back(when_in_words(rule, lang), times_in_words(rule, lang));
    return rows;
}

std::optional<Rows> rules_in_words(std::string_view text, Lang lang) {
    const auto reading = calendar::read_hours(text);
    if (!reading.hours) return std::nullopt;
    return rules_in_words(reading.hours->rules, lang);
}

// ---- A day worked out ----------------------------------------------------------------------------------------------

std::string stretch_in_words(const calendar::Stretch& stretch, Lang lang) {
    constexpr int day = 24 * 60;
    if (stretch.from == 0 && stretch.until == day && stretch.timed)
        return lang == Lang::fr ? "jour et nuit" : "day and night";
    return span_in_words(stretch.said, lang);
}

// « 9 h – 12 h, 14 h – 17 h », « 9 h – 12 h, sonner », « 9 h – 12 h, 14 h – 17 h (sur rendez-vous) », « 9 h – 12 h,
// sinon sur rendez-vous ».
std::string day_in_words(const calendar::DayHours& hours, Lang lang) {
    const bool fr = lang == Lang::fr;
    std::vector<const calendar::Stretch*> timed;
    std::vector<std::string> besides;
    for (const calendar::Stretch& each : hours.stretches) {
        if (each.timed) {
            if (each.told) timed.push_back(&each);
            continue;
        }
        std::string words = each.comment.empty() ? (fr ? "heures non précisées" : "hours not given") : each.comment;
        if (std::find(besides.begin(), besides.end(), words) == besides.end()) besides.push_back(std::move(words));
    }
    const bool all_alike = std::all_of(timed.begin(), timed.end(), [&](const calendar::Stretch* one) {
        return one->comment == timed.front()->comment;
    });
    std::vector<std::string> spans;
    for (const calendar::Stretch* each : timed) {
        std::string words = stretch_in_words(*each, lang);
        if (!all_alike && !each->comment.empty()) words += " (" + each->comment + ")";
        spans.push_back(std::move(words));
    }
    if (all_alike && !timed.empty() && !timed.front()->comment.empty()) spans.push_back(timed.front()->comment);
    const std::string otherwise = timed.empty() ? "" : fr ? "sinon " : "otherwise ";
    for (const std::string& words : besides) spans.push_back(otherwise + words);
    return text::join(spans, ", ");
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
    if (!rule.years.empty() || !rule.dates.empty() || !rule.weeks.empty() || !rule.within.empty()) {
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
    if (!reading.hours) return std::nullopt;
    WeekOfHours made;
    bool any = false;
    for (const HoursRule& rule : reading.hours->rules) {
        if (rule.join == HoursRule::Join::otherwise) return std::nullopt;
        const Parted parts = parted(rule);
        any = any || !parts.weekdays.empty();
        if (parts.rest)
            made.besides.emplace_back(capitalised(when_in_words(*parts.rest, lang)), times_in_words(*parts.rest, lang));
    }
    if (!any) return std::nullopt;
    for (int day = 1; day <= 7; ++day)
        if (const auto hours = calendar::hours_of_weekday(*reading.hours, day); !hours.stretches.empty())
            made.days.push_back({day, day_in_words(hours, lang)});
    if (made.days.empty()) return std::nullopt;
    return made;
}

std::string opening_in_words(const facts::Opening& opening, Lang lang) {
    using State = facts::Opening::State;
    static constexpr Phrase<Words> on_holiday{"{}, jour férié : appeler avant", "{}, a public holiday: call first"};
    static constexpr Phrase<Words> closed_on_holiday{"{}, jour férié : fermé", "{}, a public holiday: closed"};
    static constexpr Phrase<std::string> closed{"{} : fermé", "{}: closed"};
    static constexpr Phrase<std::string, std::string> closed_as{"{} : fermé ({})", "{}: closed ({})"};
    static constexpr Phrase<std::string, std::string> depends{"{} : {} ; appeler avant pendant les vacances scolaires",
                                                              "{}: {}; in the school holidays call first"};
    static constexpr Phrase<std::string, std::string> only_then{"{} : pendant les vacances scolaires {}, appeler avant",
                                                                "{}: in the school holidays {}, call first"};
    const std::string day = weekday_name(opening.date.weekday(), lang);
    switch (opening.state) {
        case State::unsaid: return "";
        case State::public_holiday: return on_holiday(plain_date(opening.date)).in(lang);
        case State::school_holidays:
            if (opening.hours.stretches.empty())
                return only_then(day, day_in_words(opening.in_school_holidays, lang)).in(lang);
            return depends(day, day_in_words(opening.hours, lang)).in(lang);
        case State::open:
        case State::by_appointment: return day + " " + day_in_words(opening.hours, lang);
        case State::closed: break;
    }
    const auto& rule = opening.hours.closed_by;
    const bool by_holiday =
        rule && opening.holiday && std::any_of(rule->days.begin(), rule->days.end(), [](const DaySelector& one) {
            return one.kind == DaySelector::Kind::public_holidays;
        });
    if (by_holiday && rule->comment.empty()) return closed_on_holiday(plain_date(opening.date)).in(lang);
    std::vector<std::string> why;
    if (rule && !calendar::is_weekly(*rule)) why.push_back(when_in_words(*rule, lang));
    if (rule && !rule->comment.empty()) why.push_back(rule->comment);
    return (why.empty() ? closed(day) : closed_as(day, text::join(why, ", "))).in(lang);
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
                days.push_back(one_selector(run, lang));
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
