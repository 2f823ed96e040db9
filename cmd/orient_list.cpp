// `cafe orient list`, `stats` and `purge`: what is in the journal, on one's own screen.
#include <algorithm>

#include "all_known.hpp"
#include "base/utf8.hpp"
#include "notebook.hpp"
#include "orient.hpp"
#include "orient/papers.hpp"
#include "orient/status.hpp"
#include "render/record_list.hpp"
#include "service_named.hpp"

namespace cafe::cmd {

namespace {

using orient::Orientation;
using orient::State;

constexpr Label ref_title{"référence", "reference"};
constexpr Label to_title{"vers", "to"};
constexpr Label state_title{"état", "state"};
constexpr Label since_title{"depuis", "since"};
constexpr Label turn_title{"à qui", "whose turn"};
constexpr Label due_title{"relancer", "ask again"};
constexpr Label figure_title{"chiffre", "figure"};
constexpr Label value_title{"valeur", "value"};

constexpr Phrase<> nothing_waits{"rien n'attend", "nothing waits"};
constexpr Phrase<> nothing_due{"rien à relancer aujourd'hui", "nothing to ask again today"};
constexpr Phrase<> none_yet{"le journal est vide", "the journal is empty"};
constexpr Phrase<Words> went{"effacé du journal : {} ; il en reste des nombres",
                             "erased from the journal: {}; numbers are left"};
constexpr Phrase<Words> would_go{"serait effacé du journal : {}", "would be erased from the journal: {}"};
constexpr Phrase<> nothing_old{"rien d'assez ancien à effacer", "nothing old enough to erase"};
constexpr Phrase<std::string> kept_in{"journal : {}", "journal: {}"};
constexpr Noun orientations{"orientation", "orientations", "orientation", "orientations"};

Result<int> run_orient_list(World& world, const Arguments& arguments) {
    const auto open = open_journal(world, false);
    if (!open) return open.error();
    const auto years = orient::read_years(world.disk, open->folder);
    if (!years) return years.error();
    const bool due_only = arguments.has("--due");
    std::vector<view::Column> columns;
    for (const Label& title : {ref_title, to_title, state_title, since_title, turn_title, due_title})
        columns.push_back({std::string(title.in(world.lang)), {}});
    columns[0].weight = view::Weight::whole;
    for (const Orientation& one : orient::all_of(*years)) {
        const State state = orient::state_of(one, today(world));
        if (state.closed && !arguments.has("--all")) continue;
        const bool due = state.due && *state.due <= today(world);
        if (due_only && !due) continue;
        const std::vector<std::string> cells{
            one.ref,           destination(open->catalog, one.to),          orient::in_words(state).in(world.lang),
            state.since.iso(), orient::in_words(state.turn).in(world.lang), state.due ? state.due->iso() : ""};
        for (std::size_t i = 0; i < cells.size(); ++i) columns[i].cells.push_back(cells[i]);
    }
    if (columns[0].cells.empty()) {
        world.say(due_only ? nothing_due() : nothing_waits());
        return 1;
    }
    const std::size_t room = world.out_is_terminal ? static_cast<std::size_t>(std::max(world.width, 20)) : 0;
    world.out << render::table_text(std::move(columns), {room, world.colour});
    return 0;
}

// A table of two columns that grows row by row.
class Rows {
public:
    explicit Rows(Lang lang) : lang_(lang) {
        for (const Label& title : {figure_title, value_title}) columns_.push_back({std::string(title.in(lang)), {}});
    }
    void add(const Words& what, const std::string& value) {
        columns_[0].cells.push_back(utf8::one_line(what.in(lang_)));
        columns_[1].cells.push_back(value);
    }
    void add(const Words& what, std::size_t number) { add(what, std::to_string(number)); }
    template <class Name>
    void add(const std::map<std::string, int>& table, const Words& of, Name name) {
        std::vector<std::pair<std::string, int>> sorted(table.begin(), table.end());
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const auto& a, const auto& b) { return b.second < a.second; });
        for (const auto& [key, number] : sorted) {
            const Words called = name(key);
            add(Words{of.fr + " : " + called.fr, of.en + ": " + called.en}, std::to_string(number));
        }
    }
    std::vector<view::Column> done() && { return std::move(columns_); }

private:
    Lang lang_;
    std::vector<view::Column> columns_;
};

std::string shown(const std::optional<int>& days) {
    return days ? std::to_string(*days) : "–";
}

Result<int> run_orient_stats(World& world, const Arguments& arguments) {
    const auto since = day_of(arguments, "--since");
    if (!since) return since.error();
    const auto open = open_journal(world, false);
    if (!open) return open.error();
    const auto years = orient::read_years(world.disk, open->folder);
    if (!years) return years.error();
    const orient::Figures all = orient::figures(orient::all_of(*years), *since, today(world));
    if (all.asked == 0) {
        world.say(none_yet());
        return 1;
    }
    const store::Catalog& catalog = open->catalog;
    Rows rows(world.lang);
    rows.add({"demandes", "requests"}, all.asked);
    rows.add({"avec une réponse", "answered"}, all.answered);
    rows.add({"commencées", "started"}, all.started);
    rows.add({"refusées", "refused"}, all.refused);
    rows.add({"retirées", "withdrawn"}, all.withdrawn);
    rows.add({"expirées sans réponse", "expired without answer"}, all.expired);
    rows.add({"en cours", "under way"}, all.open);
    rows.add({"jours jusqu'à la première réponse (médiane)", "days to the first answer (median)"},
             shown(all.days_to_answer));
    rows.add({"jours jusqu'au début (médiane)", "days to the start (median)"}, shown(all.days_to_start));
    rows.add(all.reasons, {"raison", "reason"}, [](const std::string& key) {
        const Label label = orient::reason_called(key)->label;
        return Words{std::string(label.fr), std::string(label.en)};
    });
    rows.add(all.themes, {"thème", "theme"},
             [&](const std::string& key) { return catalog.vocabulary().label(model::VocabularyKind::themes, key); });
    rows.add(all.areas, {"zone", "area"},
             [&](const std::string& key) { return same(orient::area_name(catalog.territory(), key)); });
    rows.add(all.fiches, {"vers", "to"}, [&](const std::string& key) { return same(destination(catalog, key)); });
    const std::size_t room = world.out_is_terminal ? static_cast<std::size_t>(std::max(world.width, 20)) : 0;
    world.out << render::table_text(std::move(rows).done(), {room, world.colour});
    return 0;
}

Result<int> run_orient_purge(World& world, const Arguments& arguments) {
    const bool dry = arguments.has("--dry-run");
    const auto open = open_journal(world, true);
    if (!open) return open.error();
    if (const auto known = all_known(open->catalog.unreadable_records()); !known) return known.error();
    auto years = orient::read_years(world.disk, open->folder);
    if (!years) return years.error();
    std::size_t gone = 0;
    const auto theme_of = orient::themes_by(open->catalog, today(world));
    const auto make = [&](orient::Years& now) -> Result<Done> {
        gone = 0;
        for (auto& [year, journal] : now) gone += orient::purge(journal, today(world), theme_of);
        return Done{};
    };
    if (auto looked = make(*years); !looked) return looked.error();
    if (!dry && gone > 0)
        if (auto done = orient::change_years(world.disk, open->folder, make); !done) return done.error();
    world.say(gone == 0 ? nothing_old() : (dry ? would_go : went)(count(gone, orientations)));
    world.say(kept_in(utf8::printable(open->folder)));
    return 0;
}

}  // namespace

const Command& orient_list_command() {
    static const Command command{
        .name = "orient list",
        .group = Group::meet,
        .summary = {"les orientations qui attendent, et à qui de bouger",
                    "the orientations that wait, and whose turn it is"},
        .most = 0,
        .options = {{"--due", ValueKind::none, {}, {"à relancer aujourd'hui", "to be asked again today"}},
                    {"--all", ValueKind::none, {}, {"celles qui sont closes aussi", "those that are closed too"}}},
        .about =
            {"Sans réponse ou seulement reçue : à relancer après dix jours. Sur liste d'attente : après quatre-vingt-"
             "dix jours, « toujours en attente ? ». Sans aucune réponse au bout de trente jours, c'est expiré et "
             "c'est à vous de chercher ailleurs.",
             "Without an answer or only received: to be asked again after ten days. On a waiting list: after ninety "
             "days, 'still waiting?'. With no answer at all after thirty days it has expired, and it is yours to "
             "look elsewhere."},
        .examples = {{"cafe orient list --due", {"qui rappeler ce matin", "whom to call this morning"}}},
        .run = run_orient_list,
    };
    return command;
}

const Command& orient_stats_command() {
    static const Command command{
        .name = "orient stats",
        .group = Group::meet,
        .summary = {"délais, réponses et raisons de vos orientations",
                    "delays, answers and reasons of your orientations"},
        .most = 0,
        .options =
            {{"--since", ValueKind::date, {"JOUR", "DAY"}, {"demandées depuis ce jour", "asked since this day"}}},
        .about = {"À votre écran seulement : de si petits nombres, croisés avec une structure ou un territoire, "
                  "désignent des personnes.",
                  "On your own screen only: numbers so small, beside a structure or an area, point at people."},
        .examples = {{"cafe orient stats --since 2026-09-01", {"depuis la rentrée", "since September"}}},
        .run = run_orient_stats,
    };
    return command;
}

const Command& orient_purge_command() {
    static const Command command{
        .name = "orient purge",
        .group = Group::meet,
        .summary = {"effacer du journal ce qui a assez servi", "erase from the journal what has served long enough"},
        .most = 0,
        .options = {dry_run_of_journal()},
        .about = {"Ce qui est clos ou expiré depuis six mois, et ce qui a plus de deux ans ; il n'en reste que des "
                  "nombres. Cela se fait aussi de soi-même, à chaque jour où « cafe orient » sert.",
                  "What has been closed or expired for six months, and what is older than two years; numbers alone are "
                  "left of it. It is done by itself too, on each day that 'cafe orient' is used."},
        .examples = {{"cafe orient purge --dry-run", {"combien partiraient", "how many would go"}}},
        .run = run_orient_purge,
    };
    return command;
}

}  // namespace cafe::cmd
