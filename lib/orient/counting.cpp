#include "orient/counting.hpp"

#include <algorithm>
#include <map>

#include "base/hashes.hpp"
#include "base/utf8.hpp"
#include "model/values.hpp"
#include "store/needs.hpp"
#include "yaml/scalar.hpp"

namespace cafe::orient {

namespace {

using model::CountCell;
using model::CountTable;
using model::Needs;

constexpr std::size_t digits_of_digest = 12;

constexpr std::string_view head =
    "# Compté par « cafe orient counts » : aucun nombre sous cinq, aucun tableau croisé. Ne rien corriger à la main.\n"
    "# Counted by 'cafe orient counts': no number below five, no crossed table. Nothing to edit by hand.\n";

constexpr Phrase<std::string> no_counts{"{} n'est pas un fichier de comptes d'orientations",
                                        "{} is no file of counts of orientations"};
constexpr Phrase<> made_by{"prendre un fichier écrit par « cafe orient counts TRIMESTRE -o FICHIER »",
                           "take a file that 'cafe orient counts QUARTER -o FILE' wrote"};
constexpr Phrase<std::string, Words> not_read{"{0} n'est pas un fichier de comptes d'orientations : {1}",
                                              "{0} is no file of counts of orientations: {1}"};
constexpr Phrase<std::string> too_small{"{} compte moins de cinq personnes dans une case : elles s'y reconnaîtraient",
                                        "{} counts fewer than five people in a cell: they could be recognised"};
constexpr Phrase<std::string, Words> other_quarter{"{0} compte un autre trimestre : {1}",
                                                   "{0} counts another quarter: {1}"};
constexpr Phrase<std::string> added_before{"{} est déjà dans la somme", "{} is in the sum already"};

int rounded(int number) {
    constexpr int half = model::least_count / 2;
    return (number + half) / model::least_count * model::least_count;
}

std::vector<CountCell> cells_of(const Counts::Table& table) {
    std::vector<CountCell> cells;
    for (const auto& [key, number] : table) cells.push_back({key, std::to_string(number)});
    // The largest first, what is left of the small ones last.
    const auto rank = [](const CountCell& cell) {
        return std::pair(cell.key == model::other_cells, -model::to_whole_number(cell.number).value_or(0));
    };
    std::stable_sort(cells.begin(), cells.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return cells;
}

// A table without its small cells; an empty one where it cannot be told. Fours alone would say what they are: nothing
// else that is small adds up to so much.
Counts::Table without_small(const Counts::Table& table) {
    Counts::Table shown;
    int others = 0;
    bool fours_alone = true;
    for (const auto& [key, number] : table) {
        if (number == 0) continue;
        if (model::is_large_enough(number)) {
            shown[key] = number;
            continue;
        }
        others += number;
        fours_alone = fours_alone && number == model::least_count - 1;
    }
    if (others == 0) return shown;
    if (!model::is_large_enough(others) || fours_alone) return {};
    shown[std::string(model::other_cells)] = others;
    return shown;
}

// What tells two files of counts apart, whatever was added to them since.
std::string digest_of(Needs needs) {
    needs.added.clear();
    return sha256(write_needs(needs)).substr(0, digits_of_digest);
}

// What a table lacks of all that was asked is of those who said nothing.
void complete(Counts& counts) {
    for (const CountTable& table : model::count_tables()) {
        Counts::Table& cells = counts.tables[std::string(table.key)];
        int told = 0;
        for (const auto& [key, number] : cells) told += number;
        const bool reasons = table.cells == &Needs::reasons;
        if (told < counts.asked)
            cells[std::string(reasons ? model::no_reason_cell : model::unsaid_cell)] += counts.asked - told;
    }
}

Counts::Table table_of(const std::vector<CountCell>& cells) {
    Counts::Table table;
    for (const CountCell& cell : cells) table[cell.key] += model::to_whole_number(cell.number).value_or(0);
    return table;
}

}  // namespace

Counts counts_of(const Years& years, const std::string& quarter, const ThemeOf& theme_of) {
    Counts counts;
    for (const auto& [year, journal] : years) {
        if (const auto purged = journal.counters.find(quarter); purged != journal.counters.end()) {
            counts.asked += purged->second.asked;
            for (const auto& [name, table] : purged->second.tables)
                for (const auto& [key, number] : table) counts.tables[name][key] += number;
        }
        for (const Orientation& one : journal.orientations)
            if (model::quarter_of(one.asked) == quarter) count(counts, one, theme_of(one));
    }
    complete(counts);
    return counts;
}

std::optional<Needs> suppressed(const Counts& counts, const std::string& quarter) {
    if (counts.asked < model::least_count) return std::nullopt;
    Needs needs;
    needs.quarter = quarter;
    needs.asked = rounded(counts.asked);
    for (const CountTable& table : model::count_tables()) {
        const auto found = counts.tables.find(std::string(table.key));
        if (found != counts.tables.end()) needs.*table.cells = cells_of(without_small(found->second));
    }
    return needs;
}

std::string write_needs(const Needs& needs) {
    std::string out(head);
    out += "quarter: " + needs.quarter + "\nasked: " + std::to_string(needs.asked.value_or(0)) + "\n";
    if (needs.at_least.value_or(false)) out += "at_least: true\n";
    for (const CountTable& table : model::count_tables()) {
        if ((needs.*table.cells).empty()) continue;
        out += std::string(table.key) + ":\n";
        for (const CountCell& cell : needs.*table.cells)
            out += "  " + yaml::write_text(cell.key, yaml::Context::key) + ": " + cell.number + "\n";
    }
    if (needs.added.empty()) return out;
    out += "added:\n";
    for (const std::string& digest : needs.added) out += "  - " + yaml::write_text(digest, yaml::Context::block) + "\n";
    return out;
}

Result<Needs> counts_in(const std::string& text, const std::string& file) {
    const std::string name = utf8::printable(file);
    const store::NeedsFile read = store::read_needs(text, file);
    for (const Diagnostic& finding : read.findings)
        return Error{ErrorKind::usage, not_read(name, finding.message), made_by()};
    if (!model::is_quarter(read.value.quarter) || !read.value.asked)
        return Error{ErrorKind::usage, no_counts(name), made_by()};
    if (!model::is_safe(read.value)) return Error{ErrorKind::usage, too_small(name), made_by()};
    return read.value;
}

Result<Done> add(Needs& sum, const Needs& more, const std::string& file) {
    const std::string name = utf8::printable(file);
    if (more.quarter != sum.quarter)
        return Error{ErrorKind::usage, other_quarter(name, model::quarter_in_words(more.quarter)), {}};
    // What was counted here stands in the sum under its own digest.
    std::vector<std::string> now = sum.added;
    if (now.empty() && sum.asked) now.push_back(digest_of(sum));
    std::vector<std::string> new_ones = more.added;
    if (new_ones.empty()) new_ones.push_back(digest_of(more));
    for (const std::string& one : new_ones) {
        if (std::find(now.begin(), now.end(), one) != now.end()) return Error{ErrorKind::usage, added_before(name), {}};
        now.push_back(one);
    }
    sum.at_least = true;
    sum.asked = sum.asked.value_or(0) + *more.asked;
    sum.added = std::move(now);
    for (const CountTable& table : model::count_tables()) {
        Counts::Table cells = table_of(sum.*table.cells);
        for (const auto& [key, number] : table_of(more.*table.cells)) cells[key] += number;
        sum.*table.cells = cells_of(cells);
    }
    return Done{};
}

}  // namespace cafe::orient
