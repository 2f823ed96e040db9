#include "stats_tables.hpp"

#include <array>
#include <string>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "meeting.hpp"
#include "meetings/stats.hpp"
#include "meetings/subjects.hpp"
#include "model/fields.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "view/needs.hpp"
#include "view/wording.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> no_table{"aucun tableau « {} »", "no table '{}'"};
constexpr Phrase<std::string> tables_are{"cafe stats, ou cafe stats {}", "cafe stats, or cafe stats {}"};
constexpr Phrase<> nobody_to_introduce{"tous ceux qui partagent un thème et un territoire se sont déjà rencontrés",
                                       "all who share a theme and an area have met"};
constexpr Phrase<> nothing_said{"rien n'a encore de thème", "nothing has a theme yet"};
constexpr Phrase<> no_deployment{"network.yaml ne dit pas encore où le réseau se déploie",
                                 "network.yaml does not say yet where the network is deployed"};

constexpr Phrase<> nothing_counted{"aucun trimestre n'est compté : cafe orient counts TRIMESTRE",
                                   "no quarter is counted: cafe orient counts QUARTER"};

struct Column {
    std::string_view key;
    Label title;
};

// A table whose cells read like its records, but for the words that people see instead of ids.
class Table {
public:
    Table(const model::Shape& shape, const std::vector<Column>& columns, Lang lang)
        : listing_{"cafe/stats/1", &shape, {}, {}}, columns_(columns) {
        for (const Column& column : columns) listing_.columns.push_back({std::string(column.title.in(lang)), {}});
    }

    void add(const std::string& id, const std::vector<std::string>& values, const std::vector<std::string>& words) {
        std::vector<std::pair<std::string, std::string>> record;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            listing_.columns[i].cells.push_back(words[i]);
            record.emplace_back(columns_[i].key, values[i]);
        }
        listing_.records.push_back({id, mapping_of(record)});
    }

    Result<int> print(World& world, const Arguments& arguments, const Words& when_empty) {
        auto code = print_listing(world, arguments, listing_);
        const auto machine = wants_machine_form(arguments);
        if (code && *code == 1 && machine && !*machine) world.say(when_empty);
        return code;
    }

private:
    Listing listing_;
    std::vector<Column> columns_;
};

std::string theme_label(const store::Catalog& catalog, const std::string& id, Lang lang) {
    return catalog.vocabulary().label(model::VocabularyKind::themes, id).in(lang);
}

Result<int> print_introductions(World& world, const Arguments& arguments, const store::Catalog& catalog,
                                const meetings::StatsAsked& asked) {
    static const model::Shape shape = plain_shape_of("introduction", {"first", "second", "themes", "area"});
    Table table(shape,
                {{"first", {"partenaire", "partner"}},
                 {"second", {"et", "and"}},
                 {"themes", {"thèmes communs", "shared themes"}},
                 {"area", {"territoire", "area"}}},
                world.lang);
    for (const meetings::Pair& pair : meetings::introductions(catalog, asked)) {
        std::vector<std::string> labels;
        for (const std::string& theme : pair.themes) labels.push_back(theme_label(catalog, theme, world.lang));
        table.add(pair.first + "+" + pair.second, {pair.first, pair.second, text::join(pair.themes, ", "), pair.area},
                  {named(catalog, pair.first), named(catalog, pair.second), text::join(labels, ", "), pair.area});
    }
    return table.print(world, arguments, nobody_to_introduce());
}

Result<int> print_themes(World& world, const Arguments& arguments, const store::Catalog& catalog,
                         const meetings::StatsAsked& asked) {
    static const model::Shape shape = plain_shape_of("theme-of-year", {"year", "theme", "said", "worries", "needs"});
    Table table(shape,
                {{"year", {"année", "year"}},
                 {"theme", {"thème", "theme"}},
                 {"said", {"fois", "times"}},
                 {"worries", {"inquiétudes", "worries"}},
                 {"needs", {"besoins", "needs"}}},
                world.lang);
    for (const meetings::ThemeOfYear& one : meetings::themes_by_year(catalog, asked)) {
        const std::vector<std::string> numbers{std::to_string(one.said), std::to_string(one.worries),
                                               std::to_string(one.needs)};
        const std::string year = std::to_string(one.year);
        table.add(year + "/" + one.theme, {year, one.theme, numbers[0], numbers[1], numbers[2]},
                  {year, theme_label(catalog, one.theme, world.lang), numbers[0], numbers[1], numbers[2]});
    }
    return table.print(world, arguments, nothing_said());
}

std::string area_name(const store::Catalog& catalog, const std::string& written) {
    const auto found = catalog.territory().resolve(written, territory::Spoken::record);
    const auto* area = std::get_if<territory::AreaRef>(&found);
    return area == nullptr ? written : catalog.territory().name(*area);
}

Result<int> print_areas(World& world, const Arguments& arguments, const store::Catalog& catalog,
                        const meetings::StatsAsked& asked) {
    static const model::Shape shape = plain_shape_of(
        "area-figures", {"area", "state", "since", "referents", "deputies", "meetings", "worries", "needs"});
    Table table(shape,
                {{"area", {"territoire", "area"}},
                 {"state", {"état", "state"}},
                 {"since", {"depuis", "since"}},
                 {"referents", {"référents", "referents"}},
                 {"deputies", {"suppléants", "deputies"}},
                 {"meetings", {"réunions tenues", "meetings held"}},
                 {"worries", {"inquiétudes", "worries"}},
                 {"needs", {"besoins", "needs"}}},
                world.lang);
    for (const meetings::AreaFigures& one : meetings::areas_in_figures(catalog, asked)) {
        std::vector<std::string> values{one.area, one.state, one.since ? one.since->iso() : ""};
        for (const int number : {one.referents, one.deputies, one.meetings, one.worries, one.needs})
            values.push_back(std::to_string(number));
        std::vector<std::string> words = values;
        words[0] = area_name(catalog, one.area);
        words[1] = view::choice_label(model::network_shape(), "deployment.state", one.state, world.lang);
        table.add(one.area, values, words);
    }
    return table.print(world, arguments, no_deployment());
}

// What was asked for and by whom it is answered, quarter by quarter: as it stands in needs/.
Result<int> print_needs(World& world, const Arguments& arguments, const store::Catalog& catalog,
                        const meetings::StatsAsked& asked) {
    static const model::Shape shape =
        plain_shape_of("need", {"quarter", "table", "key", "count", "at_least", "partners", "no_offer"});
    const auto root = store::find_notebook(world.disk, world.start);
    if (!root) return root.error();
    Table table(shape,
                {{"quarter", {"trimestre", "quarter"}},
                 {"table", {"par", "by"}},
                 {"key", {"quoi", "what"}},
                 {"count", {"demandes", "requests"}},
                 {"at_least", {"au moins", "at least"}},
                 {"partners", {"partenaires", "partners"}},
                 {"no_offer", {"sans offre", "no offer"}}},
                world.lang);
    for (const auto& needs : facts::release_needs(store::needs_in(world.disk, *root), facts::Reader::own)) {
        if (asked.since && model::end_of_quarter(needs.id()) <= *asked.since) continue;
        const bool at_least = needs->at_least.value_or(false);
        for (const view::Need& need : view::needs_of(*needs, catalog)) {
            const std::string partners = need.partners ? std::to_string(*need.partners) : "";
            const auto mark = [](bool is) { return is ? Words{"oui", "yes"} : Words{}; };
            table.add(needs.id() + "/" + std::string(need.table) + "/" + need.key,
                      {needs.id(), std::string(need.table), need.key, std::to_string(need.count),
                       at_least ? "true" : "false", partners, view::lacks_offer(need) ? "true" : "false"},
                      {needs.id(), view::table_in_words(need).in(world.lang), need.name.in(world.lang),
                       std::to_string(need.count), mark(at_least).in(world.lang), partners,
                       mark(view::lacks_offer(need)).in(world.lang)});
        }
    }
    return table.print(world, arguments, nothing_counted());
}

struct Named {
    std::string_view name;
    Result<int> (*print)(World&, const Arguments&, const store::Catalog&, const meetings::StatsAsked&);
};
constexpr std::array<Named, 4> tables{
    {{"introductions", print_introductions}, {"themes", print_themes}, {"areas", print_areas}, {"needs", print_needs}}};

}  // namespace

model::Shape plain_shape_of(std::string_view name, std::initializer_list<std::string_view> keys) {
    model::Shape shape{name, {}};
    for (const std::string_view key : keys) {
        model::Field field;
        field.key = key;
        shape.fields.push_back(field);
    }
    return shape;
}

std::vector<std::string_view> stats_tables() {
    std::vector<std::string_view> names;
    for (const Named& one : tables) names.push_back(one.name);
    return names;
}

Result<int> print_stats_table(World& world, const Arguments& arguments, const store::Catalog& catalog,
                              const meetings::StatsAsked& asked) {
    const std::string& typed = arguments.words.front();
    for (const Named& one : tables)
        if (one.name == typed) return one.print(world, arguments, catalog, asked);
    std::vector<std::string> names;
    for (const Named& one : tables) names.emplace_back(one.name);
    return Error{ErrorKind::usage, no_table(utf8::printable(typed)), tables_are(text::join(names, ", "))};
}

}  // namespace cafe::cmd
