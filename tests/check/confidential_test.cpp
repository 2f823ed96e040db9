#include "check/confidential.hpp"

#include "check/notebook.hpp"

using namespace cafe;
using cafe::test::fiche;
using cafe::test::joined;

namespace {

const std::string refuge =
    "address:\n  street: 12 rue des Lilas\n  postcode: \"47300\"\n  commune: Fummel\n  confidential: true\nsiret: "
    "\"2147\"\n";

}  // namespace

TEST_CASE("what is wrong in a confidential address is said without a word of it") {
    test::Notebook notebook;
    notebook.put("partners/refuge.yaml", fiche(refuge));
    const std::string look = " | the address is confidential: see this line in the file";
    CHECK(joined(notebook.lines()) == "W502 partners/refuge.yaml:8:12-18 unknown town" + look + "\n" +
                                          "E207 partners/refuge.yaml:10:8-14 impossible SIRET" + look);
    for (const Diagnostic& finding : notebook.check())
        for (const std::string_view told : {"47300", "Fummel", "2147", "Lilas"}) {
            CAPTURE(told);
            for (const Words* words : {&finding.message, &finding.remedy}) {
                CHECK(words->fr.find(told) == std::string::npos);
                CHECK(words->en.find(told) == std::string::npos);
            }
        }
}

TEST_CASE("an unreadable answer to confidential hides the address too") {
    test::Notebook notebook;
    notebook.put("partners/refuge.yaml", fiche("address: {commune: Fummel, confidential: oui}\n"));
    CHECK(joined(notebook.lines()).find("Fummel") == std::string::npos);
    notebook.put("partners/refuge.yaml", fiche("address: {commune: Fummel, confidential: false}\n"));
    CHECK(joined(notebook.lines()).find("Fummel") != std::string::npos);
}

TEST_CASE("the street of a confidential address is found in every text, and the finding does not repeat it") {
    struct Case {
        std::string path;
        std::string text;
        std::string places;  // of E701
    };
    const std::string good = "address: {street: 12 rue des Lilas, confidential: true}\n";
    const std::vector<Case> cases{
        {"partners/x.yaml", fiche("description: Voisin du refuge (12, RUE DES LILAS).\n"), "partners/x.yaml:5"},
        {"partners/x.yaml", fiche("notes: |\n  Livrer\n  au 12 rue des lilas\n"), "partners/x.yaml:7"},
        {"people/paul.yaml", "name: Paul\nnotes: habite 12 rue des Lilas\n", "people/paul.yaml:2"},
        {"partners/refuge.yaml", fiche(good + "limits: [\"Pas d'accueil rue des Lilas\"]\n"), "partners/refuge.yaml:6"},
        {"partners/x.yaml", fiche("address: {street: 12 rue des Lilas}\n"), ""},
        {"partners/x.yaml", fiche("notes: au 112 rue des Lilas\n"), ""},
        {"partners/x.yaml", fiche("notes: au 12 rue des Lilasses\n"), ""},
        {"partners/x.yaml", fiche("notes: la rue des Lilas\n"), ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        test::Notebook notebook;
        notebook.put("partners/refuge.yaml", fiche(good));
        notebook.put(one.path, one.text);
        std::string places;
        for (const std::string& line : notebook.lines("E701")) {
            CHECK(line.find("ilas") == std::string::npos);
            places += line.substr(5, line.find(':', line.find(':') + 1) - 5);
        }
        CHECK(places == one.places);
    }
}

TEST_CASE("a report shows no line of a confidential address, and none that tells its street") {
    test::Notebook notebook;
    notebook.put("partners/refuge.yaml", fiche(refuge + "notes: 12 rue des Lilas\nfee: gratuit\n"));
    const auto book = store::load(notebook.disk(), "/nb", {1});
    REQUIRE(book.ok());
    const check::HiddenLines hidden(*book);
    std::string shown;
    for (const Diagnostic& finding : notebook.check())
        if (finding.place.file == "partners/refuge.yaml" && check::may_show_line(finding, hidden))
            shown += std::string(finding.rule->code) + " ";
    CHECK(shown == "H601 H604 E204 ");
}
