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

// What the fixes of a fiche's findings make of it.
std::string mended(const std::string& text) {
    test::Notebook notebook;
    const std::string whole = fiche(text);
    notebook.put("partners/x.yaml", whole);
    std::string out = whole;
    for (const Diagnostic& finding : notebook.check())
        if (finding.fix)
            out = whole.substr(0, finding.fix->span.begin) + finding.fix->bytes + whole.substr(finding.fix->span.end);
    return out.substr(fiche("").size());
}

}  // namespace

TEST_CASE("hours that are not understood are shown at the very characters") {
    check_fiches({
        {"hours: \"Mo-Fr 09:00-12:00\"\n", ""},
        {"hours: \"We[1,3] 09:30-12:00; PH off\"\n", ""},
        {"hours: \"Mo-Fr 09:00-12:00,14:00\"\n",
         "E220 partners/x.yaml:5:27-32 the end is missing | write for example 14:00-12:00, or 14:00+ if the end is not "
         "known"},
        {"hours: Mo-Fr 09:00-25:00 Mo\n",
         "E220 partners/x.yaml:5:26-28 a semicolon is missing before 'Mo' | write 09:00-25:00; Mo"},
        {"hours: Mo-Fr 09:00-12:00 14:00-17:00\n",
         "E220 partners/x.yaml:5:26-37 a comma is missing before '14:00-17:00' | write 09:00-12:00,14:00-17:00"},
        {"hours: Mo-Fr 9h-12h  Sa 10h-12h\n",
         "E220 partners/x.yaml:5:22-24 a semicolon is missing before 'Sa' | write 9h-12h; Sa"},
        {"permanences: [{place: Cuzorn, hours: lundi matin}]\n",
         "E220 partners/x.yaml:5:44-49 'matin' does not say at which hours | add the hours: 'lundi 9h-12h'"},
        {"hours: \"Fr 19:00-11:00\"\n",
         "H202 partners/x.yaml:5:8-24 '19:00-11:00' lasts 16 hours, through the night: its beginning comes after its "
         "end | check, and put it right unless it is meant"},
        {"hours: lundi au vendredi 9h-12h\n",
         "H201 partners/x.yaml:5:8-32 'lundi au vendredi 9h-12h' is understood, but other programs will not read it | "
         "write \"Mo-Fr 09:00-12:00\""},
    });
}

TEST_CASE("what is certain carries the change that mends it") {
    CHECK(mended("hours: lundi au vendredi 9h-12h  # sic\n") == "hours: \"Mo-Fr 09:00-12:00\"  # sic\n");
    CHECK(mended("phones: [\"05 36 49 10 20 / 115\", 3949]\n") == "phones: [\"05 36 49 10 20\", \"115\", 3949]\n");
    CHECK(mended("phones:\n  - 05 36 49 10 20 ou 115\n") == "phones:\n  - \"05 36 49 10 20\"\n  - \"115\"\n");
    CHECK(mended("siret: \"214 701 062 00025\"\n") == "siret: \"21470106200025\"\n");
    // Which of the two would bear the label?
    CHECK(mended("phones: [{number: 05 36 49 10 20 / 115, label: accueil}]\n") ==
          "phones: [{number: 05 36 49 10 20 / 115, label: accueil}]\n");
}

TEST_CASE("a schedule that gives no day is said") {
    test::Notebook notebook;
    notebook.put("cafes/libos.yaml",
                 "name: Café de Libos\nschedule:\n  every: un vendredi sur deux\n  except: [august, les grèves]\n");
    CHECK(notebook.raises("E221"));
    CHECK(notebook.lines("E221").size() == 2);
    notebook.put("cafes/libos.yaml",
                 "name: Café de Libos\nschedule: {every: premier vendredi, except: [août, public-holidays]}\n");
    CHECK(notebook.lines("E221").empty());
}

TEST_CASE("a service of a permanence that is nearly an id is said, words are not") {
    const std::string services = "services: [{id: domiciliation, name: Domiciliation}]\n";
    check_fiches({
        {services + "permanences: [{place: Cuzorn, services: [domiciliation]}]\n", ""},
        {services + "permanences: [{place: Cuzorn, services: [aide aux papiers, conseil]}]\n", ""},
        {services + "permanences: [{place: Cuzorn, services: [domicilation]}]\n",
         "W407 partners/x.yaml:6:42-54 no service of this record has the id 'domicilation' | did you mean "
         "'domiciliation'?"},
    });
}

TEST_CASE("the mailbox of one of its people is not the organisation's") {
    check_fiches({
        {"emails: [accueil@mairie.example.org]\ncontacts: [{person: marie-delmas}]\n", ""},
        {"emails: [marie.delmas@mairie.example.org]\ncontacts: [{person: marie-delmas}]\n",
         "W203 partners/x.yaml:5:10-41 'marie.delmas@mairie.example.org' is the mailbox of a person (marie-delmas), "
         "not "
         "of the organisation | put it into people/marie-delmas.yaml, and give an address here that stays when the "
         "person leaves"},
    });
}

TEST_CASE("a point far from its town is said") {
    check_fiches({
        {"address: {postcode: \"47500\", commune: Fumel, latitude: 44.4985, longitude: 0.9668}\n", ""},
        {"address: {postcode: \"47500\", commune: Fumel, latitude: 43.4985, longitude: 0.9668}\n",
         "W204 partners/x.yaml:5:56-63 this point is 112 km from the centre of Fumel | put latitude and longitude "
         "right, or remove them"},
    });
}
