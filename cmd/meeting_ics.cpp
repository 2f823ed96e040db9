#include "command.hpp"
#include "meeting.hpp"
#include "meetings/event.hpp"
#include "notebook.hpp"
#include "render/ics.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> nothing{"aucune réunion à venir", "no meeting ahead"};

Result<int> run_meeting_ics(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world, {facts::Reader::everyone, false});
    if (!catalog) return catalog.error();
    const auto zone = meetings::zone_of(catalog->settings());
    if (!zone) return zone.error();
    std::optional<std::string> cafe;
    if (!arguments.words.empty()) {
        auto named_cafe = resolve_cafe(*catalog, arguments.words.front(), today(world));
        if (!named_cafe) return named_cafe.error();
        cafe = std::move(*named_cafe);
    }
    const Lang lang = catalog->settings().language == "en" ? Lang::en : Lang::fr;
    const meetings::Calendar feed = meetings::feed(*catalog, *zone, cafe, today(world), lang);
    world.out << render::ics(feed);
    if (feed.events.empty()) world.say(nothing());
    return feed.events.empty() ? 1 : 0;
}

}  // namespace

const Command& meeting_ics_command() {
    static const Command command{
        .name = "meeting ics",
        .group = Group::meet,
        .summary = {"les réunions au format iCalendar, pour s'y abonner",
                    "the meetings for calendar programs, to subscribe to"},
        .arguments = {"[CAFÉ]", "[CAFE]"},
        .most = 1,
        .about = {"Un fichier iCalendar à déposer où les partenaires le lisent : les réunions du carnet depuis le 1er "
                  "janvier, celles qui sont annulées marquées comme telles, et ce que le rythme de chaque café promet "
                  "jusqu'à la fin de l'an prochain, sans les jours où il n'a pas lieu. Il ne nomme personne.",
                  "An iCalendar file to put where partners read it: the notebook's meetings since the first of "
                  "January, those that are cancelled marked so, and what each café's rhythm promises until the end of "
                  "next year, without the days when it does not take place. It names nobody."},
        .examples = {{"cafe meeting ics", {"tous les cafés et le réseau", "every café and the network"}},
                     {"cafe meeting ics fumel", {"un café", "one café"}}},
        .run = run_meeting_ics,
        .word = ValueKind::cafe,
    };
    return command;
}

}  // namespace cafe::cmd
