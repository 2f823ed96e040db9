// What records say together: each rule with what raises it and, more often, what must not.
#include "check/notebook.hpp"
#include "check/telling.hpp"

using namespace cafe;

namespace {

struct Case {
    std::string_view files;  // each behind "# folder/name.yaml"
    std::string_view code;
    bool raised;
};

void check_cases(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        CAPTURE(one.files);
        CAPTURE(one.code);
        test::Notebook notebook;
        for (const auto& file : test::files_of_example(one.files)) notebook.put(file.path, file.text);
        CHECK(notebook.raises(one.code) == one.raised);
    }
}

std::string meeting(std::string_view more) {
    return "# meetings/2026-11-06-fumel.yaml\ncafe: fumel\ndate: 2026-11-06\n" + std::string(more);
}

}  // namespace

TEST_CASE("twins are warned of, a town hall and its CCAS are a question, two that know each other are neither") {
    const std::string ccas =
        "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\nkind: ccas-cias\nphones: [05 36 49 00 01]\n"
        "address: {street: 1 place du Château, commune: Fumel}\n";
    const std::string mairie =
        "# partners/mairie-fumel.yaml\nname: Mairie de Fumel\nkind: mairie\nphones: [05 36 49 00 01]\n"
        "address: {street: 1 place du Château, commune: Fumel}\n";
    const std::string again = "# partners/ccas.yaml\nname: CCAS Fumel\nkind: ccas-cias\nphones: [\"0536490001\"]\n";
    check_cases({
        {ccas + again, "W403", true},
        {ccas + mairie, "W403", false},
        {ccas + mairie, "H606", true},
        {ccas + mairie + "see_also: [ccas-fumel]\n", "H606", false},
        {ccas + again + "status: closed\n", "W403", false},
        {"# people/m-delmas.yaml\nname: Delmas Marie\n", "H606", true},
        {"# people/jeanne-delmas.yaml\nname: Jeanne Delmas\n", "H606", false},
    });
}

TEST_CASE("somebody who had left on the day of the meeting is not counted as present without a word") {
    const auto with = [](std::string_view contact, std::string_view attendance) {
        return "# people/paul-martin.yaml\nname: Paul Martin\n# partners/ccas-fumel.yaml\nname: CCAS\ncontacts: [" +
               std::string(contact) + "]\n" + meeting("attendance: [" + std::string(attendance) + "]\n");
    };
    const std::string gone = with("{person: paul-martin, until: 2026-11-05}", "paul-martin");
    const std::string last_day = with("{person: paul-martin, until: 2026-11-06}", "paul-martin");
    const std::string not_yet = with("{person: paul-martin, since: 2026-12-01}", "paul-martin");
    const std::string both = with("{person: paul-martin, until: 2025-01-01}, {person: paul-martin}", "paul-martin");
    const std::string guest = with("{person: paul-martin, until: 2025-01-01}", "{guest: Marie Delmas}");
    const std::string nowhere =
        "# people/paul-martin.yaml\nname: Paul Martin\n" + meeting("attendance: [paul-martin]\n");
    check_cases({{gone, "W404", true},
                 {not_yet, "W404", true},
                 {last_day, "W404", false},
                 {both, "W404", false},
                 {guest, "W404", false},
                 {nowhere, "W404", false}});
}

TEST_CASE("meetings on days off are seen unless they do not take place") {
    check_cases({
        {"# meetings/2026-05-01-fumel.yaml\ncafe: fumel\ndate: 2026-05-01\n", "W405", true},
        {"# meetings/2026-05-01-fumel.yaml\ncafe: fumel\ndate: 2026-05-01\nstatus: cancelled\n", "W405", false},
        {"# meetings/2026-12-26-fumel.yaml\ncafe: fumel\ndate: 2026-12-26\n", "W405", false},
        {"# meetings/2027-05-07-fumel.yaml\ncafe: fumel\ndate: 2027-05-07\n", "H405", true},
        {"# meetings/2026-05-15-fumel.yaml\ncafe: fumel\ndate: 2026-05-15\n", "H405", false},
        {"# meetings/2027-05-14-fumel.yaml\ncafe: fumel\ndate: 2027-05-14\n", "H405", false},
        {"# cafe.yaml\nname: X\nholidays: [{name: Août, from: 2027-08-01, until: 2027-08-31}]\n"
         "# meetings/2027-08-06-fumel.yaml\ncafe: fumel\ndate: 2027-08-06\n",
         "H405", true},
    });
}

TEST_CASE("the room is held against those who accepted and those who came last time") {
    const std::string planned = "# meetings/2026-12-04-fumel.yaml\ncafe: fumel\ndate: 2026-12-04\n";
    check_cases({
        {planned + "place: {capacity: 2}\ninvitations: [{person: marie-delmas, reply: accepted, count: 3}]\n", "W406",
         true},
        {planned + "place: {capacity: 3}\ninvitations: [{person: marie-delmas, reply: accepted, count: 3}]\n", "W406",
         false},
        {planned + "place: {capacity: 2}\ninvitations: [{person: marie-delmas, reply: tentative, count: 3}]\n", "W406",
         false},
        {planned + "invitations: [{person: marie-delmas, reply: accepted, count: 300}]\n", "W406", false},
        {meeting("headcount: 30\n") + planned + "place: {capacity: 20}\n", "H406", true},
        {meeting("headcount: 20\n") + planned + "place: {capacity: 20}\n", "H406", false},
        {meeting("headcount: 30\n") + planned + "status: cancelled\nplace: {capacity: 20}\n", "H406", false},
    });
}

TEST_CASE("open actions have somebody and a day") {
    check_cases({
        {meeting("actions: [{what: Écrire}]\n"), "H607", true},
        {meeting("actions: [{what: Écrire, who: marie-delmas}]\n"), "H607", true},
        {meeting("actions: [{what: Écrire, due: 2026-12-01}]\n"), "H607", true},
        {meeting("actions: [{what: Écrire, who: marie-delmas, due: 2026-12-01}]\n"), "H607", false},
        {meeting("actions: [{what: Écrire, status: done}]\n"), "H607", false},
    });
}

TEST_CASE("who objected stands on no list, in no later invitation and in no text") {
    const std::string paul = "# people/paul-martin.yaml\nname: Paul Martin\n";
    const std::string no = "privacy: {objection: {on: 2026-06-01, scope: mailings}}\n";
    const std::string never = "privacy: {objection: {on: 2026-06-01}}\n";
    check_cases({
        {paul + no + "lists: [lettre]\n", "W704", true},
        {paul + no + "lists: []\n", "W704", false},
        {paul + "lists: [lettre]\n", "W704", false},
        {paul + "privacy: {objection: {on: 2026-06-01, scope: directory}}\nlists: [lettre]\n", "W704", false},
        {paul + no + meeting("invitations: [{person: paul-martin, sent: 2026-10-20}]\n"), "W704", true},
        {paul + no + meeting("invitations: [{person: paul-martin, sent: 2026-05-20}]\n"), "W704", false},
        {paul + never + meeting("minutes: \"Décidé avec PAUL MARTIN, du CCAS.\"\n"), "W705", true},
        {paul + never + meeting("round_table: [{partner: mairie-fumel, news: Paul Martin part.}]\n"), "W705", true},
        {paul + never + meeting("minutes: Paul Martinez est venu.\n"), "W705", false},
        {paul + no + meeting("minutes: Paul Martin est venu.\n"), "W705", false},
        {paul + meeting("minutes: Paul Martin est venu.\n"), "W705", false},
    });
}

TEST_CASE("a social security number is known by its form and its key") {
    struct Number {
        std::string_view text;
        bool found;
    };
    for (const Number& one : std::initializer_list<Number>{
             {"2 69 05 49 588 157 80", true},
             {"269054958815780", true},
             {"dossier n°269054958815780, à suivre", true},
             {"2\xC2\xA0"
              "69.05-49 588 157 80",
              true},
             {"2 69 05 49 588 157 81", false},
             {"2 69 17 49 588 157 80", false},
             {"1269054958815780", false},
             {"2690549588157801", false},
             {"26905495881578", false},
             {"05 53 49 59 69 05 53 49 59 70", false},
             {"732 829 320 00074", false},
             {"", false},
         }) {
        CAPTURE(one.text);
        CHECK(check::social_security_number(one.text).has_value() == one.found);
    }
}

TEST_CASE("texts that name somebody who is helped are seen, those that speak of partners are not") {
    const auto minutes = [](std::string_view text) { return meeting("minutes: |\n  " + std::string(text) + "\n"); };
    check_cases({
        {minutes("Mme Xavier, trois enfants, cherche un T4."), "W703", true},
        {minutes("La famille Benali (4 enfants) est sans logement."), "W703", true},
        {minutes("M. K. est SDF depuis mars."), "W703", true},
        {minutes("Mme B., enceinte, attend une place."), "W703", true},
        {minutes("Mme B., née le 12/03/1985, cherche."), "W702", true},
        {minutes("Date de naissance : 1985-03-12"), "W702", true},
        {minutes("Monsieur Duval né le 3 mai 1979"), "W702", true},
        {minutes("Mme Delmas, deux enfants, revient en mars."), "W703", false},
        {minutes("Une famille de trois enfants cherche un T4."), "W703", false},
        {minutes("Mme Roux présente l'accueil. Les enfants de 3 à 11 ans sont reçus."), "W703", false},
        {minutes("Mme Roux accueille les enfants le mercredi."), "W703", false},
        {minutes("L'association est née le 3 mai 1979."), "W702", false},
        {minutes("Le centre social accueille 40 enfants."), "W703", false},
        {minutes("La famille est au centre du projet, deux enfants sur trois."), "W703", false},
        {minutes("M. Roux : permanence pour les allocataires."), "W703", false},
    });
}

TEST_CASE("what is told is repeated nowhere: neither its sentence nor that of another finding on the line") {
    test::Notebook notebook;
    notebook.put("partners/x.yaml", test::fiche("phones: [{number: \"2 69 05 49 588 157 80\", tip: \"a\"}]\n"));
    bool seen = false;
    for (const Diagnostic& finding : notebook.check()) {
        CHECK(finding.message.fr.find("588") == std::string::npos);
        CHECK(finding.remedy.en.find("588") == std::string::npos);
        if (finding.rule->code != "W701") continue;
        seen = true;
        CHECK(check::keeps_silent(*finding.rule));
    }
    CHECK(seen);
}

TEST_CASE("letters of two alphabets in a word are seen, words of another alphabet are not") {
    const auto named = [](std::string_view line) { return "# partners/x.yaml\n" + std::string(line) + "\n"; };
    check_cases({
        {named("name: CCAS de Fum\xD0\xB5l"), "W706", true},
        {named("emails: [cc\xD0\xB0s@fumel.example]"), "W706", true},
        {named("website: https://fum\xD0\xB5l.example"), "W706", true},
        {named("parent: m\xD0\xB0irie-fumel"), "W706", true},
        {named("name: \"\xD0\x90\xD1\x81\xD1\x81\xD0\xBE\xD1\x86\xD0\xB8\xD0\xB0\xD1\x86\xD0\xB8\xD1\x8F Fumel\""),
         "W706", false},
        {named("name: L'Église d'Hélène"), "W706", false},
        {named("description: \"10 \xCE\xBCm, \xCE\xB1 et \xCE\xB2\""), "W706", false},
        {named("name: Œuvre à Łódź"), "W706", false},
    });
}
