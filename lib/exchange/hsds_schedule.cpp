#include "exchange/hsds_schedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "calendar/opening.hpp"
#include "view/hours.hpp"

namespace cafe::exchange {

namespace {

using calendar::HoursRule;

constexpr std::array<std::string_view, 8> day_names{"", "MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::string clock(int minutes) {
    return fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
}

// A rule of the nth days of a month, and of nothing besides.
bool is_monthly(const HoursRule& rule) {
    const auto is_nth = [](const calendar::DaySelector& day) {
        return day.kind == calendar::DaySelector::Kind::weekdays && !day.nth.empty() && day.shift == 0;
    };
    return rule.state == HoursRule::State::open && rule.dates.empty() && rule.weeks.empty() && rule.years.empty() &&
           rule.within.empty() && !rule.days.empty() && !rule.times.empty() && rule.comment.empty() &&
           std::all_of(rule.days.begin(), rule.days.end(), is_nth) &&
           std::all_of(rule.times.begin(), rule.times.end(), [](const calendar::TimeSpan& span) {
               return span.until && !span.open_end && span.from.sun == calendar::ClockTime::Sun::none &&
                      span.until->sun == calendar::ClockTime::Sun::none;
           });
}

class Maker {
public:
    explicit Maker(const std::function<std::string(std::size_t)>& id) : id_(id) {}

    void add(std::string_view freq, const std::string& byday, int from, int until) {
        view::DataObject row;
        row.put("id", id_(made.rows.size())).put("freq", freq).put("byday", byday);
        made.rows.push_back(row.put("opens_at", clock(from)).put("closes_at", clock(until)).done());
    }

    void add_words(const std::string& words) {
        view::DataObject row;
        made.rows.push_back(row.put("id", id_(made.rows.size())).put("description", words).done());
        made.in_words = true;
    }

    Schedules made;

private:
    const std::function<std::string(std::size_t)>& id_;
};

}  // namespace

Schedules schedules_of(const std::string& written, const std::string& note, Lang lang,
                       const std::function<std::string(std::size_t)>& id) {
    Maker maker(id);
    std::vector<std::string> words;
    const auto hours = written.empty() ? std::nullopt : calendar::read_hours(written).hours;
    if (hours) {
        // The spans of a week with the days that have them, in the order of the day.
        std::map<std::pair<int, int>, std::vector<std::string>> spans;
        for (int weekday = 1; weekday <= 7; ++weekday)
            for (const calendar::Stretch& stretch : calendar::hours_of_weekday(*hours, weekday).stretches)
                if (stretch.timed && stretch.sure && stretch.comment.empty())
                    spans[{stretch.from, stretch.until}].emplace_back(day_names.at(static_cast<std::size_t>(weekday)));
        for (const auto& [span, days] : spans) maker.add("WEEKLY", text::join(days, ","), span.first, span.second);
        bool all_said = true;
        for (const HoursRule& rule : hours->rules) {
            const bool plain =
                calendar::is_weekly(rule) && rule.comment.empty() && rule.state != HoursRule::State::unknown;
            if (plain) continue;
            if (!is_monthly(rule)) {
                all_said = false;
                continue;
            }
            std::vector<std::string> days;
            for (const calendar::DaySelector& day : rule.days)
                for (const int nth : day.nth)
                    days.push_back(std::to_string(nth) +
                                   std::string(day_names.at(static_cast<std::size_t>(day.first))));
            for (const calendar::TimeSpan& span : rule.times)
                maker.add("MONTHLY", text::join(days, ","), span.from.minutes, span.until->minutes);
        }
        if (!all_said) words.push_back(view::hours_in_a_line(written, lang));
    } else if (!written.empty()) {
        words.push_back(written);
    }
    if (!note.empty()) words.push_back(note);
    if (!words.empty()) maker.add_words(text::join(words, "\n"));
    maker.made.in_words = !words.empty() && (words.size() > 1 || words.front() != note);
    return std::move(maker.made);
}

}  // namespace cafe::exchange
