#include "view/lists.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/book.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using model::RecordKind;
using model::VocabularyKind;
using view::Wanted;

namespace {

store::Catalog catalog() {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/nb/territory.yaml", "areas:\n  bassin: {name: Bassin de Fumel, areas: [Fumel, Cuzorn]}\n");
    disk.put("/nb/partners/ccas.yaml",
             "name: CCAS\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\nphones: [\"05 53 00 00 01\"]\n"
             "contacts: [{person: marie, role: accueil}]\nnotes: interne\n");
    disk.put("/nb/partners/relais.yaml",
             "name: Relais\nkind: association\nterritory: [bassin]\nservices: [{name: Prêt, publics: [jeunes]}]\n");
    disk.put("/nb/people/marie.yaml", "name: Marie Delmas\n");
    return test::catalog_in(disk, "/nb");
}

std::vector<std::string> cells(const view::RecordList& list, const std::string& title) {
    for (const view::Column& column : list.columns)
        if (column.title == title) return column.cells;
    return {"no such column"};
}

std::string partners_of(const view::RecordList& list, const std::string& id) {
    for (std::size_t i = 0; i < list.records.size(); ++i)
        if (list.records[i].id == id) return cells(list, "partners")[i];
    return "no such line";
}

}  // namespace

TEST_CASE("records are listed with what people look for") {
    const auto notebook = catalog();
    const auto partners =
        view::list_of(notebook, RecordKind::partner, {"ccas", "gone", "relais"}, Lang::en, Wanted::columns);
    CHECK(partners.of == 2);
    REQUIRE(partners.list.records.size() == 2);
    CHECK(cells(partners.list, "name") == std::vector<std::string>{"CCAS", "Relais"});
    CHECK(cells(partners.list, "phone") == std::vector<std::string>{"05 53 00 00 01", ""});
    const auto people = view::list_of(notebook, RecordKind::person, {"marie"}, Lang::en, Wanted::columns);
    CHECK(cells(people.list, "functions") == std::vector<std::string>{"accueil, CCAS"});
}

TEST_CASE("programs are told the trees of what is listed, people its columns") {
    const auto notebook = catalog();
    for (const RecordKind kind : {RecordKind::partner, RecordKind::person}) {
        const std::vector<std::string> ids{kind == RecordKind::partner ? "ccas" : "marie"};
        const auto trees = view::list_of(notebook, kind, ids, Lang::fr, Wanted::trees);
        REQUIRE(trees.list.records.size() == 1);
        CHECK(trees.list.records[0].tree.find("name") != nullptr);
        CHECK(trees.list.columns.empty());
        const auto columns = view::list_of(notebook, kind, ids, Lang::fr, Wanted::columns);
        REQUIRE(columns.list.records.size() == 1);
        CHECK(columns.list.records[0].id == ids[0]);
        CHECK(columns.list.records[0].tree.entries.empty());
        CHECK(view::list_of(notebook, kind, ids, Lang::fr, Wanted::ids).list.records.size() == 1);
    }
    CHECK(view::list_of(notebook, RecordKind::partner, {"gone"}, Lang::fr, Wanted::ids).list.records.empty());
}

TEST_CASE("words are counted by who says them, in a service too, and a family by its themes") {
    const auto notebook = catalog();
    const auto themes = view::list_of_words(notebook, VocabularyKind::themes, Lang::en);
    CHECK(partners_of(themes.list, "logement") == "1");
    CHECK(partners_of(themes.list, "mobilite") == "0");
    CHECK(partners_of(view::list_of_words(notebook, VocabularyKind::publics, Lang::en).list, "jeunes") == "1");
    CHECK(partners_of(view::list_of_words(notebook, VocabularyKind::kinds, Lang::en).list, "association") == "1");
    CHECK(view::list_of_acronyms(notebook, Lang::en).of > 0);
}

TEST_CASE("areas are the notebook's and those that are served, or all of one level") {
    const auto notebook = catalog();
    const auto own = view::list_of_areas(notebook, std::nullopt, Lang::en);
    REQUIRE(own.list.records.size() == 2);
    CHECK(own.list.records[0].id == "bassin");
    CHECK(partners_of(own.list, "insee:47106") == "2");
    const auto communes = view::list_of_areas(notebook, territory::AreaKind::commune, Lang::en);
    CHECK(communes.of > 300);
    CHECK(cells(communes.list, "name").front() < cells(communes.list, "name").back());
}
