#include "calendar/schedule.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cafe;
using namespace cafe::calendar;

namespace {

std::vector<std::string> iso(const std::vector<Date>& dates) {
    std::vector<std::string> all;
    for (const Date& date : dates) all.push_back(date.iso());
    return all;
}

Schedule read(std::string_view text) {
    CAPTURE(text);
    const auto schedule = read_schedule(text);
    REQUIRE_MESSAGE(schedule.ok(), schedule.error().message.fr);
    return *schedule;
}

const std::vector<int> odd{1, 3, 5, 7, 9, 11};
const std::vector<int> even{2, 4, 6, 8, 10, 12};

}  // namespace

TEST_CASE("a schedule reads in both languages, as people write it") {
    struct Case {
        std::string_view text;
        Schedule means;
    };
    const std::vector<Case> cases{
        {"first friday", {{{1, 5}}, {}}},
        {"premier vendredi", {{{1, 5}}, {}}},
        {"  Le 1er Vendredi du mois ", {{{1, 5}}, {}}},
        {"the first Friday of every month", {{{1, 5}}, {}}},
        {"every first friday", {{{1, 5}}, {}}},
        {"tous les premiers vendredis", {{{1, 5}}, {}}},
        {"chaque premier vendredi de chaque mois", {{{1, 5}}, {}}},
        {"third tuesday of odd months", {{{3, 2}}, odd}},
        {"3e mardi des mois impairs", {{{3, 2}}, odd}},
        {"3ème mardi des mois pairs", {{{3, 2}}, even}},
        {"third tuesday of even-numbered months", {{{3, 2}}, even}},
        {"last thursday of march and october", {{{-1, 4}}, {3, 10}}},
        {"dernier jeudi de mars et d'octobre", {{{-1, 4}}, {3, 10}}},
        {"dernier jeudi de mars, juin et octobre", {{{-1, 4}}, {3, 6, 10}}},
        {"avant-dernier lundi", {{{-2, 1}}, {}}},
        {"second to last monday", {{{-2, 1}}, {}}},
        {"second monday", {{{2, 1}}, {}}},
        {"second et quatrième jeudi", {{{2, 4}, {4, 4}}, {}}},
        {"first and third tuesday from september to june", {{{1, 2}, {3, 2}}, {1, 2, 3, 4, 5, 6, 9, 10, 11, 12}}},
        {"premier et troisième mardi, de septembre à juin", {{{1, 2}, {3, 2}}, {1, 2, 3, 4, 5, 6, 9, 10, 11, 12}}},
        {"premier mardi et troisième jeudi", {{{1, 2}, {3, 4}}, {}}},
        {"every friday", {{{0, 5}}, {}}},
        {"chaque vendredi", {{{0, 5}}, {}}},
        {"tous les vendredis", {{{0, 5}}, {}}},
        {"friday", {{{0, 5}}, {}}},
        {"les mardis et jeudis de juillet-août", {{{0, 2}, {0, 4}}, {7, 8}}},
        {"MERCREDI", {{{0, 3}}, {}}},
        {"weekly on thursday", {{{0, 4}}, {}}},
        {"Hebdomadaire, le jeudi", {{{0, 4}}, {}}},
        {"toutes les semaines, le mardi", {{{0, 2}}, {}}},
        {"every week on monday and friday", {{{0, 1}, {0, 5}}, {}}},
        {"fifth saturday", {{{5, 6}}, {}}},
        {"dimanche de novembre à février", {{{0, 7}}, {1, 2, 11, 12}}},
        {"first friday from january to december", {{{1, 5}}, {}}},
        {"every second friday of the month", {{{2, 5}}, {}}},
        {"first friday, first friday", {{{1, 5}}, {}}},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        const auto schedule = read_schedule(each.text);
        REQUIRE_MESSAGE(schedule.ok(), schedule.error().message.fr);
        CHECK(*schedule == each.means);
    }
}

TEST_CASE("what is no schedule is refused, with the words that were not understood") {
    struct Case {
        std::string_view text;
        std::string_view fr;      // the message
        std::string_view remedy;  // a part of it
    };
    const std::vector<Case> cases{
        {"", "aucun rythme n'est écrit", "premier vendredi"},
        {"   ", "aucun rythme n'est écrit", "premier vendredi"},
        {"…", "aucun rythme n'est écrit", "premier vendredi"},
        {"premier", "« premier » ne dit pas quel jour de la semaine", "premier vendredi"},
        {"every", "« every » ne dit pas quel jour de la semaine", "premier vendredi"},
        {"first and third", "« first and third » ne dit pas quel jour de la semaine", "premier vendredi"},
        {"chaque mois", "dans « chaque mois », « mois » ne se comprend pas", "premier vendredi"},
        {"monthly", "« monthly » ne se comprend pas", ""},
        {"premier vendrdi", "dans « premier vendrdi », « vendrdi » ne se comprend pas", "« vendredi »"},
        {"fisrt friday", "« fisrt friday » ne se comprend pas", "« first »"},
        {"frist firday", "« frist firday » ne se comprend pas", "« first »"},
        {"sixième lundi", "« sixième lundi » ne se comprend pas", ""},
        {"6th monday", "« 6th monday » ne se comprend pas", ""},
        {"0th monday", "« 0th monday » ne se comprend pas", ""},
        {"le 15 du mois", "dans « le 15 du mois », « 15 du mois » ne se comprend pas", "premier vendredi"},
        {"15th of march", "« 15th of march » ne se comprend pas", ""},
        {"2026-11-06", "« 2026-11-06 » ne se comprend pas", ""},
        {"weekly", "« weekly » ne dit pas quel jour de la semaine", ""},
        {"weekly on the first friday", "« weekly on the first friday » ne se comprend pas", ""},
        {"first friday of smarch", "dans « first friday of smarch », « of smarch » ne se comprend pas", ""},
        {"premier vendredi de mars et", "dans « premier vendredi de mars et », « et » ne se comprend pas", ""},
        {"premier vendredi de mars à", "dans « premier vendredi de mars à », « à » ne se comprend pas", ""},
        {"premier vendredi de mars à mardi",
         "dans « premier vendredi de mars à mardi », « à mardi » ne se comprend pas", ""},
        {"premier vendredi sauf août", "dans « premier vendredi sauf août », « sauf août » ne se comprend pas",
         "except"},
        {"first friday except in august",
         "dans « first friday except in august », « except in august » ne se comprend pas", "except"},
        {"first friday at 9", "dans « first friday at 9 », « at 9 » ne se comprend pas", ""},
        {"premier vendredi à 9 h", "dans « premier vendredi à 9 h », « à 9 h » ne se comprend pas", ""},
        {"un vendredi sur deux", "« un vendredi sur deux » ne dit pas lesquels", "premier et troisième"},
        {"every other friday", "« every other friday » ne dit pas lesquels", "premier et troisième"},
        {"tous les quinze jours", "« tous les quinze jours » ne dit pas lesquels", "premier et troisième"},
        {"every two weeks on friday", "« every two weeks on friday » ne dit pas lesquels", "premier et troisième"},
        {"every second friday", "« every second friday » ne dit pas lesquels", "premier et troisième"},
        {"each third tuesday", "« each third tuesday » ne dit pas lesquels", "premier et troisième"},
        {"premier lundi tous les deux mois", "« premier lundi tous les deux mois » ne dit pas quels mois",
         "mois pairs"},
        {"first monday every other month", "« first monday every other month » ne dit pas quels mois", "mois pairs"},
        {"premier vendredi impair", "dans « premier vendredi impair », « impair » ne se comprend pas", ""},
        {"vendredi premier", "dans « vendredi premier », « premier » ne se comprend pas", ""},
        {"first friday first", "dans « first friday first », « first » ne se comprend pas", ""},
        {"{} {0} %s", "« {} {0} %s » ne se comprend pas", ""},
        {"первая пятница", "« первая пятница » ne se comprend pas", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        const auto schedule = read_schedule(each.text);
        REQUIRE_FALSE(schedule.ok());
        CHECK(schedule.error().kind == ErrorKind::usage);
        CHECK(schedule.error().message.fr == each.fr);
        CHECK_FALSE(schedule.error().message.en.empty());
        CHECK(schedule.error().remedy.fr.find(each.remedy) != std::string::npos);
    }
}

TEST_CASE("the days of a year") {
    CHECK(iso(dates_in(read("first friday"), 2026)) ==
          std::vector<std::string>{"2026-01-02", "2026-02-06", "2026-03-06", "2026-04-03", "2026-05-01", "2026-06-05",
                                   "2026-07-03", "2026-08-07", "2026-09-04", "2026-10-02", "2026-11-06", "2026-12-04"});
    CHECK(iso(dates_in(read("third tuesday of odd months"), 2027)) ==
          std::vector<std::string>{"2027-01-19", "2027-03-16", "2027-05-18", "2027-07-20", "2027-09-21", "2027-11-16"});
    CHECK(iso(dates_in(read("last thursday of march and october"), 2026)) ==
          std::vector<std::string>{"2026-03-26", "2026-10-29"});
    CHECK(iso(dates_in(read("avant-dernier jeudi d'octobre"), 2026)) == std::vector<std::string>{"2026-10-22"});
    CHECK(iso(dates_in(read("fifth friday"), 2026)) ==
          std::vector<std::string>{"2026-01-30", "2026-05-29", "2026-07-31", "2026-10-30"});
    CHECK(iso(dates_in(read("last saturday of february"), 2028)) == std::vector<std::string>{"2028-02-26"});
    CHECK(iso(dates_in(read("cinquième mardi de février"), 2028)) == std::vector<std::string>{"2028-02-29"});
    CHECK(dates_in(read("cinquième mardi de février"), 2027).empty());
    // The fourth and the last are one day in most months, and it is there once.
    CHECK(dates_in(read("quatrième et dernier lundi de février"), 2027).size() == 1);
    CHECK(dates_in(read("every friday"), 2026).size() == 52);
    CHECK(dates_in(read("chaque jeudi"), 2026).size() == 53);
    CHECK(dates_in(read("first friday"), 1899).empty());
    CHECK(dates_in(read("first friday"), 2200).empty());
}

TEST_CASE("every day of a schedule lies where it says, in every year") {
    const Schedule schedule = read("first and last wednesday");
    for (int year = 1900; year <= 2199; ++year) {
        const auto dates = dates_in(schedule, year);
        CHECK(dates.size() == 24);
        for (const Date& date : dates) {
            CHECK(date.year == year);
            CHECK(date.weekday() == 3);
            CHECK((date.day <= 7 || date.plus_days(7).month != date.month));
        }
    }
}

TEST_CASE("a schedule is said back in both languages, and reads as itself") {
    struct Case {
        std::string_view text;
        std::string_view fr;
        std::string_view en;
    };
    const std::vector<Case> cases{
        {"first friday", "le premier vendredi du mois", "the first Friday of the month"},
        {"every friday", "chaque vendredi", "every Friday"},
        {"3e mardi des mois impairs", "le troisième mardi des mois impairs", "the third Tuesday of odd months"},
        {"last thursday of march and october", "le dernier jeudi de mars et d'octobre",
         "the last Thursday of March and October"},
        {"avant-dernier lundi d'avril, mai et août", "l'avant-dernier lundi d'avril, de mai et d'août",
         "the last but one Monday of April, May and August"},
        {"premier et troisième jeudi", "le premier jeudi et le troisième jeudi du mois",
         "the first Thursday and the third Thursday of the month"},
        {"mardi et jeudi", "chaque mardi et chaque jeudi", "every Tuesday and every Thursday"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        const Schedule schedule = read(each.text);
        CHECK(in_words(schedule).en == each.en);
        CHECK(in_words(schedule).fr == each.fr);
        CHECK(read(in_words(schedule).fr) == schedule);
        CHECK(read(in_words(schedule).en) == schedule);
    }
}

TEST_CASE("exceptions are months, days and public holidays, and nothing else") {
    struct Case {
        std::string_view text;
        Exception means;
    };
    const std::vector<Case> good{
        {"august", {{8}, {}, false}},
        {"août", {{8}, {}, false}},
        {"juillet à août", {{7, 8}, {}, false}},
        {"july and august", {{7, 8}, {}, false}},
        {"2026-12-04", {{}, Date::of(2026, 12, 4), false}},
        {"public-holidays", {{}, {}, true}},
        {"jours fériés", {{}, {}, true}},
    };
    for (const Case& each : good) {
        CAPTURE(each.text);
        const auto exception = read_exception(each.text);
        REQUIRE(exception.ok());
        CHECK(*exception == each.means);
    }
    for (const std::string_view text :
         {"", "aout 2026", "2026-02-30", "2026-12", "04/12/2026", "school-holidays", "vacances scolaires", "summer",
          "août sauf le 15", "friday", "public", "jours", "august public-holidays", "13"}) {
        CAPTURE(text);
        const auto exception = read_exception(text);
        REQUIRE_FALSE(exception.ok());
        CHECK(exception.error().kind == ErrorKind::usage);
        CHECK(exception.error().remedy.en.find("public-holidays") != std::string::npos);
    }
}
