// What docs/import.md promises, on excerpts of real files (tests/import/SOURCE.md).
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/text.hpp"
#include "intake/csv.hpp"
#include "intake/memory.hpp"
#include "intake/said.hpp"
#include "intake/workbook.hpp"
#include "support/importing.hpp"

using namespace cafe;
using intake::Outcome;
using test::ImportNotebook;
using test::sample;

namespace {

std::string file(const ImportNotebook& notebook, const std::string& path) {
    return notebook.disk.get("/nb/" + path).value_or("");
}

bool holds(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

std::size_t with_phones(const ImportNotebook& notebook) {
    std::size_t n = 0;
    for (const auto& [path, text] : notebook.disk.files("/nb"))
        if (path.starts_with("partners/") && holds(text, "\nphones:")) ++n;
    return n;
}

// The fiches of an import without the names of their source.
std::map<std::string, std::string> fiches(const ImportNotebook& notebook) {
    std::map<std::string, std::string> all;
    for (auto& [path, text] : notebook.disk.files("/nb"))
        if (path.starts_with("partners/")) all[path] = text.substr(0, text.find("sources:"));
    return all;
}

}  // namespace

TEST_CASE("import: a national list, with hours of six columns, rounds in words and provisional numbers") {
    ImportNotebook notebook;
    const auto imported = notebook.first("france-services-2022.csv", sample("france-services-2022.csv"));
    CHECK(imported->plan.counts.made == 27);
    CHECK(with_phones(notebook) == 23);
    CHECK(holds(file(notebook, "partners/france-services-agen-leon-blum.yaml"),
                "hours: Mo-Th 09:00-12:00,13:30-16:30; Fr 09:30-12:00,13:30-16:30; Sa 09:00-12:00\n"));
    CHECK(holds(file(notebook, "partners/france-services-bogny-meuse.yaml"), "Un lundi sur deux : Mairie de DEVILLE"));
    CHECK(imported->says("accents brouillés"));
    bool mended = false;
    for (const auto& [path, text] : fiches(notebook)) mended = mended || holds(text, "Trie-Château");
    CHECK(mended);
    for (const auto& [path, text] : notebook.disk.files("/nb"))
        if (path.starts_with("partners/")) CHECK_FALSE(holds(text, "temp_"));
    for (const auto& [path, text] : notebook.disk.files("/nb"))
        if (path.starts_with("partners/")) CHECK_FALSE(holds(text, "heloise.mazieres"));
}

TEST_CASE("import: the same file again touches nothing, and what a dry run says is what is written") {
    ImportNotebook notebook;
    const std::string bytes = sample("france-services-2022.csv");
    const std::string name = notebook.draft("france-services-2022.csv", bytes);
    const auto dry = notebook.import(name, "france-services-2022.csv", bytes, intake::Mode::all, false);
    const auto real = notebook.import(name, "france-services-2022.csv", bytes);
    CHECK(dry->plan.files == real->plan.files);
    CHECK(intake::lines_of(dry->plan) == intake::lines_of(real->plan));
    notebook.today = notebook.today.plus_days(40);
    const auto again = notebook.import(name, "france-services-2022.csv", bytes);
    CHECK(again->plan.counts.same == 27);
    CHECK(again->plan.files.empty());
}

TEST_CASE("import: a second list of the same source keeps its fiches and what was written by hand") {
    ImportNotebook notebook;
    const auto before =
        notebook.first("reimport-france-services-2021.csv", sample("reimport-france-services-2021.csv"));
    CHECK(before->plan.counts.made == 30);
    const std::string edited =
        text::replace_all(file(notebook, "partners/ribemont.yaml"), "name: Ribemont", "name: La maison de Ribemont");
    notebook.disk.put("/nb/partners/ribemont.yaml", edited);
    const auto after = notebook.first("reimport-france-services-2022.csv", sample("reimport-france-services-2022.csv"));
    CHECK(after->plan.counts.made == 2);
    CHECK(after->plan.gone.empty());  // another mapping of the source: nothing of its own is gone
    CHECK(after->plan.counts.unsure == 0);
    CHECK(after->plan.counts.updated + after->plan.counts.same + after->plan.counts.conflicts == 28);
    const std::string ribemont = file(notebook, "partners/ribemont.yaml");
    CHECK(holds(ribemont, "name: La maison de Ribemont\n"));
    CHECK(holds(ribemont, "phones: [\"03 23 62 15 22\"]\n"));
    // What was changed in both is asked.
    const auto* row = after->row(5);
    REQUIRE(row != nullptr);
    CHECK(row->outcome == Outcome::conflict);
    CHECK(row->fields == std::vector<std::string>{"name"});
}

TEST_CASE("import: without a key, none that is found wrongly changes silently") {
    ImportNotebook notebook;
    const std::string name = notebook.draft("reimport-2021.csv", sample("reimport-france-services-2021.csv"));
    const auto without_key = [&](const std::string& mapping) {
        const std::string path = "/nb/imports/" + mapping + ".yaml";
        std::string text;
        const std::string whole = notebook.disk.get(path).value_or("");
        for (const std::string_view line : text::split(whole, '\n'))
            if (!line.starts_with("key:") && !line.starts_with("not_a_key:")) text += std::string(line) + "\n";
        notebook.disk.put(path, text);
    };
    without_key(name);
    notebook.import(name, "reimport-2021.csv", sample("reimport-france-services-2021.csv"));
    const std::string other = notebook.draft("autre-2022.csv", sample("reimport-france-services-2022.csv"));
    without_key(other);
    const auto after = notebook.import(other, "autre-2022.csv", sample("reimport-france-services-2022.csv"));
    // Which row of 2021 is which of 2022, by the producer's number.
    const auto numbers = intake::read_csv(sample("reimport-france-services-2021.csv"));
    for (const intake::RowReport& row : after->plan.rows) {
        if (row.outcome != Outcome::updated) continue;
        const std::string number = row.row->row->cells.front();
        const auto* record = store::find(after->book.partners, row.record.substr(9));
        REQUIRE(record != nullptr);
        bool same = false;
        for (const intake::Row& old : numbers.rows)
            same = same || (old.cells[0] == number && text::trim(old.cells[2]) == record->value.name);
        CAPTURE(row.record);
        CHECK(same);
    }
}

TEST_CASE("import: letters that are lost keep their rows out, said once") {
    ImportNotebook notebook;
    const auto imported = notebook.first("paca-2022.csv", sample("paca-2022.csv"));
    CHECK(imported->plan.counts.rejected == 22);
    CHECK(imported->says("85 cellules ont perdu une lettre"));
    CHECK(fiches(notebook).empty());
}

TEST_CASE("import: cells that moved are found, with the mended line") {
    ImportNotebook notebook;
    const auto imported = notebook.first("ultra-num-shifted.csv", sample("ultra-num-shifted.csv"));
    CHECK(imported->plan.counts.rejected == 12);
    CHECK(imported->plan.counts.made == 6);
    const auto* row = imported->row(8);
    REQUIRE(row != nullptr);
    CHECK(row->why.fr == "cellules décalées depuis la colonne 5 (Code postal)");
    const auto rejects = intake::rejects_of(imported->plan, *imported->table, Lang::fr);
    REQUIRE(rejects.size() == 1 + 12 * 2);
    CHECK(rejects[0][2] == "cafe:fiche");
    CHECK(rejects[2][4 + 3] == "49, Boulevard de Verdun");
    CHECK(rejects[2][4 + 4] == "97420");
}

TEST_CASE("import: rows that are too short wait, a parent is found by its number") {
    ImportNotebook notebook;
    const auto imported = notebook.first("dila-annuaire-2016.tsv", sample("dila-annuaire-2016.tsv"));
    CHECK(imported->plan.counts.rejected == 4);
    std::vector<std::string> reasons;
    for (const std::size_t line : {8U, 9U, 10U, 11U}) reasons.push_back(imported->row(line)->why.fr);
    CHECK(text::join(reasons, ", ") ==
          "12 cellules au lieu de 19, 9 cellules au lieu de 19, 10 cellules au lieu de 19, "
          "10 cellules au lieu de 19");
    ImportNotebook small;
    const auto two = small.first("services.csv",
                                 "id;name;parent_id;addressLocality;postalCode\n1;Direction des aides;;Fumel;47500\n"
                                 "2;Bureau des secours;1;Fumel;47500\n");
    CHECK(two->plan.counts.made == 2);
    CHECK(holds(file(small, "partners/bureau-secours.yaml"), "parent: direction-aides\n"));
}

TEST_CASE("import: five forms of one file give the same fiches") {
    std::map<std::string, std::string> expected;
    {
        ImportNotebook notebook;
        const auto imported = notebook.first("gironde.json", sample("gironde.json"));
        CHECK(imported->says("latitude et longitude étaient échangées"));
        expected = fiches(notebook);
        CHECK(expected.size() == 18);
    }
    for (const std::string name : {"gironde-excel-fr-cp1252.csv", "gironde-excel-unicode-utf16le.txt",
                                   "gironde-double-mojibake.csv", "gironde-titre-au-dessus.csv"}) {
        CAPTURE(name);
        ImportNotebook notebook;
        notebook.first(name, sample(name));
        const auto found = fiches(notebook);
        CHECK(found.size() >= 6);
        for (const auto& [path, text] : found) {
            REQUIRE(expected.contains(path));
            CHECK(text == expected.at(path));
        }
    }
}

TEST_CASE("import: Lambert 93, and a date that is none") {
    ImportNotebook notebook;
    const auto imported = notebook.first("maine-et-loire.json", sample("maine-et-loire.json"));
    CHECK(imported->says("Lambert 93"));
    CHECK(imported->plan.counts.made == 10);
    CHECK(holds(file(notebook, "partners/france-services-allonnes.yaml"), "latitude: 47.29"));
    CHECK_FALSE(intake::read_date("09/0102023", intake::DayOrder::day_first).has_value());
}

TEST_CASE("import: a zero that a spreadsheet took comes back when the whole column says so") {
    ImportNotebook notebook;
    const auto imported =
        notebook.first("carnet-de-bord-professionnels.csv", sample("carnet-de-bord-professionnels.csv"));
    CHECK(imported->says("le zéro que le tableur avait enlevé"));
    REQUIRE(imported->rows.all.size() == 2);
    CHECK(imported->rows.all[0].people.front().phones.front().number == "09 01 23 45 67");
    CHECK(imported->plan.counts.rejected == 2);  // no organisation to put them in
    // One number of nine digits that cannot be one: none is touched.
    ImportNotebook other;
    const auto kept = other.first("numeros.csv",
                                  "Nom;Téléphone;Ville\nUn lieu;536494141;Fumel\nDeux lieux;036494141;Fumel\n"
                                  "Trois lieux;036494142;Fumel\n");
    CHECK(kept->plan.counts.made == 3);
}

TEST_CASE("import: address books, with both titles, values in one cell and cards of three versions") {
    ImportNotebook notebook;
    for (const auto& [id, name] :
         {std::pair("ccas-fumel", "CCAS de Fumel"), std::pair("mission-locale", "Mission Locale Pays Villeneuvois"),
          std::pair("cms-fumel", "Département – CMS de Fumel"), std::pair("restos", "Restos du Cœur de Fumel")})
        notebook.disk.put(
            "/nb/partners/" + std::string(id) + ".yaml",
            "name: " + std::string(name) + "\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n");
    const auto outlook = notebook.first("outlook-fr-cp1252.csv", sample("outlook-fr-cp1252.csv"));
    const std::string solene = file(notebook, "people/solene-belard.yaml");
    CHECK(holds(solene, "name: Solène Bélard\n"));
    CHECK(holds(solene, "solene.belard@ccas-fumel.example.org"));
    CHECK(holds(solene, "audience: partners"));
    CHECK_FALSE(holds(solene, "informed"));
    CHECK(holds(file(notebook, "partners/ccas-fumel.yaml"), "person: solene-belard"));
    CHECK(holds(file(notebook, "partners/ccas-fumel.yaml"), "role: Responsable"));
    CHECK(outlook->plan.to_inform.size() >= 3);
    const auto google = notebook.first("google-contacts.csv", sample("google-contacts.csv"));
    CHECK(holds(file(notebook, "people/maelys-tauzin.yaml"), "05 36 49 77 77"));
    const auto cards = notebook.first("contacts.vcf", sample("contacts.vcf"));
    CHECK(cards->plan.counts.rejected == 1);
    CHECK(cards->row(34)->outcome == Outcome::rejected);
    CHECK(google->plan.counts.rejected == 1);  // « Dr Vergne » has no organisation
}

TEST_CASE("import: a table by hand, with headings, ditto marks, two numbers and a total") {
    ImportNotebook notebook;
    const auto imported =
        notebook.first("annuaire-cms-fumel-excel-cp1252.csv", sample("annuaire-cms-fumel-excel-cp1252.csv"));
    CHECK(imported->says("lignes de rubrique"));
    CHECK(imported->says("ligne de total"));
    CHECK(holds(file(notebook, "partners/csapa-source-anpaa.yaml"),
                "phones: [\"05 36 49 60 60\", \"05 36 49 60 61\"]\n"));
    CHECK(imported->row(6)->why.fr == "11 cellules au lieu de 10");
    CHECK(holds(file(notebook, "partners/cmp.yaml"), "phones: [\"05 36 49 41 41\"]\n"));
}

TEST_CASE("import: a workbook, sheet by sheet, with numbers whole") {
    const auto read = intake::read_file("dataset.xlsx", sample("data-inclusion-valideur-dataset.xlsx"));
    REQUIRE(read.ok());
    CHECK(read->tables.size() > 3);
    bool siret = false;
    bool date = false;
    for (const intake::Table& table : read->tables) {
        for (const std::string& header : table.header) date = date || header == "46076";
    }
    const auto sheets = intake::read_workbook(sample("data-inclusion-valideur-dataset.xlsx"), intake::Workbook::xlsx);
    REQUIRE(sheets.ok());
    for (const intake::Sheet& sheet : *sheets)
        for (const intake::Record& record : sheet.records)
            for (const std::string& cell : record.cells) siret = siret || cell == "60487647500499";
    CHECK(siret);
    CHECK(date);
}

TEST_CASE("import: a workbook whose cells hold their texts and say their types, as programs write it") {
    ImportNotebook notebook;
    const auto imported = notebook.first("accueils-matin-apres-midi.xlsx", sample("accueils-matin-apres-midi.xlsx"));
    CHECK(imported->plan.counts.made == 4);
    CHECK(imported->says("le zéro que le tableur avait enlevé"));
    const std::string fiche = file(notebook, "partners/mission-locale-moyenne-garonne-antenne-fumel.yaml");
    CHECK(holds(fiche, "postcode: \"47500\", commune: Fumel"));
    CHECK(holds(fiche, "phones: [\"05 36 49 11 00\"]\n"));
    CHECK(holds(fiche, "hours: Mo,Tu,Th 09:00-12:30,14:00-17:30; Fr 09:00-12:30\n"));
    // Beside cells of the usual kind, and what formulas gave.
    const auto sheets = intake::read_workbook(sample("types-de-cellules.xlsx"), intake::Workbook::xlsx);
    REQUIRE(sheets.ok());
    std::string cells;
    for (const intake::Record& record : sheets->front().records) cells += text::join(record.cells, "|") + "\n";
    CHECK(cells ==
          "Nom|CP|Ville|Téléphone\nMairie|47500|Fumel|536491400\nÉcole|47500|Fumel|536491401\n"
          "Atelier|47500|Fumel|536491402\n");
}

TEST_CASE("import: the workbook of data·inclusion's validator, with its faults") {
    ImportNotebook notebook;
    const auto imported =
        notebook.first("data-inclusion-valideur-dataset.xlsx", sample("data-inclusion-valideur-dataset.xlsx"));
    CHECK(imported->says("__ignore__"));
    const auto read = intake::read_file("dataset.xlsx", sample("data-inclusion-valideur-dataset.xlsx"));
    bool doubled = false;
    bool number = false;
    for (const intake::Table& table : read->tables)
        for (const Words& note : table.notes) {
            doubled = doubled || holds(note.fr, "« lien_source#2 »");
            number = number || holds(note.fr, "le nombre 46076");
        }
    CHECK(doubled);
    CHECK(number);
    // « 46076 » stands where date_maj should: nothing dates the fiche but the day of the import.
    const auto& made = imported->plan.rows;
    CHECK(std::any_of(made.begin(), made.end(),
                      [](const intake::RowReport& row) { return row.outcome == Outcome::made; }));
}
