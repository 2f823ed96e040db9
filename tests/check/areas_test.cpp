#include "check/notebook.hpp"

using namespace cafe;
using cafe::test::joined;

namespace {

const std::string head = "name: CCAS\nkind: ccas-cias\nthemes: [logement]\n";

std::vector<std::string> findings_of(const std::string& text) {
    test::Notebook notebook;
    notebook.put("partners/x.yaml", head + text);
    return notebook.lines();
}

}  // namespace

TEST_CASE("a territory that names no area or several is an error with what it may be") {
    struct Case {
        std::string text;
        std::string code;  // empty: none
        std::string says;
    };
    const std::vector<Case> cases{
        {"territory: [Fummel]\n", "E501", "insee:47106"},
        {"territory: [Xyzzy]\n", "E501", "write a town, a community of towns"},
        {"territory: [Saint-Denis]\n", "E502", "insee:93066"},
        {"territory: [\"insee:99999\"]\n", "E501", ""},
        {"territory: [\"99999\"]\n", "E501", ""},
        {"territory: [Fumel]\nservices: [{id: a, name: Aide, territory: [Fummel]}]\n", "E501", "insee:47106"},
        {"territory: [Fumel, \"insee:47106\", \"dep:47\", Lot-et-Garonne, CC Fumel Vallée du Lot]\n", "", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const auto found = findings_of(one.text);
        if (one.code.empty()) {
            CHECK(joined(found) == "");
            continue;
        }
        REQUIRE(found.size() == 1);
        CHECK(found.front().starts_with(one.code));
        CHECK(found.front().find(one.says) != std::string::npos);
    }
}

TEST_CASE(
    "five digits that are an INSEE code and another town's postcode are doubtful, but not at the address's town") {
    const auto doubtful = findings_of("territory: [\"47110\"]\n");
    REQUIRE(doubtful.size() == 1);
    CHECK(doubtful.front() ==
          "W501 partners/x.yaml:4:13-20 '47110' reads two ways: INSEE code (Gontaud-de-Nogaret) or postcode "
          "(Allez-et-Cazeneuve, Dolmayrac, Sainte-Livrade-sur-Lot, Le Temple-sur-Lot) | write insee:47110 for "
          "Gontaud-de-Nogaret; else the town's name (Allez-et-Cazeneuve, Dolmayrac, Sainte-Livrade-sur-Lot, Le "
          "Temple-sur-Lot)");
    CHECK(findings_of("territory: [\"47110\"]\naddress: {commune: Gontaud-de-Nogaret, postcode: \"47400\"}\n").empty());
    CHECK(findings_of("territory: [\"47110\"]\naddress: {commune: Fumel}\n").size() == 1);
    CHECK(findings_of("territory: [\"insee:47110\"]\n").empty());
    CHECK(findings_of("territory: [\"47106\"]\n").empty());
}

TEST_CASE("an address's town and postcode go together") {
    struct Case {
        std::string address;
        std::string finding;  // its beginning; empty: none
    };
    const std::vector<Case> cases{
        {"{postcode: \"47300\", commune: Fumel}",
         "W503 partners/x.yaml:5:21-28 Fumel does not have the postcode 47300 | Fumel: 47500; 47300: "},
        {"{postcode: \"47501\", commune: Fumel}",
         "H501 partners/x.yaml:5:21-28 Fumel does not have the postcode 47501 | Fumel: 47500; a Cedex code or a PO box "
         "goes into mail"},
        {"{commune: Fummel}", "W502 partners/x.yaml:5:20-26 no town is called 'Fummel'"},
        {"{postcode: \"47500\", commune: Fummel}",
         "W502 partners/x.yaml:5:39-45 no town is called 'Fummel' | towns of this "
         "postcode: "},
        {"{commune: Saint-Denis}",
         "W502 partners/x.yaml:5:20-31 several towns are called 'Saint-Denis' | give the postcode "
         "too"},
        {"{commune: Lot-et-Garonne}", "W502 partners/x.yaml:5:20-34 'Lot-et-Garonne' is not a town"},
        {"{postcode: \"4750\", commune: Fumel}", "E209"},
        {"{postcode: \"26250\", commune: Livron}",  // the 64 has a Livron
         "W502 partners/x.yaml:5:39-45 'Livron' is not the whole name of the town with this postcode | did you mean "
         "'Livron-sur-Drôme'?"},
        {"{postcode: \"63240\", commune: Le Mont-Dore}", ""},  // INSEE: Mont-Dore
        {"{postcode: \"93200\", commune: Saint-Denis}", ""},
        {"{postcode: \"40120\", commune: Roquefort}", ""},  // 47 has a Roquefort too
        {"{postcode: \"47500\", commune: Fumel}", ""},
        {"{commune: Fumel}", ""},
        {"{street: 5 rue des Fondeurs}", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.address);
        const auto found = findings_of("territory: [Fumel]\naddress: " + one.address + "\n");
        if (one.finding.empty()) {
            CHECK(joined(found) == "");
            continue;
        }
        REQUIRE(found.size() == 1);
        CHECK(found.front().substr(0, one.finding.size()) == one.finding);
    }
}

TEST_CASE("the places of cafés and permanences are looked at too") {
    test::Notebook notebook;
    notebook.put("cafes/libos.yaml",
                 "name: Café de Libos\nplace: {commune: Fumel, postcode: \"47300\"}\nterritory: [Libo]\n");
    notebook.put("partners/x.yaml", head + "territory: [Fumel]\npermanences: [{place: Mairie, commune: Cuzor}]\n");
    std::vector<std::string> codes;
    for (const std::string& line : notebook.lines()) codes.push_back(line.substr(0, 4));
    CHECK(codes == std::vector<std::string>{"W503", "E501", "W502"});
}

TEST_CASE("what is wrong in territory.yaml is said where it stands") {
    struct Case {
        std::string text;
        std::string finding;  // its beginning; empty: none
    };
    const std::vector<Case> cases{
        {"areas:\n  pays: {name: Pays, areas: [Fumel, Fummel]}\n", "E501 territory.yaml:2:37-43"},
        {"areas:\n  pays: {name: Pays, areas: [Fumel, Saint-Denis]}\n", "E502 territory.yaml:2:37-48"},
        {"areas:\n  pays: {name: Pays, areas: [Fumel, pays]}\n", "E503 territory.yaml:2:37-41"},
        {"areas:\n  pays: {name: Pays}\n", "E504 territory.yaml:2:3-7"},
        {"areas:\n  pays: {name: Pays, areas: [Fumel], except: [Agen]}\n", "W504 territory.yaml:2:47-51"},
        {"aliases:\n  Libos: Monsempron-Libo\n", "E501 territory.yaml:2:10-25"},
        {"aliases:\n  Libos: Monsempron-Libos\n", ""},
        {"areas:\n  pays: {name: Pays, areas: [Fumel, Montayral]}\n  nord: {name: Nord, areas: [pays], except: "
         "[Fumel]}\n",
         ""},
        {"areas:\n  montanou: {name: Montanou, kind: quartier, within: Agen}\n", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        test::Notebook notebook;
        notebook.put("territory.yaml", one.text);
        const auto found = notebook.lines();
        if (one.finding.empty()) {
            CHECK(joined(found) == "");
            continue;
        }
        REQUIRE(found.size() == 1);
        CHECK(found.front().substr(0, one.finding.size()) == one.finding);
    }
}
