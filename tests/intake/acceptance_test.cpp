// The last line of the table of acceptance, for every sample: a dry run is true, a second run touches nothing, undo
// brings the tree back; and what else is done with the whole command.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

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
