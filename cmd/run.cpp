#include "run.hpp"

#include "args.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "help.hpp"
#include "notebook.hpp"
#include "pager.hpp"
#include "version.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> not_a_day{"« {} » n'est pas une date", "'{}' is not a date"};
constexpr Phrase<> write_a_day{"écrire l'année, le mois, le jour : 2026-11-06", "write year, month, day: 2026-11-06"};
constexpr Phrase<std::string> bad_language{"langue inconnue : {}", "unknown language: {}"};
constexpr Phrase<std::string> bad_colour{"l'option --color n'accepte pas « {} »", "option --color does not take '{}'"};
constexpr Phrase<> waiting{"une autre commande écrit dans ce carnet : j'attends, dix secondes au plus…",
                           "another command is writing to this notebook: waiting, ten seconds at most…"};
constexpr Phrase<std::string> choose{"choisir parmi : {}", "choose from: {}"};

constexpr Phrase<std::string> one_notebook{"« cafe {} » travaille dans un seul carnet, -C est donné plusieurs fois",
                                           "'cafe {}' works in one notebook, -C is given several times"};
constexpr Phrase<std::string> these_unite{"plusieurs carnets ensemble : {}", "several notebooks together: {}"};

int exit_code(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage: return 2;
        case ErrorKind::reference: return 3;
        case ErrorKind::environment: return 4;
        case ErrorKind::conflict: return 5;
    }
    return 4;
}

int tell(const Error& error, World& world) {
    world.err << "cafe: " << utf8::printable(error.message.in(world.lang)) << '\n';
    if (!error.remedy.empty()) world.err << "  " << utf8::printable(error.remedy.in(world.lang)) << '\n';
    return exit_code(error.kind);
}

// The commands that read several notebooks as one.
std::string uniting() {
    std::vector<std::string> names;
    for (const Command* command : commands())
        if (command->unites) names.emplace_back(command->name);
    return text::join(names, ", ");
}

std::optional<std::string> set_variable(const World& world, const std::string& name) {
    auto value = world.variable(name);
    return value && !value->empty() ? value : std::nullopt;
}

// POSIX: the first of these that is set decides (XBD 8.2). C and POSIX leave the choice to the notebook.
void choose_language(World& world, const std::string& asked) {
    std::string locale = asked == "fr" || asked == "en" ? asked : "";
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (!locale.empty()) break;
        locale = set_variable(world, name).value_or("");
    }
    // GNU: a list of languages that comes before the locale, where that is not the plain C one.
    const bool plain = locale == "C" || locale == "POSIX" || locale.starts_with("C.");
    if (const auto languages = set_variable(world, "LANGUAGE"); languages && asked.empty() && !plain)
        for (const std::string_view language : text::split(*languages, ':'))
            if (language.starts_with("fr") || language.starts_with("en")) {
                locale = language;
                break;
            }
    if (locale.empty() || plain) return;
    world.lang = locale.starts_with("fr") ? Lang::fr : Lang::en;
    world.lang_is_chosen = true;
}

// no-color.org and bixense.com/clicolors: what was asked for, then the environment, then whether a person looks.
bool wants_colour(const World& world, const std::string& asked) {
    if (asked == "always") return true;
    if (asked == "never") return false;
    if (set_variable(world, "NO_COLOR")) return false;
    if (const auto force = set_variable(world, "CLICOLOR_FORCE"); force && *force != "0") return true;
    if (!world.out_is_terminal || world.variable("TERM").value_or("dumb") == "dumb") return false;
    return set_variable(world, "CLICOLOR").value_or("1") != "0";
}

Result<Done> apply(const Globals& globals, World& world) {
    constexpr int narrowest = 20;
    constexpr int widest = 1000;
    if (!globals.lang.empty() && globals.lang != "fr" && globals.lang != "en")
        return Error{ErrorKind::usage, bad_language(globals.lang), choose("fr, en")};
    if (!globals.colour.empty() && globals.colour != "auto" && globals.colour != "always" && globals.colour != "never")
        return Error{ErrorKind::usage, bad_colour(globals.colour), choose("auto, always, never")};
    if (!globals.starts.empty()) {
        world.start = globals.starts.front();
        world.beside.assign(globals.starts.begin() + 1, globals.starts.end());
    }
    world.quiet = globals.quiet;
    world.colour = wants_colour(world, globals.colour);
    world.ask =
        world.in_is_terminal && world.err_is_terminal && !globals.no_input && !set_variable(world, "CAFE_NO_INPUT");
    if (const auto columns = text::to_integer(set_variable(world, "COLUMNS").value_or("")); columns)
        if (*columns >= narrowest && *columns <= widest) world.width = static_cast<int>(*columns);
    const std::string day = globals.today.empty() ? set_variable(world, "CAFE_TODAY").value_or("") : globals.today;
    if (day.empty()) return Done{};
    world.today = Date::parse(day);
    if (!world.today) return Error{ErrorKind::usage, not_a_day(day), write_a_day()};
    return Done{};
}

Result<int> dispatch(std::span<const std::string> typed, World& world) {
    Globals globals;
    auto parsed = parse(typed, globals);
    choose_language(world, globals.lang);
    if (!world.lang_is_chosen && !globals.version)
        prefer_notebook_language(world, globals.starts.empty() ? "." : globals.starts.front());
    if (globals.version) {
        world.out << "cafe " << version << '\n';
        return 0;
    }
    // Completion is asked while people type: it never fails, whatever stands in the environment.
    const bool completing = parsed && parsed->command == &complete_command();
    if (const auto applied = apply(globals, world); !applied && !completing) return applied.error();
    if (!parsed) return parsed.error();
    if (globals.help || parsed->command == nullptr) {
        if (globals.help && !globals.no_pager) use_pager(world, help_command());
        if (parsed->command != nullptr) {
            world.out << help_for(*parsed->command, world.lang, help_width(world));
            return 0;
        }
        if (!parsed->head.empty()) {
            world.out << help_below(parsed->head, world.lang, help_width(world));
            return 0;
        }
        (globals.help ? world.out : world.err) << overview(world.lang, help_width(world));
        return globals.help ? 0 : 2;
    }
    if (!world.beside.empty() && !parsed->command->unites)
        return Error{ErrorKind::usage, one_notebook(std::string(parsed->command->name)), these_unite(uniting())};
    if (!globals.no_pager) use_pager(world, *parsed->command);
    return parsed->command->run(world, parsed->arguments);
}

}  // namespace

int run(std::span<const std::string> arguments, World& world) {
    const Result<int> result = dispatch(arguments, world);
    return result ? *result : tell(result.error(), world);
}

void say_that_we_wait(World& world) {
    world.say(waiting());
}

}  // namespace cafe::cmd
