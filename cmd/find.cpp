#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "command.hpp"
#include "facts/release.hpp"
#include "misses.hpp"
#include "model/fields.hpp"
#include "notebook.hpp"
#include "output.hpp"
#include "query/ask.hpp"
#include "query/elsewhere.hpp"
#include "query/weights.hpp"
#include "render/answer.hpp"
#include "render/markdown.hpp"
#include "site/site.hpp"
#include "view/handout.hpp"

namespace cafe::cmd {

namespace {

constexpr std::size_t shown_at_once = 10;
constexpr std::size_t shown_whole = 3;  // the others a line each

constexpr Phrase<> what_do_you_ask{"Que cherchez-vous ?", "What are you looking for?"};
constexpr Phrase<> no_question{"la question ne dit rien à chercher", "the question says nothing to look for"};
constexpr Phrase<std::string> for_example{"par exemple : {}", "for example: {}"};
constexpr Phrase<std::string> not_a_number{"« {} » n'est pas un nombre au-dessus de zéro",
                                           "'{}' is not a positive number"};
constexpr Phrase<std::string> not_kilometres{"« {} » n'est pas une distance", "'{}' is not a distance"};
constexpr Phrase<> write_kilometres{"l'écrire ainsi : --within 15km", "write it like this: --within 15km"};
constexpr Phrase<> nobody{"Personne dans le carnet ne répond à cela.", "Nobody in the notebook answers that."};
constexpr Phrase<Words, std::string> one_elsewhere{"{} le fait, mais pas à {} : demander sans le lieu pour le voir.",
                                                   "{} does it, but not in {}: ask without the place to see it."};
constexpr Phrase<Words, std::string> many_elsewhere{"{} le font, mais pas à {} : demander sans le lieu pour les voir.",
                                                    "{} do it, but not in {}: ask without the place to see them."};
constexpr Phrase<std::string> nobody_there{"Personne dans le carnet ne couvre {}.",
                                           "Nobody in the notebook serves {}."};
constexpr Phrase<std::string, Words, std::string> served_there{"À {}, {} pour autre chose : {}",
                                                               "In {}, {} for other things: {}"};
constexpr Phrase<std::string, std::string> nearest_is{"Le plus proche : {}, à {} km.", "The nearest: {}, {} km away."};
constexpr Phrase<std::string> to_teach{"Un mot devrait être connu ? cafe teach THÈME \"{}\"",
                                       "Should a word be known? cafe teach THEME \"{}\""};
constexpr std::array<std::string_view, 2> card_formats{"md", "html"};
constexpr Phrase<std::string> card_alone{"--card et {} ne vont pas ensemble", "--card and {} do not go together"};
constexpr Phrase<> format_of_card{"--format est celui de la carte : ajouter --card",
                                  "--format is that of the card: add --card"};
constexpr Phrase<std::string> not_for_everyone{"pas dans l'édition publique, donc pas sur la carte : {}",
                                               "not in the public edition, so not on the card: {}"};
constexpr Phrase<std::string> no_room{"n'a pas tenu sur la page : {}", "did not fit on the page: {}"};
constexpr Phrase<> nothing_to_hand_over{"aucune réponse ne peut être remise au public",
                                        "no answer may be handed to the public"};
constexpr Noun partners{"partenaire", "partenaires", "partner", "partners"};
constexpr Phrase<Words, std::size_t> more{"… et {} : --limit {} montre tout", "… and {}: --limit {} shows them all"};
constexpr Noun further{"autre", "autres", "more", "more"};

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

// The words that nothing in the notebook knows, with the way to teach them.
Words teaching(const query::Query& query) {
    std::vector<std::string> unknown;
    for (const query::Clue& clue : query.clues)
        if (clue.kind == query::Clue::Kind::text) unknown.push_back(utf8::printable(clue.asked));
    return unknown.empty() ? Words{} : to_teach(text::join(unknown, " "));
}

Words served_in(const store::Catalog& catalog, const query::Elsewhere& found) {
    const std::string name = catalog.territory().name(found.place);
    if (found.serving == 0) return nobody_there(name);
    constexpr std::size_t most = 6;
    Words all;
    for (std::size_t i = 0; i < std::min(most, found.families.size()); ++i) {
        const model::Family& family = catalog.vocabulary().families[found.families[i]];
        all.fr += (i == 0 ? "" : ", ") + family.label.fr;
        all.en += (i == 0 ? "" : ", ") + family.label.en;
    }
    if (found.families.size() > most) {
        all.fr += "…";
        all.en += "…";
    }
    const Words partners_there = count(found.serving, partners);
    return Words{served_there(name, partners_there, all.fr).fr, served_there(name, partners_there, all.en).en};
}

Words nearest_of(const store::Catalog& catalog, const query::Elsewhere::Nearest& nearest) {
    const auto partner = facts::release_partner(catalog, nearest.partner, {facts::Reader::own, false});
    if (!partner) return {};
    return nearest_is(utf8::printable((*partner)->name), fmt::format("{:.0f}", nearest.kilometres));
}

// Nothing was found: whether somebody would answer in another place, and what the place has.
Words sorry(const store::Catalog& catalog, const query::Query& query, const query::MatchOptions& matching) {
    const auto found = query::elsewhere(catalog, query, matching);
    if (!found) return nobody();
    std::vector<Words> lines{nobody()};
    if (found->answering > 0) {
        const auto& elsewhere = found->answering == 1 ? one_elsewhere : many_elsewhere;
        lines.push_back(elsewhere(count(found->answering, partners), catalog.territory().name(found->place)));
    }
    if (found->nearest) lines.push_back(nearest_of(catalog, *found->nearest));
    lines.push_back(served_in(catalog, *found));
    Words all;
    for (const Words& line : lines) {
        if (line.fr.empty()) continue;
        all.fr += (all.fr.empty() ? "" : "\n") + line.fr;
        all.en += (all.en.empty() ? "" : "\n") + line.en;
    }
    return all;
}

Result<int> print_records(World& world, const Arguments& arguments, const store::Catalog& catalog,
                          const std::vector<query::Hit>& hits) {
    Listing listing{"cafe/list/1", &model::partner_shape(), {}, {}};
    for (const query::Hit& hit : hits)
        if (auto partner = facts::release_partner(catalog, hit.partner, {facts::Reader::own, false}))
            listing.records.push_back({hit.partner, partner->tree()});
    return print_listing(world, arguments, listing);
}

int print_json(World& world, const store::Catalog& catalog, const query::Answer& answer,
               const std::vector<query::Alarm>& alarms, bool by_line) {
    std::vector<render::Json> hits;
    for (const query::Hit& hit : answer.hits)
        hits.push_back(render::hit_json(catalog, answer.query, hit, today(world)));
    if (by_line) {
        for (const render::Json& hit : hits) world.out << render::json_document(hit);
    } else {
        world.out << render::json_document(render::JsonObject()
                                               .add("schema", "cafe/find/1")
                                               .add("understood", render::understood_json(catalog, answer.query))
                                               .add("emergency", render::alarms_json(alarms))
                                               .add("answer", render::direct_json(catalog, answer))
                                               .add("ties", render::ties_json(answer))
                                               .add("perhaps", render::json_boolean(query::is_doubtful(answer)))
                                               .add("hits", render::json_lines(hits))
                                               .done());
    }
    return hits.empty() && !answer.direct ? 1 : 0;
}

int print_understood(World& world, const store::Catalog& catalog, const query::Answer& answer) {
    world.out << render::json_document(render::JsonObject()
                                           .add("schema", "cafe/find/1")
                                           .add("understood", render::understood_json(catalog, answer.query))
                                           .done());
    return 0;
}

render::AnswerStyle style_of(const World& world, const Arguments& arguments) {
    return {world.lang, world.colour, world.out_is_terminal ? world.width : 0, arguments.has("--long")};
}

int print_for_people(World& world, const Arguments& arguments, const store::Catalog& catalog,
                     const query::Answer& answer, const std::vector<query::Alarm>& alarms, std::size_t all,
                     const query::MatchOptions& matching) {
    const render::AnswerStyle style = style_of(world, arguments);
    world.out << render::alarm_lines(alarms, style);
    world.out << render::understood_line(catalog, answer.query, today(world), world.lang) << "\n";
    if (arguments.has("--explain")) world.out << render::explained(catalog, answer.query, world.lang);
    const std::string direct = render::direct_line(catalog, answer, style, today(world));
    if (!direct.empty()) world.out << direct << "\n";
    const std::string probable = render::probable_line(catalog, answer.query, world.lang);
    if (!probable.empty()) world.out << probable << "\n";
    const std::string of_themes = render::theme_numbers_line(catalog, answer.query, alarms, world.lang);
    if (answer.hits.empty()) {
        if (!direct.empty()) return 0;
        world.out << sorry(catalog, answer.query, matching).in(world.lang) << "\n";
        const std::string taught = teaching(answer.query).in(world.lang);
        if (!taught.empty()) world.out << taught << "\n";
        if (!of_themes.empty()) world.out << of_themes << "\n";
        return 1;
    }
    if (const std::string perhaps = render::perhaps_line(answer, world.lang); !perhaps.empty())
        world.out << perhaps << "\n";
    if (const std::string ties = render::ties_line(catalog, answer, world.lang); !ties.empty())
        world.out << ties << "\n";
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        const bool whole = style.details || i < shown_whole;
        if (whole || i == shown_whole) world.out << "\n";
        world.out << (whole ? render::hit_for_people : render::hit_in_a_line)(catalog, answer.query, answer.hits[i],
                                                                              i + 1, style, today(world));
    }
    if (all > answer.hits.size())
        world.out << "\n" << more(count(all - answer.hits.size(), further), all).in(world.lang) << "\n";
    if (!of_themes.empty()) world.out << "\n" << of_themes << "\n";
    return 0;
}

// What --card does not go with.
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

void print_sheet(World& world, const Arguments& arguments, const store::Catalog& catalog, const view::Page& page) {
    if (arguments.value("--format") == "html")
        world.out << site::page_in_large_print(page, catalog.settings());
    else
        world.out << render::markdown_page(page, {}, [](const view::PageRef&) { return std::string(); });
}

// The numbers alone, in the form that was asked: nobody answers, or the question is refused.
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

// A sheet for the person themself. It alone goes to stdout: what is not on it is said beside.
int print_card(World& world, const Arguments& arguments, const store::Catalog& catalog, const query::Answer& answer,
               const std::vector<query::Alarm>& alarms, const query::MatchOptions& matching) {
    if (answer.hits.empty()) {
        print_alarms(world, arguments, catalog, alarms);
        world.say(sorry(catalog, answer.query, matching));
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

// What the notebook was taught.
std::vector<store::Taught> taught_here(World& world) {
    const auto root = store::find_notebook(world.disk, world.start);
    return root ? store::taught_in(world.disk, *root) : std::vector<store::Taught>{};
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
    const auto catalog = open_catalog(world, {for_everyone ? facts::Reader::everyone : facts::Reader::own, false});
    if (!catalog) return catalog.error();

    const auto words = words_of(world, arguments, *options);
    const query::MatchOptions matching{today(world), arguments.has("--all")};
    const query::Lexicon lexicon(*catalog, taught_here(world));
    // Danger is heard first, and its numbers stand also where the question is refused.
    const auto alarms = query::alarms(text::join(words, " "), catalog->vocabulary());
    auto answer = query::ask(words, *catalog, lexicon, *options, matching);
    if (!answer || answer->query.empty()) print_alarms(world, arguments, *catalog, alarms);
    if (!answer) return answer.error();
    if (answer->query.empty() && !alarms.empty()) {
        world.say(nobody());
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
    };
    return command;
}

}  // namespace cafe::cmd
