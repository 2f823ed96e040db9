// When hours say that somebody is there, through a year, for tests/oracle/hours.sh. Lines of the standard input are
// hours; each comes out as its canonical form, or "?" and the fault, a tab, and the year's stretches as "from-until" in
// minutes since its first midnight, "?" behind those that are not sure; a tab, and what a published page holds of them.
// Use: cafe_hours_oracle YEAR PUBLIC_HOLIDAYS SCHOOL_HOLIDAYS (files of dates, one a line)
#include <fstream>
#include <iostream>
#include <set>
#include <string>

#include "base/text.hpp"
#include "calendar/open_week.hpp"
#include "calendar/opening.hpp"

namespace {

using namespace cafe;

std::set<Date> dates_in(const char* path) {
    std::set<Date> dates;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);)
        if (const auto date = Date::parse(line)) dates.insert(*date);
    return dates;
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 2;
    const int year = std::stoi(words[1]);
    const auto public_holidays = dates_in(words[2]);
    const auto school_holidays = dates_in(words[3]);
    const calendar::DayKinds kinds{[&](const Date& day) { return public_holidays.count(day) > 0; },
                                   [&](const Date& day) { return school_holidays.count(day) > 0; }};
    const Date first{year, 1, 1};
    constexpr int minutes_of_day = 24 * 60;
    for (std::string line; std::getline(std::cin, line);) {
        const auto reading = calendar::read_hours(line);
        if (!reading.hours) {
            std::cout << "? " << reading.fault->message.en << "\t\t\n";
            continue;
        }
        std::cout << calendar::canonical(*reading.hours) << (reading.exact ? "\t" : "\t~");
        for (Date day = first.plus_days(-1); day.year <= year; day = day.plus_days(1)) {
            const int midnight = (day.days_since_1970() - first.days_since_1970()) * minutes_of_day;
            for (const auto& each : calendar::hours_on(*reading.hours, day, kinds).stretches)
                std::cout << ' ' << midnight + each.from << '-' << midnight + each.until << (each.sure ? "" : "?");
        }
        std::cout << '\t' << calendar::open_week(line, year, {}) << '\n';
    }
    return 0;
}
