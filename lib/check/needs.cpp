#include "check/needs.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.hpp"
#include "check/inspection.hpp"
#include "model/reference.hpp"
#include "model/values.hpp"
#include "store/catalog.hpp"
#include "store/health.hpp"

namespace cafe::check {

namespace rule {

const Rule wrong_counts{
    "E223",
    Severity::error,
    "comptes d'un trimestre mal écrits",
    "counts of a quarter written wrongly",
    "Un fichier de needs/ dit son trimestre, un total, et des cases qui sont des thèmes, des zones, des raisons ou des "
    "délais connus. « cafe orient counts » l'écrit ainsi.",
    "A file of needs/ says its quarter, a total, and cells that are known themes, areas, reasons or delays. 'cafe "
    "orient counts' writes it so.",
    "# needs/2026-Q3.yaml\nquarter: 2026-Q2\nasked: 20\n",
    "# needs/2026-Q3.yaml\nquarter: 2026-Q3\nasked: 20\n"};

const Rule small_cell{
    "E702",
    Severity::error,
    "nombre qui désigne quelqu'un",
    "number that points at somebody",
    "Moins de cinq personnes dans une case : dans un canton, on les reconnaît, et git garde ce nombre pour toujours. "
    "« cafe orient counts » réunit ces cases en « others », ou laisse le tableau de côté.",
    "Fewer than five people in a cell: in a canton they are recognised, and git keeps the number for ever. 'cafe "
    "orient counts' joins such cells as 'others', or leaves the table out.",
    "# needs/2026-Q3.yaml\nquarter: 2026-Q3\nasked: 20\nthemes:\n  logement: 17\n  hebergement: 3\n",
    "# needs/2026-Q3.yaml\nquarter: 2026-Q3\nasked: 20\nthemes:\n  logement: 13\n  others: 7\n"};

const Rule journal_form{
    "E703",
    Severity::error,
    "journal d'orientations dans le carnet",
    "journal of orientations in the notebook",
    "Une ligne « ref: » suivie d'une référence, ou les compteurs d'un journal : ce qui suit quelqu'un n'est jamais "
    "dans "
    "git, qui garde tout dans chaque copie. Le journal est hors du carnet, à vous seul (docs/orientations.md).",
    "A line 'ref:' with a reference, or the counters of a journal: what follows somebody is never in git, which keeps "
    "everything in every copy. The journal lies outside of the notebook, yours alone (docs/orientations.md).",
    "# orientations-2026.yaml\norientations:\n  - ref: K7QF2M-8\n    to: ccas-fumel\n    asked: 2026-11-06\n",
    "# partners/ccas-fumel.yaml\nname: CCAS de Fumel\n"};

}  // namespace rule

namespace {

using model::CountTable;
using model::Needs;
using yaml::Node;

constexpr Phrase<std::string, std::string> other_quarter{"le fichier est de {0}, et dit « {1} »",
                                                         "the file is of {0}, and says '{1}'"};
constexpr Phrase<std::string> no_quarter{"« {} » n'est pas un trimestre", "'{}' is no quarter"};
constexpr Phrase<> name_so{"l'écrire comme ceci : needs/2026-Q3.yaml", "write it like this: needs/2026-Q3.yaml"};
constexpr Phrase<std::string> lacks{"il manque « {} »", "'{}' is missing"};
constexpr Phrase<> count_again{"enlever le fichier et compter de nouveau : cafe orient counts TRIMESTRE",
                               "remove the file and count again: cafe orient counts QUARTER"};
constexpr Phrase<std::string> unknown_cell{"« {} » n'est pas une case connue de ce tableau",
                                           "'{}' is no known cell of this table"};
constexpr Phrase<std::string> no_number{"« {} » n'est pas un nombre", "'{}' is not a number"};
constexpr Phrase<int> too_few{"{} : moins de cinq, on y reconnaîtrait quelqu'un",
                              "{}: fewer than five, somebody could be recognised"};
constexpr Phrase<> join_cells{"réunir les petites cases sous « others », ou enlever le tableau",
                              "join the small cells as 'others', or take the table out"};
constexpr Phrase<> tells_of_one{"ce fichier suit quelqu'un : il a la forme du journal des orientations",
                                "this file follows somebody: it has the form of the journal of orientations"};
constexpr Phrase<> take_away{"le sortir du carnet ; s'il a été enregistré dans git, l'historique le garde",
                             "take it out of the notebook; if git committed it, its history keeps it"};

bool is_one_of(const std::vector<model::Choice>& choices, std::string_view key) {
    return std::any_of(choices.begin(), choices.end(), [&](const model::Choice& one) { return one.value == key; });
}

struct Known {
    const model::Vocabulary& vocabulary;
    const territory::Territory& territory;
};

bool is_known_cell(const CountTable& table, const std::string& key, const Known& known) {
    if (key == model::other_cells || key == model::unsaid_cell) return true;
    if (table.cells == &Needs::themes) return known.vocabulary.knows(model::VocabularyKind::themes, key);
    if (table.cells == &Needs::delays) return is_one_of(model::delays(), key);
    if (table.cells == &Needs::reasons) return key == model::no_reason_cell || is_one_of(model::reasons(), key);
    const auto found = known.territory.resolve(key, territory::Spoken::record);
    return std::holds_alternative<territory::AreaRef>(found);
}

void check_number(const std::string& written, Span span, Report& report) {
    const auto number = model::to_whole_number(written);
    if (!number)
        report.add(rule::wrong_counts, span, no_number(utf8::printable(written)), count_again());
    else if (!model::is_large_enough(*number))
        report.add(rule::small_cell, span, too_few(*number), join_cells());
}

void check_table(const CountTable& table, const Node& node, const Known& known, Report& report) {
    for (const yaml::Entry& cell : node.entries) {
        if (!is_known_cell(table, cell.key.text, known))
            report.add(rule::wrong_counts, cell.key.span, unknown_cell(utf8::printable(cell.key.text)), count_again());
        check_number(cell.value.text, cell.value.span, report);
    }
}

void check_quarter(const store::NeedsFile& file, const Node* said, Report& report) {
    if (!model::is_quarter(file.name))
        return report.add_on_record(rule::wrong_counts, no_quarter(utf8::printable(file.name)), name_so());
    if (said == nullptr) return report.add_on_record(rule::wrong_counts, lacks("quarter"), count_again());
    if (file.value.quarter != file.name)
        report.add(rule::wrong_counts, said->span, other_quarter(file.name, utf8::printable(file.value.quarter)),
                   count_again());
}

// Whether a file of this name may hold a journal; pages and pictures do not.
bool may_be_journal(const std::string& name) {
    constexpr std::array endings{".yaml", ".yml", ".txt"};
    return name.find("orientations-") != std::string::npos ||
           std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return name.ends_with(ending); });
}

void add_journal(const std::string& path, const std::string& text, Findings& found) {
    const auto at = model::journal_form_at(text);
    if (!at) return;
    const Span line{*at, std::min(text.find('\n', *at), text.size())};
    found.push_back({&rule::journal_form, LineIndex(text).place(path, line), tells_of_one(), take_away(), {}});
}

}  // namespace

Findings check_needs(const std::vector<store::NeedsFile>& files, const model::Vocabulary& vocabulary,
                     const territory::Territory& territory) {
    Findings found;
    for (const store::NeedsFile& file : files) {
        found.insert(found.end(), file.findings.begin(), file.findings.end());
        if (file.source == nullptr) continue;
        Report report(*file.source, found);
        const Node& tree = file.source->tree;
        check_quarter(file, tree.find("quarter"), report);
        const Node* asked = tree.find("asked");
        if (asked == nullptr)
            report.add_on_record(rule::wrong_counts, lacks("asked"), count_again());
        else
            check_number(asked->text, asked->span, report);
        for (const CountTable& table : model::count_tables())
            if (const Node* node = tree.find(table.key)) check_table(table, *node, {vocabulary, territory}, report);
    }
    return found;
}

Findings check_text(const std::string& path, const std::string& text, const store::Book& book) {
    Findings found;
    add_journal(path, text, found);
    if (!path.starts_with(std::string(store::needs_folder) + "/") || !path.ends_with(".yaml")) return found;
    const territory::Territory territory(store::territory_setup(book.settings.value, book.areas.value));
    const Findings more = check_needs({store::read_needs(text, path)}, book.vocabulary, territory);
    found.insert(found.end(), more.begin(), more.end());
    return found;
}

Findings check_journals(Disk& disk, const store::Book& book) {
    Findings found;
    std::set<std::string> read;
    for (const auto& source : book.sources) {
        read.insert(source->path);
        add_journal(source->path, source->text, found);
    }
    const auto files = store::all_files(disk, book.root);
    if (!files) return found;
    for (const std::string& file : *files) {
        if (!may_be_journal(path::name(file)) || read.contains(file)) continue;
        if (const auto text = disk.read(path::join(book.root, file), store::largest_record))
            add_journal(file, *text, found);
    }
    return found;
}

}  // namespace cafe::check
