#include "query/elsewhere.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "query/ask.hpp"
#include "store/book.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;

namespace {

store::Catalog catalog() {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    const auto put = [&](const std::string& id, const std::string& rest) {
        disk.put("/nb/partners/" + id + ".yaml", "name: " + id + "\nkind: association\n" + rest);
    };
    put("loin", "themes: [logement]\nterritory: [Agen]\n");
    put("pres", "themes: [logement]\nterritory: [Villeneuve-sur-Lot]\n");
    put("secret", "themes: [logement]\nterritory: [Montayral]\naddress: {commune: Montayral, confidential: true}\n");
    put("ici", "themes: [mobilite]\nterritory: [Fumel]\n");
    put("ferme", "themes: [sante]\nterritory: [Fumel]\nstatus: closed\n");
    return test::catalog_in(disk, "/nb");
}

std::optional<query::Elsewhere> asked(const store::Catalog& catalog, const std::string& words) {
    const query::Lexicon lexicon(catalog);
    const auto query = query::parse(std::array{words}, catalog, lexicon);
    REQUIRE(query.ok());
    return query::elsewhere(catalog, *query, {*Date::of(2026, 11, 23)});
}

}  // namespace

TEST_CASE("who answers without the place is counted, and the nearest that may be named is named") {
    const store::Catalog notebook = catalog();
    const auto found = asked(notebook, "logement Fumel");
    REQUIRE(found);
    CHECK(notebook.territory().name(found->place) == "Fumel");
    CHECK(found->answering == 3);
    REQUIRE(found->nearest);
    CHECK(found->nearest->partner == "pres");
    CHECK(found->nearest->kilometres > 5);
    CHECK(found->serving == 1);
    REQUIRE(found->families.size() == 1);
    CHECK(notebook.vocabulary().families[found->families[0]].id == notebook.vocabulary().family_of("mobilite")->id);
}

TEST_CASE("a question without a place has no elsewhere") {
    CHECK_FALSE(asked(catalog(), "logement"));
}
