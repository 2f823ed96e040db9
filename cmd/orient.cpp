// `cafe orient`: draws a reference for somebody who is sent on, and notes what became of it. Never who it is.
#include "orient.hpp"

#include <array>

#include "model/reference.hpp"
#include "orient/journal.hpp"

namespace cafe::cmd {

namespace {

constexpr std::array<std::string_view, 2> sheet_formats{"md", "html"};

constexpr Phrase<std::string, Words> out_of_place{"{0} va avec {1}", "{0} goes with {1}"};
constexpr Phrase<> with_new{"une nouvelle orientation : cafe orient STRUCTURE/SERVICE",
                            "a new referral: cafe orient PARTNER/SERVICE"};
constexpr Phrase<> with_event{"un événement : cafe orient RÉFÉRENCE ÉVÉNEMENT",
                              "an event: cafe orient REFERENCE EVENT"};
constexpr Phrase<> with_sheet{"--sheet", "--sheet"};

// What is said with an event, with a reference alone, and of a new orientation: the first option that is out of place.
Result<Done> belongs(const Arguments& arguments, std::initializer_list<std::string_view> options, const Words& said) {
    for (const std::string_view option : options)
        if (arguments.has(option)) return Error{ErrorKind::usage, out_of_place(std::string(option), said), {}};
    return Done{};
}

Result<int> run_orient(World& world, const Arguments& arguments) {
    const bool event = arguments.words.size() > 1;
    const bool reference = model::looks_like_reference(arguments.words.front());
    Result<Done> fits = Done{};
    if (event || reference)
        fits = belongs(arguments, {"--area", "--theme", "--sheet", "--format", "--draft"}, with_new());
    if (fits && !event) fits = belongs(arguments, {"--why", "--to"}, with_event());
    if (fits && !event && reference) fits = belongs(arguments, {"--on"}, with_event());
    if (fits && !arguments.has("--sheet")) fits = belongs(arguments, {"--format"}, with_sheet());
    if (!fits) return fits.error();
    if (event) return note_event(world, arguments);
    return reference ? tell_orientation(world, arguments) : begin_orientation(world, arguments);
}

std::vector<Option> options_of_orient() {
    return {
        {"--area",
         ValueKind::area,
         {"ZONE", "AREA"},
         {"d'où vient la personne : une intercommunalité ou plus large, une commune devient la sienne",
          "where the person comes from: a group of communes or wider, a commune becomes its group"}},
        {"--theme",
         ValueKind::theme,
         {"THÈME", "THEME"},
         {"pour quoi, quand le service a plusieurs thèmes", "what for, when the service has several themes"}},
        {"--sheet",
         ValueKind::none,
         {},
         {"un bon d'orientation à imprimer, à remplir à la main, enregistré nulle part",
          "a referral slip to print and fill in by hand, stored nowhere"}},
        {"--format",
         ValueKind::choice,
         {"FORMAT", "FORMAT"},
         {"celui du bon : md (par défaut) ou html", "that of the slip: md (default) or html"},
         {sheet_formats.begin(), sheet_formats.end()}},
        {"--draft",
         ValueKind::folder,
         {"DOSSIER", "DIR"},
         {"y écrire le message à la structure ; jamais dans un dépôt git",
          "write the message to the organisation there; never in a git repository"}},
        {"--why",
         ValueKind::choice,
         {"RAISON", "REASON"},
         {"pourquoi, pour refused et withdrawn", "why, for refused and withdrawn"},
         orient::reason_keys()},
        {"--to",
         ValueKind::reference,
         {"PARTENAIRE", "PARTNER"},
         {"où c'est mieux, pour better-elsewhere", "where it is better, for better-elsewhere"}},
        {"--on", ValueKind::date, {"JOUR", "DAY"}, {"le jour où c'est arrivé", "the day it happened"}},
        dry_run_of_journal(),
    };
}

}  // namespace

const Command& orient_command() {
    static const Command command{
        .name = "orient",
        .group = Group::meet,
        .summary = {"orienter quelqu'un, et noter la suite sans dire qui",
                    "send somebody on, and note what follows, not who"},
        .arguments = {"STRUCTURE/SERVICE | RÉFÉRENCE [ÉVÉNEMENT]", "PARTNER/SERVICE | REFERENCE [EVENT]"},
        .least = 1,
        .most = 2,
        .options = options_of_orient(),
        .about =
            {"Tire une référence au hasard, à noter dans votre propre dossier, et montre la démarche, les papiers et "
             "la "
             "ligne des professionnels. La suite se note par cette référence : seen, waiting, proposed, refused, "
             "withdrawn, started. Le journal est à vous seul, hors du carnet et de git ; il ne connaît ni nom, ni "
             "commune, ni un mot libre. Après un refus, ceux qui répondent au même besoin sont montrés.",
             "Draws a reference at random, to write into your own file, and shows the steps, the papers and the line "
             "for professionals. What follows is noted by that reference: seen, waiting, proposed, refused, withdrawn, "
             "started. The journal is yours alone, outside of the notebook and of git; it knows no name, no commune "
             "and no free words. After a refusal those who answer the same need are shown."},
        .examples = {{"cafe orient escale/mise-abri --area Fumel", {"une demande", "a request"}},
                     {"cafe orient K7QF2M-8 refused --why no-place", {"la réponse", "the answer"}},
                     {"cafe orient escale/mise-abri --sheet --format html",
                      {"le bon à imprimer", "the slip to print"}}},
        .run = run_orient,
        .word = ValueKind::service,
        .further = {ValueKind::choice},
        .last_words = orient::keys_to_note(),
    };
    return command;
}

}  // namespace cafe::cmd
