#include "check/notebook.hpp"

using namespace cafe;
using cafe::test::fiche;
using cafe::test::joined;

TEST_CASE("an unknown theme, public or kind is answered with the nearest one") {
    struct Case {
        std::string text;
        std::vector<std::string> findings;
    };
    const std::string head = "name: CCAS\nterritory: [Fumel]\n";
    const std::vector<Case> cases{
        {"kind: ccas-cias\nthemes: [logment]\n",
         {"E301 partners/x.yaml:4:10-17 unknown theme 'logment' | did you mean 'logement'?"}},
        {"kind: ccas-cias\nthemes: [Logement et hébergement]\n",
         {"E301 partners/x.yaml:4:10-33 unknown theme 'Logement et hébergement' | did you mean 'logement'?"}},
        {"kind: ccas-cias\nthemes: [logement, logement-hebergement--louer-un-logement]\n",
         {"E301 partners/x.yaml:4:20-59 unknown theme 'logement-hebergement--louer-un-logement' | did you mean "
          "'logement-recherche'?"}},
        {"kind: ccas-cias\nthemes: [xyzzyx]\n",
         {"E301 partners/x.yaml:4:10-16 unknown theme 'xyzzyx' | 'cafe list themes' shows the themes"}},
        {"kind: Mairie\nthemes: [logement]\n",
         {"E303 partners/x.yaml:3:7-13 unknown kind of organisation 'Mairie' | did you mean 'mairie'?"}},
        {"kind: ccas-cias\nthemes: [logement]\npublics: [jeune]\n",
         {"E302 partners/x.yaml:5:11-16 unknown target group 'jeune' | did you mean 'jeunes'?"}},
        {"kind: ccas-cias\nthemes: [logement]\nservices: [{id: a, name: Aide, themes: [domicilation]}]\n",
         {"E301 partners/x.yaml:5:41-53 unknown theme 'domicilation' | did you mean 'domiciliation'?"}},
        {"kind: ccas-cias\nthemes: [logement, domiciliation]\npublics: [jeunes]\n", {}},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        test::Notebook notebook;
        notebook.put("partners/x.yaml", head + one.text);
        CHECK(joined(notebook.lines()) == joined(one.findings));
    }
}

TEST_CASE("words that the notebook adds to the vocabulary are known") {
    test::Notebook notebook;
    notebook.put("partners/x.yaml", fiche("publics: [bateliers]\n"));
    CHECK(notebook.raises("E302"));
    notebook.put("vocabulary/publics.yaml", "publics:\n  - {id: bateliers, label: {fr: Bateliers, en: Bargees}}\n");
    CHECK_FALSE(notebook.raises("E302"));
}
