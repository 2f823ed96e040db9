#include "find_card.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "find_print.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "query/weights.hpp"
#include "render/markdown.hpp"
#include "render/nobody.hpp"
#include "site/site.hpp"
#include "view/handout.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> card_alone{"--card et {} ne vont pas ensemble", "--card and {} do not go together"};
constexpr Phrase<> format_of_card{"--format est celui de la carte : ajouter --card",
                                  "--format is that of the card: add --card"};
constexpr Phrase<std::string> not_for_everyone{"pas dans l'édition publique, donc pas sur la carte : {}",
                                               "not in the public edition, so not on the card: {}"};
constexpr Phrase<std::string> no_room{"n'a pas tenu sur la page : {}", "did not fit on the page: {}"};
constexpr Phrase<> nothing_to_hand_over{"aucune réponse ne peut être remise au public",
                                        "no answer may be handed to the public"};

void print_sheet(World& world, const Arguments& arguments, const store::Catalog& catalog, const view::Page& page) {
    if (arguments.value("--format") == "html")
        world.out << site::page_in_large_print(page, catalog.settings());
    else
        world.out << render::markdown_page(page, {}, [](const view::PageRef&) { return std::string(); });
}

}  // namespace

std::optional<Error> card_refused(const Arguments& arguments) {
    if (!arguments.has("--card")) {
        if (!arguments.has("--format")) return std::nullopt;
        return Error{ErrorKind::usage, format_of_card(), {}};
    }
    for (const Option& option : machine_options())
        if (arguments.has(option.name)) return Error{ErrorKind::usage, card_alone(std::string(option.name)), {}};
    for (const std::string_view option : {"--long", "--explain"})
        if (arguments.has(option)) return Error{ErrorKind::usage, card_alone(std::string(option)), {}};
    return std::nullopt;
}

void print_alarms(World& world, const Arguments& arguments, const store::Catalog& catalog,
                  const std::vector<query::Alarm>& alarms) {
    if (alarms.empty()) return;
    if (arguments.has("--card")) {
        view::HandoutFor about{{}, {}, {}, today(world), world.lang};
        for (const query::Alarm& alarm : alarms) about.emergency.push_back(alarm.number);
        print_sheet(world, arguments, catalog, view::handout(catalog, {}, about).page);
    } else if (arguments.has("--json") && !arguments.has("--fields")) {
        print_json(world, catalog, {}, alarms, false);
    } else {
        const auto machine = wants_machine_form(arguments);
        const bool whole = arguments.has("--fields") || (machine && *machine);
        (whole ? world.err : world.out) << render::alarm_lines(alarms, style_of(world, arguments));
    }
}

int print_card(World& world, const Arguments& arguments, const store::Catalog& catalog, const query::Answer& answer,
               const std::vector<query::Alarm>& alarms, const query::MatchOptions& matching) {
    if (answer.hits.empty()) {
        print_alarms(world, arguments, catalog, alarms);
        world.say(render::nobody_answers(catalog, answer.query, matching));
        return 1;
    }
    view::HandoutFor about{{}, {}, {}, today(world), world.lang};
    for (const query::Alarm& alarm : alarms) about.emergency.push_back(alarm.number);
    for (model::EmergencyNumber& number : query::emergency_numbers(catalog, answer.query))
        if (std::find(about.emergency.begin(), about.emergency.end(), number) == about.emergency.end())
            about.emergency.push_back(std::move(number));
    if (const auto themes = query::themes_asked(answer.query); !themes.empty()) about.theme = themes.front();
    for (const query::Clue& clue : answer.query.clues)
        if (clue.kind == query::Clue::Kind::area && !clue.excluded) about.place = clue.area;
    std::vector<view::Turn> turns;
    for (const query::Hit& hit : answer.hits)
        // A colleague weighs a weaker answer; whoever is sent there with a sheet in hand cannot. So it holds those
        // alone that answer about as well as the first.
        if (hit.score >= query::weights().card * answer.hits.front().score) turns.push_back({hit.partner, hit.service});
    const view::Handout sheet = view::handout(catalog, turns, about);
    if (!sheet.reserved.empty()) world.say(not_for_everyone(text::join(sheet.reserved, ", ")));
    if (sheet.choices == 0) {
        print_alarms(world, arguments, catalog, alarms);
        world.say(nothing_to_hand_over());
        return 1;
    }
    if (!sheet.left_out.empty()) world.say(no_room(text::join(sheet.left_out, ", ")));
    print_sheet(world, arguments, catalog, sheet.page);
    return 0;
}

}  // namespace cafe::cmd
