#include "view/hours.hpp"

#include <doctest/doctest.h>

using namespace cafe;
using namespace cafe::view;

TEST_CASE("Opening hours are told rule by rule, in words") {
    struct Case {
        std::string hours;
        std::string fr;
        std::string en;
    };
    const Case cases[] = {
        {"Mo-Fr 08:30-12:00,13:30-17:00; PH off",
         "du lundi au vendredi, 8 h 30 – 12 h, 13 h 30 – 17 h ; jours fériés, fermé",
         "Monday to Friday, 8:30 – 12:00, 13:30 – 17:00; public holidays, closed"},
        {"Tu[1] 09:30-12:00", "1er mardi du mois, 9 h 30 – 12 h", "1st Tuesday of the month, 9:30 – 12:00"},
        {"We[1,3] 09:30-12:00", "1er et 3e mercredis du mois, 9 h 30 – 12 h",
         "1st and 3rd Wednesdays of the month, 9:30 – 12:00"},
        {"Fr[-1] 09:00-12:00", "dernier vendredi du mois, 9 h – 12 h", "last Friday of the month, 9:00 – 12:00"},
        {"Mo,Tu,Th 14:00-17:00", "lundi, mardi et jeudi, 14 h – 17 h", "Monday, Tuesday and Thursday, 14:00 – 17:00"},
        {"24/7", "tous les jours, jour et nuit", "every day, day and night"},
        {"lun-ven 9h-12h; fermé jours fériés", "du lundi au vendredi, 9 h – 12 h ; jours fériés, fermé",
         "Monday to Friday, 9:00 – 12:00; public holidays, closed"},
        {"Jul-Aug Mo-Fr 09:00-12:00", "de juillet à août, du lundi au vendredi, 9 h – 12 h",
         "July to August, Monday to Friday, 9:00 – 12:00"},
        {"Jul 01-Aug 31 off", "du 1er juillet au 31 août, fermé", "1 July to 31 August, closed"},
        {"Mo-Fr 09:00-12:00 || \"sur rendez-vous\"", "du lundi au vendredi, 9 h – 12 h ; sinon, sur rendez-vous",
         "Monday to Friday, 9:00 – 12:00; otherwise, sur rendez-vous"},
        {"Sa 18:00+", "samedi, à partir de 18 h", "Saturday, from 18:00"},
        {"Fr 22:00-26:00", "vendredi, 22 h – 2 h", "Friday, 22:00 – 2:00"},
        {"week 1-53/2 Tu 14:00-17:00", "les mardis des semaines impaires, 14 h – 17 h",
         "Tuesdays of odd weeks, 14:00 – 17:00"},
        {"week 02-52/2 Mo,We 14:00-17:00", "les lundis et mercredis des semaines paires, 14 h – 17 h",
         "Mondays and Wednesdays of even weeks, 14:00 – 17:00"},
        {"week 02-52/2 Mo-Fr 14:00-17:00", "semaines paires, du lundi au vendredi, 14 h – 17 h",
         "even weeks, Monday to Friday, 14:00 – 17:00"},
        {"week 30-33 off", "semaines 30 à 33, fermé", "weeks 30 to 33, closed"},
        {"PH Su off", "dimanches fériés, fermé", "Sundays that are public holidays, closed"},
        {"PH,Su off", "jours fériés et dimanche, fermé", "public holidays and Sunday, closed"},
        {"SH Mo-Fr 10:00-12:00", "pendant les vacances scolaires, du lundi au vendredi, 10 h – 12 h",
         "in the school holidays, Monday to Friday, 10:00 – 12:00"},
        {"PH +1 day off", "lendemain des jours fériés, fermé", "the day after public holidays, closed"},
        {"Mo sunrise-sunset", "lundi, lever du soleil – coucher du soleil", "Monday, sunrise – sunset"},
        {"Mo (sunset-01:00)-22:00", "lundi, 1 h avant le coucher du soleil – 22 h",
         "Monday, 1:00 before sunset – 22:00"},
        {"Mo-Fr", "du lundi au vendredi, heures non précisées", "Monday to Friday, hours not given"},
        {"Sa 13:00-18:00 off", "samedi, fermé de 13 h à 18 h", "Saturday, closed 13:00 – 18:00"},
        {"Sep 15+ Mo 09:00-12:00", "à partir du 15 septembre, lundi, 9 h – 12 h",
         "from 15 September, Monday, 9:00 – 12:00"},
        {"2026-2028 Mo 09:00-12:00", "de 2026 à 2028, lundi, 9 h – 12 h", "2026 to 2028, Monday, 9:00 – 12:00"},
        {"easter +1 day off", "1 jour après Pâques, fermé", "1 day after Easter, closed"},
        {"Fr[-2] 09:00-12:00", "avant-dernier vendredi du mois, 9 h – 12 h",
         "last but one Friday of the month, 9:00 – 12:00"},
        {"Mo 09:00-12:00 unknown", "lundi, 9 h – 12 h, à confirmer", "Monday, 9:00 – 12:00, to be confirmed"},
        {"Mo 09:00-12:00+", "lundi, 9 h – 12 h ou plus tard", "Monday, 9:00 – 12:00 or later"},
    };
    for (const Case& row : cases) {
        CHECK(hours_in_a_line(row.hours, Lang::fr) == row.fr);
        CHECK(hours_in_a_line(row.hours, Lang::en) == row.en);
    }
}

TEST_CASE("Hours to hand over say each day once") {
    const auto said = [](std::string_view hours) {
        std::string lines;
        const auto rows = hours_by_days(hours, Lang::fr);
        for (const auto& [days, times] : rows.value()) lines += days + " : " + times + "\n";
        return lines;
    };
    CHECK(said("Mo-Fr 08:30-12:00,13:00-16:30; We 08:30-12:00; PH off") ==
          "Lundi, mardi, jeudi et vendredi : 8 h 30 – 12 h, 13 h – 16 h 30\nMercredi : 8 h 30 – 12 h\n"
          "Jours fériés : fermé\n");
    CHECK(said("Mo-Fr 08:00-18:00; We 12:00-14:00 off") ==
          "Lundi, mardi, jeudi et vendredi : 8 h – 18 h\nMercredi : 8 h – 12 h, 14 h – 18 h\n");
    CHECK(said("Mo-Sa 08:00-18:00; Sa 13:00-18:00 off") == "Du lundi au vendredi : 8 h – 18 h\nSamedi : 8 h – 13 h\n");
    CHECK(said("Mo-Su 09:00-12:00; Su off") == "Du lundi au samedi : 9 h – 12 h\n");
    CHECK(said("Mo 09:00-12:00, Mo 14:00-17:00; Fr 09:00-12:00, Fr 14:00-17:00") ==
          "Lundi et vendredi : 9 h – 12 h, 14 h – 17 h\n");
    CHECK(said("Mo-Fr 09:00-12:00; PH off") == "Du lundi au vendredi : 9 h – 12 h\nJours fériés : fermé\n");
    CHECK(said("\"sur rendez-vous\"") == "Accueil : sur rendez-vous\n");
    CHECK_FALSE(hours_by_days("sur appel peut-être", Lang::fr));
}

TEST_CASE("The hours of a day in a sentence") {
    struct Case {
        std::string hours;
        Date day;
        std::string fr;
        std::string en;
    };
    const std::vector<std::string> here{"47"};
    const Date wednesday{2026, 8, 5};
    const Date christmas_week{2026, 12, 30};
    const Case cases[] = {
        {"Mo-Fr 09:00-17:00", wednesday, "mercredi 9 h – 17 h", "Wednesday 9:00 – 17:00"},
        {"Mo-Fr 09:00-17:00; Aug off", wednesday, "mercredi : fermé (en août)", "Wednesday: closed (August)"},
        {"Mo-Fr 09:00-17:00; Aug off \"congés\"", wednesday, "mercredi : fermé (en août, congés)",
         "Wednesday: closed (August, congés)"},
        {"Mo-Fr 09:00-17:00; Dec 24-Jan 03 off", christmas_week, "mercredi : fermé (du 24 décembre au 3 janvier)",
         "Wednesday: closed (24 December to 3 January)"},
        {"Mo-Fr 09:00-17:00; We[1] off", wednesday, "mercredi : fermé (1er mercredi du mois)",
         "Wednesday: closed (1st Wednesday of the month)"},
        {"Mo-Fr 09:00-17:00; Jul-Aug 09:00-12:00", wednesday, "mercredi 9 h – 12 h", "Wednesday 9:00 – 12:00"},
        {"Mo-Fr 08:00-18:00; We 12:00-14:00 off", wednesday, "mercredi 8 h – 12 h, 14 h – 18 h",
         "Wednesday 8:00 – 12:00, 14:00 – 18:00"},
        {"Mo-Fr 09:00-17:00; SH off", wednesday, "mercredi : 9 h – 17 h ; appeler avant pendant les vacances scolaires",
         "Wednesday: 9:00 – 17:00; in the school holidays call first"},
        {"SH Mo-Fr 09:00-17:00", wednesday, "mercredi : pendant les vacances scolaires 9 h – 17 h, appeler avant",
         "Wednesday: in the school holidays 9:00 – 17:00, call first"},
        {"We \"sur rendez-vous\"; Th 09:00-12:00", wednesday, "mercredi sur rendez-vous", "Wednesday sur rendez-vous"},
        {"We 09:00-12:00 \"sur rendez-vous\"", wednesday, "mercredi 9 h – 12 h, sur rendez-vous",
         "Wednesday 9:00 – 12:00, sur rendez-vous"},
        {"We 09:00-12:00 || \"sur rendez-vous\"", wednesday, "mercredi 9 h – 12 h, sinon sur rendez-vous",
         "Wednesday 9:00 – 12:00, otherwise sur rendez-vous"},
        {"Th 09:00-12:00", wednesday, "mercredi : fermé", "Wednesday: closed"},
        {"We 22:00-26:00", wednesday, "mercredi 22 h – 2 h", "Wednesday 22:00 – 2:00"},
        {"Mo-Fr 09:00-12:00", Date{2026, 11, 11}, "11 novembre 2026, jour férié : appeler avant",
         "11 November 2026, a public holiday: call first"},
        {"Mo-Fr 09:00-12:00; PH off", Date{2026, 11, 11}, "11 novembre 2026, jour férié : fermé",
         "11 November 2026, a public holiday: closed"},
        {"not hours", wednesday, "", ""},
    };
    for (const Case& row : cases) {
        CAPTURE(row.hours);
        const auto opening = facts::opening_on(row.hours, row.day, here);
        CHECK(opening_in_words(opening, Lang::fr) == row.fr);
        CHECK(opening_in_words(opening, Lang::en) == row.en);
    }
}

TEST_CASE("Hours that are not understood are shown as they were written") {
    for (const char* const written :
         {"Mo-Xx 09:00-12:00", "Mo 09:00", "Mo 25:00-26:00", "Tu[0] 09:00-12:00", "Tu[9] 09:00-12:00",
          "Tu[] 09:00-12:00", "<b>", "; ;", "Mo 09:00-12:00; sur appel"}) {
        const std::string hours = written;
        CAPTURE(hours);
        CHECK_FALSE(opening_hours(hours, Lang::fr));
        CHECK(hours_in_a_line(hours, Lang::fr) == hours);
    }
}
