// Two fiches of one organisation become one.
#include <doctest/doctest.h>

#include <string>

#include "support/memory_disk.hpp"
#include "support/run_command.hpp"

using namespace cafe;

namespace {

constexpr std::string_view keep =
    "name: Mission locale\n"
    "kind: mission-locale\n"
    "# de Fumel à Villeneuve\n"
    "themes: [jeunesse]\n"
    "territory: [Fumel]\n"
    "phones: [\"05 36 49 10 60\"]\n";
constexpr std::string_view other =
    "name: Mission locale d'Agen\n"
    "kind: mission-locale\n"
    "see_also: [mission-locale]\n"
    "themes: [jeunesse, formation]\n"
    "territory: [Agen]\n"
    "phones: [\"05 36 49 16 40\"]\n";

void put_notebook(test::MemoryDisk& disk) {
    disk.put("/nb/cafe.yaml", "name: Carnet\ndepartments: [\"47\"]\n");
    disk.put("/nb/partners/mission-locale.yaml", std::string(keep));
    disk.put("/nb/partners/mission-locale-agen.yaml", std::string(other));
    disk.enter("/nb");
}

}  // namespace

TEST_CASE("merge-fiches: a fiche that named the one that stays leaves no empty list behind") {
    test::MemoryDisk disk;
    put_notebook(disk);
    CHECK(test::run_command(disk, {"merge-fiches", "mission-locale", "mission-locale-agen"}).code == 0);
    CHECK(disk.get("/nb/partners/mission-locale.yaml").value_or("") ==
          "name: Mission locale\n"
          "aliases: [Mission locale d'Agen]\n"
          "kind: mission-locale\n"
          "# de Fumel à Villeneuve\n"
          "themes: [jeunesse, formation]\n"
          "territory: [Fumel, Agen]\n"
          "phones: [\"05 36 49 10 60\", \"05 36 49 16 40\"]\n");
    CHECK_FALSE(disk.get("/nb/partners/mission-locale-agen.yaml").has_value());
    CHECK(test::run_command(disk, {"undo"}).code == 0);
    CHECK(disk.get("/nb/partners/mission-locale-agen.yaml").value_or("") == other);
    CHECK(disk.get("/nb/partners/mission-locale.yaml").value_or("") == keep);
}
