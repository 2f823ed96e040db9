#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/fields.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "store/read.hpp"
#include "support/memory_disk.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
using test::MemoryDisk;

namespace {

constexpr std::string_view settings = "name: Réseau\ndepartments: [\"47\"]\n";
constexpr std::string_view fiche =
    "name: CCAS de Fumel\nkind: ccas-cias\nthemes: [domiciliation]\nterritory: [Fumel]\n";

std::vector<std::string> codes(const Findings& findings) {
    std::vector<std::string> found;
    for (const Diagnostic& finding : findings) found.emplace_back(finding.rule->code);
    return found;
}

store::Book load(MemoryDisk& disk) {
    auto book = store::load(disk, "/n", {1});
    REQUIRE(book.ok());
    return std::move(*book);
}

}  // namespace

TEST_CASE("a notebook is read whole, each file once, whatever stands beside it") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", settings);
    disk.put("/n/partners/ccas-fumel.yaml", fiche);
    disk.put("/n/people/marie-delmas.yaml", "name: Marie Delmas\n");
    disk.put("/n/README.md", "not a record");
    disk.put("/n/partners/.ccas-fumel.yaml.swp", "not a record");
    disk.put("/n/partners/notes.txt", "not a record");
    disk.forget_log();
    const store::Book book = load(disk);
    CHECK(disk.paths_of("read") ==
          std::vector<std::string>{"/n/cafe.yaml", "/n/partners/ccas-fumel.yaml", "/n/people/marie-delmas.yaml"});
    CHECK(book.files == 3);
    CHECK(book.findings.empty());
    REQUIRE(book.partners.size() == 1);
    CHECK(book.partners[0].id == "ccas-fumel");
    CHECK(book.partners[0].value.name == "CCAS de Fumel");
    CHECK(book.settings.value.departments == std::vector<std::string>{"47"});
    CHECK(disk.count_writes() == 0);
}

TEST_CASE("a bad file stops nothing: what could not be read is named, the rest stands") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", settings);
    disk.put("/n/partners/a.yaml", fiche);
    disk.put("/n/partners/b.yaml", "name: \"never closed\nkind: caf\n");
    disk.put("/n/partners/c.yaml", "");
    disk.put("/n/partners/Not An Id.yaml", fiche);
    disk.put("/n/partners/old.yml", fiche);
    disk.put_link("/n/partners/d.yaml", "/etc/passwd");
    const store::Book book = load(disk);
    CHECK(book.partners.size() == 1);
    CHECK(book.unreadable.size() == 3);
    const auto found = codes(book.findings);
    for (const auto* code : {"E091", "E092", "W091"})
        CHECK_MESSAGE(std::count(found.begin(), found.end(), code) == 1, code);
}

TEST_CASE("ids, not paths, decide the order") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", settings);
    for (const auto* id : {"caf", "caf-47", "caf0"}) disk.put(std::string("/n/partners/") + id + ".yaml", fiche);
    const store::Book book = load(disk);
    REQUIRE(book.partners.size() == 3);
    CHECK(book.partners[0].id == "caf");
    CHECK(book.partners[1].id == "caf-47");
    CHECK(book.partners[2].id == "caf0");
    CHECK(store::find(book.partners, "caf-47") == &book.partners[1]);
    CHECK(store::find(book.partners, "cafe") == nullptr);
}

TEST_CASE("one thread or several read the same") {
    MemoryDisk disk;
    disk.put_real_folder("/n", cafe::test::source_folder("examples/places"));
    const auto one = store::load(disk, "/n", {1});
    const auto four = store::load(disk, "/n", {4});
    REQUIRE(one.ok());
    REQUIRE(four.ok());
    CHECK(one->partners.size() == 651);
    REQUIRE(four->partners.size() == one->partners.size());
    for (std::size_t i = 0; i < one->partners.size(); ++i) {
        CHECK(one->partners[i].id == four->partners[i].id);
        CHECK(one->partners[i].value == four->partners[i].value);
    }
    CHECK(one->findings == four->findings);
}

TEST_CASE("what reading alone can say of a record") {
    struct Case {
        std::string_view text;
        std::string_view code;  // empty: nothing
        int line, column, end_column;
    };
    const std::vector<Case> cases{
        {"name: A\nx-mine: 1\n", "", 0, 0, 0},
        {"name: A\nphones: [\"05 36 49 00 01\"]\n", "", 0, 0, 0},
        {"name: A\naddress: {confidential: true}\n", "", 0, 0, 0},
        {"name: A\nphonse: [1]\n", "W101", 2, 1, 7},
        {"name: A\nphones: [{number: 1, nubmer: 2}]\n", "W101", 2, 22, 28},
        {"nom: A\n", "W102", 1, 1, 4},
        {"name: A\ntéléphone: \"1\"\n", "W102", 2, 1, 10},
        {"name: [A, B]\n", "E101", 1, 1, 5},
        {"name: A\nthemes: logement\n", "E101", 2, 9, 17},
        {"name: A\nthemes: {a: b}\n", "E101", 2, 1, 7},
        {"name: A\naddress: ici\n", "E101", 2, 10, 13},
        {"name: A\nverified: {on: 2026-02-30}\n", "E102", 2, 16, 26},
        {"name: A\nverified: {on: hier}\n", "E102", 2, 16, 20},
        {"name: A\nage_min: seize\n", "E103", 2, 10, 15},
        {"name: A\nage_min: 16 ans\n", "E103", 2, 10, 16},
        {"name: A\naddress:\n  latitude: 44,5\n", "E103", 3, 13, 17},
        {"name: A\naddress: {confidential: oui}\n", "E104", 2, 25, 28},
        {"name: A\nwebsite:\n", "H101", 2, 1, 8},
    };
    for (const Case& c : cases) {
        MemoryDisk disk;
        disk.put("/n/cafe.yaml", settings);
        disk.put("/n/partners/a.yaml", c.text);
        const store::Book book = load(disk);
        CAPTURE(c.text);
        if (c.code.empty()) {
            CHECK(book.findings.empty());
            continue;
        }
        REQUIRE_FALSE(book.findings.empty());
        const Diagnostic& first = book.findings.front();
        CHECK(first.rule->code == c.code);
        CHECK(first.place == Place{"partners/a.yaml", c.line, c.column, c.end_column});
        CHECK_FALSE(first.message.fr.empty());
        CHECK_FALSE(first.message.en.empty());
        CHECK_FALSE(first.remedy.fr.empty());
    }
}

TEST_CASE("the words that are built in are all there") {
    const model::Vocabulary& words = store::builtin_vocabulary();
    CHECK(words.families.size() == 14);
    std::size_t themes = 0;
    for (const model::Family& family : words.families) themes += family.children.size();
    CHECK(themes == 64);
    CHECK(words.acronyms.size() == 62);
    CHECK(words.emergency.size() == 10);
    CHECK(words.publics.size() == 19);
    CHECK(words.kinds.size() >= 28);
}

TEST_CASE("a notebook's own words add to those built in") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml",
             "name: A\nemergency: [{number: \"05 36 49 00 99\", name: Astreinte, themes: [hebergement]}]\n");
    disk.put("/n/vocabulary/acronyms.yaml", "acronyms: {CALHM: Cellule logement}\n");
    disk.put("/n/vocabulary/themes.yaml", "themes:\n  - id: logement\n    synonyms: {fr: [piaule]}\n");
    const store::Book book = load(disk);
    CHECK(book.findings.empty());
    REQUIRE(book.vocabulary.acronym("calhm") != nullptr);
    CHECK(book.vocabulary.emergency.size() == 11);
    REQUIRE(book.vocabulary.family("logement") != nullptr);
    CHECK(book.vocabulary.family("logement")->synonyms.fr == std::vector<std::string>{"piaule"});
    CHECK(book.vocabulary.family("logement")->children.size() == 9);
}

TEST_CASE("the notebook is the nearest folder upward that holds its settings") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", settings);
    disk.put("/n/partners/deep/x.txt", "");
    CHECK(*store::find_notebook(disk, "/n/partners/deep") == "/n");
    CHECK(*store::find_notebook(disk, "/n") == "/n");
    const auto none = store::find_notebook(disk, "/elsewhere");
    REQUIRE_FALSE(none.ok());
    CHECK(none.error().kind == ErrorKind::environment);
}

TEST_CASE("a path is a record or it is not") {
    using model::RecordKind;
    CHECK(store::ref_at("partners/ccas-fumel.yaml") == store::Ref{RecordKind::partner, "ccas-fumel"});
    CHECK(store::ref_at("cafe.yaml") == store::Ref{RecordKind::settings, ""});
    CHECK(store::ref_at("vocabulary/themes.yaml") == store::Ref{RecordKind::themes, ""});
    for (const auto* other : {"partners/a/b.yaml", "partners/.yaml", "partners/a.yml", "partner/a.yaml", "a.yaml", "",
                              "vocabulary/other.yaml", "../partners/a.yaml", "partners", "/partners/a.yaml"})
        CHECK_FALSE(store::ref_at(other).has_value());
    for (const model::RecordKind kind : model::all_record_kinds) {
        const std::string id = store::folder_of(kind).empty() ? "" : "some-id";
        CHECK(store::ref_at(store::path_of({kind, id})) == store::Ref{kind, id});
    }
}
