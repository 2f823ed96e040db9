// What the two ways to read opening hours share.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/hours.hpp"

namespace cafe::calendar::hours_detail {

inline constexpr std::array<std::string_view, 7> day_codes{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
inline constexpr std::array<std::string_view, 12> month_codes{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
inline constexpr std::array<std::string_view, 5> sun_words{"", "dawn", "sunrise", "sunset", "dusk"};

/// A reading in one of the two ways, with how far it came.
struct Attempt {
    std::optional<Hours> hours;
    std::optional<HoursFault> fault;
    bool exact = true;
    bool asks = false;  ///< the fault is a question: another way of reading is no answer to it
};
/// Hours that would be those of every day because no day is said.
bool lacks_days(const HoursRule& rule);
HoursFault asks_for_days(std::string_view text);
Attempt read_notation(std::string_view text);
Attempt read_words(std::string_view text);
/// One rule, and one span of time, in OpenStreetMap's notation.
std::string span_text(const TimeSpan& span);
std::string rule_text(const HoursRule& rule, bool says_open = false);
HoursFault not_understood(std::string_view text, Span span);
/// From `at` to the next blank or sign; at least one character.
Span word_at(std::string_view text, std::size_t at);

}  // namespace cafe::calendar::hours_detail
