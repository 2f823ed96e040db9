#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "query/ask.hpp"
#include "query/missed.hpp"
#include "store/book.hpp"
#include "store/misses.hpp"
#include "store/taught.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using namespace cafe::query;

namespace {

const Date day = *Date::parse("2026-11-20");

void put_notebook(test::MemoryDisk& disk, const std::string& taught = "") {
    disk.put("/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
    disk.put("/n/partners/cour.yaml", "name: La Cour\nkind: association\nthemes: [meubles-electromenager]\n");
    disk.put("/n/partners/table.yaml", "name: La Table\nkind: association\nthemes: [aide-alimentaire]\n");
    disk.put("/n/people/ada-brun.yaml", "name: Ada Brun\n");
    if (!taught.empty()) disk.put("/n/vocabulary/questions.tsv", taught);
}

store::Catalog catalog_of(test::MemoryDisk& disk) {
    return test::catalog_in(disk, "/n");
}

// The first answer in a notebook that was taught these lines.
std::string first(const std::string& taught, const std::string& question) {
    test::MemoryDisk disk;
    put_notebook(disk, taught);
    const auto catalog = catalog_of(disk);
    const Lexicon lexicon(catalog, store::taught_in(disk, "/n"));
    const auto answer = ask(std::array{question}, catalog, lexicon, {}, {day, false});
    return answer && !answer->hits.empty() ? answer->hits.front().partner : "-";
}

std::vector<std::string> noted(const std::string& question) {
    test::MemoryDisk disk;
    put_notebook(disk);
    const auto catalog = catalog_of(disk);
    const Lexicon lexicon(catalog);
    const auto answer = ask(std::array{question}, catalog, lexicon, {}, {day, false});
    REQUIRE(answer.ok());
    return notable_words(question, answer->query, catalog, lexicon);
}

}  // namespace

TEST_CASE("taught lines are read, comments and titles are none, a line stands once") {
    const auto lines = store::read_taught("# what\nmeans\tphrase\n\nlogement\tplus de toit\nalone\n");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == store::Taught{"logement", "plus de toit", 4});
    CHECK(lines[1] == store::Taught{"alone", "", 5});
    const std::string once = store::with_taught("", {"logement", "plus de toit", 0});
    CHECK(store::read_taught(once).size() == 1);
    CHECK(store::with_taught(once, {"logement", "plus de toit", 0}) == once);
    CHECK(store::read_taught(store::with_taught("a\tb", {"c", "d", 0})).size() == 2);
}

TEST_CASE("a phrase that was taught finds its theme, or its fiche") {
    CHECK(first("", "zinzolin carabistouille") == "-");
    CHECK(first("aide-alimentaire\tzinzolin carabistouille\n", "zinzolin carabistouille") == "table");
    CHECK(first("cour\tzinzolin carabistouille\n", "une carabistouille zinzolin") == "cour");
    CHECK(first("nobody\tzinzolin carabistouille\n", "zinzolin carabistouille") == "-");
}

TEST_CASE("what was taught weighs among what is learnt, and may teach a theme that the table has not") {
    const std::string words = "on a mis le compteur au minimum vital";
    const auto share = [&](std::vector<store::Taught> taught, const std::string& theme) {
        for (const Guess& guess : recognise(features_of(tokens_of(words)), taught, 100))
            if (guess.id == theme) return guess.p;
        return 0.0;
    };
    CHECK(share({{"culture-sport", words, 1}}, "culture-sport") > share({}, "culture-sport"));
    CHECK(share({{"theme-maison", words, 1}}, "theme-maison") > 0);
    CHECK(share({}, "theme-maison") == 0);
}

TEST_CASE("of a question without an answer only words that nothing knows are noted, and nothing of anybody") {
    CHECK(noted("zigouigoui") == std::vector<std::string>{"zigouigoui"});
    for (const std::string question :
         {"zigouigoui à Fumel", "zigouigoui pour mme brun", "zigouigoui ada brun", "zigouigoui Durand",
          "zigouigoui 47 ans", "zigouigoui médecin", "je veux mourir zigouigoui", "zigouigoui 05 36 49 00 01"}) {
        CAPTURE(question);
        CHECK(noted(question).empty());
    }
}

TEST_CASE("what is noted is the user's alone, for sixty days, and goes when it is cleared") {
    test::MemoryDisk disk("/n");
    REQUIRE(store::note_missed(disk, "/s", *Date::parse("2026-09-01"), {"ancien"}).ok());
    REQUIRE(store::note_missed(disk, "/s", day, {"neuf", "mot"}).ok());
    CHECK(disk.info("/s/misses")->value().mode == 0600);
    const auto kept = store::missed(disk, "/s", day);
    REQUIRE(kept.ok());
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().words == std::vector<std::string>{"neuf", "mot"});
    CHECK(disk.get("/s/misses")->find("ancien") == std::string::npos);
    REQUIRE(store::clear_missed(disk, "/s").ok());
    CHECK(store::missed(disk, "/s", day)->empty());
}
