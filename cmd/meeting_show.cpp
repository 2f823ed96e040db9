#include "command.hpp"
#include "meeting.hpp"
#include "notebook.hpp"
#include "show.hpp"

namespace cafe::cmd {

namespace {

Result<int> run_meeting_show(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const auto meeting = resolve_meeting(*catalog, arguments.words.front(), today(world));
    if (!meeting) return meeting.error();
    return show_record(world, *catalog, {model::RecordKind::meeting, *meeting}, arguments);
}

}  // namespace

const Command& meeting_show_command() {
    static const Command command{
        .name = "meeting show",
        .group = Group::meet,
        .summary = {"une réunion, champ par champ", "one meeting, field by field"},
        .arguments = {"RÉUNION", "REF"},
        .least = 1,
        .most = 1,
        .options = {{"--json", ValueKind::none, {}, {"un document JSON", "one JSON document"}}},
        .about =
            {"Tout ce que le carnet en garde, pour ceux qui le tiennent. « cafe meeting minutes » en fait le compte "
             "rendu qu'on envoie.",
             "All that the notebook keeps of it, for those who keep the notebook. 'cafe meeting minutes' makes the "
             "minutes that are sent."},
        .examples = {{"cafe meeting show fumel:next", {"la prochaine à Fumel", "the next one at Fumel"}},
                     {"cafe meeting show 2026-11-06-fumel --json", {"pour un programme", "for a program"}}},
        .run = run_meeting_show,
        .word = ValueKind::meeting,
    };
    return command;
}

}  // namespace cafe::cmd
