#include "site/search_data.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "site/notebook.hpp"

using namespace cafe;
using test::catalog_of;
using test::MemoryDisk;

namespace {

std::string data_of(MemoryDisk& disk, facts::Reader reader) {
    const store::Catalog catalog = catalog_of(disk, "/n");
    const site::SearchFiles files =
        site::search_files(view::directory({catalog, reader, *Date::parse("2026-11-20"), Lang::fr}));
    return files.data + files.answers;
}

void put_notebook(MemoryDisk& disk) {
    disk.put("/n/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/n/partners/ccas.yaml", R"yaml(name: "CCAS </script><script>alert(1)"
kind: ccas-cias
themes: [logement-impayes]
territory: [Fumel]
hours: "Mo-Fr 09:00-12:00"
phones: [{number: "05 36 49 00 02", audience: private}]
emails: [{address: bureau.prive@example.org, audience: private}, accueil@example.org]
notes: SECRETNOTES
services:
  - {id: aide, name: Aide, situations: ["Plus rien à manger"], themes: [aide-alimentaire], contact: marie}
contacts: [{person: marie}]
)yaml");
    disk.put("/n/partners/interieur.yaml",
             "name: INTERIEUR\nkind: association\nthemes: [mobilite]\nterritory: [Agen]\naudience: private\n");
    disk.put("/n/partners/fermee.yaml",
             "name: FERMEE\nkind: association\nthemes: [mobilite]\nterritory: [Agen]\nstatus: closed\n");
    disk.put("/n/people/marie.yaml", "name: Marie Objecte\nobjection: {on: 2026-01-05, scope: all}\n");
}

}  // namespace

TEST_CASE("search data: what a reader may not see is not there to be searched") {
    MemoryDisk disk;
    put_notebook(disk);
    const std::string open = data_of(disk, facts::Reader::everyone);
    for (const char* hidden : {"bureau.prive", "INTERIEUR", "interieur", "FERMEE", "fermee", "SECRETNOTES",
                               "secretnotes", "05 36 49", "objecte"})
        CHECK_MESSAGE(open.find(hidden) == std::string::npos, hidden);
    CHECK(open.find("accueil@example.org") != std::string::npos);
    CHECK(open.find("Plus rien à manger") != std::string::npos);
    CHECK(open.find('<') == std::string::npos);
    const std::string shut = data_of(disk, facts::Reader::partners);
    CHECK(shut.find("INTERIEUR") == std::string::npos);
}

TEST_CASE("search data: the same notebook and day give the same bytes") {
    MemoryDisk one;
    put_notebook(one);
    MemoryDisk two;
    put_notebook(two);
    CHECK(data_of(one, facts::Reader::everyone) == data_of(two, facts::Reader::everyone));
}

TEST_CASE("search data: what is written of the vocabulary is a quarter less, and can be read again") {
    MemoryDisk disk;
    put_notebook(disk);
    const std::string data = data_of(disk, facts::Reader::everyone);
    const auto field = [&](const std::string& key) {
        const std::size_t from = data.find("\"" + key + "\":\"") + key.size() + 4;
        return data.substr(from, data.find('"', from) - from);
    };
    const std::string pairs = field("x");
    std::string phrases = field("p");
    const std::size_t written = phrases.size();
    CHECK(phrases.find("logement") == std::string::npos);
    REQUIRE(pairs.size() % 3 == 0);
    for (std::size_t at = pairs.size(); at > 0; at -= 3)
        phrases = text::replace_all(phrases, pairs.substr(at - 3, 1), pairs.substr(at - 2, 2));
    CHECK(phrases.find("logement") != std::string::npos);
    CHECK(written * 4 < phrases.size() * 3);
}

TEST_CASE("cards: a kind is said once where the short name is the same") {
    MemoryDisk disk;
    put_notebook(disk);
    disk.put("/n/partners/msa.yaml",
             "name: MSA Dordogne\nshort_name: MSA\nkind: msa\nthemes: [sante]\nterritory: [Agen]\n");
    disk.put("/n/partners/caf.yaml",
             "name: Caf du Lot\nshort_name: Caf 46\nkind: caf\nthemes: [sante]\nterritory: [Agen]\n");
    const store::Catalog catalog = catalog_of(disk, "/n");
    const view::Directory directory =
        view::directory({catalog, facts::Reader::everyone, *Date::parse("2026-11-20"), Lang::fr});
    CHECK(directory.find("msa")->kicker == "MSA");
    CHECK(directory.find("caf")->kicker == "Caf · Caf 46");
}
