#include "view/handout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "render/markdown.hpp"
#include "site/site.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using test::MemoryDisk;

namespace {

// What everyone must never read says so in capitals.
constexpr std::string_view desk = R"(name: Le Guichet
summary: On y aide.
themes: [logement]
publics_note: Sur dossier
address: {street: 1 rue Ouverte, postcode: "47500", commune: Fumel}
phones:
  - {number: "05 36 49 00 01", label: SECRETLABEL, audience: partners}
  - {number: "05 36 49 00 02", tip: le matin}
emails:
  - {address: secretmail@example.org, audience: partners}
hours: "Mo-Fr 09:00-12:00"
permanences:
  - {place: SECRETROOM, commune: Fumel, hours: "Tu 09:00-10:00", audience: partners}
  - {place: Salle des fêtes, commune: Montayral, hours: "We 09:00-10:00", by_appointment: true}
  - {place: Halle, commune: Fumel, hours: "Th 09:00-10:00", services: [other]}
referral:
  bring: [pièce d'identité]
  steps: [appeler le 05 36 49 00 01 SECRETSTEP]
  by: [professionals]
  professionals: {phone: "05 36 49 00 03", email: secretline@example.org}
services:
  - {id: help, name: Aide au loyer, fee: free, contact: ana, hours: "Mo 09:00-12:00"}
  - {id: other, name: Autre}
contacts:
  - {person: ana, role: SECRETROLE, as: [referent]}
notes: SECRETNOTE
x-own: SECRETKEY
verified: {on: 2026-11-06, how: phone, by: SECRETPERSON}
)";

constexpr std::string_view ana = R"(name: Ana SECRETNAME
audience: partners
phones: ["06 39 98 00 01"]
)";

store::Catalog catalog_of(MemoryDisk& disk) {
    return test::catalog_in(disk, "/n");
}

void fill(MemoryDisk& disk) {
    disk.put("/n/cafe.yaml", "name: Carnet\nlanguage: fr\ndepartments: [\"47\"]\n");
    disk.put("/n/people/ana.yaml", ana);
    disk.put("/n/partners/desk.yaml", desk);
    disk.put("/n/partners/inside.yaml", "name: SECRETPLACE\naudience: partners\nphones: [\"05 36 49 00 09\"]\n");
    disk.put("/n/partners/gone.yaml", "name: Fermé\nstatus: closed\n");
    disk.put("/n/partners/paused.yaml",
             "name: En pause\nstatus: suspended\nsuspension: {until: 2027-01-15, reason: travaux}\n");
    disk.put("/n/partners/refuge.yaml",
             "name: Le Refuge\naddress: {street: SECRETSTREET, commune: Cuzorn, confidential: true}\n"
             "phones: [\"05 36 49 00 04\"]\n");
    disk.put("/n/partners/third.yaml", "name: La Troisième\nphones: [\"05 36 49 00 05\"]\n");
}

view::HandoutFor for_november() {
    return {"logement", {}, {{"115", "Samu social", {"logement"}}}, {2026, 11, 20}, Lang::fr};
}

std::string in_both_formats(const view::Handout& sheet, const store::Catalog& catalog) {
    return site::page_in_large_print(sheet.page, catalog.settings()) +
           render::markdown_page(sheet.page, {}, [](const view::PageRef&) { return std::string(); });
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a sheet to hand over says nothing that is not for everyone") {
    MemoryDisk disk;
    fill(disk);
    const auto catalog = catalog_of(disk);
    const auto sheet =
        view::handout(catalog, {{"inside", ""}, {"desk", "help"}, {"refuge", ""}, {"third", ""}}, for_november());
    CHECK(sheet.choices == 2);
    CHECK(sheet.reserved == std::vector<std::string>{"inside"});
    CHECK(sheet.left_out.empty());
    const std::string text = in_both_formats(sheet, catalog);
    for (const std::string_view shown :
         {"Le Guichet", "Aide au loyer", "05 36 49 00 02", "le matin", "1 rue Ouverte", "Lundi", "Salle des fêtes",
          "un professionnel prend contact", "gratuit", "6 novembre 2026", "115", "Le Refuge", "05 36 49 00 04"})
        CHECK_MESSAGE(has(text, shown), shown);
    for (const std::string_view hidden : {"SECRET", "secret", "00 01", "00 03", "00 09", "Cuzorn", "Halle", "Autre"})
        CHECK_MESSAGE(!has(text, hidden), hidden);
}

TEST_CASE("a sheet names who is closed never, and who is suspended only alone") {
    MemoryDisk disk;
    fill(disk);
    const auto catalog = catalog_of(disk);
    const auto both = view::handout(catalog, {{"third", ""}, {"paused", ""}}, for_november());
    CHECK(both.choices == 1);
    CHECK(!has(in_both_formats(both, catalog), "En pause"));
    const auto alone = view::handout(catalog, {{"paused", ""}, {"gone", ""}}, for_november());
    CHECK(alone.choices == 1);
    CHECK(has(in_both_formats(alone, catalog), "15 janvier 2027"));
    CHECK(has(in_both_formats(alone, catalog), "jamais vérifié"));
    CHECK(view::handout(catalog, {{"gone", ""}, {"inside", ""}}, for_november()).choices == 0);
}

TEST_CASE("what finds no room on a sheet is left out and named, the rest stays") {
    MemoryDisk disk;
    fill(disk);
    std::string endless;
    for (int i = 0; i < 300; ++i) endless += "une attestation de plus ";
    disk.put("/n/partners/wordy.yaml", "name: Bavard\nphones: [\"05 36 49 00 06\"]\nfee: free\nreferral: {bring: [\"" +
                                           endless + "\"], delay: huit jours}\n");
    const auto catalog = catalog_of(disk);
    const auto sheet = view::handout(catalog, {{"wordy", ""}, {"desk", ""}}, for_november());
    CHECK(sheet.left_out == std::vector<std::string>{"À apporter"});
    const std::string text = in_both_formats(sheet, catalog);
    CHECK(!has(text, "attestation de plus"));
    CHECK(has(text, "huit jours"));
    // Who comes second is there whole, or not at all.
    const auto second = view::handout(catalog, {{"desk", ""}, {"wordy", ""}}, for_november());
    CHECK(second.choices == 1);
    CHECK(second.left_out.empty());
}

TEST_CASE("a sheet is one file that needs no other, and lets nothing else run") {
    MemoryDisk disk;
    fill(disk);
    const auto catalog = catalog_of(disk);
    view::HandoutFor about = for_november();
    about.lang = Lang::en;
    const auto sheet = view::handout(catalog, {{"desk", "help"}}, about);
    const std::string html = site::page_in_large_print(sheet.page, catalog.settings());
    CHECK(has(html, "<html lang=\"en\">"));
    CHECK(has(html, "default-src &#39;none&#39;; style-src &#39;nonce-cafe&#39;"));
    CHECK(has(html, "html{font-size:18pt"));
    CHECK(!has(html, "<script"));
    CHECK(!has(html, "rel=\"stylesheet\""));
    CHECK(has(html, "Where to turn"));
    CHECK(has(html, "a professional gets in touch for you"));
}
