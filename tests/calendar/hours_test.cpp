#include "calendar/hours.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "calendar/open_week.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
using namespace cafe::calendar;

TEST_CASE("hours in OpenStreetMap's notation or in simple French become one notation") {
    struct Case {
        std::string text;
        std::string canonical;
        bool exact;
    };
    const std::vector<Case> cases{
        {"Mo-Fr 08:30-12:00,13:30-17:00; PH off", "Mo-Fr 08:30-12:00,13:30-17:00; PH off", true},
        {"Mo-Sa 08:00-12:00,14:00-18:00; Su,PH 09:00-12:00,15:00-18:00",
         "Mo-Sa 08:00-12:00,14:00-18:00; Su,PH 09:00-12:00,15:00-18:00", true},
        {"Mo[1],Mo[3] 09:30-12:30", "Mo[1],Mo[3] 09:30-12:30", true},
        {"24/7", "24/7", true},
        {"09:00-12:00,14:00-17:30", "09:00-12:00,14:00-17:30", true},
        {"Mo-Fr 08:00-17:30; SH,PH off", "Mo-Fr 08:00-17:30; SH,PH off", true},
        {"Jul-Aug Mo-Fr 09:00-12:00", "Jul-Aug Mo-Fr 09:00-12:00", true},
        {"Jul 01-Aug 31: Mo-Fr 09:00-12:00", "Jul 01-Aug 31 Mo-Fr 09:00-12:00", true},
        {"2026 Jul 01-2026 Aug 31 Mo 09:00-10:00", "2026 Jul 01-2026 Aug 31 Mo 09:00-10:00", true},
        {"week 01-53/2 Mo 09:00-12:00", "week 01-53/2 Mo 09:00-12:00", true},
        {"Mo-Fr 09:00+", "Mo-Fr 09:00+", true},
        {"Mo-Fr 09:00-12:00 || \"sur rendez-vous\"", "Mo-Fr 09:00-12:00 || \"sur rendez-vous\"", true},
        {"Mo-Fr 09:00-12:00, We 14:00-16:00", "Mo-Fr 09:00-12:00, We 14:00-16:00", true},
        {"SH Mo-Fr 10:00-12:00", "SH Mo-Fr 10:00-12:00", true},
        {"easter -2 days off", "easter -2 days off", true},
        {"2025 Jul 01-easter -2 days", "2025 Jul 01-2025 easter -2 days", true},
        {"Mar 01-easter", "Mar 01-easter", true},
        {"PH +1 day off", "PH +1 day off", true},
        {"Dec 24,31 off", "Dec 24,Dec 31 off", true},
        {"Mo sunrise-sunset", "Mo sunrise-sunset", true},
        {"Mo (sunset-01:00)-22:00", "Mo (sunset-01:00)-22:00", true},
        {"Fr 19:00-11:00", "Fr 19:00-11:00", true},
        {"Mo-Fr", "Mo-Fr", true},
        {"mo-fr 9h-12h", "Mo-Fr 09:00-12:00", false},
        {"Mo-Fr 9:00 – 12:00", "Mo-Fr 09:00-12:00", false},
        {"lundi au vendredi 9h-12h et 14h-17h", "Mo-Fr 09:00-12:00,14:00-17:00", false},
        {"lun-ven 9h-12h; fermé jours fériés", "Mo-Fr 09:00-12:00; PH off", false},
        {"fermé le mercredi", "We off", false},
        {"du lundi au vendredi de 9h à 12h et de 14h à 17h, fermé le mercredi", "Mo-Fr 09:00-12:00,14:00-17:00; We off",
         false},
        {"sur rendez-vous", "\"sur rendez-vous\"", false},
        {"lundi au vendredi 9h-12h ; sur rendez-vous", "Mo-Fr 09:00-12:00 || \"sur rendez-vous\"", false},
        {"mardi sur rendez-vous", "Tu \"sur rendez-vous\"", false},
        {"Lundi, mardi, jeudi : 8h30 - 12h / 13h30 - 17h", "Mo,Tu,Th 08:30-12:00,13:30-17:00", false},
        {"lundi au vendredi 9-12h et 14-17h", "Mo-Fr 09:00-12:00,14:00-17:00", false},
        {"lundi au vendredi 9h00-12h00 14h00-17h00", "Mo-Fr 09:00-12:00,14:00-17:00", false},
        {"1er et 3e mardi du mois 9h-12h", "Tu[1,3] 09:00-12:00", false},
        {"le dernier vendredi du mois de 9h30 à 12h", "Fr[-1] 09:30-12:00", false},
        {"tous les jours sauf le dimanche 9h-18h", "Mo-Su 09:00-18:00; Su off", false},
        {"tous les jours 9h-18h sauf dimanche et jours fériés", "Mo-Su 09:00-18:00; Su,PH off", false},
        {"lundi matin 9h-12h", "Mo 09:00-12:00", false},
        {"lundi au vendredi 9h-12h ; mardi et jeudi 14h-17h", "Mo-Fr 09:00-12:00, Tu,Th 14:00-17:00", false},
        {"en juillet et août du lundi au vendredi 9h-12h", "Jul,Aug Mo-Fr 09:00-12:00", false},
        {"du 1er juillet au 31 août lundi 9h-12h", "Jul 01-Aug 31 Mo 09:00-12:00", false},
        {"fermé le mercredi et en août", "We off; Aug off", false},
        {"fermé du 1er au 15 août", "Aug 01-15 off", false},
        {"24h/24 7j/7", "24/7", false},
        {"7j/7 24h/24", "24/7", false},
        {"24h/24 du lundi au vendredi", "Mo-Fr 00:00-24:00", false},
        {"24h/24lundi au vendredi ", "Mo-Fr 00:00-24:00", false},
        {"24h/24 en juillet", "Jul 00:00-24:00", false},
        {"24h/24 sauf le dimanche", "24/7; Su off", false},
        {"mercredi fermé, jeudi 9h-12h", "We off; Th 09:00-12:00", false},
        {"lundi au jeudi 9h-12h, fermé de 12h à 14h", "Mo-Th 09:00-12:00; 12:00-14:00 off", false},
        {"à partir de 14h le lundi", "Mo 14:00+", false},
        {"lundi à partir de 14h", "Mo 14:00+", false},
        {"Lu-Ve 9h-12h", "Mo-Fr 09:00-12:00", false},
        {"lundi au vendredi 8h30/12h - 13h30/17h", "Mo-Fr 08:30-12:00,13:30-17:00", false},
        {"Monday to Friday 9:00-12:00", "Mo-Fr 09:00-12:00", false},
        {"lundi 9h-12h hors vacances scolaires", "Mo 09:00-12:00; SH off", false},
        {"ouvert du mardi au samedi de 10 h à 12 h 30", "Tu-Sa 10:00-12:30", false},
        {"week-end 10h-12h", "Sa-Su 10:00-12:00", false},
        {"Mo-Fr 09:00-12:00;", "Mo-Fr 09:00-12:00", false},
        {"lundi et jeudi 9h à midi", "Mo,Th 09:00-12:00", false},
        {"Mo,Tu 09:00-12:00,Th 14:00-16:00", "Mo,Tu 09:00-12:00, Th 14:00-16:00", true},
        {"off", "off", true},
        {"fermé", "off", false},
        {"Mo-Fr 09:00-12:00; PH", "Mo-Fr 09:00-12:00; PH", true},
        {"Ph off", "PH off", false},
        {"Mo-Fr 10:00-18:00 open \"sonner\"", "Mo-Fr 10:00-18:00 open \"sonner\"", true},
        {"Mo-Fr 10:00-18:00 \"sonner\"", "Mo-Fr 10:00-18:00 \"sonner\"", true},
        {"07:00-14:00; Su PH off", "07:00-14:00; PH Su off", true},
        {"Mar Mo 09:00-12:00", "Mar Mo 09:00-12:00", true},
        {"Mar 01-15 off", "Mar 01-15 off", true},
        {"mar 1-15 off", "Mar 01-15 off", false},
        {"Mar-May Mo 09:00-12:00", "Mar-May Mo 09:00-12:00", true},
        {"Mar off", "Mar off", true},
        {"lundi 20h-0h", "Mo 20:00-24:00", false},
        {"mardi 22h-minuit", "Tu 22:00-24:00", false},
        {"lundi – vendredi : 9 h – 12 h", "Mo-Fr 09:00-12:00", false},
        {"tous les jours sauf le mercredi et le dimanche : 9h-18h ; samedi 9h-12h",
         "Mo-Su 09:00-18:00; We,Su off; Sa 09:00-12:00", false},
        {"de 9h à 12h du lundi au vendredi", "Mo-Fr 09:00-12:00", false},
        {"9h-12h lundi et mardi", "Mo,Tu 09:00-12:00", false},
        {"fermé du 24 décembre au 2 janvier", "Dec 24-Jan 02 off", false},
        {"2026", "2026", true},
        {"off,PH PH :,PH", "off, PH PH open, PH", false},
        {"Jan:,Feb", "Jan open, Feb", true},
        {"09:00-10:00 open,10:00-11:00", "09:00-10:00 open, 10:00-11:00", true},
        {"2026 open,2027 Jul 01", "2026 open, 2027 Jul 01", true},
        {"24h/24 semaines paires", "week 02-52/2 00:00-24:00", false},
        {"semaines paires 24h/24", "week 02-52/2 00:00-24:00", false},
        {"easter +", "easter+", true},
    };
    for (const Case& row : cases) {
        CAPTURE(row.text);
        const HoursReading reading = read_hours(row.text);
        REQUIRE(reading.hours);
        CHECK(canonical(*reading.hours) == row.canonical);
        CHECK(reading.exact == row.exact);
        CHECK_FALSE(reading.fault);
        // What is written reads the same again, and exactly.
        const HoursReading again = read_hours(row.canonical);
        REQUIRE(again.hours);
        CHECK(*again.hours == *reading.hours);
        CHECK(again.exact);
    }
}

TEST_CASE("hours as secretaries write them in French") {
    std::ifstream in(cafe::test::source_folder("tests/calendar/french_hours.tsv"));
    int read = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with("#")) continue;
        CAPTURE(line);
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        const std::string text = line.substr(0, tab);
        const std::string wanted = line.substr(tab + 1);
        const HoursReading reading = read_hours(text);
        ++read;
        if (wanted == "?") {
            CHECK_FALSE(reading.hours);
            REQUIRE(reading.fault);
            CHECK_FALSE(reading.fault->remedy.empty());
            continue;
        }
        REQUIRE(reading.hours);
        CHECK(canonical(*reading.hours) == wanted);
        const HoursReading again = read_hours(wanted);
        REQUIRE(again.hours);
        CHECK(*again.hours == *reading.hours);
        CHECK(again.exact);
    }
    CHECK(read >= 100);
}

TEST_CASE("a fault in hours stands at the very characters and says what it is") {
    struct Case {
        std::string text;
        std::string characters;
        std::string fr;
        std::string en;
    };
    const std::vector<Case> cases{
        {"Mo 9-12", "9", "il manque les minutes", "the minutes are missing"},
        {"Mo 25:00-26:00", "25:00", "« 25:00 » n'est pas une heure", "'25:00' is not a time of day"},
        {"Mo 09:00", "09:00", "il manque l'heure de fin", "the end is missing"},
        {"Mo-", "-", "il manque le dernier jour", "the last day is missing"},
        {"Mo-Xx 09:00-12:00", "Xx", "« Xx » ne se comprend pas dans des horaires",
         "'Xx' is not understood in opening hours"},
        {"Tu[9] 09:00-12:00", "9", "« 9 » n'est pas un rang dans le mois", "'9' is not a position in the month"},
        {"Tu[1 09:00", "[1 ", "le crochet n'est jamais fermé", "the bracket is never closed"},
        {"Tu[] 09:00-12:00", "[]", "« [] » n'est pas un rang dans le mois", "'[]' is not a position in the month"},
        {"Feb 30 off", "Feb 30", "le jour « Feb 30 » n'existe pas", "the day 'Feb 30' does not exist"},
        {"Mo 09:00-12:00 \"x", "\"x", "le guillemet n'est jamais fermé", "the quotation mark is never closed"},
        {"week 54 Mo off", "54", "« 54 » n'est pas un numéro de semaine", "'54' is not the number of a week"},
        {"we 10:00-12:00", "we", "« we » peut dire mercredi (We) ou le week-end (Sa-Su)",
         "'we' may mean Wednesday (We) or the week-end (Sa-Su)"},
        {"lundi 9h-12h, sur rendez-vous mardi 14h-16h", "sur rendez-vous", "« sur rendez-vous » se lit de deux façons",
         "'sur rendez-vous' reads two ways"},
        {"9h-12h", "9h-12h", "« 9h-12h » ne dit pas quels jours", "'9h-12h' does not say on which days"},
        {"9h-12h30 / 13h30-17h", "9h-12h30 / 13h30-17h", "« 9h-12h30 / 13h30-17h » ne dit pas quels jours",
         "'9h-12h30 / 13h30-17h' does not say on which days"},
        {"lundi 9h-12h. Accueil 14h-17h", "Accueil", "« Accueil » ne se comprend pas dans des horaires",
         "'Accueil' is not understood in opening hours"},
        {"mo-fr 9h-12h; 14h-17h", "mo-fr 9h-12h; 14h-17h", "« mo-fr 9h-12h; 14h-17h » ne dit pas quels jours",
         "'mo-fr 9h-12h; 14h-17h' does not say on which days"},
        {"Mar 09:00-12:00", "Mar", "« Mar » peut dire mardi (Tu) ou mars",
         "'Mar' may mean Tuesday (mardi, Tu) or March"},
        {"lundi 0h-0h", "0h-0h", "« 0h-0h » : fermé, ou jour et nuit ?", "'0h-0h': closed, or day and night?"},
        {"lundi 9h-12h et 14h-17h sur rendez-vous", "sur rendez-vous", "« sur rendez-vous » se lit de deux façons",
         "'sur rendez-vous' reads two ways"},
        {"un mardi sur deux 14h-17h", "sur deux", "« un sur deux » ne dit pas quelles semaines",
         "'one in two' does not say which weeks"},
        {"Jan 20-Jan Su[-1] 09:00-12:00", "Su", "« Su » ne se comprend pas dans des horaires",
         "'Su' is not understood in opening hours"},
        {"24h/24 9h-12h", "9h", "« 9h » se lit de deux façons", "'9h' reads two ways"},
        {"lundi 9h-12h 24h/24", "24h/24", "« 24h/24 » se lit de deux façons", "'24h/24' reads two ways"},
        {"lundi matin", "matin", "« matin » ne dit pas à quelles heures", "'matin' does not say at which hours"},
        {"lundi 14h", "14h", "il manque l'heure de fin", "the end is missing"},
        {"hors vacances scolaires : lundi 9h-12h", "9h", "« 9h » se lit de deux façons", "'9h' reads two ways"},
        {"se renseigner à l'accueil", "se", "« se » ne se comprend pas dans des horaires",
         "'se' is not understood in opening hours"},
        {"lundi 25h-26h", "25h", "« 25h » n'est pas une heure", "'25h' is not a time of day"},
        {"permanence le 2ème jeudi 14h-17h", "permanence", "« permanence » ne se comprend pas dans des horaires",
         "'permanence' is not understood in opening hours"},
        {";", ";", "« ; » ne se comprend pas dans des horaires", "';' is not understood in opening hours"},
        {"Mo-Fr 09:00-12:00 14:00-17:00", "14:00-17:00", "il manque une virgule avant « 14:00-17:00 »",
         "a comma is missing before '14:00-17:00'"},
        {"09:00-12:00 \"sur rendez-vous\" 14:00-17:00", "14", "« 14 » ne se comprend pas dans des horaires",
         "'14' is not understood in opening hours"},
        {"09:00-12:00 PH off", "PH", "il manque un point-virgule avant « PH »", "a semicolon is missing before 'PH'"},
        {"Mo-Fr 09:00-12:00 sauf mercredi", "sauf", "« sauf » ne se comprend pas dans des horaires",
         "'sauf' is not understood in opening hours"},
        {"tous les jours sauf le dimanche", "tous les jours", "« tous les jours » ne dit pas à quelles heures",
         "'tous les jours' does not say at which hours"},
        {"9h-12h lundi, 14h-17h mardi", "14h", "« 14h » se lit de deux façons", "'14h' reads two ways"},
        {"du 30 au 31 février", "30", "le jour « 30 » n'existe pas", "the day '30' does not exist"},
        {"fermé 30 février", "30 février", "le jour « 30 février » n'existe pas",
         "the day '30 février' does not exist"},
        {"lundi et 9h", "9h", "il manque l'heure de fin", "the end is missing"},
        {"et", "et", "« et » ne se comprend pas dans des horaires", "'et' is not understood in opening hours"},
        {"du", "du", "« du » ne se comprend pas dans des horaires", "'du' is not understood in opening hours"},
        {"lundi au", "au", "« au » ne se comprend pas dans des horaires", "'au' is not understood in opening hours"},
        {"lundi 9h-", "-", "il manque l'heure de fin", "the end is missing"},
        {"9h à", "à", "il manque l'heure de fin", "the end is missing"},
        {"1er", "1", "il manque les minutes", "the minutes are missing"},
        {"1er et", "et", "« et » ne se comprend pas dans des horaires", "'et' is not understood in opening hours"},
        {"Mo 09:00-", "09:00-", "il manque l'heure de fin", "the end is missing"},
        {"Mo[", "[", "le crochet n'est jamais fermé", "the bracket is never closed"},
        {"\"", "\"", "le guillemet n'est jamais fermé", "the quotation mark is never closed"},
        {"(", "(", "« ( » ne se comprend pas dans des horaires", "'(' is not understood in opening hours"},
        {"Mo (sunset", "t", "« t » ne se comprend pas dans des horaires", "'t' is not understood in opening hours"},
        {"2026-", "-", "« - » ne se comprend pas dans des horaires", "'-' is not understood in opening hours"},
        {"2026-2026 Aug 31 Mo 09:00-10:00", "2026-2026", "la seconde année doit suivre la première",
         "the second year must come after the first"},
        {"Mo off; 2027-2026 off", "2027-2026", "la seconde année doit suivre la première",
         "the second year must come after the first"},
        {"week", "k", "« k » ne se comprend pas dans des horaires", "'k' is not understood in opening hours"},
        {"Jul-", "-", "« - » ne se comprend pas dans des horaires", "'-' is not understood in opening hours"},
        {"PH +", "+", "« + » ne se comprend pas dans des horaires", "'+' is not understood in opening hours"},
        {"||", "|", "« | » ne se comprend pas dans des horaires", "'|' is not understood in opening hours"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.text);
        const HoursReading reading = read_hours(row.text);
        CHECK_FALSE(reading.hours);
        REQUIRE(reading.fault);
        const Span span = reading.fault->span;
        CHECK(row.text.substr(span.begin, span.size()) == row.characters);
        CHECK(reading.fault->message.fr == row.fr);
        CHECK(reading.fault->message.en == row.en);
        CHECK_FALSE(reading.fault->remedy.empty());
    }
}

TEST_CASE("empty hours are a fault, whatever the blanks") {
    for (const char* text : {"", " ", "\n", "\u00A0"}) {
        CAPTURE(text);
        CHECK_FALSE(read_hours(text).hours);
        CHECK(read_hours(text).fault);
    }
}

TEST_CASE("what is well written and yet probably not meant is doubted") {
    struct Case {
        std::string text;
        std::vector<std::string> doubts;  // in English
    };
    const std::vector<Case> cases{
        {"Mo-Fr 09:00-12:00; PH off", {}},
        {"24/7", {}},
        {"Fr 19:00-02:00", {}},
        {"Mo-Su 17:00-08:00", {}},
        {"Mo \"sur rendez-vous\"", {}},
        {"Fr 19:00-11:00", {"'19:00-11:00' lasts 16 hours, through the night: its beginning comes after its end"}},
        {"Mo 14:00-12:00", {"'14:00-12:00' lasts 22 hours, through the night: its beginning comes after its end"}},
        {"Mo-Fr", {"'Mo-Fr' does not say the hours"}},
        {"Mo-Fr 09:00-12:00; PH", {"'PH' does not say the hours"}},
        {"Mo-Fr 08:30-12:00; Tu,Th 14:00-17:00",
         {"'Tu,Th 14:00-17:00' takes the place of 'Mo-Fr 08:30-12:00' on these days; if both hold, write a comma "
          "instead of the semicolon"}},
        {"Mo-Fr 08:30-12:00, Tu,Th 14:00-17:00", {}},
        {"Mo-Fr 09:00-12:00,14:00-17:00; We 09:00-12:00", {}},
        {"Mo-Fr 08:30-12:00; Sa 14:00-17:00", {}},
        {"Mo-Fr 08:30-12:00; Mo-Fr 14:00-17:00", {}},
        {"Mo-Fr 08:30-12:00; Jul Tu 14:00-17:00", {}},
        {"Fr 00:00-00:00",
         {"'00:00-00:00' ends at the hour it begins: that means day and night; closed is written off"}},
        {"Mo 09:00-12:00,11:00-13:00", {"'09:00-12:00' and '11:00-13:00' overlap"}},
        {"Mo-Fr 09:00-12:00, We 11:00-13:00", {"'09:00-12:00' and '11:00-13:00' overlap"}},
        {"Mo-Fr 09:00-12:00, We 12:00-13:00", {}},
        {"09:00-12:00;14:00-17:00", {"'14:00-17:00' does not say on which days: it holds every day, Sundays too"}},
        {"Aug off; Mo-Fr 09:00-12:00",
         {"'Mo-Fr 09:00-12:00' opens during 'Aug off' too: put it first, and the closing last"}},
        {"Mo-Fr 09:00-12:00; Aug off", {}},
        {"Fr 22:00-02:00; Sa 10:00-12:00",
         {"'Fr 22:00-02:00' ends at midnight where 'Sa 10:00-12:00' speaks of the next day; if the night counts, write "
          "a comma instead of the semicolon"}},
        {"Fr 22:00-02:00, Sa 10:00-12:00", {}},
        {"Fr 20:00-24:00; Sa 10:00-12:00", {}},
    };
    for (const Case& row : cases) {
        CAPTURE(row.text);
        const HoursReading reading = read_hours(row.text);
        REQUIRE(reading.hours);
        std::vector<std::string> doubts;
        for (const Words& words : doubts_about(*reading.hours)) doubts.push_back(words.en);
        CHECK(doubts == row.doubts);
    }
}

TEST_CASE("open week: minutes of each day and of public holidays, and of the dates that differ") {
    const std::vector<std::string> here{"47"};
    const auto week = [&](std::string_view hours) { return open_week(hours, 2026, here); };
    CHECK(week("Mo-Fr 09:00-12:00") == "540-720/=/=/=/=///");
    CHECK(week("Mo 09:00-12:00,14:00-17:00") == "540-720,840-1020///////");
    CHECK(week("Tu 09:00-12:00; PH off") == "/540-720//////");
    CHECK(week("24/7") == "0-1440/=/=/=/=/=/=/=");
    CHECK(week("Fr-Mo 10:00-11:00") == "600-660////600-660/=/=/");
    CHECK(week("Fr 22:00-26:00") == "////1320-1560///");
    CHECK(week("Mo-Fr 08:00-18:00; We 12:00-14:00 off") == "480-1080/=/480-720,840-1080/480-1080/=///");
    CHECK(week("Tu,Th 09:00-12:00; Fr \"sur rendez-vous\"") == "/540-720//540-720/?///");
    // From Saturday 1 August 2026, and from Monday 2 August 2027: the Sunday before is closed anyway.
    CHECK(week("Mo-Fr 09:00-17:00; Aug off") == "540-1020/=/=/=/=///|@fy4-fyw,g88-g91|?@gcg-zzz");
    CHECK(day_number(Date{2028, 1, 1}) == "gcg");
    CHECK(week("Mo-Fr 09:00-12:00; SH off").empty());
    for (const char* unsaid : {"", "SH off", "Mo 09:00+", "not hours", "Mo sunrise-sunset", "\"sur rendez-vous\""})
        CHECK_MESSAGE(week(unsaid).empty(), unsaid);
}

TEST_CASE("holidays that are said twice behind the days are a fault with its place") {
    for (const std::string_view text : {"Mo-Fr PH PH off", "Mo-Fr ph Ph0)", "Mo PH SH PH 09:00-12:00"}) {
        const HoursReading reading = read_hours(text);
        CHECK(!reading.hours);
        REQUIRE(reading.fault);
        CHECK(reading.fault->span.end <= text.size());
    }
}
