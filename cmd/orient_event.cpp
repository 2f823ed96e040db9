// What becomes of an orientation: an event noted, the state told.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/reference.hpp"
#include "notebook.hpp"
#include "orient.hpp"
#include "orient/status.hpp"
#include "service_named.hpp"

namespace cafe::cmd {

namespace {

using orient::Event;
using orient::Is;
using orient::Orientation;

constexpr Phrase<std::string> no_event{"« {} » ne se note pas", "'{}' is no event"};
constexpr Phrase<std::string> events_are{"au choix : {}", "choose from: {}"};
constexpr Phrase<std::string> say_why{"« {} » : pourquoi ?", "'{}': why?"};
constexpr Phrase<std::string> reasons_are{"le dire avec --why : {}", "say it with --why: {}"};
constexpr Phrase<std::string> no_why{"--why ne va qu'avec refused et withdrawn, pas avec {}",
                                     "--why goes with refused and withdrawn only, not with {}"};
constexpr Phrase<> elsewhere_where{"--to va avec --why better-elsewhere", "--to goes with --why better-elsewhere"};
constexpr Phrase<Words> bad_day{"un événement n'est ni avant la demande ni après aujourd'hui : {}",
                                "an event is neither before the request nor after today: {}"};
constexpr Phrase<std::string, Words, Words> stands_so{"{0} : {1} ({2})", "{0}: {1} ({2})"};
constexpr Phrase<> noted_already{"c'est déjà noté", "recorded already"};
constexpr Phrase<> also_answer{"Qui d'autre y répond :", "Who else answers that:"};
constexpr Phrase<std::string, std::string> drawn{"{0} : {1}", "{0}: {1}"};

std::string listed(const std::vector<std::string_view>& keys) {
    return text::join(std::vector<std::string>(keys.begin(), keys.end()), ", ");
}

Result<Event> event_of(const World& world, const Arguments& arguments, const store::Catalog& catalog) {
    const std::string& typed = arguments.words[1];
    const auto is = orient::event_called(typed);
    if (!is || *is == Is::asked)
        return Error{ErrorKind::usage, no_event(utf8::printable(typed)), events_are(listed(orient::keys_to_note()))};
    Event event{today(world), *is, arguments.value("--why"), ""};
    const bool needs_why = orient::name_of(*is).needs_why;
    if (!needs_why && arguments.has("--why")) return Error{ErrorKind::usage, no_why(typed), {}};
    if (needs_why && orient::reason_called(event.why) == nullptr)
        return Error{ErrorKind::usage, say_why(typed), reasons_are(listed(orient::reason_keys()))};
    if (arguments.has("--to")) {
        if (event.why != "better-elsewhere") return Error{ErrorKind::usage, elsewhere_where(), {}};
        const auto named = service_named(catalog, arguments.value("--to"), today(world));
        if (!named) return named.error();
        event.to = named->partner;
    }
    const auto on = day_of(arguments, "--on");
    if (!on) return on.error();
    event.on = on->value_or(event.on);
    return event;
}

}  // namespace

Result<int> note_event(World& world, const Arguments& arguments) {
    const bool dry = arguments.has("--dry-run");
    const auto open = open_journal(world, dry);
    if (!open) return open.error();
    const auto event = event_of(world, arguments, open->catalog);
    if (!event) return event.error();
    Orientation after;
    bool added = false;
    const auto make = [&](orient::Years& years) -> Result<Done> {
        auto found = orientation_named(years, arguments.words.front());
        if (!found) return found.error();
        if (event->on < (*found)->asked || today(world) < event->on)
            return Error{ErrorKind::usage, bad_day(plain_date(event->on)), {}};
        added = add_event(**found, *event);
        after = **found;
        return Done{};
    };
    if (dry) {
        auto years = orient::read_years(world.disk, open->folder);
        if (!years) return years.error();
        if (auto done = make(*years); !done) return done.error();
    } else if (auto done = orient::change_years(world.disk, open->folder, make); !done) {
        return done.error();
    }
    if (!added) {
        world.say(noted_already());
        return 0;
    }
    const orient::State state = orient::state_of(after, today(world));
    world.out << stands_so(after.ref, orient::in_words(state), orient::in_words(state.turn)).in(world.lang) << "\n";
    if (event->is == Is::refused)
        if (const std::string others = next_best(world, open->catalog, after); !others.empty())
            world.out << also_answer().in(world.lang) << "\n" << others;
    return 0;
}

Result<int> tell_orientation(World& world, const Arguments& arguments) {
    const auto open = open_journal(world, arguments.has("--dry-run"));
    if (!open) return open.error();
    auto years = orient::read_years(world.disk, open->folder);
    if (!years) return years.error();
    const auto found = orientation_named(*years, arguments.words.front());
    if (!found) return found.error();
    const orient::State state = orient::state_of(**found, today(world));
    world.out << drawn((*found)->ref, destination(open->catalog, (*found)->to)).in(world.lang) << "\n";
    std::vector<Event> events = (*found)->events;
    std::sort(events.begin(), events.end());
    for (const Event& event : events) {
        orient::State then;
        then.is = event.is;
        then.why = event.why;
        world.out << "    " << event.on.iso() << "  " << orient::in_words(then).in(world.lang)
                  << (event.to.empty() ? "" : " (" + destination(open->catalog, event.to) + ")") << "\n";
    }
    world.out << stands_so((*found)->ref, orient::in_words(state), orient::in_words(state.turn)).in(world.lang) << "\n";
    return 0;
}

}  // namespace cafe::cmd
