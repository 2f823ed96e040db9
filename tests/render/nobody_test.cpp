#include "render/nobody.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/ask.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;

namespace {

store::Catalog catalog() {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/nb/partners/toit.yaml",
             "name: Toit\nkind: association\nthemes: [logement]\nterritory: [Agen]\n"
             "addresses: [{commune: Agen}]\n");
    disk.put("/nb/partners/repas.yaml", "name: Repas\nkind: association\nthemes: [aide-alimentaire]\nterritory: [Fumel]\n");
    return test::catalog_in(disk, "/nb");
}

struct Said {
    std::string nobody;
    std::string teaching;
};

Said said(const std::string& question) {
    const auto notebook = catalog();
    const query::Lexicon lexicon(notebook, {});
    const query::MatchOptions matching{*Date::parse("2026-11-23"), false};
    const std::vector<std::string> words{question};
    const auto answer = query::ask(words, notebook, lexicon, {}, matching);
    REQUIRE(answer.ok());
    CHECK(answer->hits.empty());
    return {render::nobody_answers(notebook, answer->query, matching).en, render::teaching(answer->query).en};
}

}  // namespace

TEST_CASE("where nobody answers it is said who would elsewhere and what the place has") {
    const std::string lines = said("logement Fumel").nobody;
    CHECK(lines.starts_with(render::nobody().en));
    CHECK(lines.find("1 partner does it, but not in Fumel") != std::string::npos);
    CHECK(lines.find("In Fumel, 1 partner for other things") != std::string::npos);
}

TEST_CASE("a word that nothing knows is offered for teaching, a known one is not") {
    CHECK(said("xylophone Fumel").teaching.find("xylophone") != std::string::npos);
    CHECK(said("logement Fumel").teaching.empty());
}
