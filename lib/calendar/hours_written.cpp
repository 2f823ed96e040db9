// Opening hours, written as OpenStreetMap's notation.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "calendar/hours_detail.hpp"

namespace cafe::calendar {

namespace {

using hours_detail::day_codes;
using hours_detail::month_codes;
using hours_detail::sun_words;

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string hour_and_minute(int minutes) {
    return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

std::string shift_text(int shift) {
    if (shift == 0) return "";
    const int days = shift < 0 ? -shift : shift;
    return std::string(shift < 0 ? " -" : " +") + std::to_string(days) + (days == 1 ? " day" : " days");
}

std::string day_text(const DaySelector& day) {
    if (day.kind == DaySelector::Kind::public_holidays) return "PH" + shift_text(day.shift);
    if (day.kind == DaySelector::Kind::school_holidays) return "SH" + shift_text(day.shift);
    std::string text(day_codes[static_cast<std::size_t>(day.first - 1)]);
    if (day.last != day.first) text += "-" + std::string(day_codes[static_cast<std::size_t>(day.last - 1)]);
    std::vector<std::string> ranks;
    for (const int rank : day.nth) ranks.push_back(std::to_string(rank));
    if (!ranks.empty()) text += "[" + text::join(ranks, ",") + "]";
    return text + shift_text(day.shift);
}

std::string date_text(const YearDay& day) {
    std::string text = day.year > 0 ? std::to_string(day.year) + " " : "";
    if (day.month == 0) return text + "easter" + shift_text(day.shift);
    text += month_codes[static_cast<std::size_t>(day.month - 1)];
    return day.day == 0 ? text : text + " " + two_digits(day.day);
}

std::string range_text(const DateRange& range) {
    if (range.open_end) return date_text(range.first) + "+";
    if (range.first == range.last) return date_text(range.first);
    const bool one_month = range.first.month > 0 && range.first.month == range.last.month &&
                           range.first.year == range.last.year && range.first.day > 0;
    return date_text(range.first) + "-" + (one_month ? two_digits(range.last.day) : date_text(range.last));
}

std::string range_text(const NumberRange& range, bool pad) {
    const auto one = [pad](int number) { return pad ? two_digits(number) : std::to_string(number); };
    std::string text = one(range.first);
    if (range.last == 0) return text + "+";
    if (range.last != range.first) text += "-" + one(range.last);
    return range.step > 1 ? text + "/" + std::to_string(range.step) : text;
}

template <class T, class Write>
std::string list_text(const std::vector<T>& items, Write write) {
    std::vector<std::string> texts;
    for (const T& item : items) texts.push_back(write(item));
    return text::join(texts, ",");
}

// Whether `rule` would read on into `next`, which adds to it behind a comma: "PH, Mo" is one rule, "PH open, Mo" two.
bool runs_on(const HoursRule& rule, const HoursRule& next) {
    if (next.join != HoursRule::Join::besides || rule.always || next.always) return false;
    if (rule.state != HoursRule::State::open || !rule.comment.empty()) return false;
    const bool next_begins_with_times =
        next.years.empty() && next.dates.empty() && next.weeks.empty() && next.days.empty() && !next.times.empty();
    return rule.times.empty() || next_begins_with_times;
}

}  // namespace

namespace hours_detail {

std::string span_text(const TimeSpan& span) {
    if (!span.until) return clock_text(span.from) + "+";
    return clock_text(span.from) + "-" + clock_text(*span.until) + (span.open_end ? "+" : "");
}

std::string rule_text(const HoursRule& rule, bool says_open) {
    std::vector<std::string> parts;
    const auto add = [&](std::string part) {
        if (!part.empty()) parts.push_back(std::move(part));
    };
    if (rule.always) add("24/7");
    add(list_text(rule.years, [](const NumberRange& range) { return range_text(range, false); }));
    add(list_text(rule.dates, [](const DateRange& range) { return range_text(range); }));
    const std::string weeks = list_text(rule.weeks, [](const NumberRange& range) { return range_text(range, true); });
    if (!weeks.empty()) add("week " + weeks);
    add(list_text(rule.within, day_text));
    add(list_text(rule.days, day_text));
    add(list_text(rule.times, span_text));
    if (rule.state == HoursRule::State::off) add("off");
    if (rule.state == HoursRule::State::unknown) add("unknown");
    if (rule.surely || says_open) add("open");
    if (!rule.comment.empty()) add("\"" + rule.comment + "\"");
    return parts.empty() ? "open" : text::join(parts, " ");
}

}  // namespace hours_detail

std::string clock_text(const ClockTime& time) {
    if (time.sun == ClockTime::Sun::none) return hour_and_minute(time.minutes);
    const std::string sun(sun_words[static_cast<std::size_t>(time.sun)]);
    if (time.minutes == 0) return sun;
    return "(" + sun + (time.minutes < 0 ? "-" : "+") + hour_and_minute(std::max(time.minutes, -time.minutes)) + ")";
}

std::string canonical(const Hours& hours) {
    std::string text;
    for (std::size_t at = 0; at < hours.rules.size(); ++at) {
        const HoursRule& rule = hours.rules[at];
        if (at > 0)
            text += rule.join == HoursRule::Join::instead   ? "; "
                    : rule.join == HoursRule::Join::besides ? ", "
                                                            : " || ";
        const bool says_open = at + 1 < hours.rules.size() && runs_on(rule, hours.rules[at + 1]);
        text += hours_detail::rule_text(rule, says_open);
    }
    return text;
}

}  // namespace cafe::calendar
