// Days of the calendar: reading, writing, counting. No clock: today is an input.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/words.hpp"

namespace cafe {

/// A day that exists in the Gregorian calendar, years 1900 to 2199. Made by `Date::of` or `Date::parse` only.
struct Date {
    int year = 1970;
    int month = 1;  ///< 1 to 12
    int day = 1;    ///< 1 to 31
    auto operator<=>(const Date&) const = default;

    static std::optional<Date> of(int year, int month, int day);
    /// ISO 8601, exactly `YYYY-MM-DD`.
    static std::optional<Date> parse(std::string_view text);
    static Date from_days(int days_since_1970);

    [[nodiscard]] int days_since_1970() const;
    /// 1 is Monday, 7 is Sunday (ISO 8601).
    [[nodiscard]] int weekday() const;
    [[nodiscard]] Date plus_days(int days) const { return from_days(days_since_1970() + days); }
    /// The same day some months later, or the last day of that month when there is none.
    [[nodiscard]] Date plus_months(int months) const;
    /// `2026-11-06`.
    [[nodiscard]] std::string iso() const;
};

/// How many days a month (1 to 12) has.
int days_in(int year, int month);

/// The day that a date in another spelling means: 06/11/2026 (the day first), 6.11.2026, 2026/11/6, 20261106,
/// 6 novembre 2026, 1er mai 2026, 6 November 2026. Nothing when it is no such date, or its year has two digits.
std::optional<Date> date_as_spoken(std::string_view text);

/// "vendredi 6 novembre 2026" / "Friday 6 November 2026"; the first of a month is « 1er » in French.
Words long_date(const Date& date);
/// "6 novembre 2026" / "6 November 2026".
Words plain_date(const Date& date);

/// A time of day as text `HH:MM`, from `9:00`, `09:00`, `9h`, `9 h 30`, `9h30`; nothing when it is none (00:00 to
/// 24:00).
std::optional<std::string> canonical_time(std::string_view text);

}  // namespace cafe
