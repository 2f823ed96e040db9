#include "calendar/open_week.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "base/text.hpp"
#include "calendar/hours.hpp"
#include "calendar/opening.hpp"

namespace cafe::calendar {

namespace {

constexpr std::string_view nobody_can_tell = "?";
using Week = std::array<std::string, 8>;  // Monday to Sunday, public holidays

std::string part_of(const DayHours& day) {
    std::vector<std::string> parts;
    bool doubtful = false;
    for (const Stretch& stretch : day.stretches) {
        if (stretch.sure && !stretch.by_sun)
            parts.push_back(std::to_string(stretch.from) + "-" + std::to_string(stretch.until));
        else
            doubtful = true;
    }
    if (doubtful) parts.emplace_back(nobody_can_tell);
    return text::join(parts, ",");
}

class Years {
public:
    Years(const Hours& hours, int year, std::span<const std::string> departments)
        : hours_(hours),
          year_(year),
          holidays_(year - 1, year + 2, departments),
          holidays_said_(speaks_of_public_holidays(hours)),
          depends_(speaks_of_school_holidays(hours)) {}

    [[nodiscard]] std::string written() const {
        const bool weekly = std::all_of(hours_.rules.begin(), hours_.rules.end(), is_weekly);
        const Week week = weekly && !holidays_said_ ? plain_week() : usual_week();
        std::string text = week_text(week);
        if (!weekly || holidays_said_) text += exceptions(week);
        const bool any = std::any_of(text.begin(), text.end(), [](char c) { return c == '-'; });
        return any ? text : "";
    }

private:
    [[nodiscard]] std::string part_on(const Date& day) const {
        const bool holiday = holidays_(day);
        if (holiday && !holidays_said_) return "";
        const auto with = [&](bool school_holiday) {
            return part_of(
                hours_on(hours_, day, {holidays_, [school_holiday](const Date&) { return school_holiday; }}));
        };
        std::string part = with(false);
        return depends_ && with(true) != part ? std::string(nobody_can_tell) : part;
    }

    [[nodiscard]] Week plain_week() const {
        Week week;
        for (int day = 1; day <= 7; ++day)
            week[static_cast<std::size_t>(day - 1)] = part_of(hours_of_weekday(hours_, day));
        return week;
    }

    [[nodiscard]] Date first() const { return Date{year_, 1, 1}; }
    [[nodiscard]] Date last() const { return Date{year_ + 1, 12, 31}; }
    [[nodiscard]] std::size_t place(const Date& day) const {
        return holidays_(day) ? 7 : static_cast<std::size_t>(day.weekday() - 1);
    }

    // What most days of a kind have.
    [[nodiscard]] Week usual_week() const {
        std::array<std::map<std::string, int>, 8> counted;
        for (Date day = first(); day <= last(); day = day.plus_days(1)) ++counted[place(day)][part_on(day)];
        Week week;
        for (std::size_t i = 0; i < week.size(); ++i)
            week[i] = std::max_element(counted[i].begin(), counted[i].end(), [](const auto& a, const auto& b) {
                          return a.second < b.second;
                      })->first;
        return week;
    }

    static std::string week_text(const Week& week) {
        std::string out;
        for (std::size_t day = 0; day < week.size(); ++day) {
            if (day > 0) out += '/';
            out += day > 0 && !week[day].empty() && week[day] == week[day - 1] ? "=" : week[day];
        }
        return out;
    }

    // Runs of days with the same part; one goes on through days that have it anyway.
    [[nodiscard]] std::string exceptions(const Week& week) const {
        std::map<std::string, std::vector<std::pair<Date, Date>>> runs;
        std::string running;
        bool runs_on = false;
        for (Date day = first(); day <= last(); day = day.plus_days(1)) {
            std::string part = part_on(day);
            const bool usual = part == week[place(day)];
            if (runs_on && part == running) {
                if (!usual) runs[part].back().second = day;
                continue;
            }
            runs_on = !usual;
            if (usual) continue;
            runs[part].emplace_back(day, day);
            running = std::move(part);
        }
        if (runs.empty()) return "";
        std::string out;
        for (const auto& [part, days] : runs) {
            std::vector<std::string> texts;
            for (const auto& [from, to] : days)
                texts.push_back(from == to ? day_number(from) : day_number(from) + "-" + day_number(to));
            out += "|" + part + "@" + text::join(texts, ",");
        }
        return out + "|?@" + day_number(last().plus_days(1)) + "-zzz";
    }

    const Hours& hours_;
    int year_;
    PublicHolidays holidays_;
    bool holidays_said_;
    bool depends_;
};

}  // namespace

std::string day_number(const Date& day) {
    std::string digits;
    for (int number = day.days_since_1970(); number > 0; number /= 36)
        digits.insert(digits.begin(), "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]);
    return digits;
}

std::string open_week(std::string_view hours, int year, std::span<const std::string> departments) {
    if (hours.empty()) return "";
    const auto read = read_hours(hours);
    return read.hours ? Years(*read.hours, year, departments).written() : "";
}

}  // namespace cafe::calendar
