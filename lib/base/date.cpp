#include "base/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace cafe {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;

bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr std::array<std::string_view, 12> months_fr{"janvier",   "février", "mars",     "avril",
                                                     "mai",       "juin",    "juillet",  "août",
                                                     "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> months_en{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> days_fr{"lundi",    "mardi",  "mercredi", "jeudi",
                                                  "vendredi", "samedi", "dimanche"};
constexpr std::array<std::string_view, 7> days_en{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};

template <std::size_t N>
std::string_view nth(const std::array<std::string_view, N>& names, int number) {
    return names[static_cast<std::size_t>(number) - 1];
}

std::optional<int> small_number(std::string_view digits) {
    if (!text::is_digits(digits) || digits.size() > 4) return std::nullopt;
    return static_cast<int>(*text::to_integer(digits));
}

}  // namespace

int days_in(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month) - 1];
}

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return std::nullopt;
    Date date;
    date.year = year;
    date.month = month;
    date.day = day;
    return date;
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = small_number(text.substr(0, 4));
    const auto month = small_number(text.substr(5, 2));
    const auto day = small_number(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return of(*year, *month, *day);
}

// Days from civil and back: Howard Hinnant, "chrono-compatible low-level date algorithms".
int Date::days_since_1970() const {
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int of_era = y - era * 400;
    const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * 146097 + day_of_era - 719468;
}

Date Date::from_days(int days_since_1970) {
    const int z = days_since_1970 + 719468;
    const int era = z / 146097;
    const int of_era = z - era * 146097;
    const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted = (5 * of_year + 2) / 153;
    Date date;
    date.day = of_year - (153 * shifted + 2) / 5 + 1;
    date.month = shifted + (shifted < 10 ? 3 : -9);
    date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
    return date;
}

int Date::weekday() const {
    return ((days_since_1970() + 3) % 7 + 7) % 7 + 1;
}

Date Date::plus_months(int months) const {
    const int total = year * 12 + month - 1 + months;
    Date date;
    date.year = total / 12;
    date.month = total % 12 + 1;
    date.day = std::min(day, days_in(date.year, date.month));
    return date;
}

std::string Date::iso() const {
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

Words plain_date(const Date& date) {
    return Words{fmt::format("{}{} {} {}", date.day, date.day == 1 ? "er" : "", nth(months_fr, date.month), date.year),
                 fmt::format("{} {} {}", date.day, nth(months_en, date.month), date.year)};
}

namespace {

// 1 to 12, of a month's number or its name in French or English, in any case; 0 when it is none.
int month_of(const std::string& part) {
    if (const auto number = small_number(part)) return *number;
    const std::string folded = fold::text(part);
    for (std::size_t i = 0; i < months_fr.size(); ++i)
        if (folded == fold::text(months_fr[i]) || folded == fold::text(months_en[i])) return static_cast<int>(i) + 1;
    return 0;
}

}  // namespace

std::optional<Date> date_as_spoken(std::string_view text) {
    std::string apart(text);
    std::replace_if(
        apart.begin(), apart.end(), [](char c) { return c == '/' || c == '.' || c == '-'; }, ' ');
    std::vector<std::string> parts;
    for (const std::string_view word : text::words(apart)) parts.emplace_back(word);
    if (parts.size() == 1 && parts[0].size() == 8 && text::is_digits(parts[0]))
        parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6)};
    if (parts.size() != 3) return std::nullopt;
    if (parts[0] == "1er") parts[0] = "1";
    const bool year_first = parts[0].size() == 4;
    if (parts[year_first ? 0 : 2].size() != 4) return std::nullopt;
    const auto year = small_number(parts[year_first ? 0 : 2]);
    const auto day = small_number(parts[year_first ? 2 : 0]);
    const int month = month_of(parts[1]);
    if (!year || !day || month == 0) return std::nullopt;
    return Date::of(*year, month, *day);
}

Words long_date(const Date& date) {
    const Words plain = plain_date(date);
    return Words{fmt::format("{} {}", nth(days_fr, date.weekday()), plain.fr),
                 fmt::format("{} {}", nth(days_en, date.weekday()), plain.en)};
}

std::optional<std::string> canonical_time(std::string_view text) {
    std::string compact;
    for (const char c : text)
        if (c != ' ') compact.push_back(c);
    const std::size_t mark = compact.find_first_of(":hH");
    if (mark == std::string::npos) return std::nullopt;
    const bool colon = compact[mark] == ':';
    const std::string_view minutes_text = std::string_view(compact).substr(mark + 1);
    if (compact.size() != text.size() && colon) return std::nullopt;
    const auto hours = small_number(std::string_view(compact).substr(0, mark));
    const auto minutes = minutes_text.empty() && !colon ? std::optional<int>(0)
                         : minutes_text.size() == 2     ? small_number(minutes_text)
                                                        : std::nullopt;
    if (!hours || mark > 2 || !minutes || *minutes > 59 || *hours > 24 || (*hours == 24 && *minutes > 0))
        return std::nullopt;
    const auto digit = [](int number) { return static_cast<char>('0' + number); };
    return std::string{digit(*hours / 10), digit(*hours % 10), ':', digit(*minutes / 10), digit(*minutes % 10)};
}

}  // namespace cafe
