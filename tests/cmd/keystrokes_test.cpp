// How much a secretary types: the minutes of fifteen people and eight items, as the page and as the YAML that it
// becomes.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "run.hpp"
#include "support/fake_process.hpp"
#include "support/memory_disk.hpp"
#include "support/source_folder.hpp"

using namespace cafe;

namespace {

// Every letter and line end is a key; nothing is pasted.
constexpr const char* typed = R"(Présents
delmas, lacombe, benali, roques, zanin, mazières, bousquet, dupouy
inès moreau, soulié, bru, cazenave, ouali, besse, kaci

Tour de table
Habitalys : Douze logements livrés à Montayral en janvier, visite le 12.
Caf : Nouvelle permanence le mardi matin à Fumel, sur rendez-vous.
MSA : Le guichet de Villeneuve ferme le mercredi.
ADIL : Deux permanences de plus à Tournon-d'Agenais.

Questions
MSA : Qui peut prêter un bureau le premier mardi du mois ?

Décisions
Le café de janvier sera consacré au froid et aux coupures.

Qui fait quoi
ADIL : Envoyer la liste des aides à l'énergie (pour le 18/12)
Habitalys : Inviter tout le monde à la visite (pour le 5/1)
)";

}  // namespace

TEST_CASE("minutes of fifteen people and eight items are typed in 2,000 keys, and in half of those of their YAML") {
    test::MemoryDisk disk;
    disk.put_real_folder("/home", test::source_folder("examples/fumel"));
    disk.put("/page.md", typed);
    const std::string file = "/home/meetings/2026-12-04-fumel.yaml";
    const std::string before = disk.get(file).value();
    test::FakeProcess process;
    std::ostringstream out;
    std::ostringstream err;
    std::istringstream in;
    cmd::World world{disk,
                     process,
                     out,
                     err,
                     in,
                     [](const std::string& name) -> std::optional<std::string> {
                         return name == "HOME" ? std::optional<std::string>("/root") : std::nullopt;
                     },
                     [](const std::string&) { return *Date::of(2026, 12, 4); }};
    world.start = "/home";
    world.threads = 1;
    const std::vector<std::string> line{"meeting", "minutes", "2026-12-04-fumel", "--from", "/page.md"};
    const int code = cmd::run(line, world);
    REQUIRE_MESSAGE(code == 0, err.str());
    const std::string after = disk.get(file).value();
    const std::size_t keys = utf8::length(typed);
    const std::size_t yaml = utf8::length(after) - utf8::length(before);
    MESSAGE("keys: " << keys << ", as YAML: " << yaml);
    CHECK(after.find("attendance") != std::string::npos);
    CHECK(keys <= 2000);
    CHECK(keys * 2 <= yaml);
}
