// How much a secretary types: the minutes of fifteen people and eight items on the page that `meeting minutes --edit`
// opens, against the YAML that it becomes.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "support/memory_disk.hpp"
#include "support/run_command.hpp"
#include "support/source_folder.hpp"

using namespace cafe;

namespace {

constexpr std::array<std::string_view, 15> people{
    "Marie Delmas",      "Thomas Lacombe",   "Nadia Benali",  "Julien Roques",  "David Zanin",
    "Sandrine Mazières", "Laurent Bousquet", "Claire Dupouy", "Inès Moreau",    "Patrick Soulié",
    "Christelle Bru",    "Martine Cazenave", "Fatima Ouali",  "Nathalie Besse", "Omar Kaci"};

struct Typed {
    std::string_view heading;
    std::string_view lines;
};
constexpr std::array<Typed, 4> items{{
    {"## Tour de table\n",
     "Habitalys : Douze logements livrés à Montayral en janvier, visite le 12.\n"
     "Caf : Nouvelle permanence le mardi matin à Fumel, sur rendez-vous.\n"
     "MSA : Le guichet de Villeneuve ferme le mercredi.\n"
     "ADIL : Deux permanences de plus à Tournon-d'Agenais.\n"},
    {"## Questions\n", "MSA : Qui peut prêter un bureau le premier mardi du mois ?\n"},
    {"## Décisions\n", "Le café de janvier sera consacré au froid et aux coupures.\n"},
    {"## Qui fait quoi\n",
     "ADIL : Envoyer la liste des aides à l'énergie (pour le 18/12)\n"
     "Habitalys : Inviter tout le monde à la visite (pour le 5/1)\n"},
}};

std::string run(Disk& disk, const std::vector<std::string>& line) {
    test::Around around;
    around.today = *Date::of(2026, 12, 4);
    around.start = "/home";
    const test::Told told = test::run_command(disk, line, around);
    REQUIRE_MESSAGE(told.code == 0, told.err);
    return told.out;
}

}  // namespace

TEST_CASE("minutes of fifteen people and eight items are typed in 2,000 keys, and in half of those of their YAML") {
    test::MemoryDisk disk;
    disk.put_real_folder("/home", test::source_folder("examples/fumel"));
    const std::string id = "2026-12-04-fumel";
    const std::string file = "/home/meetings/" + id + ".yaml";
    run(disk, {"meeting", "reply", id, "marie-delmas", "accepted"});  // all who are invited are named by it
    const std::string before = disk.get(file).value();
    std::string page = run(disk, {"meeting", "minutes", id, "--page"});
    std::size_t keys = 0;
    for (const std::string_view name : people) {
        const std::size_t at = page.find("_ " + std::string(name));
        REQUIRE_MESSAGE(at != std::string::npos, name);
        page.erase(at, 2);
        keys += 3;  // two letters out, one line down
    }
    for (const Typed& typed : items) {
        const std::size_t at = page.find(typed.heading);
        REQUIRE(at != std::string::npos);
        page.insert(at + typed.heading.size(), typed.lines);
        keys += utf8::length(typed.lines) + 3;  // and down to the heading
    }
    disk.put("/page.md", page);
    run(disk, {"meeting", "minutes", id, "--from", "/page.md"});
    const std::size_t yaml = utf8::length(disk.get(file).value()) - utf8::length(before);
    MESSAGE("keys: " << keys << ", as YAML: " << yaml);
    CHECK(keys <= 2000);
    CHECK(keys * 2 <= yaml);
}
