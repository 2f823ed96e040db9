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
        {"Mo-Fr 09:00-12:00 || \"sur rendez-vous\"", "du lundi au vendredi, 9 h – 12 h ; accueil, sur rendez-vous",
         "Monday to Friday, 9:00 – 12:00; reception, sur rendez-vous"},
        {"Sa 18:00+", "samedi, à partir de 18 h", "Saturday, from 18:00"},
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
    CHECK(said("Mo-Su 09:00-12:00; Su off") == "Du lundi au samedi : 9 h – 12 h\n");
    CHECK(said("Mo 09:00-12:00, Mo 14:00-17:00; Fr 09:00-12:00, Fr 14:00-17:00") ==
          "Lundi et vendredi : 9 h – 12 h, 14 h – 17 h\n");
    CHECK(said("Mo-Fr 09:00-12:00; PH off") == "Du lundi au vendredi : 9 h – 12 h\nJours fériés : fermé\n");
    CHECK(said("\"sur rendez-vous\"") == "Accueil : sur rendez-vous\n");
    CHECK_FALSE(hours_by_days("sur appel peut-être", Lang::fr));
}

TEST_CASE("Hours beyond that are shown as they were written") {
    for (const char* const written :
         {"week 01-53/2 Mo 09:00-12:00", "Mo sunrise-sunset", "PH +1 day off", "Mo-Fr", "Mo-Xx 09:00-12:00", "Mo 09:00",
          "Mo 25:00-26:00", "Tu[0] 09:00-12:00", "Tu[9] 09:00-12:00", "Tu[] 09:00-12:00", "<b>", "; ;",
          "Mo 09:00-12:00; sur appel"}) {
        const std::string hours = written;
        CAPTURE(hours);
        CHECK_FALSE(opening_hours(hours, Lang::fr));
        CHECK(hours_in_a_line(hours, Lang::fr) == hours);
    }
}
