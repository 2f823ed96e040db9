#include "query/today.hpp"

#include <doctest/doctest.h>

using namespace cafe;

namespace {

std::string with(const std::string& word) {
    const std::vector<std::string> words{word};
    return query::with_today(words, *Date::of(2026, 11, 23)).front();
}

}  // namespace

TEST_CASE("today stands for the day in the bounds of a date, and nowhere else") {
    CHECK(with("privacy.erase_on:..today") == "privacy.erase_on:..2026-11-23");
    CHECK(with("date:today..") == "date:2026-11-23..");
    CHECK(with("(verified.on:2026-01-01..aujourd'hui OR x)") == "(verified.on:2026-01-01..2026-11-23 OR x)");
    CHECK(with("date:today") == "date:2026-11-23");
    CHECK(with("name:today") == "name:today");
    CHECK(with("today") == "today");
    CHECK(with("date:todayish") == "date:todayish");
}
