// Opening hours that are written well and yet probably not meant.
#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "calendar/hours_detail.hpp"

namespace cafe::calendar {

namespace {

using hours_detail::rule_text;
using hours_detail::span_text;

// Of a span through midnight, how many minutes; 0 of any other.
int minutes_through_night(const TimeSpan& span) {
    if (!span.until || span.from.sun != ClockTime::Sun::none || span.until->sun != ClockTime::Sun::none) return 0;
    constexpr int day = 24 * 60;
    return span.until->minutes < span.from.minutes ? span.until->minutes + day - span.from.minutes : 0;
}

// Days of a rule as bits, Monday first; 0 where it speaks of anything but weekdays.
unsigned weekdays_of(const HoursRule& rule) {
    if (!rule.years.empty() || !rule.dates.empty() || !rule.weeks.empty() || !rule.within.empty()) return 0;
    unsigned days = 0;
    for (const DaySelector& selector : rule.days) {
        if (selector.kind != DaySelector::Kind::weekdays || !selector.nth.empty() || selector.shift != 0) return 0;
        for (int day = selector.first;; day = day % 7 + 1) {
            days |= 1U << static_cast<unsigned>(day - 1);
            if (day == selector.last) break;
        }
    }
    return days;
}

// « Mo-Fr 08:30-12:00; Tu 14:00-17:00 »: an afternoon for some of the days takes their morning away.
bool takes_the_morning_away(const HoursRule& earlier, const HoursRule& later) {
    using State = HoursRule::State;
    if (later.join != HoursRule::Join::instead || earlier.state != State::open || later.state != State::open)
        return false;
    if (earlier.times.empty() || later.times.empty()) return false;
    const unsigned all = weekdays_of(earlier);
    const unsigned some = weekdays_of(later);
    if (some == 0 || (some & all) != some || some == all) return false;
    int end = 0;
    int begin = 48 * 60;
    for (const TimeSpan& span : earlier.times) {
        if (!span.until || span.until->sun != ClockTime::Sun::none || span.open_end) return false;
        end = std::max(end, span.until->minutes);
    }
    for (const TimeSpan& span : later.times) {
        if (span.from.sun != ClockTime::Sun::none) return false;
        begin = std::min(begin, span.from.minutes);
    }
    return end <= begin;
}

constexpr int a_day = 24 * 60;

bool is_plain(const TimeSpan& span) {
    return span.until && span.from.sun == ClockTime::Sun::none && span.until->sun == ClockTime::Sun::none;
}

bool overlap(const TimeSpan& a, const TimeSpan& b) {
    if (!is_plain(a) || !is_plain(b)) return false;
    const auto end = [](const TimeSpan& span) {
        return span.until->minutes <= span.from.minutes ? span.until->minutes + a_day : span.until->minutes;
    };
    return a.from.minutes < end(b) && b.from.minutes < end(a);
}

// Two spans at the same time: of a rule, or of two that add up on the same days.
std::vector<std::pair<TimeSpan, TimeSpan>> overlaps(const Hours& hours, std::size_t at) {
    std::vector<std::pair<TimeSpan, TimeSpan>> found;
    const HoursRule& rule = hours.rules[at];
    if (rule.state == HoursRule::State::off) return found;
    for (std::size_t i = 0; i < rule.times.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(rule.times[j], rule.times[i])) found.emplace_back(rule.times[j], rule.times[i]);
        if (rule.join != HoursRule::Join::besides || at == 0) continue;
        const HoursRule& before = hours.rules[at - 1];
        if (before.state == HoursRule::State::off || (weekdays_of(before) & weekdays_of(rule)) == 0) continue;
        for (const TimeSpan& other : before.times)
            if (overlap(other, rule.times[i])) found.emplace_back(other, rule.times[i]);
    }
    return found;
}

// "Fr 22:00-02:00; Sa 10:00-12:00": what the later rule says of the next day takes the night's end away.
bool ends_the_night(const HoursRule& earlier, const HoursRule& later) {
    if (later.join != HoursRule::Join::instead || earlier.state == HoursRule::State::off) return false;
    if (later.state == HoursRule::State::off && !later.times.empty()) return false;
    const unsigned nights = weekdays_of(earlier);
    constexpr unsigned week = 0x7FU;
    const unsigned mornings = ((nights << 1U) | (nights >> 6U)) & week;
    if ((mornings & weekdays_of(later)) == 0) return false;
    return std::any_of(earlier.times.begin(), earlier.times.end(), [](const TimeSpan& span) {
        return is_plain(span) &&
               (span.until->minutes > a_day || (span.until->minutes > 0 && minutes_through_night(span) > 0));
    });
}

// "Aug off; Mo-Fr 09:00-12:00": a rule about days of the week opens them in August too.
bool opens_again(const HoursRule& closing, const HoursRule& later) {
    if (closing.state != HoursRule::State::off || later.state == HoursRule::State::off) return false;
    if (later.join == HoursRule::Join::otherwise || weekdays_of(later) == 0) return false;
    const bool holidays =
        !closing.days.empty() && std::all_of(closing.days.begin(), closing.days.end(),
                                             [](const auto& day) { return day.kind != DaySelector::Kind::weekdays; });
    return !closing.dates.empty() || holidays;
}

}  // namespace

std::vector<Words> doubts_about(const Hours& hours) {
    static constexpr Phrase<std::string> no_hours{"« {} » ne dit pas à quelles heures", "'{}' does not say the hours"};
    static constexpr Phrase<std::string, int> whole_night{
        "« {0} » dure {1} heures, à travers la nuit : le début vient après la fin",
        "'{0}' lasts {1} hours, through the night: its beginning comes after its end"};
    static constexpr Phrase<std::string, std::string> morning_lost{
        "« {1} » remplace « {0} » ces jours-là ; si les deux valent, écrire une virgule au lieu du point-virgule",
        "'{1}' takes the place of '{0}' on these days; if both hold, write a comma instead of the semicolon"};
    static constexpr Phrase<std::string> ends_where_it_begins{
        "« {} » finit à l'heure où il commence : cela veut dire jour et nuit ; fermé s'écrit off",
        "'{}' ends at the hour it begins: that means day and night; closed is written off"};
    static constexpr Phrase<std::string, std::string> at_once{"« {} » et « {} » se recouvrent",
                                                              "'{}' and '{}' overlap"};
    static constexpr Phrase<std::string> every_day{
        "« {} » ne dit pas quels jours : il vaut tous les jours, dimanche compris",
        "'{}' does not say on which days: it holds every day, Sundays too"};
    static constexpr Phrase<std::string, std::string> open_again{
        "« {1} » ouvre aussi pendant « {0} » : le mettre devant, et la fermeture à la fin",
        "'{1}' opens during '{0}' too: put it first, and the closing last"};
    static constexpr Phrase<std::string, std::string> night_lost{
        "« {0} » finit à minuit là où « {1} » parle du lendemain ; si la nuit compte, écrire une virgule au lieu du "
        "point-virgule",
        "'{0}' ends at midnight where '{1}' speaks of the next day; if the night counts, write a comma instead of the "
        "semicolon"};
    constexpr int doubtful = 16 * 60;
    std::vector<Words> doubts;
    for (std::size_t at = 0; at < hours.rules.size(); ++at) {
        const HoursRule& rule = hours.rules[at];
        for (const HoursRule* earlier = hours.rules.data(); earlier != &rule; ++earlier) {
            if (takes_the_morning_away(*earlier, rule))
                doubts.push_back(morning_lost(rule_text(*earlier), rule_text(rule)));
            if (ends_the_night(*earlier, rule)) doubts.push_back(night_lost(rule_text(*earlier), rule_text(rule)));
            if (opens_again(*earlier, rule)) doubts.push_back(open_again(rule_text(*earlier), rule_text(rule)));
        }
        const bool says_hours = rule.always || !rule.times.empty() || rule.state != HoursRule::State::open;
        if (!says_hours && rule.comment.empty()) doubts.push_back(no_hours(rule_text(rule)));
        if (at > 0 && hours_detail::lacks_days(rule) && rule.dates.empty())
            doubts.push_back(every_day(rule_text(rule)));
        for (const TimeSpan& span : rule.times) {
            if (const int minutes = minutes_through_night(span); minutes >= doubtful)
                doubts.push_back(whole_night(span_text(span), minutes / 60));
            if (is_plain(span) && span.until->minutes == span.from.minutes)
                doubts.push_back(ends_where_it_begins(span_text(span)));
        }
        for (const auto& [one, other] : overlaps(hours, at))
            doubts.push_back(at_once(span_text(one), span_text(other)));
    }
    return doubts;
}

}  // namespace cafe::calendar
