#include "check/notebook.hpp"

using namespace cafe;
using cafe::test::fiche;
using cafe::test::joined;

namespace {

std::string unknown(const std::string& place, const std::string& id, const std::string& folder,
                    const std::string& near) {
    const std::string remedy =
        near.empty() ? "write the name of a file of " + folder + " without .yaml, or make that record first"
                     : "did you mean '" + near + "'?";
    return "E401 " + place + " no record '" + id + "' in " + folder + " | " + remedy;
}

}  // namespace

TEST_CASE("a reference to a record that is not there is answered with the nearest id") {
    struct Case {
        std::string text;
        std::vector<std::string> findings;
    };
    const std::string at = "partners/x.yaml:5:";
    const std::vector<Case> cases{
        {"parent: mairie-fumle\n", {unknown(at + "9-21", "mairie-fumle", "partners", "mairie-fumel")}},
        {"parent: Mairie de Fumel\n", {unknown(at + "9-24", "Mairie de Fumel", "partners", "mairie-fumel")}},
        {"parent: prefecture\n", {unknown(at + "9-19", "prefecture", "partners", "")}},
        {"parent: marie-delmas\n", {unknown(at + "9-21", "marie-delmas", "partners", "")}},
        {"see_also: [mairie-fumel, mairie-fume]\n", {unknown(at + "26-37", "mairie-fume", "partners", "mairie-fumel")}},
        {"contacts: [{person: marie-dumas}]\n", {unknown(at + "21-32", "marie-dumas", "people", "marie-delmas")}},
        {"contacts: [marie-delma]\n", {unknown(at + "12-23", "marie-delma", "people", "marie-delmas")}},
        {"services: [{id: a, name: Aide, contact: marie}]\n", {unknown(at + "41-46", "marie", "people", "")}},
        {"permanences: [{place: Mairie, at: mairie-cuzorn}]\n",
         {unknown(at + "35-48", "mairie-cuzorn", "partners", "")}},
        {"verified: {on: 2026-11-06, meeting: 2026-11-06-fumel}\n",
         {unknown(at + "37-53", "2026-11-06-fumel", "meetings", "")}},
        {"verified: {on: 2026-11-06, by: marie-delma}\n",
         {"W401 " + at + "32-43 'marie-delma' is not quite a record of people | did you mean 'marie-delmas'?"}},
        {"verified: {on: 2026-11-06, by: marie-delmas}\n", {}},
        {"verified: {on: 2026-11-06, by: \"Mme Roux, de l'accueil\"}\n", {}},
        {"verified: {on: 2026-11-06, by: accueil}\n", {}},
        {"verified: {on: 2026-11-06, by: mairie-fumel}\n", {}},
        {"parent: mairie-fumel\ncontacts: [marie-delmas]\n", {}},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        test::Notebook notebook;
        notebook.put("partners/x.yaml", fiche(one.text));
        CHECK(joined(notebook.lines()) == joined(one.findings));
    }
}

TEST_CASE("people, cafés, meetings and the network point to records too") {
    test::Notebook notebook;
    notebook.put("people/x.yaml", "name: Paul\nemails: [{address: p@x.fr, for: mairie}]\n");
    notebook.put("cafes/libos.yaml", "name: Café de Libos\nhost: mairie-libos\nfacilitator: paul\n");
    notebook.put(
        "meetings/2026-11-06-fumel.yaml",
        "cafe: fumal\ndate: 2026-11-06\ninvitations: [paul, {partner: caf}]\nattendance: [{person: x, partner: caf}]\n"
        "round_table: [{partner: caf, news: Rien}]\nfiches: {given: [caf]}\nnext: 2026-12-04\n");
    notebook.put("network.yaml", "signatories: [caf]\n");
    std::vector<std::string> places;
    for (const std::string& line : notebook.lines("E401")) places.push_back(line.substr(5, line.find(' ', 5) - 5));
    CHECK(places == std::vector<std::string>{
                        "cafes/libos.yaml:2:7-19",
                        "cafes/libos.yaml:3:14-18",
                        "meetings/2026-11-06-fumel.yaml:1:7-12",
                        "meetings/2026-11-06-fumel.yaml:3:15-19",
                        "meetings/2026-11-06-fumel.yaml:3:31-34",
                        "meetings/2026-11-06-fumel.yaml:4:35-38",
                        "meetings/2026-11-06-fumel.yaml:5:25-28",
                        "meetings/2026-11-06-fumel.yaml:6:18-21",
                        "network.yaml:1:15-18",
                        "people/x.yaml:2:33-39",
                    });
}

TEST_CASE("a record whose file cannot be read counts as existing") {
    test::Notebook notebook;
    notebook.put("partners/caf-47.yaml", "name: \"Caf\nkind: caf\n");
    notebook.put("partners/x.yaml", fiche("parent: caf-47\n"));
    CHECK_FALSE(notebook.raises("E401"));
    CHECK(notebook.raises("E010"));
}

TEST_CASE("an organisation that belongs to itself is said once, with the ring") {
    test::Notebook notebook;
    notebook.put("partners/a.yaml", fiche("parent: b\n"));
    notebook.put("partners/b.yaml", fiche("parent: c\n"));
    notebook.put("partners/c.yaml", fiche("parent: b\n"));
    notebook.put("partners/d.yaml", fiche("parent: d\n"));
    CHECK(notebook.lines() ==
          std::vector<std::string>{
              "E402 partners/b.yaml:5:9-10 'b' belongs to itself: b → c → b | remove the parent line of one of them",
              "E402 partners/d.yaml:5:9-10 'd' belongs to itself | remove the parent line of one of them"});
}

TEST_CASE("the file of a meeting says its date and café; a meeting that was moved is only a hint") {
    struct Case {
        std::string id;
        std::string text;
        std::string code;
    };
    const std::vector<Case> cases{
        {"2026-11-06-fumel", "cafe: fumel\ndate: 2026-11-06\n", ""},
        {"2026-11-06-fumel-2", "cafe: fumel\ndate: 2026-11-06\n", ""},
        {"2026-11-06-reseau", "date: 2026-11-06\n", ""},
        {"2026-11-06-fumel", "cafe: fumel\ndate: 2026-11-13\n", "H401"},
        {"2026-11-06-reseau", "cafe: fumel\ndate: 2026-11-06\n", "H401"},
        {"2026-11-06-fumel", "date: 2026-11-06\n", "H401"},
        {"2026-11-06-fumelois", "cafe: fumel\ndate: 2026-11-06\n", "H401"},
        {"2026-11-06", "cafe: fumel\ndate: 2026-11-06\n", "W402"},
        {"2026-13-06-fumel", "cafe: fumel\ndate: 2026-11-06\n", "W402"},
        {"reunion-de-novembre", "cafe: fumel\ndate: 2026-11-06\n", "W402"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.id);
        CAPTURE(one.text);
        test::Notebook notebook;
        notebook.put("meetings/" + one.id + ".yaml", one.text);
        const auto found = notebook.lines();
        if (one.code.empty()) {
            CHECK(joined(found) == "");
        } else {
            REQUIRE(found.size() == 1);
            CHECK(found.front().starts_with(one.code));
        }
    }
}
