#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "meeting.hpp"
#include "meeting_commands.hpp"
#include "meetings/stats.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "render/bars_svg.hpp"
#include "render/json.hpp"
#include "stats_tables.hpp"

namespace cafe::cmd {

namespace {

using meetings::Stats;

constexpr Phrase<std::string> no_day{"« {} » n'est pas un jour", "'{}' is not a day"};
constexpr Phrase<> write_day{"comme ceci : 2026-01-01", "like this: 2026-01-01"};
constexpr Phrase<> none{"aucune réunion tenue", "no meeting held"};
constexpr Phrase<std::string> drifting_names{"s'éloignent : {}", "drifting: {}"};
constexpr Label figure_title{"chiffre", "figure"};
constexpr Label value_title{"valeur", "value"};

// The figures in the order in which they are shown. The key is the one of JSON and CSV, the label what people read.
struct Row {
    std::string_view key;
    Label label;
    std::string value;
};

std::vector<Row> rows_of(const Stats& stats) {
    const auto number = [](auto n) { return std::to_string(n); };
    return {
        {"meetings", {"réunions tenues", "meetings held"}, number(stats.meetings.size())},
        {"attendances", {"présences", "attendances"}, number(stats.attendances)},
        {"people", {"personnes", "people"}, number(stats.people)},
        {"guests", {"invités hors carnet", "guests"}, number(stats.guests)},
        {"first_timers", {"venus pour la première fois", "first-timers"}, number(stats.first_timers)},
        {"partners_reached", {"partenaires venus", "partners who came"}, number(stats.partners_reached)},
        {"partners_known", {"partenaires connus", "partners known"}, number(stats.partners_known)},
        {"regulars", {"habitués", "regulars"}, number(stats.regulars.size())},
        {"drifting", {"s'éloignent", "drifting"}, number(stats.drifting.size())},
        {"met_first_time", {"partenaires qui se sont rencontrés", "partners who met"}, number(stats.met_first_time)},
        {"fiches_verified",
         {"fiches relues à la table", "records checked at the table"},
         number(stats.fiches_verified)},
        {"questions", {"questions", "questions"}, number(stats.questions)},
        {"answered", {"questions répondues", "questions answered"}, number(stats.answered)},
        {"days_to_answer",
         {"jours pour répondre (médiane)", "days to answer (median)"},
         stats.days_to_answer ? number(*stats.days_to_answer) : std::string()},
        {"worries", {"inquiétudes", "worries"}, number(stats.worries)},
        {"needs", {"besoins", "needs"}, number(stats.needs)},
        {"actions", {"actions", "actions"}, number(stats.actions)},
        {"actions_done", {"actions faites", "actions done"}, number(stats.actions_done)},
        {"actions_dropped", {"actions abandonnées", "actions dropped"}, number(stats.actions_dropped)},
    };
}

constexpr std::array<std::string_view, 5> charts{"attendances", "first_timers", "partners", "themes", "worries"};

std::string theme_label(const store::Catalog& catalog, const std::string& id, Lang lang) {
    return catalog.vocabulary().label(model::VocabularyKind::themes, id).in(lang);
}

Result<meetings::StatsAsked> asked_of(World& world, const Arguments& arguments, const store::Catalog& catalog) {
    meetings::StatsAsked asked;
    asked.until = today(world);
    if (arguments.has("--cafe")) {
        auto cafe = resolve_cafe(catalog, arguments.value("--cafe"), today(world));
        if (!cafe) return cafe.error();
        asked.cafe = std::move(*cafe);
    }
    if (arguments.has("--since")) {
        const std::string typed = arguments.value("--since");
        asked.since = Date::parse(typed) ? Date::parse(typed) : date_as_spoken(typed);
        if (!asked.since) return Error{ErrorKind::usage, no_day(utf8::printable(typed)), write_day()};
    }
    return asked;
}

render::Json counted_json(const std::vector<meetings::Counted>& counted) {
    std::vector<render::Json> all;
    for (const meetings::Counted& one : counted)
        all.push_back(render::JsonObject().add("key", one.key).add("count", one.count).done());
    return render::json_list(all);
}

void print_json(World& world, const meetings::StatsAsked& asked, const Stats& stats) {
    render::JsonObject figures;
    for (const Row& row : rows_of(stats))
        if (row.value.empty())
            figures.add(row.key, render::json_null());
        else
            figures.add(row.key, std::stoi(row.value));
    std::vector<render::Json> by_meeting;
    for (const meetings::MeetingFigures& one : stats.meetings)
        by_meeting.push_back(render::JsonObject()
                                 .add("meeting", one.meeting)
                                 .add("date", one.date.iso())
                                 .add("cafe", one.cafe)
                                 .add("came", one.came)
                                 .add("partners", one.partners)
                                 .add("first_timers", one.first_timers)
                                 .done());
    world.out << render::json_document(
        render::JsonObject()
            .add("schema", "cafe/stats/1")
            .add("cafe", asked.cafe ? render::json_text(*asked.cafe) : render::json_null())
            .add("since", asked.since ? render::json_text(asked.since->iso()) : render::json_null())
            .add("until", asked.until.iso())
            .add("figures", figures.done())
            .add("meetings", render::json_lines(by_meeting))
            .add("regulars", render::json_list(stats.regulars))
            .add("drifting", render::json_list(stats.drifting))
            .add("themes", counted_json(stats.themes))
            .add("worries_by_theme", counted_json(stats.worries_by_theme))
            .add("needs_by_theme", counted_json(stats.needs_by_theme))
            .add("worries_by_area", counted_json(stats.worries_by_area))
            .add("needs_by_area", counted_json(stats.needs_by_area))
            .done());
}

void print_chart(World& world, const store::Catalog& catalog, const Stats& stats, const std::string& chart) {
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    std::vector<render::Bar> bars;
    for (const meetings::MeetingFigures& one : stats.meetings) {
        if (chart == "attendances") bars.push_back({plain_date(one.date).in(lang), one.came});
        if (chart == "first_timers") bars.push_back({plain_date(one.date).in(lang), one.first_timers});
        if (chart == "partners") bars.push_back({plain_date(one.date).in(lang), one.partners});
    }
    for (const meetings::Counted& one : chart == "themes"    ? stats.themes
                                        : chart == "worries" ? stats.worries_by_theme
                                                             : std::vector<meetings::Counted>{})
        bars.push_back({theme_label(catalog, one.key, lang), one.count});
    static constexpr std::array<Label, charts.size()> titles{
        {{"Présences à chaque réunion", "Attendances at each meeting"},
         {"Venus pour la première fois", "First-timers"},
         {"Partenaires venus", "Partners who came"},
         {"Thèmes de ce qui s'est dit", "Themes of what was said"},
         {"Inquiétudes par thème", "Worries by theme"}}};
    const auto at = static_cast<std::size_t>(std::find(charts.begin(), charts.end(), chart) - charts.begin());
    world.out << render::bars_svg(std::string(titles.at(at).in(lang)), bars);
}

Result<int> run_stats(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const auto asked = asked_of(world, arguments, *catalog);
    if (!asked) return asked.error();
    if (!arguments.words.empty()) return print_stats_table(world, arguments, *catalog, *asked);
    const Stats stats = meetings::stats(*catalog, *asked);
    if (arguments.has("--svg")) {
        print_chart(world, *catalog, stats, arguments.value("--svg"));
        return 0;
    }
    if (arguments.has("--json")) {
        print_json(world, *asked, stats);
        return stats.meetings.empty() ? 1 : 0;
    }
    static const model::Shape shape = plain_shape_of("figure", {"figure", "value"});
    Listing listing{"cafe/stats/1", &shape, {}, {}};
    listing.columns.push_back({std::string(figure_title.in(world.lang)), {}});
    listing.columns.push_back({std::string(value_title.in(world.lang)), {}});
    for (const Row& row : rows_of(stats)) {
        listing.columns[0].cells.emplace_back(row.label.in(world.lang));
        listing.columns[1].cells.push_back(row.value.empty() ? "–" : row.value);
        listing.records.push_back(
            {std::string(row.key), mapping_of({{"figure", std::string(row.key)}, {"value", row.value}})});
    }
    if (stats.meetings.empty()) {
        world.say(none());
        return 1;
    }
    auto code = print_listing(world, arguments, listing);
    const auto machine = wants_machine_form(arguments);
    if (code && machine && !*machine && !stats.drifting.empty()) {
        std::vector<std::string> names;
        for (const std::string& id : stats.drifting) names.push_back(utf8::printable(named(*catalog, id)));
        world.say(drifting_names(text::join(names, ", ")));
    }
    return code;
}

std::vector<Option> options_of_stats() {
    std::vector<Option> options{
        {"--cafe",
         ValueKind::cafe,
         {"CAFÉ", "CAFE"},
         {"d'un café ; reseau pour les réunions de tout le réseau",
          "of one café; reseau for meetings of the whole network"}},
        {"--since", ValueKind::date, {"JOUR", "DAY"}, {"depuis ce jour", "since this day"}},
        {"--svg",
         ValueKind::choice,
         {"CHIFFRE", "FIGURE"},
         {"un graphique à imprimer ou à mettre dans une page : attendances, first_timers, partners, themes, worries",
          "a chart to print or put into a page: attendances, first_timers, partners, themes, worries"},
         {charts.begin(), charts.end()}}};
    for (Option& option : machine_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& stats_command() {
    static const Command command{
        .name = "stats",
        .group = Group::ask,
        .summary = {"ce que les cafés ont fait, en chiffres", "what the cafés did, in figures"},
        .arguments = {"[introductions|themes|areas|needs]", "[introductions|themes|areas|needs]"},
        .most = 1,
        .options = options_of_stats(),
        .about =
            {"Réunions, présences, personnes, partenaires venus sur partenaires connus, habitués et ceux qui "
             "s'éloignent, questions et réponses. docs/stats.md dit ce que compte chaque chiffre. "
             "« introductions » : les partenaires qui partagent un thème et un territoire et n'ont jamais été à la "
             "même table ; « themes » : ce dont on parle, année par année ; « areas » : où en est chaque territoire ; "
             "« needs » : ce que les orientations demandent, et qui y répond.",
             "Meetings, attendances, people, partners who came of those known, regulars and those who drift away, "
             "questions and answers. docs/stats.md says what each figure counts. 'introductions': partners that "
             "share a theme and an area and were never at one table; 'themes': what is talked of, year by year; "
             "'areas': how each area stands; 'needs': what referrals ask for, and who answers."},
        .examples = {{"cafe stats --cafe fumel --since 2026-01-01", {"l'année de Fumel", "Fumel's year"}},
                     {"cafe stats introductions --cafe fumel", {"qui asseoir côte à côte", "whom to seat together"}},
                     {"cafe stats --svg attendances", {"pour le rapport au conseil", "for the report to the council"}}},
        .run = run_stats,
        .first_words = stats_tables(),
    };
    return command;
}

}  // namespace cafe::cmd
