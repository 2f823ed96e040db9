#include "calendar/holidays.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "calendar/schedule.hpp"

using namespace cafe;
using namespace cafe::calendar;

namespace {

Date day(std::string_view iso) {
    const auto date = Date::parse(iso);
    REQUIRE(date.has_value());
    return *date;
}

using Departments = std::vector<std::string>;

std::vector<std::string> days_of(int year, const Departments& departments = {}) {
    std::vector<std::string> days;
    for (const PublicHoliday& holiday : public_holidays(year, departments))
        days.push_back(holiday.date.iso() + " " + std::string(holiday.key));
    return days;
}

// Gauss's own rule with his two exceptions: another way to the same Sunday.
Date easter_by_gauss(int year) {
    const int century = year / 100;
    const int moon = (15 + century - century / 4 - (13 + 8 * century) / 25) % 30;
    const int sun = (4 + century - century / 4) % 7;
    const int d = (19 * (year % 19) + moon) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + sun) % 7;
    if (d == 29 && e == 6) e = -1;
    if (d == 28 && e == 6 && (11 * moon + 11) % 30 < 19) e = -1;
    return day(std::to_string(year) + "-03-22").plus_days(d + e);
}

}  // namespace

TEST_CASE("Easter falls where the almanacs have it") {
    for (const std::string_view iso :
         {"1900-04-15", "1913-03-23", "1923-04-01", "1940-03-24", "1943-04-25", "1954-04-18", "1961-04-02",
          "1974-04-14", "1981-04-19", "1989-03-26", "2000-04-23", "2005-03-27", "2008-03-23", "2011-04-24",
          "2016-03-27", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
          "2029-04-01", "2030-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19", "2079-04-23",
          "2100-03-28", "2106-04-18", "2133-04-19", "2152-04-23", "2160-03-23", "2190-04-25", "2199-04-14"})
        CHECK(easter(day(iso).year).iso() == iso);
}

TEST_CASE("Easter is the same Sunday by Gauss's rule in every year, between 22 March and 25 April") {
    for (int year = 1900; year <= 2199; ++year) {
        const Date sunday = easter(year);
        CHECK(sunday == easter_by_gauss(year));
        CHECK(sunday.weekday() == 7);
        CHECK(sunday >= day(std::to_string(year) + "-03-22"));
        CHECK(sunday <= day(std::to_string(year) + "-04-25"));
    }
}

TEST_CASE("the public holidays of 2026 and 2027") {
    CHECK(days_of(2026) ==
          std::vector<std::string>{"2026-01-01 new-year", "2026-04-06 easter-monday", "2026-05-01 labour-day",
                                   "2026-05-08 victory-1945", "2026-05-14 ascension", "2026-05-25 whit-monday",
                                   "2026-07-14 national-day", "2026-08-15 assumption", "2026-11-01 all-saints",
                                   "2026-11-11 armistice-1918", "2026-12-25 christmas"});
    CHECK(days_of(2027) ==
          std::vector<std::string>{"2027-01-01 new-year", "2027-03-29 easter-monday", "2027-05-01 labour-day",
                                   "2027-05-06 ascension", "2027-05-08 victory-1945", "2027-05-17 whit-monday",
                                   "2027-07-14 national-day", "2027-08-15 assumption", "2027-11-01 all-saints",
                                   "2027-11-11 armistice-1918", "2027-12-25 christmas"});
}

TEST_CASE("each year has eleven holidays everywhere, in order, and Ascension may fall on another one") {
    for (int year = 1900; year <= 2199; ++year) {
        const auto holidays = public_holidays(year);
        CHECK(holidays.size() == 11);
        for (std::size_t i = 1; i < holidays.size(); ++i) CHECK(holidays[i - 1].date <= holidays[i].date);
    }
    CHECK(days_of(2008)[2] == "2008-05-01 labour-day");
    CHECK(days_of(2008)[3] == "2008-05-01 ascension");
    CHECK(holiday_on(day("2008-05-01"))->key == "labour-day");
}

TEST_CASE("Alsace and Moselle keep Good Friday and Saint Stephen, each overseas department its own abolition day") {
    struct Case {
        std::string_view department;
        std::vector<std::string> more;
    };
    const std::vector<Case> cases{
        {"57", {"2026-04-03", "2026-12-26"}},
        {"67", {"2026-04-03", "2026-12-26"}},
        {"68", {"2026-04-03", "2026-12-26"}},
        {"971", {"2026-05-27"}},
        {"972", {"2026-05-22"}},
        {"973", {"2026-06-10"}},
        {"974", {"2026-12-20"}},
        {"976", {"2026-04-27"}},
        {"977", {"2026-10-09"}},
        {"978", {"2026-05-28"}},
        {"47", {}},
        {"54", {}},
        {"88", {}},
        {"90", {}},
        {"2A", {}},
        {"975", {}},
        {"97", {}},
        {"6", {}},
        {"", {}},
        {"067", {}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.department);
        std::vector<std::string> more;
        for (const PublicHoliday& holiday : public_holidays(2026, Departments{std::string(each.department)}))
            if (!holiday.departments.empty()) more.push_back(holiday.date.iso());
        CHECK(more == each.more);
    }
    // A network over several: what is one anywhere in it.
    CHECK(holiday_on(day("2026-04-03"), Departments{"54", "57"}).has_value());
    CHECK_FALSE(holiday_on(day("2026-04-03")).has_value());
    CHECK_FALSE(holiday_on(day("2026-04-03"), Departments{"54", "88"}).has_value());
}

TEST_CASE("bridges are single working days between free ones") {
    for (const std::string_view iso : {"2026-01-02", "2026-05-15", "2026-07-13", "2027-05-07", "2027-11-12",
                                       "2029-12-31", "2031-11-10", "2024-05-10", "2025-11-10"}) {
        CAPTURE(iso);
        CHECK(is_bridge(day(iso)));
    }
    // Holidays, week-ends, days beside a holiday that have a working day on the other side, ordinary days.
    for (const std::string_view iso :
         {"2026-01-01", "2026-01-03", "2026-01-05", "2026-05-01", "2026-05-09", "2026-05-13", "2026-05-14",
          "2026-05-16", "2026-05-26", "2026-07-15", "2026-11-10", "2026-11-12", "2026-12-24", "2026-12-28",
          "2026-04-03", "2026-11-06", "2027-05-14"}) {
        CAPTURE(iso);
        CHECK_FALSE(is_bridge(day(iso)));
    }
    // Where the day after Christmas is free too, nothing lies between in 2025; the Friday of 2024 is no bridge there.
    CHECK(is_bridge(day("2025-12-26")));
    CHECK_FALSE(is_bridge(day("2025-12-26"), Departments{"67"}));
    CHECK(is_bridge(day("2024-12-27"), Departments{"67"}));
    CHECK_FALSE(is_bridge(day("2024-12-27")));
}

TEST_CASE("first Fridays that are a public holiday are noticed") {
    const auto first_friday = read_schedule("first friday");
    REQUIRE(first_friday.ok());
    std::vector<std::string> found;
    for (int year = 2025; year <= 2031; ++year)
        for (const Date& date : dates_in(*first_friday, year))
            if (holiday_on(date)) found.push_back(date.iso());
    CHECK(found == std::vector<std::string>{"2026-05-01", "2027-01-01", "2030-11-01"});
}
