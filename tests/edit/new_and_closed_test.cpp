// What a new record is made from, and what ends with one that closes.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "edit/adding.hpp"
#include "edit/close.hpp"
#include "store/book.hpp"
#include "store/catalog.hpp"
#include "support/memory_disk.hpp"
#include "yaml/parse.hpp"

using namespace cafe;
using model::RecordKind;

namespace {

store::Book book() {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/nb/partners/ccas.yaml",
             "name: CCAS\nkind: ccas-cias\ncontacts:\n  - marie  # référente\n  - {person: paul, until: 2026-01-01}\n"
             "  - {person: lea, since: 2027-01-04}\n");
    disk.put("/nb/partners/relais.yaml", "name: Relais\nparent: ccas\ncontacts: [marie]\n");
    disk.put("/nb/partners/broken.yaml", "name: [\n");
    disk.put("/nb/people/marie.yaml", "name: Marie Delmas\nemails: [m@example.org]\n");
    disk.put("/nb/people/paul.yaml", "name: Paul Roux\n");
    disk.put("/nb/people/lea.yaml", "name: Léa Bru\n");
    disk.put("/nb/cafes/fumel.yaml", "name: Café de Fumel\nhost: ccas\n");
    auto loaded = store::load(disk, "/nb", {1});
    REQUIRE(loaded.ok());
    return std::move(*loaded);
}

Value value_of(const std::string& text) {
    const auto parsed = yaml::parse(text, "x.yaml");
    REQUIRE(parsed.root);
    return yaml::to_value(*parsed.root);
}

const Date day = *Date::of(2026, 11, 23);

}  // namespace

TEST_CASE("an id is free when no file stands there, readable or not, and no new one is to be made") {
    const store::Book notebook = book();
    CHECK(edit::free_id(notebook, {}, RecordKind::partner, "Épicerie de Fumel") == "epicerie-fumel");
    CHECK(edit::free_id(notebook, {}, RecordKind::partner, "CCAS") == "ccas-2");
    CHECK(edit::free_id(notebook, {}, RecordKind::person, "CCAS") == "ccas");
    CHECK(edit::free_id(notebook, {}, RecordKind::partner, "Broken") == "broken-2");
    CHECK(edit::free_id(notebook, {{"partners/a.yaml", std::nullopt, "name: A\n"}}, RecordKind::partner, "A") == "a-2");
    CHECK(edit::free_id(notebook, {}, RecordKind::partner, "مرحبا") == "partner-1");
    CHECK(edit::free_id(notebook, {}, RecordKind::cafe, std::string(200, 'a')).size() <= 53);
}

TEST_CASE("a copy takes habits, and neither people nor ways to reach them nor days") {
    const Value partner = edit::copied(
        RecordKind::partner,
        value_of("name: A\nthemes: [logement]\nphones: [\"05 53 00 00 01\"]\nverified: {on: 2026-01-01}\nnotes: x\n"
                 "services:\n  - {name: S, contact: marie, capacity: {free: 2}, referral: {steps: [Appeler], "
                 "professionals: {phone: \"05 53 00 00 02\"}}}\n"));
    CHECK(partner == value_of("themes: [logement]\nservices:\n  - {name: S, referral: {steps: [Appeler]}}\n"));
    const Value cafe = edit::copied(
        RecordKind::cafe,
        value_of(
            "name: A\nhost: x\nschedule: {every: first friday, except: [august, 2026-05-01]}\ninvite: in:Fumel\n"));
    CHECK(cafe == value_of("schedule: {every: first friday, except: [august]}\ninvite: in:Fumel\n"));
    CHECK(edit::copied(RecordKind::person, value_of("name: A\nlanguage: en\nphones: [\"1\"]\n")) ==
          value_of("language: en\n"));
}

TEST_CASE("the next café is called after its place and invites as the first one does") {
    const territory::Territory territory({{"47"}, {}, {}});
    const Value from = value_of(
        "name: Café partenaires de Fumel\nplace: {commune: Fumel}\nterritory: [Fumel]\ninvite: touches:Fumel\n");
    const edit::NextCafe next = edit::next_cafe(territory, from, from, "agen");
    CHECK(next.name == "Café partenaires d'Agen");
    CHECK(next.called == "agen");
    REQUIRE(next.edits.size() == 2);
    CHECK(next.edits[0].value == Value{List{Value{"Agen"}}});
    CHECK(next.edits[1].value == Value{"touches:Agen"});
    const edit::NextCafe nowhere = edit::next_cafe(territory, from, from, "Les Mots");
    CHECK(nowhere.name == "Les Mots");
    REQUIRE(nowhere.edits.size() == 1);
    CHECK(nowhere.edits[0].op == edit::Op::remove);
}

TEST_CASE("a contact is known by its address, then by its name, and never taken for another one") {
    CHECK(edit::contact_of("Marie Delmas <m@example.org>")->email == "m@example.org");
    CHECK(edit::contact_of(" Marie ")->name == "Marie");
    for (const auto* wrong : {"", "<m@example.org>", "m@example.org", "Marie <m@>", "Marie <m@example.org> x"})
        CHECK_FALSE(edit::contact_of(wrong).ok());
    const store::Catalog catalog(book());
    CHECK(*edit::known_person(catalog, {"M. D.", "M@example.org"}) == "marie");
    CHECK(*edit::known_person(catalog, {"paul roux", "p@example.org"}) == "paul");
    CHECK(edit::known_person(catalog, {"Nadia", ""})->empty());
    CHECK_FALSE(edit::known_person(catalog, {"Marie Delmas", "other@example.org"}).ok());
}

TEST_CASE("what closes ends functions on the day, once, and keeps every other byte") {
    const store::Book notebook = book();
    const auto partner = edit::close(notebook, {RecordKind::partner, "ccas"}, day);
    REQUIRE(partner.ok());
    CHECK(partner->functions == 2);
    REQUIRE(partner->files.size() == 1);
    const std::string& text = *partner->files[0].after;
    CHECK(text.find("status: closed") != std::string::npos);
    CHECK(text.find("marie") != std::string::npos);
    CHECK(text.find("until: 2026-11-23") != std::string::npos);
    CHECK(text.find("until: 2026-01-01") != std::string::npos);
    CHECK(text.find("until: 2027-01-04") != std::string::npos);

    const auto person = edit::close(notebook, {RecordKind::person, "marie"}, day);
    REQUIRE(person.ok());
    CHECK(person->functions == 2);
    CHECK(person->files.size() == 2);
    CHECK(edit::close(notebook, {RecordKind::person, "paul"}, day)->files.empty());
    CHECK(edit::close(notebook, {RecordKind::cafe, "fumel"}, day)->files.size() == 1);
    CHECK_FALSE(edit::close(notebook, {RecordKind::settings, ""}, day).ok());
}

TEST_CASE("what still leads to a record is named, what was is not") {
    const auto found = edit::still_leading_to(book(), {RecordKind::partner, "ccas"});
    std::vector<std::string> fields;
    for (const edit::Mention& mention : found) fields.push_back(mention.field);
    CHECK(fields == std::vector<std::string>{"host", "parent"});
    CHECK(edit::still_leading_to(book(), {RecordKind::person, "marie"}).empty());
}
