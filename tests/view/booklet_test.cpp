#include "view/booklet.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.hpp"
#include "site/notebook.hpp"

using namespace cafe;
using test::catalog_of;
using test::MemoryDisk;

namespace {

void fill(MemoryDisk& disk) {
    disk.put("/n/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/n/partners/zeta.yaml", R"(name: Zeta <b>aide</b>
kind: association
themes: [logement-impayes, aide-alimentaire]
territory: [Fumel]
see_also: [alpha, beta]
phones: ["05 36 49 00 01"]
services: [{id: colis, name: Colis, themes: [aide-alimentaire]}]
)");
    disk.put("/n/partners/alpha.yaml", R"(name: Alpha
kind: association
themes: [aide-alimentaire]
territory: [Agen]
see_also: [zeta]
phones: [{number: "05 36 49 00 02", audience: partners}]
services: [{id: colis, name: Colis, themes: [aide-alimentaire]}]
)");
    disk.put("/n/partners/beta.yaml", "name: Beta\nkind: association\nthemes: [mobilite]\nterritory: [Agen]\n");
    disk.put("/n/partners/closed.yaml",
             "name: Fermée\nkind: association\nthemes: [mobilite]\nterritory: [Agen]\nstatus: closed\n");
}

std::string words_of(const view::Section& section) {
    std::string words;
    for (const auto& row : std::get<view::Table>(section.blocks.front().is).rows) {
        for (const view::Text& cell : row)
            for (const view::Inline& part : cell) words += part.text + "|";
        words += "\n";
    }
    return words;
}

std::size_t times(const std::string& text, std::string_view word) {
    std::size_t n = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("a booklet numbers its fiches by name and lists them by theme") {
    MemoryDisk disk;
    fill(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    const view::Directory directory = view::directory({catalog, facts::Reader::everyone, test::november, Lang::fr});
    const view::Booklet booklet = view::booklet(directory, {"zeta", "alpha", "zeta", "closed", "nobody"});
    REQUIRE(booklet.fiches.size() == 2);
    CHECK(booklet.fiches[0].title == "Alpha");
    CHECK(booklet.fiches[1].title == "Zeta <b>aide</b>");
    CHECK(booklet.dated == "2 fiches, au 23 novembre 2026");
    CHECK(booklet.warning.empty());
    REQUIRE(booklet.contents.size() == 2);
    // The number for partners is not for everyone.
    CHECK(words_of(booklet.contents[0]) == "1|Alpha||\n2|Zeta <b>aide</b>|05 36 49 00 01|\n");
    const std::string themes = words_of(booklet.contents[1]);
    CHECK(themes.find("1 Alpha| · |2 Zeta <b>aide</b>|") != std::string::npos);
    CHECK(themes.find("Mobilité") == std::string::npos);
}

TEST_CASE("a booklet is one file that runs nothing, with anchors of its own") {
    MemoryDisk disk;
    fill(disk);
    const store::Catalog catalog = catalog_of(disk, "/n");
    for (const auto reader : {facts::Reader::everyone, facts::Reader::partners})
        for (const auto paper : {site::Paper::a4, site::Paper::a5}) {
            const view::Directory directory = view::directory({catalog, reader, test::november, Lang::fr});
            const std::string html = site::booklet(directory, {"zeta", "alpha"}, paper);
            CHECK(html.find("<script") == std::string::npos);
            CHECK(html.find("<b>aide") == std::string::npos);
            CHECK((html.find("05 36 49 00 02") != std::string::npos) == (reader == facts::Reader::partners));
            CHECK((html.find("ne pas diffuser") != std::string::npos) == (reader == facts::Reader::partners));
            CHECK((html.find("size:A5") != std::string::npos || html.find("size: A5") != std::string::npos) ==
                  (paper == site::Paper::a5));
            // Inside it leads to what it holds, and to nothing else.
            CHECK(times(html, "href=\"#f-alpha\"") >= 2);
            CHECK(times(html, "#f-beta") == 0);
            std::vector<std::string> ids;
            for (std::size_t at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1))
                ids.push_back(html.substr(at + 5, html.find('"', at + 5) - at - 5));
            std::sort(ids.begin(), ids.end());
            CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
            for (std::size_t at = html.find("href=\"#"); at != std::string::npos; at = html.find("href=\"#", at + 1)) {
                const std::string to = html.substr(at + 7, html.find('"', at + 7) - at - 7);
                CHECK_MESSAGE(std::binary_search(ids.begin(), ids.end(), to), to);
            }
        }
}
