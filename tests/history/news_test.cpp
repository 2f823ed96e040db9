// What of a fiche's past is told to whom.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/text.hpp"
#include "history/news.hpp"
#include "support/memory_disk.hpp"

namespace {

using namespace cafe;

const std::string fiche = "name: CCAS\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\n";

// "ccas: summary; themes", each fiche and day a line, for a reader of the notebook as it is today.
std::string told(const std::vector<history::Revision>& revisions, facts::Reader reader = facts::Reader::everyone,
                 const std::string& today = fiche) {
    test::MemoryDisk disk("/nb");
    disk.put("/nb/cafe.yaml", "name: R\ndepartments: [\"47\"]\n");
    disk.put("/nb/partners/ccas.yaml", today);
    disk.put("/nb/people/paul.yaml", "name: Paul Martin\naudience: public\nprivacy: {objection: {on: 2026-01-15}}\n");
    const auto book = store::load(disk, "/nb", {1});
    REQUIRE(book.ok());
    std::vector<std::string> lines;
    for (const auto& news :
         history::news_in(revisions, history::Versions(*book, {reader, false, Date{2026, 11, 23}}), 2)) {
        std::vector<std::string> fields;
        for (const Words& field : news.fields) fields.push_back(field.in(Lang::en));
        lines.push_back(news.day() + " " + news.partner + ": " + text::join(fields, "; "));
    }
    return text::join(lines, "\n");
}

history::Revision on(const std::string& day, const std::string& before, const std::string& after) {
    return {"ccas", "2026-11-" + day + "T10:00:00+01:00", fiche + before, fiche + after};
}

}  // namespace

TEST_CASE("news name fields, and nothing that somebody wrote") {
    CHECK(told({on("02", "summary: Un\n", "summary: Deux\n")}) == "2026-11-02 ccas: summary");
    CHECK(told({on("02", "phones: [\"05 36 49 00 01\"]\n", "phones: [\"05 36 49 00 01\", \"05 36 49 00 02\"]\n")}) ==
          "2026-11-02 ccas: phones");
    CHECK(told({on("02", "secret-key: a\n", "secret-key: b\n")}) == "");
}

TEST_CASE("the changes of a day are one, and there are as many news as are asked for") {
    const auto a = on("02", "", "summary: Un\n");
    const auto b = on("02", "", "hours: Mo\n");
    CHECK(told({b, a}) == "2026-11-02 ccas: hours; summary");
    CHECK(told({on("04", "", "hours: Mo\n"), on("03", "", "hours: Mo\n"), a}) ==
          "2026-11-04 ccas: hours\n2026-11-03 ccas: hours");
}

TEST_CASE("what a reader may not have on both sides is no news to him") {
    const auto hides = on("02", "audience: partners\n", "audience: partners\nsummary: Un\n");
    CHECK(told({hides}) == "");
    CHECK(told({hides}, facts::Reader::partners) == "2026-11-02 ccas: summary");
    CHECK(told({on("02", "audience: partners\n", "summary: Un\n")}) == "");
    CHECK(told({on("02", "notes: un\n", "notes: deux\n")}, facts::Reader::partners) == "");
    history::Revision made = on("02", "", "summary: Un\n");
    made.before.reset();
    CHECK(told({made}) == "");
    history::Revision broken = on("02", "", "summary: Un\n");
    broken.before = "<<<<<<< HEAD\n";
    CHECK(told({broken}) == "");
}

TEST_CASE("today decides who may be named and which address is confidential") {
    CHECK(told({on("02", "contacts: [{person: paul, role: a}]\n", "contacts: [{person: paul, role: b}]\n")}) == "");
    const std::string place = "address: {street: 1 rue A, commune: Fumel";
    const auto moved = on("02", place + "}\n", "address: {street: 2 rue A, commune: Fumel}\n");
    CHECK(told({moved}) == "2026-11-02 ccas: address, street");
    CHECK(told({moved}, facts::Reader::everyone, fiche + place + ", confidential: true}\n") == "");
}
