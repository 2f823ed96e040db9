#include "base/date.hpp"
#include "command.hpp"
#include "meeting.hpp"
#include "model/fields.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "query/filter.hpp"
#include "query/today.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> not_both{"choisir --coming ou --past, pas les deux", "choose --coming or --past, not both"};
constexpr Phrase<> none{"aucune réunion", "no meeting"};

Result<std::vector<std::string>> chosen(World& world, const Arguments& arguments, const store::Catalog& catalog) {
    if (arguments.has("--coming") && arguments.has("--past")) return Error{ErrorKind::usage, not_both(), {}};
    std::optional<std::string> cafe;
    if (arguments.has("--cafe")) {
        auto named_cafe = resolve_cafe(catalog, arguments.value("--cafe"), today(world));
        if (!named_cafe) return named_cafe.error();
        cafe = std::move(*named_cafe);
    }
    const auto said = query::filter(query::with_today(arguments.words, today(world)), catalog,
                                    model::RecordKind::meeting, "cafe meeting list");
    if (!said) return said.error();
    std::vector<std::string> ids;
    for (const std::string& id : *said) {
        const model::Meeting& meeting = *catalog.meeting(id);
        const bool coming = meeting.date >= today(world);
        if (cafe && meeting.cafe != *cafe) continue;
        if (arguments.has("--coming") && !coming) continue;
        if (arguments.has("--past") && (coming || !meeting.date)) continue;
        ids.push_back(id);
    }
    return ids;
}

Result<int> run_meeting_list(World& world, const Arguments& arguments) {
    const auto catalog = open_catalog(world);
    if (!catalog) return catalog.error();
    const auto ids = chosen(world, arguments, *catalog);
    if (!ids) return ids.error();
    const Listing listing = meetings_listing(*catalog, *ids, world.lang);
    auto code = print_listing(world, arguments, listing);
    const auto machine = wants_machine_form(arguments);
    if (code && *code == 1 && machine && !*machine) world.say(none());
    return code;
}

std::vector<Option> options_of_list() {
    std::vector<Option> options{
        {"--cafe",
         ValueKind::cafe,
         {"CAFÉ", "CAFE"},
         {"d'un café ; reseau pour celles de tout le réseau", "of one café; reseau for those of the whole network"}},
        {"--coming", ValueKind::none, {}, {"à partir d'aujourd'hui", "from today on"}},
        {"--past", ValueKind::none, {}, {"avant aujourd'hui", "before today"}},
    };
    for (Option& option : machine_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& meeting_list_command() {
    static const Command command{
        .name = "meeting list",
        .group = Group::meet,
        .summary = {"les réunions, passées et à venir", "the meetings, past and coming"},
        .arguments = {"[QUESTION…]", "[QUERY…]"},
        .options = options_of_list(),
        .about = {"La dernière d'abord. La question filtre, comme dans « cafe list » : status:held, date:2026-01-01..",
                  "The last one first. The query filters, as in 'cafe list': status:held, date:2026-01-01.."},
        .examples = {{"cafe meeting list --cafe fumel --coming",
                      {"ce qui vient au café de Fumel", "what is coming at the café of Fumel"}},
                     {"cafe meeting list status:held --csv --fields id,date,headcount",
                      {"les réunions tenues, pour un tableur", "the meetings held, for a spreadsheet"}}},
        .run = run_meeting_list,
        .shape = [](std::string_view) -> const model::Shape& { return model::meeting_shape(); },
    };
    return command;
}

}  // namespace cafe::cmd
