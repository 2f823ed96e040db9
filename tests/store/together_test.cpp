#include "store/together.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "facts/withhold.hpp"
#include "store/catalog.hpp"
#include "support/memory_disk.hpp"
#include "support/run_command.hpp"

using namespace cafe;
using test::MemoryDisk;
using test::run_command;

namespace {

// Two notebooks that have a fiche, a person and an own area of the same ids, about different things.
void put_two_notebooks(MemoryDisk& disk) {
    disk.put("/d/lot/cafe.yaml", "name: Réseau du Lot\ndepartments: [\"46\"]\nhost: ccas\n");
    disk.put("/d/lot/territory.yaml", "areas:\n  bassin: {name: Le bassin, kind: circonscription, areas: [Cahors]}\n");
    disk.put("/d/lot/partners/ccas.yaml",
             "name: CCAS de Cahors\nkind: ccas-cias\nthemes: [domiciliation]\nterritory: [bassin]\n"
             "contacts:\n  - person: anne\n    role: directrice\nsee_also: [mission, nowhere]\n");
    disk.put("/d/lot/partners/mission.yaml",
             "name: Mission locale du Lot\nkind: mission-locale\nthemes: [choix-metier]\nterritory: [\"46\"]\n"
             "phones: [\"05 65 20 42 60\"]\n");
    disk.put("/d/lot/people/anne.yaml", "name: Anne Vidal\nemails: [anne.vidal@cahors.example]\n");
    disk.put("/d/garonne/cafe.yaml", "name: Réseau de la Garonne\ndepartments: [\"47\"]\n");
    disk.put("/d/garonne/territory.yaml",
             "areas:\n  bassin: {name: Le bassin de Fumel, kind: circonscription, areas: [Fumel]}\n");
    disk.put("/d/garonne/partners/ccas.yaml",
             "name: CCAS de Fumel\nkind: ccas-cias\nthemes: [domiciliation]\nterritory: [bassin]\n"
             "contacts:\n  - person: anne\n    role: accueil\n");
    disk.put("/d/garonne/partners/mission-du-lot.yaml",
             "name: Mission locale du Lot\nkind: mission-locale\nthemes: [choix-metier]\nterritory: [Fumel]\n"
             "phones: [\"05 65 20 42 60\"]\n");
    disk.put("/d/garonne/people/anne.yaml", "name: Anne Roux\nemails: [anne.roux@fumel.example]\n");
}

store::Beside beside(MemoryDisk& disk, const std::string& name) {
    auto book = store::load(disk, "/d/" + name, {1});
    REQUIRE(book.ok());
    return {name, std::move(*book)};
}

store::Book both(MemoryDisk& disk) {
    std::vector<store::Beside> books;
    books.push_back(beside(disk, "lot"));
    books.push_back(beside(disk, "garonne"));
    return store::together(std::move(books));
}

std::vector<std::string> line(std::vector<std::string> words) {
    words.insert(words.begin(), {"-C", "/d/lot", "-C", "/d/garonne"});
    return words;
}

}  // namespace

TEST_CASE("notebooks together: every id bears the name of its notebook, references lead where they led") {
    MemoryDisk disk;
    put_two_notebooks(disk);
    const store::Catalog catalog(both(disk));
    REQUIRE(catalog.partners().size() == 4);
    CHECK(catalog.partners()[0].id == "garonne:ccas");
    CHECK(catalog.partners()[3].id == "lot:mission");
    const store::PartnerEntry* cahors = catalog.partner("lot:ccas");
    REQUIRE(cahors != nullptr);
    CHECK(cahors->value.contacts.at(0).person == "lot:anne");
    CHECK(cahors->value.see_also == std::vector<std::string>{"lot:mission", "nowhere"});
    REQUIRE(catalog.person("garonne:anne") != nullptr);
    CHECK(catalog.person("garonne:anne")->name == "Anne Roux");
    CHECK(catalog.person("anne") == nullptr);
    const yaml::Node* tree = catalog.tree({model::RecordKind::partner, "garonne:ccas"});
    REQUIRE(tree != nullptr);
    CHECK(tree->find("name")->text == "CCAS de Fumel");
    CHECK(catalog.tree({model::RecordKind::partner, "ccas"}) == nullptr);
}

TEST_CASE("notebooks together: the first one says title and host, départements are those of all") {
    MemoryDisk disk;
    put_two_notebooks(disk);
    const store::Book book = both(disk);
    CHECK(book.settings.value.name == "Réseau du Lot");
    CHECK(book.settings.value.host == "lot:ccas");
    CHECK(book.settings.value.departments == std::vector<std::string>{"46", "47"});
}

TEST_CASE("notebooks together: an own area that two give to different places stays two") {
    MemoryDisk disk;
    put_two_notebooks(disk);
    const store::Catalog catalog(both(disk));
    REQUIRE(catalog.own_areas().areas.size() == 2);
    CHECK(catalog.own_areas().areas[0].id == "bassin");
    CHECK(catalog.own_areas().areas[1].id == "garonne-bassin");
    CHECK(catalog.partner("lot:ccas")->value.territory == std::vector<std::string>{"bassin"});
    CHECK(catalog.partner("garonne:ccas")->value.territory == std::vector<std::string>{"garonne-bassin"});
    CHECK(catalog.partner("garonne:ccas")->areas != catalog.partner("lot:ccas")->areas);
}

TEST_CASE("notebooks together: one notebook alone says what it says by itself, under longer ids") {
    MemoryDisk disk;
    put_two_notebooks(disk);
    std::vector<store::Beside> one;
    one.push_back(beside(disk, "lot"));
    const store::Book alone = one.front().book;
    const store::Book book = store::together(std::move(one));
    REQUIRE(book.partners.size() == alone.partners.size());
    for (std::size_t i = 0; i < alone.partners.size(); ++i) {
        CHECK(book.partners[i].id == "lot:" + alone.partners[i].id);
        CHECK(book.partners[i].value.name == alone.partners[i].value.name);
    }
    CHECK(book.settings.value.departments == alone.settings.value.departments);
    CHECK(book.areas.value == alone.areas.value);
}

TEST_CASE("several -C: a question is put to all of them") {
    MemoryDisk disk;
    put_two_notebooks(disk);
    const auto found = run_command(disk, line({"find", "domiciliation", "Fumel", "--json"}));
    CHECK(found.code == 0);
    CHECK(found.out.find("\"id\": \"garonne:ccas\"") != std::string::npos);
    CHECK(found.out.find("\"id\": \"lot:ccas\"") == std::string::npos);
    const auto listed = run_command(disk, line({"list", "--fields", "id", "--csv"}));
    CHECK(listed.out == "id\r\ngaronne:ccas\r\ngaronne:mission-du-lot\r\nlot:ccas\r\nlot:mission\r\n");
    const auto one = run_command(disk, line({"list", "id:lot:ccas", "--count"}));
    CHECK(one.out == "1\n");
    const auto shown = run_command(disk, line({"show", "garonne:anne"}));
    CHECK(shown.code == 0);
    CHECK(shown.out.find("Anne Roux") != std::string::npos);
    const auto mail = run_command(disk, line({"mail", "list", "--to", "domiciliation"}));
    CHECK(mail.out.find("anne.vidal@cahors.example") != std::string::npos);
    CHECK(mail.out.find("anne.roux@fumel.example") != std::string::npos);
}

TEST_CASE("several -C: what writes is refused, and the same notebook twice") {
    MemoryDisk disk;
    put_two_notebooks(disk);
    const auto before = disk.files("/d");
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"set", "ccas", "name=X"}, {"verify", "ccas"}, {"undo"}, {"check", "--fix"}}) {
        const auto told = run_command(disk, line(words));
        CHECK_MESSAGE(told.code == 2, words.front());
        CHECK(told.out.empty());
    }
    CHECK(disk.files("/d") == before);
    const auto twice = run_command(disk, {"-C", "/d/lot", "-C", "/d/lot/partners", "list"});
    CHECK(twice.code == 2);
    const auto nowhere = run_command(disk, {"-C", "/d/lot", "-C", "/d", "list"});
    CHECK(nowhere.code == 4);
}

TEST_CASE("several -C: check names each file by its notebook, and who stands in two") {
    MemoryDisk disk;
    put_two_notebooks(disk);
    disk.put("/d/garonne/partners/bad.yaml", "name: [\n");
    const auto told = run_command(disk, line({"check", "--format", "short"}));
    CHECK(told.code == 1);
    CHECK(told.out.find("garonne/partners/bad.yaml:") != std::string::npos);
    CHECK(told.out.find("lot/partners/ccas.yaml:") != std::string::npos);  // see_also: nowhere
    CHECK(told.out.find("lot/partners/mission.yaml:1:7: ") != std::string::npos);
    CHECK(told.out.find("garonne/partners/mission-du-lot.yaml") != std::string::npos);
}

TEST_CASE("several -C: an address that one notebook keeps is kept by all") {
    MemoryDisk disk;
    put_two_notebooks(disk);
    disk.put("/d/lot/partners/refuge.yaml",
             "name: Le Refuge\nkind: association\nthemes: [violences]\nterritory: [Cahors]\n"
             "address: {confidential: true, street: 12 rue des Tilleuls, postcode: \"46000\", commune: Cahors}\n");
    disk.put("/d/garonne/partners/voisin.yaml",
             "name: Voisin\nkind: association\nthemes: [violences]\nterritory: [Fumel]\n"
             "summary: En face du refuge, 12 rue des Tilleuls\n");
    for (const std::vector<std::string>& words : {std::vector<std::string>{"find", "violences", "--json"},
                                                  {"list", "--json"},
                                                  {"show", "lot:refuge"},
                                                  {"show", "garonne:voisin"}}) {
        const auto told = run_command(disk, line(words));
        CHECK_MESSAGE(told.out.find("Tilleuls") == std::string::npos, words.front());
    }
}
