#include "view/needs.hpp"

#include <algorithm>

#include "facts/service.hpp"
#include "model/partner.hpp"
#include "model/values.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using model::CountCell;
using model::CountTable;
using model::Needs;

constexpr std::string_view all_of_it = "asked";
constexpr std::string_view no_place = "no-place";
constexpr std::string_view never_answered = "none";

constexpr Phrase<> total{"orientations demandées", "referrals asked for"};
constexpr Phrase<> all_together{"ensemble", "all"};
constexpr Phrase<> others{"autres", "others"};
constexpr Phrase<> unsaid{"non dit", "not said"};
constexpr Phrase<> no_refusal{"pas de refus", "no refusal"};
constexpr Phrase<int> at_least_so_many{"au moins {}", "at least {}"};

constexpr Phrase<> section_title{"Ce qui a été demandé", "What was asked for"};
constexpr Phrase<Words> lead{
    "{} : orientations que des professionnels du réseau ont demandées, arrondies à cinq près. Aucun nombre sous cinq "
    "n’est dit.",
    "{}: referrals that professionals of the network asked for, rounded to five. No number below five is told."};
constexpr Phrase<std::string> so_many{"{} demandes.", "{} requests."};
constexpr Phrase<std::string> without_place{"Sans place : {}.", "No place: {}."};
constexpr Phrase<std::string> without_answer{"Sans réponse : {}.", "No answer: {}."};
constexpr Phrase<> theme_column{"Thème", "Topic"};
constexpr Phrase<> area_column{"Zone", "Area"};
constexpr Phrase<> asked_column{"Demandes", "Requests"};
constexpr Phrase<> partners_column{"Partenaires", "Partners"};

Words label_in(const std::vector<model::Choice>& choices, const std::string& key) {
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const model::Choice& one) { return one.value == key; });
    return found == choices.end() ? same(key) : Words{std::string(found->label.fr), std::string(found->label.en)};
}

Words name_of(const CountTable& table, const std::string& key, const store::Catalog& catalog) {
    if (key == model::other_cells) return others();
    if (key == model::unsaid_cell) return unsaid();
    if (table.cells == &Needs::themes) return catalog.vocabulary().label(model::VocabularyKind::themes, key);
    if (table.cells == &Needs::delays) return label_in(model::delays(), key);
    if (table.cells == &Needs::reasons)
        return key == model::no_reason_cell ? no_refusal() : label_in(model::reasons(), key);
    const auto found = catalog.territory().resolve(key, territory::Spoken::record);
    const auto* area = std::get_if<territory::AreaRef>(&found);
    return same(area == nullptr ? key : catalog.territory().name(*area));
}

// How many partners that are open state this theme, or one below it.
std::size_t answering(const store::Catalog& catalog, const std::string& theme) {
    return static_cast<std::size_t>(
        std::count_if(catalog.partners().begin(), catalog.partners().end(), [&](const store::PartnerEntry& entry) {
            const auto stated = facts::all_themes(entry.value);
            return model::status_of(entry.value.status) == model::Status::active &&
                   std::any_of(stated.begin(), stated.end(),
                               [&](const std::string& own) { return catalog.vocabulary().answers(own, theme); });
        }));
}

// The rows of one table, for the page: a theme that has a page leads there.
Table table_of(const Directory& directory, const std::vector<Need>& needs, std::string_view which, bool at_least) {
    const Lang lang = directory.edition.lang;
    const bool themes = which == "themes";
    Table table;
    table.columns = {(themes ? theme_column : area_column)().in(lang), asked_column().in(lang)};
    if (themes) table.columns.push_back(partners_column().in(lang));
    table.caption = section_title().in(lang) + " : " + table.columns.front();
    for (const Need& need : needs) {
        if (need.table != which) continue;
        const bool leads = themes && directory.has_theme(need.key);
        std::vector<Text> row{
            leads ? to_page(need.name.in(lang), {PageKind::theme, need.key}) : plain(need.name.in(lang)),
            plain(count_in_words(need, at_least, lang))};
        if (themes) {
            const std::size_t answer = leads ? directory.for_theme(need.key).size() : 0;
            row.push_back(!need.partners ? plain("") : answer == 0 ? strong("–") : plain(std::to_string(answer)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

bool lacks_offer(const Need& need) {
    return need.partners == std::size_t{0} || (need.table == "reasons" && need.key == no_place) ||
           (need.table == "delays" && need.key == never_answered);
}

Words table_in_words(const Need& need) {
    for (const CountTable& table : model::count_tables())
        if (table.key == need.table) return {std::string(table.label.fr), std::string(table.label.en)};
    return all_together();
}

std::vector<Need> needs_of(const Needs& needs, const store::Catalog& catalog) {
    std::vector<Need> all{{all_of_it, std::string(all_of_it), total(), needs.asked.value_or(0), {}}};
    for (const CountTable& table : model::count_tables()) {
        for (const CountCell& cell : needs.*table.cells) {
            Need need{table.key,
                      cell.key,
                      name_of(table, cell.key, catalog),
                      model::to_whole_number(cell.number).value_or(0),
                      {}};
            if (table.cells == &Needs::themes && catalog.vocabulary().knows(model::VocabularyKind::themes, cell.key))
                need.partners = answering(catalog, cell.key);
            all.push_back(std::move(need));
        }
    }
    return all;
}

std::string count_in_words(const Need& need, bool at_least, Lang lang) {
    return at_least ? at_least_so_many(need.count).in(lang) : std::to_string(need.count);
}

std::optional<Section> needs_section(const Directory& directory, const std::vector<facts::ReleasedNeeds>& all) {
    if (all.empty()) return std::nullopt;
    const Lang lang = directory.edition.lang;
    const model::Needs& newest = *all.front();
    const bool at_least = newest.at_least.value_or(false);
    const std::vector<Need> needs = needs_of(newest, directory.edition.catalog);
    Section section;
    section.title = section_title().in(lang);
    section.anchor = "besoins";
    section.blocks.push_back({Paragraph{plain(lead(model::quarter_in_words(newest.quarter)).in(lang)), {}}});
    std::string said;
    for (const Need& need : needs) {
        const std::string number = count_in_words(need, at_least, lang);
        if (need.table == all_of_it) said += capitalised(so_many(number).in(lang));
        if (need.table == "reasons" && need.key == no_place) said += " " + without_place(number).in(lang);
        if (need.table == "delays" && need.key == never_answered) said += " " + without_answer(number).in(lang);
    }
    section.blocks.push_back({Paragraph{plain(said), {}}});
    for (const std::string_view which : {"themes", "areas"})
        if (Table table = table_of(directory, needs, which, at_least); !table.rows.empty())
            section.blocks.push_back({std::move(table)});
    return section;
}

}  // namespace cafe::view
