#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "calendar/holidays.hpp"
#include "calendar/schedule.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
using namespace cafe::calendar;

namespace {

std::string month_and_day(const Date& date) {
    return date.iso().substr(5);
}

std::string joined(std::vector<std::string> days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return text::join(days, " ");
}

// What lib/calendar says to one row of the table.
std::string ours(std::string_view what, std::string_view of, int year) {
    const std::vector<std::string> departments =
        of.empty() || what == "schedule" ? std::vector<std::string>{} : std::vector<std::string>{std::string(of)};
    std::vector<std::string> days;
    if (what == "holidays") {
        for (const PublicHoliday& holiday : public_holidays(year, departments))
            days.push_back(month_and_day(holiday.date));
    } else if (what == "bridges") {
        for (Date date = *Date::of(year, 1, 1); date.year == year; date = date.plus_days(1))
            if (is_bridge(date, departments)) days.push_back(month_and_day(date));
    } else if (const auto schedule = read_schedule(of); schedule) {
        for (const Date& date : dates_in(*schedule, year)) days.push_back(month_and_day(date));
    }
    return joined(std::move(days));
}

}  // namespace

TEST_CASE("every holiday, bridge and scheduled day of 2000 to 2050 is that of an independent calendar") {
    std::ifstream in(cafe::test::source_folder("tests/calendar/days_2000_2050.tsv"));
    REQUIRE(in);
    std::size_t rows = 0;
    for (std::string line; std::getline(in, line); ++rows) {
        const auto cells = text::split(line, '\t');
        REQUIRE(cells.size() >= 3);
        const std::string_view days = cells.size() > 3 ? cells[3] : std::string_view{};
        const auto year = text::to_integer(cells[2]);
        REQUIRE(year.has_value());
        CAPTURE(line);
        CHECK(ours(cells[0], cells[1], static_cast<int>(*year)) == days);
    }
    CHECK(rows == 51 * (2 * 11 + 2 * 8));
}
