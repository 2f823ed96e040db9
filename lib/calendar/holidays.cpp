#include "calendar/holidays.hpp"

#include <algorithm>
#include <array>

namespace cafe::calendar {

namespace {

struct Row {
    std::string_view key;
    std::string_view fr;
    std::string_view en;
    int month = 0;            // 0: counted from Easter
    int day = 0;              // of the month, or days after Easter Sunday
    std::string_view only{};  // départements, parted by blanks; empty: everywhere
};

// In the order of a year, so that the first of two that meet on a day is the same in every year.
constexpr std::array<Row, 20> rows{{
    {"new-year", "Jour de l'an", "New Year's Day", 1, 1},
    {"good-friday", "Vendredi saint", "Good Friday", 0, -2, "57 67 68"},
    {"easter-monday", "Lundi de Pâques", "Easter Monday", 0, 1},
    {"abolition-of-slavery", "Abolition de l'esclavage", "Abolition of slavery", 4, 27, "976"},
    {"labour-day", "Fête du Travail", "Labour Day", 5, 1},
    {"victory-1945", "Victoire de 1945", "Victory Day 1945", 5, 8},
    {"ascension", "Ascension", "Ascension Day", 0, 39},
    {"whit-monday", "Lundi de Pentecôte", "Whit Monday", 0, 50},
    {"abolition-of-slavery", "Abolition de l'esclavage", "Abolition of slavery", 5, 22, "972"},
    {"abolition-of-slavery", "Abolition de l'esclavage", "Abolition of slavery", 5, 27, "971"},
    {"abolition-of-slavery", "Abolition de l'esclavage", "Abolition of slavery", 5, 28, "978"},
    {"abolition-of-slavery", "Abolition de l'esclavage", "Abolition of slavery", 6, 10, "973"},
    {"national-day", "Fête nationale", "National Day", 7, 14},
    {"assumption", "Assomption", "Assumption", 8, 15},
    {"abolition-of-slavery", "Abolition de l'esclavage", "Abolition of slavery", 10, 9, "977"},
    {"all-saints", "Toussaint", "All Saints' Day", 11, 1},
    {"armistice-1918", "Armistice de 1918", "Armistice Day 1918", 11, 11},
    {"abolition-of-slavery", "Abolition de l'esclavage", "Abolition of slavery", 12, 20, "974"},
    {"christmas", "Noël", "Christmas Day", 12, 25},
    {"saint-stephen", "Saint-Étienne", "Saint Stephen's Day", 12, 26, "57 67 68"},
}};

std::vector<std::string_view> departments_of(const Row& row) {
    std::vector<std::string_view> codes;
    for (std::string_view rest = row.only; !rest.empty();) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        codes.push_back(rest.substr(0, blank));
        rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
    return codes;
}

bool holds_in(const std::vector<std::string_view>& only, std::span<const std::string> departments) {
    return only.empty() || std::any_of(departments.begin(), departments.end(), [&](const std::string& department) {
               return std::find(only.begin(), only.end(), department) != only.end();
           });
}

bool is_free(const Date& day, std::span<const std::string> departments) {
    return day.weekday() >= 6 || holiday_on(day, departments).has_value();
}

}  // namespace

// The letters are those of the source; m only corrects two rare years of the moon's cycle.
Date easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int g = (b - (b + 8) / 25 + 1) / 3;
    const int h = (19 * a + b - b / 4 - g + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    Date sunday;
    sunday.year = year;
    sunday.month = n / 31;
    sunday.day = n % 31 + 1;
    return sunday;
}

std::vector<PublicHoliday> public_holidays(int year, std::span<const std::string> departments) {
    const Date sunday = easter(year);
    std::vector<PublicHoliday> found;
    for (const Row& row : rows) {
        std::vector<std::string_view> only = departments_of(row);
        if (!holds_in(only, departments)) continue;
        const auto date =
            row.month == 0 ? std::optional(sunday.plus_days(row.day)) : Date::of(year, row.month, row.day);
        if (date) found.push_back({*date, row.key, Words{std::string(row.fr), std::string(row.en)}, std::move(only)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const PublicHoliday& a, const PublicHoliday& b) { return a.date < b.date; });
    return found;
}

std::optional<PublicHoliday> holiday_on(const Date& day, std::span<const std::string> departments) {
    for (PublicHoliday& holiday : public_holidays(day.year, departments))
        if (holiday.date == day) return std::move(holiday);
    return std::nullopt;
}

bool is_bridge(const Date& day, std::span<const std::string> departments) {
    return !is_free(day, departments) && is_free(day.plus_days(-1), departments) &&
           is_free(day.plus_days(1), departments);
}

}  // namespace cafe::calendar
