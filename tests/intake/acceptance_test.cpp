// The last line of the table of acceptance, for every sample: a dry run is true, a second run touches nothing, undo
// brings the tree back; and what else is done with the whole command.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "intake/said.hpp"
#include "support/importing.hpp"
#include "support/run_command.hpp"

using namespace cafe;
using intake::Outcome;
using test::ImportNotebook;
using test::sample;

namespace {

const std::vector<std::string> samples{"france-services-2022.csv",
                                       "reimport-france-services-2021.csv",
                                       "reimport-france-services-2022.csv",
                                       "paca-2022.csv",
                                       "ultra-num-shifted.csv",
                                       "dila-annuaire-2016.tsv",
                                       "gironde.json",
                                       "gironde-excel-fr-cp1252.csv",
                                       "gironde-excel-unicode-utf16le.txt",
                                       "gironde-double-mojibake.csv",
                                       "gironde-titre-au-dessus.csv",
                                       "maine-et-loire.json",
                                       "carnet-de-bord-professionnels.csv",
                                       "data-inclusion-valideur-dataset.xlsx",
                                       "outlook-fr-cp1252.csv",
                                       "google-contacts.csv",
                                       "contacts.vcf",
                                       "annuaire-cms-fumel-excel-cp1252.csv",
                                       "annuaire-cms-fumel.ods",
                                       "rna-waldec.csv"};

// Somebody has to work somewhere.
void put_organisations(test::MemoryDisk& disk) {
    for (const auto& [id, name] :
         {std::pair("ccas-fumel", "CCAS de Fumel"), std::pair("mission-locale", "Mission Locale Pays Villeneuvois"),
          std::pair("cms-fumel", "Département – CMS de Fumel"), std::pair("restos", "Restos du Cœur de Fumel")})
        disk.put("/nb/partners/" + std::string(id) + ".yaml",
                 "name: " + std::string(name) + "\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n");
}

// What is a record or kept beside records; not what `undo` needs.
std::map<std::string, std::string> tree(const test::MemoryDisk& disk) {
    std::map<std::string, std::string> found = disk.files("/nb");
    std::erase_if(found, [](const auto& file) { return file.first.starts_with("."); });
    return found;
}

bool holds(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("import: of every sample a dry run is true and a second run touches nothing") {
    for (const std::string& name : samples) {
        CAPTURE(name);
        ImportNotebook notebook;
        put_organisations(notebook.disk);
        const std::string bytes = sample(name);
        const std::string mapping = notebook.draft(name, bytes);
        const auto dry = notebook.import(mapping, name, bytes, intake::Mode::all, false);
        const auto real = notebook.import(mapping, name, bytes);
        CHECK(dry->plan.files == real->plan.files);
        CHECK(intake::lines_of(dry->plan) == intake::lines_of(real->plan));
        notebook.today = notebook.today.plus_days(40);
        const auto again = notebook.import(mapping, name, bytes);
        CHECK(again->plan.files.empty());
        CHECK(again->plan.counts.made == 0);
        CHECK(again->plan.counts.updated == 0);
        for (const intake::RowReport& row : again->plan.rows) {
            const auto& before = real->plan.rows[static_cast<std::size_t>(&row - again->plan.rows.data())];
            const bool went_in = before.outcome == Outcome::made || before.outcome == Outcome::updated;
            CHECK(row.outcome == (went_in ? Outcome::same : before.outcome));
        }
    }
}

TEST_CASE("import: undo brings back the tree of before, of every sample") {
    for (const std::string& name : samples) {
        CAPTURE(name);
        test::MemoryDisk disk;
        disk.put("/nb/cafe.yaml", "name: Carnet d'essai\ndepartments: [\"47\"]\n");
        put_organisations(disk);
        disk.put("/given/" + name, sample(name));
        disk.enter("/nb");
        CHECK(test::run_command(disk, {"import", "/given/" + name}).code == 1);
        const auto before = tree(disk);
        const auto imported = test::run_command(disk, {"import", "/given/" + name});
        CAPTURE(imported.err);
        CHECK(imported.code <= 1);
        if (tree(disk) == before) continue;  // nothing of it goes in
        const auto undone = test::run_command(disk, {"undo"});
        CAPTURE(undone.err);
        CHECK(undone.code == 0);
        CHECK(tree(disk) == before);
    }
}

TEST_CASE("import: an ODS says what the CSV that it was made of says") {
    ImportNotebook of_csv;
    of_csv.first("annuaire.csv", sample("annuaire-cms-fumel-excel-cp1252.csv"));
    ImportNotebook of_ods;
    const auto imported = of_ods.first("annuaire.ods", sample("annuaire-cms-fumel.ods"));
    CHECK(imported->says("ligne de total"));
    for (const auto& [path, text] : of_csv.disk.files("/nb"))
        if (path.starts_with("partners/")) CHECK(of_ods.disk.get("/nb/" + path).value_or("") == text);
}

TEST_CASE("import: a sign-in sheet seats who is known, guests, who excused themselves and a number of people") {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Carnet d'essai\ndepartments: [\"47\"]\n");
    put_organisations(disk);
    disk.put("/nb/cafes/fumel.yaml", "name: Café de Fumel\nterritory: [Fumel]\n");
    disk.put("/nb/meetings/2026-11-06-fumel.yaml", "date: 2026-11-06\ncafe: fumel\n");
    disk.put("/nb/people/solene-belard.yaml", "name: Solène Bélard\nemails: [solene.belard@ccas-fumel.example.org]\n");
    disk.put("/nb/people/maelys-tauzin.yaml", "name: Maëlys Tauzin\n");
    disk.put("/given/emargement.csv", sample("emargement-2026-11-06.csv"));
    disk.enter("/nb");
    CHECK(test::run_command(disk, {"import", "/given/emargement.csv"}).code == 1);
    const auto before = tree(disk);
    CHECK(test::run_command(disk, {"import", "/given/emargement.csv"}).code == 2);  // of which meeting?
    const auto told = test::run_command(disk, {"import", "/given/emargement.csv", "--meeting", "2026-11-06-fumel"});
    CAPTURE(told.err);
    CHECK(told.code == 1);  // « ? » waits
    CHECK(holds(told.err, "personne ne se lit"));
    CHECK(holds(told.err, "déjà sur la feuille"));
    const std::string meeting = disk.get("/nb/meetings/2026-11-06-fumel.yaml").value_or("");
    CAPTURE(meeting);
    CHECK(holds(meeting, "person: solene-belard"));
    CHECK(holds(meeting, "maelys-tauzin"));
    CHECK(holds(meeting, "Jean Noel d'Arblade"));
    CHECK(holds(meeting.substr(std::min(meeting.find("excused"), meeting.size())), "Castaing-Roux"));
    CHECK(holds(meeting, "headcount: 6"));
    CHECK(test::run_command(disk, {"undo"}).code == 0);
    CHECK(tree(disk) == before);
}

TEST_CASE("import: a file of rejects is never written over anything else") {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Carnet d'essai\ndepartments: [\"47\"]\n");
    disk.put("/given/liste.csv", "nom;ville\nCCAS de Fumel;Fumel\n;Fumel\n");
    disk.put("/given/notes.txt", "à moi");
    disk.enter("/nb");
    CHECK(test::run_command(disk, {"import", "/given/liste.csv"}).code == 1);
    const auto before = tree(disk);
    const std::vector<std::string> line{"import", "/given/liste.csv", "--rejects"};
    auto with = [&](const std::string& path) {
        std::vector<std::string> words = line;
        words.push_back(path);
        return test::run_command(disk, words);
    };
    const auto refused = with("/given/notes.txt");
    CHECK(refused.code == 4);
    CHECK(holds(refused.err, "--rejects rejets.csv"));
    CHECK(disk.get("/given/notes.txt").value_or("") == "à moi");
    CHECK(tree(disk) == before);
    CHECK(with("/given/rejets.csv").code == 1);
    const std::string first = disk.get("/given/rejets.csv").value_or("");
    CHECK(holds(first, "il manque le nom"));
    CHECK(with("/given/rejets.csv").code == 1);
    CHECK(disk.get("/given/rejets.csv").value_or("") == first);
    CHECK(disk.files("/given").size() == 3);
}

TEST_CASE("import: the rejects of every sample, under any name, are read by the mapping that made them") {
    std::size_t read_again = 0;
    for (const std::string& name : samples) {
        CAPTURE(name);
        test::MemoryDisk disk;
        disk.put("/nb/cafe.yaml", "name: Carnet d'essai\ndepartments: [\"47\"]\n");
        put_organisations(disk);
        disk.put("/given/" + name, sample(name));
        disk.enter("/nb");
        CHECK(test::run_command(disk, {"import", "/given/" + name}).code == 1);
        test::run_command(disk, {"import", "/given/" + name, "--rejects", "/given/attente.csv"});
        const auto rejects = disk.get("/given/attente.csv");
        if (!rejects) continue;  // everything went in
        disk.put("/given/decisions.csv", *rejects);
        const auto before = tree(disk);
        const auto told = test::run_command(disk, {"import", "/given/decisions.csv"});
        CAPTURE(told.err);
        CHECK_FALSE(holds(told.err, "correspondance écrite"));
        CHECK(tree(disk) == before);  // nobody has decided yet
        ++read_again;
    }
    CHECK(read_again >= 8);
}

TEST_CASE("import: a row under a heading, mended in the file of rejects, keeps its theme") {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Carnet d'essai\ndepartments: [\"47\"]\n");
    disk.put("/given/annuaire.csv", sample("annuaire-cms-fumel-excel-cp1252.csv"));
    disk.enter("/nb");
    CHECK(test::run_command(disk, {"import", "/given/annuaire.csv"}).code == 1);
    const auto told = test::run_command(disk, {"import", "/given/annuaire.csv", "--rejects", "/given/attente.csv"});
    CHECK(holds(told.err, "ligne 6 : ? : attend : 11 cellules au lieu de 10"));
    std::string rejects = disk.get("/given/attente.csv").value_or("");
    const std::string two_cells = "\"accueil@ccas-fumel.example.org \";\" solene.belard@ccas-fumel.example.org\"";
    REQUIRE(holds(rejects, two_cells));
    rejects.replace(rejects.find(two_cells), two_cells.size(), "accueil@ccas-fumel.example.org");
    disk.put("/given/attente.csv", rejects);
    const auto mended = test::run_command(disk, {"import", "/given/attente.csv"});
    CAPTURE(mended.err);
    CHECK(holds(mended.err, "partners/ccas-fumel : créée"));
    CHECK(holds(disk.get("/nb/partners/ccas-fumel.yaml").value_or(""), "themes: [logement"));
}

TEST_CASE("import: data·inclusion without a mapping: JSON of a producer, both versions, and a second time") {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Carnet d'essai\ndepartments: [\"47\"]\n");
    disk.put(
        "/given/structures.json",
        R"([{"source": "dora", "id": "dora--1", "nom": "CCAS de Fumel", "date_maj": "2026-05-02", "siret": "21470106200025",
                  "commune": "Fumel", "code_postal": "47500", "code_insee": "47106", "adresse": "5 rue des Fondeurs",
                  "telephone": "0536491020", "courriel": "marie.delmas@ccas-fumel.example.org",
                  "description": "Aides d'urgence.\n\n- domiciliation\n- colis\n\nNe fait pas : suivi long",
                  "horaires_accueil": "Mo-Fr 08:30-12:00 \"sur rendez-vous\"", "reseaux_porteurs": ["ccas-cias"]},
                 {"source": "soliguide", "id": "77", "nom": "Épicerie de Libos", "date_maj": "2026-05-02",
                  "commune": "Monsempron-Libos", "code_postal": "47500", "presentation_resume": "Aide alimentaire.",
                  "thematiques": ["equipement-et-alimentation--alimentation"]}])");
    disk.put(
        "/given/services.json",
        R"([{"source": "dora", "structure_id": "dora--1", "id": "dora--s1", "nom": "Domiciliation", "date_maj": "2026-05-02",
                  "description": "Une adresse pour le courrier.", "thematiques": ["sante--acces-aux-soins"],
                  "publics": ["jeunes", "seniors"], "zone_eligibilite": ["47106"], "frais": "gratuit",
                  "modes_mobilisation": ["telephoner"], "mobilisable_par": ["usagers"],
                  "mobilisation_precisions": "1. Appeler\n2. Venir", "conditions_acces": "À apporter : pièce d'identité, avis",
                  "modes_accueil": ["en-presentiel"], "contact_nom_prenom": "Marie Delmas",
                  "courriel": "marie@example.org"},
                 {"source": "dora", "structure_id": "dora--9", "id": "dora--s9", "nom": "Sans structure"}])");
    disk.enter("/nb");
    const std::vector<std::string> line{"import", "--map", "di", "/given/structures.json", "/given/services.json"};
    const auto told = test::run_command(disk, line);
    CAPTURE(told.err);
    CHECK(told.code == 0);
    CHECK(holds(told.err, "service sans sa structure « dora--9 »"));
    CHECK(holds(told.err, "courriel d'une personne"));
    const std::string fiche = disk.get("/nb/partners/ccas-fumel.yaml").value_or("");
    CAPTURE(fiche);
    for (const std::string_view words :
         {"kind: ccas-cias\n", "siret: \"21470106200025\"\n", "summary: Aides d'urgence.\n",
          "missions: [domiciliation, colis]\n", "limits: [suivi long]\n", "territory: [Fumel]\n",
          "hours: Mo-Fr 08:30-12:00\n", "hours_note: sur rendez-vous\n", "fee: free\n", "steps: [Appeler, Venir]",
          "bring: [pièce d'identité, avis]", "id: domiciliation", "reception: [in-person]", "person: marie-delmas",
          "name: data-inclusion", "id: dora--1", "on: 2026-05-02"})
        CHECK_MESSAGE(holds(fiche, words), words);
    CHECK_FALSE(holds(fiche, "marie.delmas@"));
    const std::string shop = disk.get("/nb/partners/epicerie-libos.yaml").value_or("");
    CHECK(holds(shop, "summary: Aide alimentaire.\n"));
    CHECK(holds(shop, "id: soliguide--77"));
    CHECK(holds(disk.get("/nb/people/marie-delmas.yaml").value_or(""), "marie@example.org"));
    const auto before = tree(disk);
    CHECK(test::run_command(disk, line).code == 0);
    CHECK(tree(disk) == before);

    // A hand edit stays; what the producer changed of a service comes.
    disk.put("/nb/partners/ccas-fumel.yaml", text::replace_all(fiche, "Aides d'urgence.", "Aides de tous les jours."));
    disk.put("/given/services.json",
             text::replace_all(*disk.get("/given/services.json"), "Une adresse pour", "Une adresse stable pour"));
    CHECK(test::run_command(disk, line).code == 0);
    const std::string after = disk.get("/nb/partners/ccas-fumel.yaml").value_or("");
    CHECK(holds(after, "Aides de tous les jours."));
    CHECK(holds(after, "Une adresse stable pour"));
}

TEST_CASE("import: data·inclusion that holds no structure is said") {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Carnet d'essai\n");
    disk.put("/given/services.json", R"([{"structure_id": "1", "id": "2", "nom": "Un service"}])");
    disk.enter("/nb");
    const auto told = test::run_command(disk, {"import", "--map", "di", "/given/services.json"});
    CHECK(told.code == 2);
    CHECK(holds(told.err, "structures.json services.json"));
}

TEST_CASE("import: --learn keeps the name that somebody decided about") {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Carnet d'essai\ndepartments: [\"47\"]\n");
    disk.put("/nb/partners/mission-locale.yaml",
             "name: Mission locale du Pays villeneuvois\nkind: association\nthemes: [emploi]\nterritory: [Fumel]\n");
    disk.put("/nb/imports/liste.yaml",
             "label: Liste\nfiles: [liste.csv]\nsource: liste\ncolumns: {nom: name, ville: address.commune}\n"
             "set: {kind: association, themes: [emploi], territory: {from: address.commune}}\n");
    disk.put("/given/liste.csv", "cafe:ligne;cafe:motif;cafe:fiche;nom;ville\n2;;mission-locale;MLPV;Fumel\n");
    disk.enter("/nb");
    const auto told = test::run_command(disk, {"import", "/given/liste.csv", "--learn"});
    CAPTURE(told.err);
    CHECK(told.code == 0);
    const std::string fiche = disk.get("/nb/partners/mission-locale.yaml").value_or("");
    CHECK(holds(fiche, "aliases: [MLPV]\n"));
    CHECK(holds(fiche, "name: Mission locale du Pays villeneuvois\n"));
    CHECK(test::run_command(disk, {"import", "/given/liste.csv", "--learn"}).code == 0);
    CHECK(disk.get("/nb/partners/mission-locale.yaml").value_or("") == fiche);
}

TEST_CASE("import: hours whose beginning and end are columns of their own") {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Carnet d'essai\ndepartments: [\"47\"]\n");
    disk.put("/nb/imports/liste.yaml",
             "label: Liste\nfiles: [liste.csv]\nsource: liste\ncolumns:\n  nom: name\n  ville: address.commune\n"
             "  ouvre: {to: hours, day: Mo, as: start}\n  ferme: {to: hours, day: Mo, as: end}\n"
             "set: {kind: association, themes: [emploi], territory: {from: address.commune}}\n");
    disk.put("/given/liste.csv", "nom;ville;ouvre;ferme\nUn lieu;Fumel;9h;12h30\n");
    disk.enter("/nb");
    const auto told = test::run_command(disk, {"import", "/given/liste.csv"});
    CAPTURE(told.err);
    CHECK(told.code == 0);
    CHECK(holds(disk.get("/nb/partners/un-lieu.yaml").value_or(disk.get("/nb/partners/lieu.yaml").value_or("")),
                "hours: Mo 09:00-12:30\n"));
}
