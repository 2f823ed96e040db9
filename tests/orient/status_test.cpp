#include "orient/status.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace cafe;
using orient::Event;
using orient::Is;
using orient::Orientation;

namespace {

Date day(const std::string& iso) {
    return *Date::parse(iso);
}

Orientation with(std::vector<Event> events, const std::string& asked = "2026-09-01") {
    Orientation one{"K7QF2M-8", "escale/mise-abri", "", "", day(asked), {{day(asked), Is::asked, "", ""}}};
    one.events.insert(one.events.end(), events.begin(), events.end());
    return one;
}

std::string told(const Orientation& one, const std::string& today) {
    const auto state = orient::state_of(one, day(today));
    return orient::in_words(state).en + ", " + orient::in_words(state.turn).en + ", " +
           (state.due ? state.due->iso() : "-") + (state.closed ? ", closed" : "");
}

}  // namespace

TEST_CASE("an orientation stands as its events and the day say, with whose turn it is and which clock runs") {
    CHECK(told(with({}), "2026-09-01") == "asked, theirs, 2026-09-11");
    CHECK(told(with({}), "2026-10-01") == "asked, theirs, 2026-09-11");
    CHECK(told(with({}), "2026-10-02") == "expired, no answer, yours, 2026-10-01");
    CHECK(told(with({{day("2026-09-04"), Is::seen, "", ""}}), "2026-12-01") == "received, theirs, 2026-09-14");
    CHECK(told(with({{day("2026-09-04"), Is::waiting, "", ""}}), "2026-09-05") ==
          "on a waiting list, theirs, 2026-12-03");
    CHECK(told(with({{day("2026-09-04"), Is::proposed, "", ""}}), "2026-09-05") ==
          "appointment or place offered, the person's, -");
    CHECK(told(with({{day("2026-09-04"), Is::refused, "no-place", ""}}), "2026-09-05") ==
          "refused: no place, yours, -, closed");
    CHECK(told(with({{day("2026-09-04"), Is::withdrawn, "said-no", ""}}), "2026-09-05") ==
          "withdrawn: said no, –, -, closed");
    CHECK(told(with({{day("2026-09-09"), Is::started, "", ""}}), "2026-12-05") == "started, –, -, closed");
    // Who was refused and is taken on a list after all waits again.
    CHECK(told(with({{day("2026-09-04"), Is::refused, "no-place", ""}, {day("2026-09-08"), Is::waiting, "", ""}}),
               "2026-09-09") == "on a waiting list, theirs, 2026-12-07");
}

TEST_CASE("events of one day give one state, in whatever order they stand") {
    std::vector<Event> all;
    for (const orient::EventName& name : orient::event_names())
        for (const char* why : {"no-place", "said-no"})
            if (name.needs_why || std::string_view(why) == "no-place")
                all.push_back({day("2026-09-04"), name.is, name.needs_why ? why : "", ""});
    REQUIRE(all.size() == 9);
    // Every pair and every triple of them, in every order.
    for (std::size_t a = 0; a < all.size(); ++a)
        for (std::size_t b = a + 1; b < all.size(); ++b)
            for (std::size_t c = b + 1; c < all.size(); ++c) {
                std::vector<Event> events{all[a], all[b], all[c]};
                std::sort(events.begin(), events.end());
                const auto first = orient::state_of(with(events), day("2026-09-10"));
                do {
                    CHECK(orient::state_of(with(events), day("2026-09-10")) == first);
                    CHECK(orient::delay_class(with(events)) == orient::delay_class(with({all[a], all[b], all[c]})));
                } while (std::next_permutation(events.begin(), events.end()));
            }
}

TEST_CASE("medians of delays, answers, reasons; nothing asked before the day that was given") {
    std::vector<Orientation> all{
        with({{day("2026-09-04"), Is::waiting, "", ""}, {day("2026-09-21"), Is::started, "", ""}}),
        with({{day("2026-09-02"), Is::refused, "no-place", ""}}),
        with({{day("2026-09-11"), Is::refused, "no-place", ""}}),
        with({{day("2026-09-05"), Is::withdrawn, "not-reached", ""}}),
        with({}, "2026-08-01"),
        with({}, "2026-09-20"),
    };
    auto figures = orient::figures(all, std::nullopt, day("2026-10-10"));
    CHECK(figures.asked == 6);
    CHECK(figures.answered == 3);
    CHECK(figures.started == 1);
    CHECK(figures.refused == 2);
    CHECK(figures.withdrawn == 1);
    CHECK(figures.expired == 1);
    CHECK(figures.open == 1);
    CHECK(figures.days_to_answer == 3);
    CHECK(figures.days_to_start == 20);
    CHECK(figures.reasons == std::map<std::string, int>{{"no-place", 2}, {"not-reached", 1}});
    CHECK(figures.fiches == std::map<std::string, int>{{"escale", 6}});
    CHECK(orient::figures(all, day("2026-09-01"), day("2026-10-10")).asked == 5);
    CHECK_FALSE(orient::figures({}, std::nullopt, day("2026-10-10")).days_to_answer);
}

TEST_CASE("what is closed or expired goes after six months, everything after two years; its numbers stay") {
    const auto goes = [](const Orientation& one, const std::string& today) {
        return orient::is_to_purge(one, day(today));
    };
    const Orientation refused = with({{day("2026-09-04"), Is::refused, "no-place", ""}});
    CHECK_FALSE(goes(refused, "2027-03-03"));
    CHECK(goes(refused, "2027-03-04"));
    CHECK_FALSE(goes(with({}), "2027-03-31"));
    CHECK(goes(with({}), "2027-04-01"));
    const Orientation waits = with({{day("2026-09-04"), Is::waiting, "", ""}});
    CHECK_FALSE(goes(waits, "2028-08-31"));
    CHECK(goes(waits, "2028-09-01"));

    orient::Journal journal;
    Orientation other = waits;
    other.ref = "000000-0";
    other.theme = "logement";
    other.area = "epci:200068930";
    journal.orientations = {refused, other};
    const auto theme_of = [](const Orientation& one) { return one.theme; };
    CHECK(orient::purge(journal, day("2027-03-04"), theme_of) == 1);
    REQUIRE(journal.orientations.size() == 1);
    CHECK(journal.orientations.front().ref == "000000-0");
    CHECK(orient::purge(journal, day("2027-03-04"), theme_of) == 0);
    CHECK(orient::purge(journal, day("2028-09-01"), theme_of) == 1);
    const orient::Counts& counts = journal.counters.at("2026-Q3");
    CHECK(counts.asked == 2);
    CHECK(counts.tables.at("themes") == orient::Counts::Table{{"unsaid", 1}, {"logement", 1}});
    CHECK(counts.tables.at("areas") == orient::Counts::Table{{"unsaid", 1}, {"epci:200068930", 1}});
    CHECK(counts.tables.at("reasons") == orient::Counts::Table{{"no-place", 1}, {"none", 1}});
    CHECK(counts.tables.at("delays") == orient::Counts::Table{{"week", 2}});
}
