#include <array>
#include <string>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "find_card.hpp"
#include "find_print.hpp"
#include "indexed.hpp"
#include "misses.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "query/ask.hpp"
#include "render/nobody.hpp"

namespace cafe::cmd {

namespace {

constexpr std::size_t shown_at_once = 10;
constexpr std::array<std::string_view, 2> card_formats{"md", "html"};

constexpr Phrase<> what_do_you_ask{"Que cherchez-vous ?", "What are you looking for?"};
constexpr Phrase<> no_question{"la question ne dit rien à chercher", "the question says nothing to look for"};
constexpr Phrase<std::string> for_example{"par exemple : {}", "for example: {}"};
constexpr Phrase<std::string> not_a_number{"« {} » n'est pas un nombre au-dessus de zéro",
                                           "'{}' is not a positive number"};
constexpr Phrase<std::string> not_kilometres{"« {} » n'est pas une distance", "'{}' is not a distance"};
constexpr Phrase<> write_kilometres{"l'écrire ainsi : --within 15km", "write it like this: --within 15km"};
Result<std::optional<std::size_t>> limit_of(const Arguments& arguments) {
    if (!arguments.has("--limit")) return std::optional<std::size_t>();
    const std::string written = arguments.value("--limit");
    const auto number = text::to_integer(written);
    if (!number || *number <= 0) return Error{ErrorKind::usage, not_a_number(utf8::printable(written)), {}};
    return std::optional(static_cast<std::size_t>(*number));
}

// "15km", "15 km", "15".
Result<std::optional<double>> within_of(const Arguments& arguments) {
    if (!arguments.has("--within")) return std::optional<double>();
    const std::string written = arguments.value("--within");
    std::string_view number = text::trim(written);
    if (number.ends_with("km")) number = text::trim(number.substr(0, number.size() - 2));
    const auto value = text::to_number(number);
    if (!value || *value <= 0)
        return Error{ErrorKind::usage, not_kilometres(utf8::printable(written)), write_kilometres()};
    return std::optional(*value);
}

bool is_question_word(std::string_view called) {
    return called == "who" || called == "qui";
}

Result<query::ParseOptions> options_of(const Arguments& arguments) {
    const auto within = within_of(arguments);
    if (!within) return within.error();
    query::ParseOptions options;
    // `cafe who handles…`: the command's other names are the question's first word.
    options.command = is_question_word(arguments.called) ? "cafe" : "cafe find";
    options.in = arguments.values("--in");
    options.touches = arguments.values("--touches");
    options.themes = arguments.values("--theme");
    options.publics = arguments.values("--public");
    options.kinds = arguments.values("--kind");
    options.within = *within;
    return options;
}

// `cafe qui` alone, on a terminal, asks for the question.
std::vector<std::string> words_of(World& world, const Arguments& arguments, const query::ParseOptions& options) {
    const bool has_options = !options.in.empty() || !options.touches.empty() || !options.themes.empty() ||
                             !options.publics.empty() || !options.kinds.empty();
    std::vector<std::string> words = arguments.words;
    if (words.empty() && !has_options && world.ask) {
        world.err << what_do_you_ask().in(world.lang) << " " << std::flush;
        // The end of the input (Ctrl-D) leaves the cursor behind the question.
        if (!std::getline(world.in, words.emplace_back())) world.err << '\n';
    }
    if (!words.empty() && is_question_word(arguments.called)) words.insert(words.begin(), arguments.called);
    return words;
}

Result<int> run_find(World& world, const Arguments& arguments) {
    const auto machine = wants_machine_form(arguments);
    if (!machine) return machine.error();
    if (const auto refused = card_refused(arguments)) return *refused;
    if (const auto noted = run_misses(world, arguments); !noted || *noted)
        return noted ? Result<int>(**noted) : noted.error();
    const auto limit = limit_of(arguments);
    if (!limit) return limit.error();
    const auto options = options_of(arguments);
    if (!options) return options.error();
    // A card is taken home: what it says, and how it is found, is for everyone.
    const bool for_everyone = arguments.has("--card");
    const auto opened = catalog_to_the_end(world, {for_everyone ? facts::Reader::everyone : facts::Reader::own, false});
    if (!opened) return opened.error();
    const store::Catalog* const catalog = *opened;

    const auto words = words_of(world, arguments, *options);
    const query::MatchOptions matching{today(world), arguments.has("--all")};
    const query::Lexicon lexicon(*catalog, catalog->taught());
    // Danger is heard first, and its numbers stand also where the question is refused.
    const auto alarms = query::alarms(text::join(words, " "), catalog->vocabulary());
    auto answer = query::ask(words, *catalog, lexicon, *options, matching);
    if (!answer || answer->query.empty()) print_alarms(world, arguments, *catalog, alarms);
    if (!answer) return answer.error();
    if (answer->query.empty() && !alarms.empty()) {
        world.say(render::nobody());
        return 1;
    }
    if (answer->query.empty()) return Error{ErrorKind::usage, no_question(), for_example("cafe qui logement Fumel")};

    if (answer->hits.empty() && !answer->direct)
        note_miss(world, text::join(words, " "), answer->query, *catalog, lexicon);
    const std::size_t all = answer->hits.size();
    const bool whole = *machine || arguments.has("--fields");
    const bool card = arguments.has("--card");
    const std::size_t most = limit->value_or(whole || card ? all : shown_at_once);
    if (all > most) answer->hits.resize(most);
    answer->ties = query::ties_of(answer->hits);
    if (arguments.has("--understood")) return print_understood(world, *catalog, *answer);

    if (card) return print_card(world, arguments, *catalog, *answer, alarms, matching);
    const bool documents = arguments.has("--json") || arguments.has("--jsonl");
    if (documents && !arguments.has("--fields")) {
        if (arguments.has("--jsonl")) world.err << render::alarm_lines(alarms, style_of(world, arguments));
        return print_json(world, *catalog, *answer, alarms, arguments.has("--jsonl"));
    }
    if (whole) world.err << render::alarm_lines(alarms, style_of(world, arguments));
    if (whole) return print_records(world, arguments, *catalog, answer->hits);
    return print_for_people(world, arguments, *catalog, *answer, alarms, all, matching);
}

std::vector<Option> find_options() {
    std::vector<Option> options{
        {"--in",
         ValueKind::area,
         {"ZONE", "AREA"},
         {"qui couvre toute la zone", "who serves all of the area"},
         {},
         true},
        {"--touches",
         ValueKind::area,
         {"ZONE", "AREA"},
         {"qui en couvre au moins une partie", "who serves at least a part of it"},
         {},
         true},
        {"--within",
         ValueKind::text,
         {"DISTANCE", "DISTANCE"},
         {"adresse ou permanence à moins de 15km du lieu", "an address or permanence within 15km of the place"}},
        {"--theme",
         ValueKind::theme,
         {"THÈME", "THEME"},
         {"ce thème, ou un mot qui le dit", "this theme, or a word for it"},
         {},
         true},
        {"--public", ValueKind::public_, {"PUBLIC", "PUBLIC"}, {"pour ces personnes", "for these people"}, {}, true},
        {"--kind", ValueKind::kind, {"GENRE", "KIND"}, {"ce genre de partenaire", "this kind of partner"}, {}, true},
        {"--limit",
         ValueKind::number,
         {"N", "N"},
         {"au plus N réponses (10 sans cela)", "at most N answers (10 otherwise)"}},
        {"--all", ValueKind::none, {}, {"les partenaires fermés aussi", "closed partners too"}},
        {"--long", ValueKind::none, {}, {"horaires, démarche et limites aussi", "hours, steps and limits too"}},
        {"--card",
         ValueKind::none,
         {},
         {"une page à remettre à la personne : les deux premières réponses, ce que tout le monde peut savoir",
          "a page to hand to the person: the first two answers, what everyone may know"}},
        {"--format",
         ValueKind::choice,
         {"FORMAT", "FORMAT"},
         {"celui de --card : md (Markdown, par défaut) ou html (en gros caractères, à imprimer)",
          "that of --card: md (Markdown, default) or html (in large print, for paper)"},
         {card_formats.begin(), card_formats.end()}},
        {"--explain",
         ValueKind::none,
         {},
         {"montrer comment la question est comprise", "show how the question is understood"}},
        {"--understood",
         ValueKind::none,
         {},
         {"seulement ce qui est compris, en JSON", "only what was understood, as JSON"}},
    };
    for (Option& option : miss_options()) options.push_back(std::move(option));
    for (Option& option : machine_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& find_command() {
    static const Command command{
        .name = "find",
        .aliases = {"who", "qui"},
        .group = Group::ask,
        .summary = {"répondre à une question : qui fait quoi, où, pour qui",
                    "answer a question: who does what, where, for whom"},
        .arguments = {"QUESTION…", "QUESTION…"},
        .options = find_options(),
        .about = {"La question se pose comme elle se dit, en français ou en anglais, avec ou sans accents. Un thème et "
                  "un lieu filtrent ; "
                  "les publics, les genres et les autres mots classent. Un lieu mal écrit n'est jamais deviné. Une "
                  "question qui a une "
                  "apostrophe se met entre guillemets.",
                  "Ask as you speak, in French or in English, with or without accents. A theme and a place filter; "
                  "publics, kinds and "
                  "other words rank. A misspelt place is never guessed. A question with an apostrophe goes between "
                  "quotation marks."},
        .examples = {{"cafe who handles housing in Fumel", {"qui s'occupe du logement à Fumel", "in English"}},
                     {"cafe qui \"s'occupe du logement à Fumel\"", {"la même question", "the same question in French"}},
                     {"cafe find theme:logement not:kind:mairie touches:circo-fumel",
                      {"avec des champs", "with fields"}},
                     {"cafe qui logement Fumel --card --format html > carte.html",
                      {"une page en gros caractères, à imprimer et à remettre",
                       "a page in large print, to print and hand over"}},
                     {"cafe find 05 36 49 10 30", {"à qui est ce numéro", "whose number is this"}}},
        .run = run_find,
        .unites = true,
    };
    return command;
}

}  // namespace cafe::cmd
