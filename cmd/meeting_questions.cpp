#include "command.hpp"
#include "facts/open_items.hpp"
#include "meeting.hpp"
#include "notebook.hpp"
#include "output.hpp"

namespace cafe::cmd {

namespace {

using Asked = facts::Raised<model::Question>;

constexpr Label name_title{"nom", "name"};
constexpr Label date_title{"posée le", "asked on"};
constexpr Label state_title{"état", "state"};
constexpr Label by_title{"par", "by"};
constexpr Label text_title{"texte", "text"};

const Words waiting{"sans réponse", "no answer"};
const Words waiting_long{"en attente", "waiting"};
constexpr Phrase<std::string> answered_on{"répondu le {}", "answered {}"};
const Words answered{"répondu", "answered"};
constexpr Phrase<> none{"aucune question", "no question"};

Words state_of(const Asked& asked) {
    if (asked.open) return asked.late ? waiting_long : waiting;
    return asked.value.answer->on ? answered_on(asked.value.answer->on->iso()) : answered;
}

const model::Shape& question_shape(std::string_view /*first_word*/) {
    static const model::Shape shape = raised_shape("questions");
    return shape;
}

Result<int> run_meeting_questions(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const auto filter = item_filter(world, arguments, *catalog);
    if (!filter) return filter.error();
    Listing listing{"cafe/list/1", &question_shape({}), {}, {}};
    for (const Label& title : {name_title, date_title, state_title, by_title, text_title})
        listing.columns.push_back({std::string(title.in(world.lang)), {}});
    for (const Asked& asked : facts::questions(*catalog, facts::Reader::own, today(world))) {
        if (!filter->lets(asked, catalog->vocabulary())) continue;
        listing.columns[0].cells.push_back(asked.name);
        listing.columns[1].cells.push_back(asked.date ? asked.date->iso() : "");
        listing.columns[2].cells.push_back(state_of(asked).in(world.lang));
        listing.columns[3].cells.push_back(named(*catalog, asked.value.by, world.lang));
        listing.columns[4].cells.push_back(asked.value.text);
        listing.records.push_back({asked.name, raised_tree(asked)});
    }
    auto code = print_listing(world, arguments, listing);
    const auto machine = wants_machine_form(arguments);
    if (code && *code == 1 && machine && !*machine) world.say(none());
    return code;
}

}  // namespace

const Command& meeting_questions_command() {
    static const Command command{
        .name = "meeting questions",
        .group = Group::meet,
        .summary = {"les questions de toutes les réunions, et leurs réponses",
                    "the questions of all meetings, and their answers"},
        .most = 0,
        .options = item_options(),
        .about =
            {"Questions, inquiétudes et besoins, la plus ancienne d'abord. Une question reste ouverte tant qu'elle "
             "n'a pas de réponse ; elle tarde (--late, « en attente ») quand son café s'est réuni depuis sans "
             "qu'elle vienne.",
             "Questions, worries and needs, the oldest first. A question is open until it has an answer; it is "
             "late (--late, 'waiting') once its café has met again without one."},
        .examples = {{"cafe meeting questions --open --cafe fumel",
                      {"à reprendre au prochain café", "to take up at the next café"}},
                     {"cafe meeting questions --theme logement --json", {"pour un programme", "for a program"}}},
        .run = run_meeting_questions,
        .shape = question_shape,
    };
    return command;
}

}  // namespace cafe::cmd
