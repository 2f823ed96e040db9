// What a row says in passing, in halves of days and in other coordinates, and what is said of people who are left.
#include <doctest/doctest.h>

#include "base/text.hpp"
#include "intake/cells.hpp"
#include "support/importing.hpp"

using namespace cafe;
using test::ImportNotebook;

namespace {

std::string fiche(const ImportNotebook& notebook, const std::string& id) {
    return notebook.disk.get("/nb/partners/" + id + ".yaml").value_or("");
}

bool holds(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

const std::string of_many_kinds =
    "Organisme;Adresse;Code postal;Ville;Missions\n"
    "CCAS de Tonneins;1 place Zoppola;47400;Tonneins;Aide alimentaire et domiciliation\n"
    "Mission locale de Marmande;3 rue Labat;47200;Marmande;Accompagnement vers la formation\n"
    "Mairie de Clairac;10 place Viçoze;47320;Clairac;\n"
    "Le Fil vert;2 rue du Lot;47500;Fumel;Recherche d'emploi\n";

// A mapping for one row with columns of hours.
std::string hours_of(const std::string& columns, const std::string& header, const std::string& cells) {
    ImportNotebook notebook;
    notebook.disk.put(
        "/nb/imports/liste.yaml",
        "label: Liste\nfiles: [liste.csv]\nsource: liste\ncolumns:\n  nom: name\n  ville: address.commune\n" + columns +
            "set: {kind: association, themes: [emploi], territory: {from: address.commune}}\n");
    notebook.import("liste", "liste.csv", "nom;ville;" + header + "\nUn lieu;Fumel;" + cells + "\n");
    const std::string text = fiche(notebook, "lieu");
    const std::size_t at = text.find("hours");
    return at == std::string::npos ? "" : text.substr(at, text.find("sources:") - at);
}

const std::string halves = "  jours: hours\n  matin: {to: hours, as: morning}\n  soir: {to: hours, as: afternoon}\n";

}  // namespace

TEST_CASE("import: a directory of many kinds gives each row its own, by the words of names and missions") {
    ImportNotebook notebook;
    const std::string name = notebook.draft("annuaire.csv", of_many_kinds);
    const std::string mapping = notebook.disk.get("/nb/imports/" + name + ".yaml").value_or("");
    CHECK(holds(mapping, "\"Organisme|\": {to: kind, as: words}  # à relire\n"));
    CHECK(holds(mapping, "\"Missions|\": {to: themes, as: words}  # à relire\n"));
    CHECK(holds(mapping, "kind: association  # à relire\n"));
    CHECK(notebook.import(name, "annuaire.csv", of_many_kinds)->plan.counts.made == 4);
    CHECK(holds(fiche(notebook, "ccas-tonneins"), "kind: ccas-cias\n"));
    CHECK(holds(fiche(notebook, "ccas-tonneins"), "\nthemes: [aide-alimentaire, domiciliation]\n"));
    CHECK(holds(fiche(notebook, "mission-locale-marmande"), "kind: mission-locale\n"));
    CHECK(holds(fiche(notebook, "mission-locale-marmande"), "\nthemes: [formation]\n"));
    CHECK(holds(fiche(notebook, "mairie-clairac"), "kind: mairie\n"));
    CHECK(holds(fiche(notebook, "mairie-clairac"), "\nthemes: [acces-aux-droits]\n"));
    // The longest words alone: « recherche d'emploi » is not « emploi » besides.
    CHECK(holds(fiche(notebook, "fil-vert"), "kind: association\n"));
    CHECK(holds(fiche(notebook, "fil-vert"), "\nthemes: [recherche-emploi]\n"));
}

TEST_CASE("import: what words say is for new fiches, never a conflict with what somebody wrote") {
    ImportNotebook notebook;
    notebook.disk.put("/nb/partners/ccas-tonneins.yaml",
                      "name: CCAS de Tonneins\nkind: association\nthemes: [emploi]\nterritory: [Tonneins]\n"
                      "address: {street: 1 place Zoppola, postcode: \"47400\", commune: Tonneins}\n");
    const auto imported = notebook.first("annuaire.csv", of_many_kinds);
    CHECK(imported->plan.counts.conflicts == 0);
    CHECK(holds(fiche(notebook, "ccas-tonneins"), "kind: association\n"));
    CHECK(holds(fiche(notebook, "ccas-tonneins"), "\nthemes: [emploi]\n"));
}

TEST_CASE("import: one kind for all where nearly every name says it") {
    ImportNotebook notebook;
    const std::string name = notebook.draft(
        "liste.csv", "Nom;Ville\nMission locale A;Fumel\nMission locale B;Agen\nMission locale C;Tonneins\n");
    const std::string mapping = notebook.disk.get("/nb/imports/" + name + ".yaml").value_or("");
    CHECK(holds(mapping, "kind: mission-locale  # à relire\n"));
    CHECK_FALSE(holds(mapping, "as: words"));
}

TEST_CASE("import: mornings and afternoons of each day, in any order of columns") {
    const std::string of_days =
        "  apres: {to: hours, day: Mo, as: afternoon}\n  avant: {to: hours, day: Mo, as: morning}\n";
    CHECK(hours_of(of_days, "apres;avant", "13h30-17h;9h-12h") == "hours: Mo 09:00-12:00,13:30-17:00\n");
    // « 2h-5h » after noon.
    CHECK(hours_of(of_days, "apres;avant", "2h-5h30;9h-12h") == "hours: Mo 09:00-12:00,14:00-17:30\n");
    CHECK(hours_of(of_days, "apres;avant", "sur rdv;9h-12h") ==
          "hours: Mo 09:00-12:00\nhours_note: \"lundi après-midi : sur rdv\"\n");
    CHECK(intake::half_of("Lundi après-midi") == "afternoon");
    CHECK(intake::half_of("h_lundi_matin") == "morning");
    CHECK(intake::half_of("Lundi").empty());
}

TEST_CASE("import: mornings and afternoons beside a column of days") {
    CHECK(hours_of(halves, "jours;matin;soir", "Lundi, mardi, jeudi;9h-12h;14h-17h") ==
          "hours: Mo,Tu,Th 09:00-12:00,14:00-17:00\n");
    CHECK(hours_of(halves, "jours;matin;soir", "du lundi au vendredi;;14h-17h30") == "hours: Mo-Fr 14:00-17:30\n");
    // Without a day there is no telling: the words stay.
    CHECK(hours_of(halves, "jours;matin;soir", ";9h-11h30;") == "hours_note: \"matin : 9h-11h30\"\n");
    CHECK(hours_of(halves, "jours;matin;soir", "mercredi;9h-12h;sur rdv") ==
          "hours_note: \"mercredi ; matin : 9h-12h ; après-midi : sur rdv\"\n");
    // Hours that say their days themselves.
    CHECK(hours_of(halves, "jours;matin;soir", "lun-ven 9h-12h;;") == "hours: Mo-Fr 09:00-12:00\n");
}

TEST_CASE("import: Lambert 93 by the mapping, even where a single row has coordinates") {
    ImportNotebook notebook;
    const std::string rows =
        "nom;ville;x_l93;y_l93\nUn lieu;Fumel;538 421,5;6380890,2\nAilleurs;Agen;12;13\nPlus loin;Agen;14;15\n";
    const std::string name = notebook.draft("lieux.csv", rows);
    const std::string mapping = notebook.disk.get("/nb/imports/" + name + ".yaml").value_or("");
    CHECK(holds(mapping, "x_l93: {to: address.longitude, as: lambert93}\n"));
    const auto imported = notebook.import(name, "lieux.csv", rows);
    CHECK(holds(fiche(notebook, "lieu"), "latitude: 44.5"));
    CHECK(holds(fiche(notebook, "lieu"), "longitude: 0.96"));
    CHECK(imported->says("2 lignes : coordonnées hors de France"));
}

TEST_CASE("import: somebody whom another fiche has already is told, and so is half a name") {
    ImportNotebook notebook;
    notebook.disk.put("/nb/people/marie-delmas.yaml", "name: Marie Delmas\n");
    notebook.disk.put("/nb/partners/mairie-agen.yaml",
                      "name: Mairie d'Agen\nkind: mairie\nthemes: [logement]\nterritory: [Agen]\n"
                      "contacts: [{person: marie-delmas}]\n");
    const auto imported = notebook.first(
        "annuaire.csv",
        "Structure;Ville;Contact\nUn lieu;Fumel;Marie Delmas\nLa halte;Fumel;Peyrou\nLe fil;Fumel;Odette Peyrou\n");
    CHECK(imported->plan.counts.made == 3);
    CHECK(
        imported->says("ligne 2 : Marie Delmas : une personne de ce nom est déjà dans le carnet "
                       "(partners/mairie-agen) ; si c'est elle : cafe set lieu contacts+=marie-delmas"));
    CHECK(imported->says("ligne 3 : Peyrou : nom incomplet"));
    CHECK_FALSE(imported->says("Odette"));
    CHECK(holds(fiche(notebook, "fil"), "person: odette-peyrou"));
}
