// answer, done, drop: what was left open is closed where it was raised.
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "meeting.hpp"
#include "meeting_change.hpp"
#include "meeting_commands.hpp"
#include "meetings/naming.hpp"
#include "meetings/notes.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

using meetings::ClosedAs;

constexpr Phrase<std::string> is_question{"{} est une question : elle se referme par une réponse",
                                          "{} is a question: an answer closes it"};
constexpr Phrase<std::string> answer_it{"cafe meeting answer {} \"…\"", "cafe meeting answer {} \"…\""};
constexpr Phrase<std::string> is_action{"{} est une action : elle est faite ou abandonnée",
                                        "{} is an action: it is done or dropped"};
constexpr Phrase<std::string> do_it{"cafe meeting done {0}, ou cafe meeting drop {0}",
                                    "cafe meeting done {0}, or cafe meeting drop {0}"};
constexpr Phrase<> say_answer{"la réponse est vide", "the answer is empty"};
constexpr Phrase<std::string> answered{"{} : réponse notée", "{}: answer recorded"};
constexpr Phrase<std::string> done{"{} : fait", "{}: done"};
constexpr Phrase<std::string> dropped{"{} : abandonné", "{}: dropped"};
const Words without_answer{"Sans suite.", "Not pursued."};
constexpr Phrase<std::string> closed_already{"{} était déjà fermé ; la nouvelle entrée remplace l'ancienne",
                                             "{} was closed already; the new entry replaces the old one"};
constexpr Phrase<std::string> no_day{"« {} » n'est pas un jour", "'{}' is not a day"};

// The meeting that it was closed at: the one named, else the one of the same café that is held on that day.
Result<std::string> meeting_of(const Arguments& arguments, const store::Catalog& catalog, const std::string& raised,
                               const Date& day) {
    if (arguments.has("--meeting")) return resolve_meeting(catalog, arguments.value("--meeting"), day);
    const std::string& cafe = catalog.meeting(raised)->cafe;
    for (const auto& entry : catalog.meetings())
        if (entry.id != raised && entry.value.cafe == cafe && entry.value.date == day) return entry.id;
    return std::string();
}

Result<int> close_item(World& world, const Arguments& arguments, ClosedAs how) {
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    const store::Catalog& catalog = notebook->catalog;
    const auto item = meetings::item_named(catalog, arguments.words.front());
    if (!item) return item.error();
    if (how == ClosedAs::answered && !item->question)
        return Error{ErrorKind::usage, is_action(item->name), do_it(item->name)};
    if (how == ClosedAs::done && item->question)
        return Error{ErrorKind::usage, is_question(item->name), answer_it(item->name)};
    std::string text = how == ClosedAs::answered ? std::string(text::trim(arguments.words[1])) : "";
    if (how == ClosedAs::answered && text.empty()) return Error{ErrorKind::usage, say_answer(), {}};
    std::string by;
    if (arguments.has("--by")) {
        const auto who = meetings::who_is(catalog, arguments.value("--by"));
        if (!who) return who.error();
        by = who->id().empty() ? arguments.value("--by") : who->id();
    }
    Date on = today(world);
    if (arguments.has("--on")) {
        const std::string typed = arguments.value("--on");
        const auto day = Date::parse(typed) ? Date::parse(typed) : date_as_spoken(typed);
        if (!day) return Error{ErrorKind::usage, no_day(utf8::printable(typed)), {}};
        on = *day;
    }
    const auto in = meeting_of(arguments, catalog, item->meeting, on);
    if (!in) return in.error();
    if (arguments.has("--meeting") && !arguments.has("--on"))
        if (const auto& date = catalog.meeting(*in)->date; date && *date <= on) on = *date;
    // A question that nobody will answer is closed by a sentence, so that its minutes say what became of it.
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    if (how == ClosedAs::dropped && item->question) text = without_answer.in(lang);
    const ClosedAs as = item->question ? ClosedAs::answered : how;
    if (!item->open) world.say(closed_already(item->name));
    const Words said = how == ClosedAs::answered ? answered(item->name)
                       : how == ClosedAs::done   ? done(item->name)
                                                 : dropped(item->name);
    return change_meeting(world, arguments, *notebook, item->meeting, meetings::closed(*item, as, text, by, on, *in),
                          said);
}

Result<int> run_answer(World& world, const Arguments& arguments) {
    return close_item(world, arguments, ClosedAs::answered);
}
Result<int> run_done(World& world, const Arguments& arguments) {
    return close_item(world, arguments, ClosedAs::done);
}
Result<int> run_drop(World& world, const Arguments& arguments) {
    return close_item(world, arguments, ClosedAs::dropped);
}

std::vector<Option> closing_options(bool answers) {
    std::vector<Option> options;
    if (answers) options.push_back({"--by", ValueKind::text, {"QUI", "WHO"}, {"qui a répondu", "who answered"}});
    options.push_back(
        {"--meeting",
         ValueKind::meeting,
         {"RÉUNION", "REF"},
         {"à quelle réunion ; sinon celle du café ce jour-là", "at which meeting; else the café's that day"}});
    options.push_back(
        {"--on", ValueKind::date, {"JOUR", "DAY"}, {"quel jour, sinon aujourd'hui", "on which day, else today"}});
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& meeting_answer_command() {
    static const Command command{
        .name = "meeting answer",
        .group = Group::meet,
        .summary = {"répondre à une question, d'où qu'elle vienne", "answer a question, wherever it was raised"},
        .arguments = {"QUESTION TEXTE", "ITEM TEXT"},
        .least = 2,
        .most = 2,
        .options = closing_options(true),
        .about =
            {"La question se nomme comme la montre « cafe meeting questions » ; son dernier mot suffit quand il est "
             "seul. La réponse est écrite là où la question a été posée, et le compte rendu dit quand elle est "
             "venue. Un compte rendu approuvé la reçoit aussi.",
             "A question is named as 'cafe meeting questions' shows it; its last part is enough where it is the "
             "only one. The answer is written where the question was raised, and the minutes say when it came. "
             "Approved minutes take it too."},
        .examples = {{"cafe meeting answer 2026-11-06-fumel/permanence-msa \"Oui, le premier mardi du mois\"",
                      {"la réponse venue par téléphone", "the answer that came by phone"}}},
        .run = run_answer,
        .word = ValueKind::text,
    };
    return command;
}

const Command& meeting_done_command() {
    static const Command command{
        .name = "meeting done",
        .group = Group::meet,
        .summary = {"une action est faite", "an action is done"},
        .arguments = {"ACTION", "ITEM"},
        .least = 1,
        .most = 1,
        .options = closing_options(false),
        .about = {"L'action se nomme comme la montre « cafe meeting actions ».",
                  "An action is named as 'cafe meeting actions' shows it."},
        .examples = {{"cafe meeting done 2026-11-06-fumel/bureau-msa", {"c'est fait", "it is done"}}},
        .run = run_done,
        .word = ValueKind::text,
    };
    return command;
}

const Command& meeting_drop_command() {
    static const Command command{
        .name = "meeting drop",
        .group = Group::meet,
        .summary = {"une action ou une question est abandonnée", "an action or a question is given up"},
        .arguments = {"ACTION|QUESTION", "ITEM"},
        .least = 1,
        .most = 1,
        .options = closing_options(false),
        .about = {"Elle ne suit plus les réunions du café ; le compte rendu où elle a été posée le dit.",
                  "It follows the café's meetings no longer; the minutes in which it was raised say so."},
        .examples = {{"cafe meeting drop 2026-11-06-fumel/bureau-msa", {"on n'y pense plus", "it is given up"}}},
        .run = run_drop,
        .word = ValueKind::text,
    };
    return command;
}

}  // namespace cafe::cmd
