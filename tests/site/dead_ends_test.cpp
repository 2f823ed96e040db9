#include <doctest/doctest.h>

#include "site/notebook.hpp"
#include "site/site.hpp"
#include "view/directory.hpp"

using namespace cafe;
using site::Format;
using test::catalog_of;
using test::MemoryDisk;
using test::published;

namespace {

constexpr const char* address = "https://annuaire.example.org";

void put_notebook(MemoryDisk& disk) {
    disk.put("/n/cafe.yaml",
             std::string("name: Réseau\ndepartments: [\"47\"]\nfrom: reseau@example.org\npublish: {url: \"") + address +
                 "\"}\n");
    disk.put("/n/partners/ressourcerie.yaml",
             "name: Ressourcerie\nkind: association\nthemes: [meubles-electromenager]\nterritory: [Fumel]\n"
             "phones: [\"05 36 49 00 01\", {number: \"06 39 98 00 02\", audience: partners, label: AMONG}]\n"
             "address: {street: 1 rue du Port, postcode: \"47500\", commune: Fumel}\nhours: \"Mo-Fr 09:00-12:00\"\n"
             "verified: {on: 2026-11-06, how: phone}\n");
    disk.put("/n/partners/autre.yaml",
             "name: Ailleurs\nkind: association\nthemes: [meubles-electromenager]\nterritory: [Agen]\n");
    disk.put("/n/partners/meubles.yaml",
             "name: SOS Meubles\nkind: association\nthemes: [meubles-electromenager]\nterritory: [Fumel]\n"
             "summary: La Ressourcerie a pris la suite.\nphones: [\"05 36 49 00 09\"]\nemails: [meubles@example.org]\n"
             "address: {street: 9 rue Vide, commune: Fumel}\nstatus: closed\n");
    disk.put("/n/partners/entre.yaml",
             "name: Entre nous\nkind: association\nthemes: [numerique]\nterritory: [Fumel]\naudience: partners\n");
}

bool has(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("A closed fiche has a page that says so and whom to ask instead, and nothing by which it was reached") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    const auto files = published(catalog, Format::html);
    const std::string& page = files.at("partenaires/meubles.html");
    CHECK(has(page, "a fermé"));
    CHECK(has(page, "La Ressourcerie a pris la suite."));
    CHECK(has(page, "href=\"ressourcerie.html\""));
    CHECK_FALSE(has(page, "Ailleurs"));
    for (const auto& file : files)
        for (const char* gone : {"05 36 49 00 09", "0536490009", "+33536490009", "meubles@example.org", "rue Vide"}) {
            CAPTURE(file.first);
            CHECK_FALSE(has(file.second, gone));
        }
    CHECK(files.count("cartes/meubles.vcf") == 0);
    CHECK(files.count("a-remettre/meubles.html") == 0);
    CHECK_FALSE(has(files.at("assets/donnees.js"), "SOS Meubles"));
}

TEST_CASE("A sheet to hand over holds what everyone may know, whatever the edition") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    const auto among = published(catalog, Format::html, facts::Reader::partners);
    CHECK(has(among.at("partenaires/ressourcerie.html"), "06 39 98 00 02"));
    for (const char* sheet : {"a-remettre/ressourcerie.html", "assets/remettre.js"}) {
        CHECK(has(among.at(sheet), "05 36 49 00 01"));
        CHECK_FALSE(has(among.at(sheet), "06 39 98 00 02"));
        CHECK_FALSE(has(among.at(sheet), "AMONG"));
    }
    // What is not for everyone has none, and its fiche does not lead to one.
    CHECK(among.count("a-remettre/entre.html") == 0);
    CHECK_FALSE(has(among.at("partenaires/entre.html"), "a-remettre"));
    CHECK(published(catalog, Format::markdown).count("a-remettre/ressourcerie.md") == 0);
}

TEST_CASE("A fiche says at once how to reach it; a mail about a mistake names it") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    const std::string everyone = published(catalog, Format::html).at("partenaires/ressourcerie.html");
    const std::string among =
        published(catalog, Format::html, facts::Reader::partners).at("partenaires/ressourcerie.html");
    CHECK(has(everyone, "href=\"tel:+33536490001\""));
    CHECK(has(everyone, "directions?to=1%20rue%20du%20Port%2C%2047500%20Fumel"));
    CHECK_FALSE(has(everyone, "href=\"sms:"));
    CHECK(has(among, "href=\"sms:+33639980002\""));
    CHECK(has(everyone, "href=\"mailto:reseau@example.org?subject=Erreur%20dans%20la%20fiche"));
    CHECK(has(everyone, "%28ressourcerie%29\""));
    CHECK(has(everyone, "data-fait=\"share\""));
    CHECK_FALSE(has(among, "data-fait=\"share\""));
}

TEST_CASE("The site map names the public pages by whole addresses; a page that is not there leads on by them") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    const auto files = published(catalog, Format::html);
    const std::string& map = files.at("sitemap.xml");
    CHECK(has(map, "<loc>https://annuaire.example.org/partenaires/ressourcerie.html</loc>"));
    CHECK_FALSE(has(map, "meubles.html"));
    CHECK_FALSE(has(map, "404"));
    CHECK(has(files.at("404.html"), "href=\"https://annuaire.example.org/themes/index.html\""));
    CHECK(published(catalog, Format::html, facts::Reader::partners).count("sitemap.xml") == 0);
}

TEST_CASE("Emergency numbers stand in the foot of every page, and a band on those that are not for everyone") {
    MemoryDisk disk;
    put_notebook(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    for (const auto reader : {facts::Reader::everyone, facts::Reader::partners})
        for (const auto& file : published(catalog, Format::html, reader)) {
            if (!file.first.ends_with(".html") || file.first.starts_with("a-remettre/")) continue;
            CAPTURE(file.first);
            CHECK(has(file.second.substr(file.second.find("<footer")), "href=\"tel:3114\""));
            CHECK(has(file.second, "class=\"bandeau\"") == (reader == facts::Reader::partners));
            CHECK(has(file.second, "noindex") == (reader == facts::Reader::partners));
        }
}

TEST_CASE("Beyond sixty a list opens on demand") {
    std::vector<view::Text> entries;
    for (int i = 0; i < 61; ++i) entries.push_back(view::plain("x"));
    CHECK(view::lines_of({entries.begin(), entries.end() - 1}, Lang::fr).size() == 1);
    const auto blocks = view::lines_of(entries, Lang::fr);
    REQUIRE(blocks.size() == 2);
    CHECK(std::get<view::Items>(blocks.front().is).items.size() == 60);
    CHECK(std::get<view::Folded>(blocks.back().is).words == "Afficher la suite (1)");
}
