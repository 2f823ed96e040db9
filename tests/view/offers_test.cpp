#include "view/offers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/fields.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using view::Offers;

namespace {

store::Catalog catalog() {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/nb/network.yaml", "trainings: [{title: Écouter, date: 2026-12-01}]\n");
    disk.put("/nb/partners/ccas.yaml",
             "name: CCAS\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\n"
             "services: [{id: secours, name: Secours}, {id: repas, name: Repas}]\n");
    disk.put("/nb/people/ccas.yaml", "name: Monsieur Ccas\nlists: [élus]\n");
    disk.put("/nb/cafes/fumel.yaml", "name: Café de Fumel\n");
    disk.put("/nb/meetings/fumel-2026-11-06.yaml", "cafe: fumel\ndate: 2026-11-06\n");
    disk.put("/nb/meetings/fumel-2026-12-04.yaml", "cafe: fumel\ndate: 2026-12-04\n");
    return test::catalog_in(disk, "/nb");
}

std::vector<std::string> values(const Offers& offers) {
    std::vector<std::string> found;
    for (const view::Offer& offer : offers) found.push_back(offer.value);
    return found;
}

using Strings = std::vector<std::string>;
const Date today = *Date::parse("2026-11-23");

}  // namespace

TEST_CASE("records are offered by id, and by folder once one is typed") {
    const auto notebook = catalog();
    const view::Offering offering(&notebook, Lang::fr, today);
    CHECK(values(offering.people_and_partners("cc")) == Strings{"ccas", "ccas"});
    CHECK(values(offering.people_and_partners("partners/c")) == Strings{"partners/ccas"});
    CHECK(values(offering.services("ccas/re")) == Strings{"ccas/repas"});
    CHECK(values(offering.trainings("eco")) == Strings{"Écouter"});
    CHECK(values(offering.mailing_lists("é")) == Strings{"élus"});
}

TEST_CASE("meetings are offered from the last, and as the next and the last of a café") {
    const auto notebook = catalog();
    const auto found = view::Offering(&notebook, Lang::en, today).meetings("fumel");
    CHECK(values(found) == Strings{"fumel-2026-12-04", "fumel-2026-11-06", "fumel:next", "fumel:last"});
    CHECK(found[2].says.find("4 December 2026") != std::string::npos);
    CHECK(found[3].says.find("6 November 2026") != std::string::npos);
}

TEST_CASE("an area of France is offered once a letter is typed, one with a namesake by its code") {
    const auto notebook = catalog();
    const view::Offering offering(&notebook, Lang::fr, today);
    CHECK(offering.areas("").empty());
    CHECK(values(offering.areas("fumel")).front() == "Fumel");
}

TEST_CASE("without a notebook there is what the program knows itself") {
    const view::Offering offering(nullptr, Lang::fr, today);
    CHECK(offering.references("").empty());
    CHECK(offering.areas("fu").empty());
    CHECK(offering.network("").empty());
    CHECK(values(offering.terms(model::VocabularyKind::themes, "logement-")).size() > 1);
}

TEST_CASE("fields are offered until the sign stands, then the values that fit them") {
    const auto notebook = catalog();
    const view::Offering offering(&notebook, Lang::fr, today);
    const model::Shape& shape = model::partner_shape();
    CHECK(values(view::offered_fields(shape, Lang::fr, "phones.0.nu")) == Strings{"phones.0.number="});
    CHECK(values(view::offered_fields(shape, Lang::fr, "phones.")) == Strings{"phones.0."});
    CHECK(view::offered_fields(shape, Lang::fr, "nothing.").empty());
    CHECK(values(offering.assigned_values(shape, "kind=ccas")) == Strings{"kind=ccas-cias"});
    CHECK(values(offering.assigned_values(shape, "contacts.0.person=cc")).size() == 2);
    CHECK(offering.assigned_values(shape, "nothing=x").empty());
    CHECK(offering.assigned_values(shape, "kind").empty());
}

TEST_CASE("in a list what stands before the comma is kept and not offered again") {
    const auto found = view::offered_columns(model::partner_shape(), Lang::en, "name,na");
    CHECK(values(found).empty());
    CHECK(values(view::offered_columns(model::partner_shape(), Lang::en, "id,nam")) == Strings{"id,name"});
    CHECK(values(view::offered_in_list("b,", [](const std::string& begun) {
              return view::offered({"a", "b"}, begun);
          })) == Strings{"b,a"});
}

TEST_CASE("paths lead on through folders, and hidden ones wait for their point") {
    test::MemoryDisk disk;
    disk.put("/d/one.csv", "");
    disk.put("/d/in/two.csv", "");
    disk.put("/d/.secret", "");
    CHECK(values(view::offered_paths(disk, FileKind::file, "/d/")) == Strings{"/d/in/", "/d/one.csv"});
    CHECK(values(view::offered_paths(disk, FileKind::folder, "/d/")) == Strings{"/d/in/"});
    CHECK(values(view::offered_paths(disk, FileKind::file, "/d/.s")) == Strings{"/d/.secret"});
    CHECK(view::offered_paths(disk, FileKind::file, "/nowhere/").empty());
}
