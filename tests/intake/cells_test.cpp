#include "intake/cells.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "base/text.hpp"

using namespace cafe;
using namespace cafe::intake;

namespace {

std::string numbers(std::string_view cell, bool zero_lost = false) {
    std::vector<std::string> found;
    for (const PhoneCell& phone : read_phones(cell, zero_lost).phones)
        found.push_back(phone.number + (phone.label.empty() ? "" : " (" + phone.label + ")"));
    return text::join(found, "; ");
}

std::string address(std::string_view cell) {
    const AddressCell read = read_address(cell);
    return read.street + "|" + read.postcode + "|" + read.commune;
}

std::string commune(std::string_view cell) {
    const AddressCell read = read_commune(cell);
    return read.postcode + "|" + read.commune + (read.cedex ? "|cedex" : "");
}

}  // namespace

TEST_CASE("import: telephones as people write them") {
    CHECK(numbers("05.36.49.10.20 – 06 39 98 01 11 (Mme B.)") == "05 36 49 10 20; 06 39 98 01 11 (Mme B)");
    CHECK(numbers("05 36 49 60 60 ou 61") == "05 36 49 60 60; 05 36 49 60 61");
    CHECK(numbers("0536 49 88 00") == "05 36 49 88 00");
    CHECK(numbers("05 36 49 88 01\n(ligne directe)") == "05 36 49 88 01 (ligne directe)");
    CHECK(numbers("0033 5 36 49 10 20") == "05 36 49 10 20");
    CHECK(numbers("33536491020") == "05 36 49 10 20");
    CHECK(numbers("+33 (0)5 36 49 10 20") == "05 36 49 10 20");
    CHECK(numbers("0601234567, 0712345670") == "06 01 23 45 67; 07 12 34 56 70");
    CHECK(numbers("05364910200536491021") == "05 36 49 10 20; 05 36 49 10 21");
    CHECK(numbers("05 36 49 10 20 / 05 36 49 10 20") == "05 36 49 10 20");
    CHECK(numbers("3949") == "3949");
    CHECK(numbers("05\xC2\xA0"
                  "36\xC2\xA0"
                  "49\xC2\xA0"
                  "10\xC2\xA0"
                  "20") == "05 36 49 10 20");
    CHECK(numbers("536491020", true) == "05 36 49 10 20");
    CHECK(numbers("536491020").empty());
    CHECK(numbers("illisible").empty());
    CHECK(read_phones("05 36 49", false).unread.size() == 1);
}

TEST_CASE("import: mailboxes, of a house and of a person") {
    CHECK(read_emails("Accueil@CCAS-Fumel.example.org ; solene.belard@ccas-fumel.example.org").addresses ==
          std::vector<std::string>{"accueil@ccas-fumel.example.org", "solene.belard@ccas-fumel.example.org"});
    CHECK(read_emails("mailto:a@b.fr").addresses == std::vector<std::string>{"a@b.fr"});
    CHECK(read_emails("csapa@la-source").unread.size() == 1);
    CHECK(looks_personal("solene.belard@ccas.example.org", {}));
    CHECK(looks_personal("jn.darblade@ml-pv.example.org", {}));
    CHECK(looks_personal("heloise-mazieres@wanadoo.fr", {}));
    CHECK_FALSE(looks_personal("accueil@ccas.example.org", {}));
    CHECK_FALSE(looks_personal("bibliotheque.saint-germain@orange.fr", {}));
    CHECK_FALSE(looks_personal("vailly.communication@orange.fr", {"vailly"}));
    CHECK_FALSE(looks_personal("franceservices.signy@gmail.com", {}));
    CHECK_FALSE(looks_personal("info1@cc-x.fr", {}));
}

TEST_CASE("import: addresses are parted from the right") {
    CHECK(address("58, avenue du Maréchal de Lattre de Tassigny 33130  Bègles") ==
          "58, avenue du Maréchal de Lattre de Tassigny|33130|Bègles");
    CHECK(address("8 rue X - 33000 Bordeaux") == "8 rue X|33000|Bordeaux");
    CHECK(address("1 Rue Professeur Langevin, 51200, Épernay, Marne, Grand Est, FRA") ==
          "1 Rue Professeur Langevin|51200|Épernay");
    CHECK(address("12 avenue de l'Usine\n47500 Fumel") == "12 avenue de l'Usine|47500|Fumel");
    CHECK(address("place de la Mairie") == "place de la Mairie||");
    CHECK(commune("47500 FUMEL") == "47500|FUMEL");
    CHECK(commune("47 500 fumel") == "47500|fumel");
    CHECK(commune("47502 FUMEL CEDEX 9") == "47502|FUMEL|cedex");
    CHECK(commune("PARIS 12") == "|PARIS");
    CHECK(commune("Paris 4e") == "|Paris");
    CHECK(commune("ST ERME") == "|ST ERME");
    CHECK(read_postcode("4000") == "4000");
    CHECK(read_postcode("47500.0") == "47500");
    CHECK(read_postcode("F-4750").empty());
}

TEST_CASE("import: the hours of a day, and a week of them") {
    CHECK(read_day_hours("09:00 - 12:00 / 13:30 - 17:00") == "09:00-12:00,13:30-17:00");
    CHECK(read_day_hours("9h30 – 12h15 / 13h45 – 16h30") == "09:30-12:15,13:45-16:30");
    CHECK(read_day_hours("9h-12h 13H30") == std::nullopt);
    CHECK(read_day_hours("9h à 12h et 14h à 17h") == "09:00-12:00,14:00-17:00");
    CHECK(read_day_hours("Fermé") == "off");
    CHECK(read_day_hours("-") == "off");
    CHECK_FALSE(read_day_hours("9h – 12h le premier samedi de chaque mois").has_value());
    CHECK_FALSE(read_day_hours("17:00 - 09:00").has_value());
    CHECK(week_of({"09:00-12:00", "09:00-12:00", "", "09:00-12:00", "", "", ""}) == "Mo,Tu,Th 09:00-12:00");
    CHECK(day_of("h_lundi") == "Mo");
    CHECK(day_of("Ouverture matin samedi") == "Sa");
    CHECK(day_of("telephone").empty());
}

TEST_CASE("import: dates, numbers, sites") {
    const auto date = [](std::string_view cell) {
        const auto read = read_date(cell, DayOrder::day_first);
        return read ? read->iso() : std::string("-");
    };
    CHECK(date("09/06/2021") == "2021-06-09");
    CHECK(date("2024/05/21 10:08:40") == "2024-05-21");
    CHECK(date("13/12/2022 17:51") == "2022-12-13");
    CHECK(date("2016-01-09 12:46:10") == "2016-01-09");
    CHECK(date("46076") == "2026-02-23");
    CHECK(date("09/0102023") == "-");
    CHECK(date("31/02/2021") == "-");
    CHECK(date("bientôt") == "-");
    CHECK(read_date("02/13/2021", DayOrder::month_first)->iso() == "2021-02-13");
    CHECK(read_siret("604 876 475 00491").siret == "60487647500491");
    CHECK(read_siret("60487647500491.0").siret == "60487647500491");
    CHECK(read_siret("2,601E+13").rounded);
    CHECK(read_siret("12312312312311").siret.empty());
    CHECK(read_website("bibliotheque.mairie-begles.fr") == "http://bibliotheque.mairie-begles.fr");
    CHECK(read_website("@").empty());
    CHECK(read_website("voir la page").empty());
    CHECK(read_decimal("475198,121680863").value() == doctest::Approx(475198.12168));
}

TEST_CASE("import: Lambert 93 as IGN's algorithm gives it") {
    // IGN, NTG_71: a point of the RGF93 in both systems.
    const Degrees fumel = from_lambert93(700000, 6600000);
    CHECK(fumel.longitude == doctest::Approx(3.0).epsilon(1e-9));
    CHECK(fumel.latitude == doctest::Approx(46.5).epsilon(1e-6));
    CHECK(is_lambert93(534000.9, 6378000.8));
    CHECK(is_in_france(44.5, 0.97));
    CHECK(is_in_france(-20.9, 55.5));
    CHECK_FALSE(is_in_france(0.97, 44.5));
}
