#include "facts/secrets.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "facts/withhold.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using facts::Reader;

namespace {

constexpr std::string_view refuge = R"(name: La Halte Saint-Roch
short_name: LHSR
siret: "99247856000012"
address: {street: 14 impasse des Aubépines, postcode: "47110", commune: Sainte-Livrade-sur-Lot, latitude: 44.3989, longitude: 0.5914, confidential: true}
phones:
  - "05 36 49 11 40"
  - {number: "06 39 98 11 40", audience: private}
emails:
  - {address: nuit@halte.example.org, audience: partners}
territory: [Lot-et-Garonne]
)";

// What a text of another fiche becomes for a reader.
std::string shown(const std::string& text, Reader reader = Reader::everyone, const std::string& key = "summary") {
    test::MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: A\n");
    disk.put("/n/partners/halte.yaml", refuge);
    std::string quoted;
    for (const char c : text) quoted += c == '\n' ? std::string("\\n") : c == '"' ? "\\\"" : std::string(1, c);
    disk.put("/n/partners/other.yaml", "name: Autre\n" + key + ": \"" + quoted + "\"\n");
    auto book = store::load(disk, "/n", {1});
    REQUIRE(book.ok());
    const auto made = facts::for_reader(std::move(*book), {reader, false});
    const auto* other = store::find(made.book.partners, "other");
    REQUIRE(other != nullptr);
    return other->value.summary;
}

}  // namespace

TEST_CASE("what leads to a confidential address is taken out of any text, however it is written") {
    struct Case {
        std::string text;
        std::string shown;
    };
    for (const Case& one : std::vector<Case>{
             {"Au 14 impasse des Aubépines.", "Au […]."},
             {"AU 14, IMPASSE DES AUBEPINES", "AU […]"},
             {"14 imp. des Aubépines, fond de cour", "[…], fond de cour"},
             {"au n° 14 de l'impasse des aubépines", "au n° […]"},
             {"impasse des Aubépines, 14", "[…]"},
             {"14 bis impasse des Aubépines", "[…]"},
             {"14\nimpasse\ndes Aubépines", "[…]"},
             {"14 impasse de l’Aubépine", "[…]"},
             {"Code 0639981140 ou 06.39.98.11.40", "Code […] ou […]"},
             {"[appeler](tel:+33639981140)", "[appeler](tel:[…])"},
             {"+33 (0)6 39 98 11 40", "[…]"},
             {"Écrire à NUIT@halte.example.org !", "Écrire à […] !"},
             {"SIRET 992 478 560 00012", "SIRET […]"},
             {"44.3989, 0.5914", "[…]"},
             {"44,399 nord", "[…] nord"},
             {"https://plan.example.org/?q=14+impasse+des+Aub%C3%A9pines", "https://plan.example.org/?q=[…]"},
             {"La Halte St Roch est à Sainte-Livrade", "La Halte St Roch est à […]"},
             {"lhsr, impasse des Aubépines, 47110", "lhsr, […]"},
         }) {
        CAPTURE(one.text);
        CHECK(shown(one.text) == one.shown);
    }
}

TEST_CASE("texts that lead nowhere stay byte for byte") {
    for (const std::string text : {
             "Au 3 impasse des Aubépines.",
             "L'impasse des Aubépines est en travaux.",
             "114 impasse des Aubépines",
             "Permanence à Sainte-Livrade-sur-Lot le mardi, 47110",
             "Ligne d'écoute : 05 36 49 11 40",
             "La Halte Saint-Roch écoute au 05 36 49 11 40",
             "jour@halte.example.org",
             "44.39, 0.59",
             "14 places, impasse budgétaire, aubépines en fleur",
             "06 39 98 11 41",
             "La Halte Saint-Roch accueille.\n\nÀ Sainte-Livrade, le CCAS reçoit.",
         }) {
        CAPTURE(text);
        CHECK(shown(text) == text);
    }
}

TEST_CASE("phones and mailboxes are for those whom their audience says") {
    CHECK(shown("nuit@halte.example.org", Reader::partners) == "nuit@halte.example.org");
    CHECK(shown("06 39 98 11 40", Reader::partners) == "[…]");
    CHECK(shown("06 39 98 11 40", Reader::own) == "06 39 98 11 40");
    CHECK(shown("14 impasse des Aubépines", Reader::own) == "[…]");
}

TEST_CASE("in the fiche itself the town goes too, where it serves does not, and what was kept back is named") {
    test::MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: A\n");
    disk.put("/n/partners/halte.yaml",
             std::string(refuge) + "summary: Un foyer à Sainte-Livrade\nnotes: Sainte-Livrade\n");
    disk.put("/n/partners/ccas.yaml",
             "name: CCAS\naddress: {street: 14 impasse des Aubépines, commune: Sainte-Livrade-sur-Lot}\n");
    disk.put("/n/meetings/2026-11-06-reseau.yaml",
             "date: 2026-11-06\nround_table:\n  - {partner: halte, news: Déménage de Sainte-Livrade.}\n"
             "  - {partner: ccas, news: Reste à Sainte-Livrade.}\n");
    auto book = store::load(disk, "/n", {1});
    REQUIRE(book.ok());
    const auto made = facts::for_reader(std::move(*book), {Reader::everyone, false});
    CHECK(store::find(made.book.partners, "halte")->value.summary == "Un foyer à […]");
    CHECK(store::find(made.book.partners, "halte")->value.territory == std::vector<std::string>{"Lot-et-Garonne"});
    CHECK(store::find(made.book.partners, "ccas")->value.address->street == "14 impasse des Aubépines");
    const auto& table = made.book.meetings.front().value.round_table;
    CHECK(table[0].news == "Déménage de […].");
    CHECK(table[1].news == "Reste à Sainte-Livrade.");
    CHECK(made.withheld == std::vector<facts::Withheld>{{"meetings/2026-11-06-reseau.yaml", "round_table.0.news"},
                                                        {"partners/halte.yaml", "summary"}});
}
