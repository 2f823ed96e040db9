#include "facts/reference.hpp"

#include <doctest/doctest.h>

#include <string>

#include "store/layout.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;

namespace {

store::Catalog catalog() {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/nb/partners/ccas-fumel.yaml", "name: CCAS de Fumel\nkind: ccas-cias\nterritory: [Fumel]\n");
    disk.put("/nb/partners/ccas-agen.yaml",
             "name: CCAS d'Agen\nkind: ccas-cias\nterritory: [Agen]\naliases: [Action sociale]\n");
    disk.put("/nb/partners/broken.yaml", "name: [\n");
    disk.put("/nb/people/delmas.yaml", "name: Hélène Delmas\n");
    disk.put("/nb/people/fumel.yaml", "name: Jean Fumel\n");
    disk.put("/nb/cafes/fumel.yaml", "name: Café de Fumel\n");
    disk.put("/nb/meetings/fumel-2026-11-06.yaml", "cafe: fumel\ndate: 2026-11-06\n");
    disk.put("/nb/meetings/fumel-2026-12-04.yaml", "cafe: fumel\ndate: 2026-12-04\nstatus: cancelled\n");
    disk.put("/nb/meetings/fumel-2027-01-08.yaml", "cafe: fumel\ndate: 2027-01-08\n");
    return test::catalog_in(disk, "/nb");
}

std::string named(const std::string& typed, bool prefix = false) {
    const auto notebook = catalog();
    const auto found = facts::resolve(notebook, typed, prefix, *Date::parse("2026-11-23"));
    return found ? store::name_of(*found) : found.error().message.en + " / " + found.error().remedy.en;
}

}  // namespace

TEST_CASE("a record is named by its id, its file, or unique words of its name") {
    CHECK(named("ccas-agen") == "partners/ccas-agen");
    CHECK(named("partners/ccas-agen.yaml") == "partners/ccas-agen");
    CHECK(named("helene") == "people/delmas");
    CHECK(named("delmas HELENE") == "people/delmas");
    CHECK(named("action sociale") == "partners/ccas-agen");
    CHECK(named("cafe.yaml") == "cafe.yaml");
}

TEST_CASE("a beginning is enough for asking commands alone") {
    CHECK(named("ccas-a", true) == "partners/ccas-agen");
    CHECK(named("ccas-a").starts_with("no record 'ccas-a'"));
    CHECK(named("ccas-agem") == "no record 'ccas-agem' / did you mean 'ccas-agen'?");
}

TEST_CASE("what names several records names none, and says which there are") {
    CHECK(named("ccas") == "'ccas' names several records / say which: partners/ccas-agen, partners/ccas-fumel");
    CHECK(named("fumel") == "'fumel' names several records / say which: people/fumel, cafes/fumel");
    CHECK(named("cafes/fumel") == "cafes/fumel");
}

TEST_CASE("the next and the last meeting are those that take place") {
    CHECK(named("fumel:next") == "meetings/fumel-2027-01-08");
    CHECK(named("fumel:last") == "meetings/fumel-2026-11-06");
    CHECK(named("reseau:next").starts_with("no meeting ahead for reseau"));
}

TEST_CASE("a record that cannot be read is told from one that is not there") {
    CHECK(named("broken").starts_with("record partners/broken cannot be read"));
    CHECK(named("partners/none").starts_with("no record 'partners/none'"));
}
