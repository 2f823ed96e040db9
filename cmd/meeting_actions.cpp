#include "command.hpp"
#include "facts/open_items.hpp"
#include "meeting.hpp"
#include "notebook.hpp"
#include "output.hpp"

namespace cafe::cmd {

namespace {

using Promised = facts::Raised<model::Action>;

constexpr Label name_title{"nom", "name"};
constexpr Label due_title{"pour le", "due"};
constexpr Label state_title{"état", "state"};
constexpr Label who_title{"qui", "who"};
constexpr Label what_title{"quoi", "what"};

const Words to_do{"à faire", "open"};
const Words late{"en retard", "late"};
const Words done{"fait", "done"};
const Words dropped{"abandonné", "dropped"};
constexpr Phrase<> none{"aucune action", "no action"};

const Words& state_of(const Promised& promised) {
    if (promised.late) return late;
    if (promised.open) return to_do;
    return promised.value.status == "done" ? done : dropped;
}

const model::Shape& action_shape(std::string_view /*first_word*/) {
    static const model::Shape shape = raised_shape("actions");
    return shape;
}

Result<int> run_meeting_actions(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const auto filter = item_filter(world, arguments, *catalog);
    if (!filter) return filter.error();
    Listing listing{"cafe/list/1", &action_shape({}), {}, {}};
    for (const Label& title : {name_title, due_title, state_title, who_title, what_title})
        listing.columns.push_back({std::string(title.in(world.lang)), {}});
    for (const Promised& promised : facts::actions(*catalog, facts::Reader::own, today(world))) {
        if (!filter->lets(promised, catalog->vocabulary())) continue;
        listing.columns[0].cells.push_back(promised.name);
        listing.columns[1].cells.push_back(promised.value.due ? promised.value.due->iso() : "");
        listing.columns[2].cells.push_back(state_of(promised).in(world.lang));
        listing.columns[3].cells.push_back(named(*catalog, promised.value.who, world.lang));
        listing.columns[4].cells.push_back(promised.value.what);
        listing.records.push_back({promised.name, raised_tree(promised)});
    }
    auto code = print_listing(world, arguments, listing);
    const auto machine = wants_machine_form(arguments);
    if (code && *code == 1 && machine && !*machine) world.say(none());
    return code;
}

}  // namespace

const Command& meeting_actions_command() {
    static const Command command{
        .name = "meeting actions",
        .group = Group::meet,
        .summary = {"ce que chacun a promis, dans toutes les réunions", "what everybody promised, in all meetings"},
        .most = 0,
        .options = item_options(),
        .about = {"Ce qui est à faire d'abord vient d'abord. Une action reste ouverte tant qu'elle n'est ni faite ni "
                  "abandonnée ; elle tarde (--late) quand son jour est passé. Une action n'a pas de thème à elle : "
                  "--theme prend celui de la réunion.",
                  "What is due first comes first. An action is open until it is done or dropped; it is late (--late) "
                  "once its day has passed. An action has no theme of its own: --theme takes the meeting's."},
        .examples = {{"cafe meeting actions --late", {"à relancer", "to chase up"}},
                     {"cafe meeting actions --open --cafe fumel --csv --fields id,who,due,what",
                      {"pour un tableur", "for a spreadsheet"}}},
        .run = run_meeting_actions,
        .shape = action_shape,
    };
    return command;
}

}  // namespace cafe::cmd
