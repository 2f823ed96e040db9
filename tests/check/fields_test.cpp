#include "check/notebook.hpp"

using namespace cafe;
using cafe::test::fiche;
using cafe::test::joined;

namespace {

struct Case {
    std::string text;
    std::string finding;  // in English; empty: none
};

void check_fiches(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        CAPTURE(one.text);
        test::Notebook notebook;
        notebook.put("partners/x.yaml", fiche(one.text));
        CHECK(joined(notebook.lines()) == one.finding);
    }
}

}  // namespace

TEST_CASE("a required field that is missing is said at the first line, one left empty at its key") {
    struct Missing {
        std::string path;
        std::string text;
        std::vector<std::string> findings;
    };
    const std::vector<Missing> cases{
        {"partners/x.yaml",
         "# le CCAS\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\n",
         {"E201 partners/x.yaml:1:1-2 required field missing: 'name' (name) | add a line, for example name: CCAS de "
          "Fumel"}},
        {"partners/x.yaml",
         "name: CCAS\nkind: ccas-cias\nthemes: []\nterritory: [Fumel]\n",
         {"E201 partners/x.yaml:3:1-7 required field missing: 'themes' (themes) | add a line, for example themes: "
          "[logement, domiciliation]"}},
        {"people/x.yaml",
         "title: assistante sociale\n",
         {"E201 people/x.yaml:1:1-2 required field missing: 'name' (name) | add a line, for example name: Marie "
          "Delmas"}},
        {"people/x.yaml",
         "name: Marie\nemails:\n  - audience: private\n",
         {"E201 people/x.yaml:3:5-13 required field missing: 'address' (address) | add a line, for example address: "
          "marie.delmas@ccas-fumel.example.org"}},
        {"partners/x.yaml",
         fiche("services: [{name: Aide}, {id: fsl}]\n"),
         {"E201 partners/x.yaml:5:27-29 required field missing: 'name' (name) | add a line, for example name: Dossier "
          "de "
          "logement social"}},
        {"people/x.yaml", "name: Marie\nemails: [marie@delmas.example.org]\n", {}},
    };
    for (const Missing& one : cases) {
        CAPTURE(one.text);
        test::Notebook notebook;
        notebook.put(one.path, one.text);
        CHECK(joined(notebook.lines("E201")) == joined(one.findings));
    }
}

TEST_CASE("texts are as long as the field list allows, counted in characters") {
    const std::string long_summary(281, 'x');
    std::string accents;
    for (int i = 0; i < 280; ++i) accents += "é";
    check_fiches({
        {"summary: " + long_summary + "\n",
         "E202 partners/x.yaml:5:10-291 'summary' has 281 characters, at most 280 | remove 1 character; a long text "
         "goes "
         "into description or notes"},
        {"aliases: [Le guichet, " + std::string(151, 'a') + "]\n",
         "E202 partners/x.yaml:5:23-174 'aliases' has 151 characters, at most 150 | remove 1 character; a long text "
         "goes "
         "into description or notes"},
        {"summary: " + accents + "\n", ""},
        {"summary: >\n  Une phrase\n  sur deux lignes du fichier.\n", ""},
        {"aliases: [A]\n", ""},
    });
}

TEST_CASE("numbers lie between the bounds of the field list") {
    check_fiches({
        {"age_min: 160\n", "E203 partners/x.yaml:5:10-13 'age_min' is 160: between 0 and 120 | put the number right"},
        {"address: {latitude: 144.5, longitude: 0.9}\n",
         "E203 partners/x.yaml:5:21-26 'latitude' is 144.5: between -90 and 90 | put the number right"},
        {"verify_every: 5\n",
         "E204 partners/x.yaml:5:15-16 'verify_every' does not take '5' | choose from: 1 (every month), 3 (every three "
         "months), 6 (every six months), 12 (every year)"},
        {"age_min: seize\n",
         "E103 partners/x.yaml:5:10-15 'seize' is not a whole number | write it in digits, without a decimal point or "
         "a unit"},
        {"age_min: 0\nage_max: 120\n", ""},
        {"verify_every: 12\n", ""},
    });
}

TEST_CASE("a word that is not in a closed list is answered with the list and the one that was meant") {
    check_fiches({
        {"fee: gratuit\n",
         "E204 partners/x.yaml:5:6-13 'fee' does not take 'gratuit' | did you mean 'free'? Choose from: free, paid, "
         "conditional"},
        {"fee: freee\n",
         "E204 partners/x.yaml:5:6-11 'fee' does not take 'freee' | did you mean 'free'? Choose from: free, paid, "
         "conditional"},
        {"status: Fermé\n",
         "E204 partners/x.yaml:5:9-14 'status' does not take 'Fermé' | did you mean 'closed'? Choose from: active, "
         "suspended, closed"},
        {"audience: tout le monde\n",
         "E204 partners/x.yaml:5:11-24 'audience' does not take 'tout le monde' | choose from: public (everyone), "
         "partners, private"},
        {"referral: {modes: [phone, telephone]}\n",
         "E204 partners/x.yaml:5:27-36 'modes' does not take 'telephone' | did you mean 'phone'? Choose from: phone "
         "(by "
         "phone), email (by e-mail), walk-in (in person), form (by form)"},
        {"status: closed\n", ""},
        {"fee: free\nreferral: {modes: [walk-in]}\n", ""},
    });
}

TEST_CASE("an implausible phone number is a warning that says why") {
    const std::string ask = " | ask the partner, or remove the line";
    check_fiches({
        {"phones: [\"05 36 49 10\"]\n",
         "W201 partners/x.yaml:5:10-23 '05 36 49 10' is not a plausible number: 8 digits, 10 are needed" + ask},
        {"phones: [\"05 36 49 10 200\"]\n",
         "W201 partners/x.yaml:5:10-27 '05 36 49 10 200' is not a plausible number: 11 digits, 10 are needed" + ask},
        {"phones: [\"15 36 49 10 20\"]\n",
         "W201 partners/x.yaml:5:10-26 '15 36 49 10 20' is not a plausible number: a French number begins with 01 to "
         "09" +
             ask},
        {"phones: [\"00 53 47 90 00\"]\n",
         "W201 partners/x.yaml:5:10-26 '00 53 47 90 00' is not a plausible number: a French number begins with 01 to "
         "09" +
             ask},
        {"phones: [\"+33 5 36 49 10\"]\n",
         "W201 partners/x.yaml:5:10-26 '+33 5 36 49 10' is not a plausible number: 7 digits after +33, 9 are needed" +
             ask},
        {"phones: [\"+34 91\"]\n",
         "W201 partners/x.yaml:5:10-18 '+34 91' is not a plausible number: 4 digits, a foreign number has 7 to 15" +
             ask},
        {"phones: [\"05 36 49 10 20 le matin\"]\n",
         "W201 partners/x.yaml:5:10-35 '05 36 49 10 20 le matin' is not a plausible number: something other than "
         "digits "
         "goes "
         "with it | keep the number alone; the rest goes into label or tip"},
        {"phones: [\"05 36 49 10 20 / 06 39 98 10 20\"]\n",
         "W202 partners/x.yaml:5:10-43 '05 36 49 10 20 / 06 39 98 10 20' holds several numbers | one number a line, "
         "each "
         "with its label"},
        {"phones: [{number: \"05 36 49 10 20 ou 115\"}]\n",
         "W202 partners/x.yaml:5:19-42 '05 36 49 10 20 ou 115' holds several numbers | one number a line, each with "
         "its "
         "label"},
        {"phones: [\"05 36 49 10 20\", \"+33 5 36 49 10 20\", \"05.36.49.10.20\", \"115\", \"3919\", \"+34 912 345 "
         "678\"]\n",
         ""},
    });
}

TEST_CASE("addresses that nothing can be sent to are errors") {
    const std::string bare = " | write the address alone: office@example.org";
    check_fiches({
        {"emails: [accueil.fumel.fr]\n",
         "E205 partners/x.yaml:5:10-26 'accueil.fumel.fr' is not an e-mail address: the sign @ is missing" + bare},
        {"emails: [chambéry@accorderie.fr]\n",
         "E205 partners/x.yaml:5:10-32 'chambéry@accorderie.fr' is not an e-mail address: a letter has an accent" +
             bare},
        {"emails: [\xD0\xB0"
         "ccueil@fumel.fr]\n",
         "E205 partners/x.yaml:5:10-26 '\xD0\xB0"
         "ccueil@fumel.fr' is not an e-mail address: a letter is of another alphabet, even "
         "if it looks like one of ours" +
             bare +
             "\nW706 partners/x.yaml:5:10-26 a word mixes two alphabets: U+0430 is not a Latin letter | type the word "
             "again"},
        {"emails: [\"a@fumel.fr, b@fumel.fr\"]\n",
         "E205 partners/x.yaml:5:10-34 'a@fumel.fr, b@fumel.fr' is not an e-mail address: there are several addresses "
         "| "
         "one "
         "address a line"},
        {"emails: [\"CCAS <a@fumel.fr>\"]\n",
         "E205 partners/x.yaml:5:10-29 'CCAS <a@fumel.fr>' is not an e-mail address: a name or a blank goes with it | "
         "write the address alone: a@fumel.fr"},
        {"emails: [a@fumel]\n",
         "E205 partners/x.yaml:5:10-17 'a@fumel' is not an e-mail address: a sign is missing or stray" + bare},
        {"website: www.fumel.fr\n",
         "E206 partners/x.yaml:5:10-22 'www.fumel.fr' is not a web address | write https://www.fumel.fr"},
        {"website: javascript:alert(1)\n",
         "E206 partners/x.yaml:5:10-29 'javascript:alert(1)' is not a web address | begin with https:// and a domain "
         "name"},
        {"website: \"https://fumel.fr https://fumel.com\"\n",
         "E206 partners/x.yaml:5:10-46 'https://fumel.fr https://fumel.com' is not a web address | one address, "
         "without "
         "blanks"},
        {"emails: [accueil@fumel.fr]\nwebsite: https://fumel.fr/ccas\n", ""},
    });
}

TEST_CASE("registers and codes have their forms") {
    check_fiches({
        {"siret: \"2147010620002\"\n",
         "E207 partners/x.yaml:5:8-23 '2147010620002' is not a SIRET: 13 digits, 14 are needed | copy the fourteen "
         "digits "
         "again"},
        {"siret: \"21470106200026\"\n",
         "E207 partners/x.yaml:5:8-24 '21470106200026' is not a SIRET: its check digit does not fit | copy the "
         "fourteen "
         "digits again"},
        {"siret: 214 701 062 00025\n",
         "E207 partners/x.yaml:5:8-25 '214 701 062 00025' is not a SIRET: it is written without blanks | write "
         "\"21470106200025\""},
        {"rna: 473001234\n", "E208 partners/x.yaml:5:6-15 '473001234' is not an association number | write W473001234"},
        {"address: {postcode: \"1500\"}\n",
         "E209 partners/x.yaml:5:21-27 '1500' is not a postcode | write \"01500\" if the leading zero got lost"},
        {"address: {postcode: F-47500}\n",
         "E209 partners/x.yaml:5:21-28 'F-47500' is not a postcode | five digits, in quotes: \"47500\""},
        {"languages: [français]\n",
         "E211 partners/x.yaml:5:13-21 'français' is not a language code | two lower-case letters: fr, en, ar, es, pt, "
         "uk"},
        {"services: [{id: Aide d'urgence, name: Aide d'urgence}]\n",
         "E214 partners/x.yaml:5:17-31 'Aide d'urgence' cannot be an id | write 'aide-urgence'"},
        {"siret: \"21470106200025\"\nrna: W473001234\nlanguages: [fr, ar]\n", ""},
        {"siret: \"35600000009075\"\n", ""},  // La Poste: its sum is a multiple of five
    });
}

TEST_CASE("one line is one line, ids are given once, ends come after beginnings") {
    check_fiches({
        {"fee_note: |\n  gratuit\n  le matin\n",
         "E216 partners/x.yaml:5:11-12 'fee_note' fits on one line, and has several here | write the text on one line, "
         "without |"},
        {"services: [{id: a, name: Aide}, {id: b, name: Bail}, {id: a, name: Autre}]\n",
         "E217 partners/x.yaml:5:59-60 the id 'a' is given twice in this list | change one of them: 'a-2' for example"},
        {"suspension: {from: 2026-08-31, until: 2026-07-01}\n",
         "E218 partners/x.yaml:5:39-49 'until' (2026-07-01) comes before 'from' (2026-08-31) | put right whichever is "
         "wrong"},
        {"age_min: 100\nage_max: 25\n",
         "E218 partners/x.yaml:6:10-12 'age_max' (25) is smaller than 'age_min' (100) | put right whichever is wrong"},
        {"services: [{id: a, name: Hébergement, capacity: {places: 4, free: 12}}]\n",
         "E218 partners/x.yaml:5:58-59 'places' (4) is smaller than 'free' (12) | put right whichever is wrong"},
        {"fee_note: |\n  gratuit\n", ""},
        {"suspension: {from: 2026-08-31, until: 2026-08-31}\nage_min: 9\nage_max: 25\n", ""},
    });
}

TEST_CASE("lines of a meeting name somebody") {
    test::Notebook notebook;
    notebook.put(
        "meetings/2026-11-06-fumel.yaml",
        "cafe: fumel\ndate: 2026-11-06\nstart: \"10:30\"\nend: 8h30\ninvitations:\n  - {sent: 2026-10-19}\n"
        "  - {partner: mairie-fumel}\n  - marie-delmas\nattendance:\n  - {organisation: CAF}\n  - {guest: Lucie}\n");
    CHECK(notebook.lines() ==
          std::vector<std::string>{
              "E218 meetings/2026-11-06-fumel.yaml:4:6-10 'end' (8h30) comes before 'start' (10:30) | put right "
              "whichever "
              "is wrong",
              "E219 meetings/2026-11-06-fumel.yaml:6:6-10 this line names nobody | add person, partner",
              "E219 meetings/2026-11-06-fumel.yaml:10:6-18 this line names nobody | add person, partner, guest"});
}

TEST_CASE(
    "a value that is quoted in a sentence is cut when it is long, and one that reading refused is not refused twice") {
    test::Notebook notebook;
    notebook.put("partners/x.yaml", fiche("fee: " + std::string(500, 'x') + "\nverified: {on: hier}\nage_min: [1]\n"));
    const auto found = notebook.lines();
    REQUIRE(found.size() == 3);
    CHECK(found[0].find(std::string(79, 'x') + "…") != std::string::npos);
    CHECK(found[0].find(std::string(80, 'x')) == std::string::npos);
    CHECK(found[1].starts_with("E102"));
    CHECK(found[2].starts_with("E101"));
}

TEST_CASE("settings and areas are checked by the same walk") {
    test::Notebook notebook;
    notebook.put("cafe.yaml",
                 "name: Réseau\ndepartments: [Gers, \"99\", \"47\"]\ntimezone: Paris\npublish: {colour: brun}\n"
                 "holidays: [{name: Noël, from: 2026-12-24, until: 2026-01-02}]\n");
    notebook.put("territory.yaml", "areas:\n  Pays de Fumel: {name: Pays, areas: [Fumel]}\n");
    std::vector<std::string> codes;
    for (const std::string& line : notebook.lines()) codes.push_back(line.substr(0, 4));
    CHECK(codes == std::vector<std::string>{"E210", "E210", "E212", "E213", "E218", "E214"});
}
