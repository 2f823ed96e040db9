#include <algorithm>
#include <array>

#include "asking.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/functions.hpp"
#include "meeting.hpp"
#include "meeting_change.hpp"
#include "meeting_commands.hpp"
#include "meetings/naming.hpp"
#include "meetings/notes.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

using meetings::NoteKind;

struct KindOption {
    std::string_view name;
    NoteKind kind;
    Label help;
};
constexpr std::array<KindOption, 5> kinds{{
    {"--question", NoteKind::question, {"une question", "a question"}},
    {"--worry", NoteKind::worry, {"une inquiétude ; entre partenaires", "a worry; among partners"}},
    {"--need", NoteKind::need, {"un besoin", "a need"}},
    {"--decision", NoteKind::decision, {"une décision", "a decision"}},
    {"--action", NoteKind::action, {"ce que quelqu'un fera", "what somebody will do"}},
}};

constexpr Phrase<std::string, std::string> one_kind{"choisir {} ou {}, pas les deux", "choose {} or {}, not both"};
constexpr Phrase<> whose_news{"de quel partenaire est la nouvelle ?", "which partner's news is it?"};
constexpr Phrase<> write_so{"cafe meeting note fumel:last caf \"Nouvelle permanence le mardi\"",
                            "cafe meeting note fumel:last caf \"New hours on Tuesdays\""};
constexpr Phrase<std::string> no_partner{"« {} » n'est pas un partenaire du carnet",
                                         "'{}' is not a partner of the notebook"};
constexpr Phrase<> nothing_said{"rien à noter : le texte est vide", "nothing to record: the text is empty"};
constexpr Phrase<> for_actions{"--who et --due vont avec --action", "--who and --due go with --action"};
constexpr Phrase<std::string> no_day{"« {} » n'est pas un jour", "'{}' is not a day"};
constexpr Phrase<> write_day{"comme ceci : 2026-11-20, ou 20/11/2026", "like this: 2026-11-20, or 20/11/2026"};
constexpr Phrase<std::string, Words> recorded{"{} : {}", "{}: {}"};
constexpr Phrase<std::string> news_recorded{"nouvelle de {} notée", "news of {} recorded"};
constexpr Phrase<std::string> item_recorded{"noté, {}", "recorded, {}"};
const Words decision_recorded{"décision notée", "decision recorded"};
constexpr Phrase<std::string> perhaps_themes{"parle de : {} ; l'ajouter avec --theme",
                                             "speaks of: {}; add with --theme"};
constexpr Phrase<std::string> perhaps_areas{"parle de : {} ; l'ajouter avec --area", "speaks of: {}; add with --area"};
constexpr Phrase<std::string> take_them{"Noter aussi : {} ? [O/n] ", "Record too: {}? [Y/n] "};

Result<NoteKind> kind_of(const Arguments& arguments) {
    const KindOption* chosen = nullptr;
    for (const KindOption& option : kinds) {
        if (!arguments.has(option.name)) continue;
        if (chosen != nullptr)
            return Error{ErrorKind::usage, one_kind(std::string(chosen->name), std::string(option.name)), {}};
        chosen = &option;
    }
    return chosen == nullptr ? NoteKind::news : chosen->kind;
}

// A partner or a person by name; words stay words.
Result<std::string> somebody(const store::Catalog& catalog, const std::string& typed) {
    const auto who = meetings::who_is(catalog, typed);
    if (!who) return who.error();
    return who->id().empty() ? typed : who->id();
}

// Of a person who speaks for a partner, the partner.
Result<std::string> partner_of(const World& world, const store::Catalog& catalog, const std::string& typed) {
    const auto who = meetings::who_is(catalog, typed);
    if (!who) return who.error();
    if (!who->partner.empty()) return who->partner;
    model::Attendee line;
    line.person = who->person;
    std::string partner = facts::came_for(catalog, line, today(world));
    if (partner.empty()) return Error{ErrorKind::reference, no_partner(utf8::printable(typed)), {}};
    return partner;
}

// What the text speaks of and was not said: asked where somebody sits there, else proposed.
void propose(World& world, const store::Catalog& catalog, meetings::Note& note) {
    if (note.kind == NoteKind::decision || note.kind == NoteKind::action) return;
    meetings::Mentioned found = meetings::mentioned_in(catalog, note.text);
    if (!note.themes.empty()) found.themes.clear();
    if (!note.areas.empty() || note.kind == NoteKind::news) found.areas.clear();
    std::vector<std::string> labels;
    for (const std::string& theme : found.themes)
        labels.push_back(catalog.vocabulary().label(model::VocabularyKind::themes, theme).in(world.lang));
    const auto offer = [&](const std::vector<std::string>& shown, std::vector<std::string>& into,
                           const std::vector<std::string>& ids, const auto& perhaps) {
        if (ids.empty()) return;
        const std::string line = utf8::printable(text::join(shown, ", "));
        if (!world.ask) return world.say(perhaps(line));
        if (ask_yes(world, take_them(line), true).value_or(false)) into = ids;
    };
    offer(labels, note.themes, found.themes, perhaps_themes);
    offer(found.areas, note.areas, found.areas, perhaps_areas);
}

Result<meetings::Note> note_of(const World& world, const Arguments& arguments, const store::Catalog& catalog) {
    meetings::Note note;
    const auto kind = kind_of(arguments);
    if (!kind) return kind.error();
    note.kind = *kind;
    const bool alone = arguments.words.size() == 2;
    if (alone && note.kind == NoteKind::news) return Error{ErrorKind::usage, whose_news(), write_so()};
    note.text = std::string(text::trim(arguments.words.back()));
    if (note.text.empty()) return Error{ErrorKind::usage, nothing_said(), write_so()};
    if ((arguments.has("--who") || arguments.has("--due")) && note.kind != NoteKind::action)
        return Error{ErrorKind::usage, for_actions(), {}};
    if (!alone) {
        const std::string& typed = arguments.words[1];
        auto by = note.kind == NoteKind::news ? partner_of(world, catalog, typed) : somebody(catalog, typed);
        if (!by) return by.error();
        note.by = std::move(*by);
    }
    if (arguments.has("--who")) {
        auto who = somebody(catalog, arguments.value("--who"));
        if (!who) return who.error();
        note.who = std::move(*who);
    }
    if (arguments.has("--due")) {
        const std::string typed = arguments.value("--due");
        note.due = Date::parse(typed);
        if (!note.due) note.due = date_as_spoken(typed);
        if (!note.due) return Error{ErrorKind::usage, no_day(utf8::printable(typed)), write_day()};
    }
    for (const std::string& typed : arguments.values("--theme")) {
        auto theme = resolve_theme(catalog, typed);
        if (!theme) return theme.error();
        note.themes.push_back(std::move(*theme));
    }
    note.areas = arguments.values("--area");
    return note;
}

Result<int> run_meeting_note(World& world, const Arguments& arguments) {
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    const store::Catalog& catalog = notebook->catalog;
    const auto id = resolve_meeting(catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    if (const auto open = not_approved(catalog, *id); !open) return open.error();
    auto note = note_of(world, arguments, catalog);
    if (!note) return note.error();
    propose(world, catalog, *note);
    const model::Meeting& meeting = *catalog.meeting(*id);
    Words said = decision_recorded;
    if (note->kind == NoteKind::news)
        said = news_recorded(utf8::printable(named(catalog, note->by, world.lang)));
    else if (note->kind != NoteKind::decision)
        said = item_recorded(*id + "/" + meetings::item_id(meeting, note->text));
    return change_meeting(world, arguments, *notebook, *id, {meetings::noted(meeting, *note)}, recorded(*id, said));
}

std::vector<Option> options_of_note() {
    std::vector<Option> options;
    for (const KindOption& kind : kinds) options.push_back({kind.name, ValueKind::none, {}, kind.help});
    for (Option& option : std::vector<Option>{
             {"--who",
              ValueKind::text,
              {"QUI", "WHO"},
              {"d'une action : qui la fera, sinon le partenaire nommé",
               "of an action: who will do it, else the partner"}},
             {"--due", ValueKind::date, {"JOUR", "DAY"}, {"d'une action : pour quand", "of an action: by when"}},
             {"--theme", ValueKind::theme, {"THÈME", "THEME"}, {"de quoi on parle", "what it is about"}, {}, true},
             {"--area",
              ValueKind::area,
              {"TERRITOIRE", "AREA"},
              {"de quel endroit on parle", "which place"},
              {},
              true}})
        options.push_back(std::move(option));
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& meeting_note_command() {
    static const Command command{
        .name = "meeting note",
        .group = Group::meet,
        .summary = {"noter à la table : une nouvelle, une question, une décision, une action",
                    "record at the table: news, a question, a decision, an action"},
        .arguments = {"RÉUNION [PARTENAIRE] TEXTE", "REF [PARTNER] TEXT"},
        .least = 2,
        .most = 3,
        .options = options_of_note(),
        .about = {"Sans option, ce que dit un partenaire au tour de table. Une question ou une action reçoit son nom, "
                  "fait des mots de son texte, et suit les réunions du café jusqu'à sa réponse. Les thèmes et les "
                  "lieux dont parle le texte sont proposés, jamais écrits d'office.",
                  "Without an option, what a partner tells at the round table. A question or an action gets its name, "
                  "made of the words of its text, and follows the café's meetings until it is answered. Themes and "
                  "places that the text speaks of are proposed, never written unasked."},
        .examples = {{"cafe meeting note fumel:last caf \"Nouvelle permanence le mardi\"",
                      {"au tour de table", "at the round table"}},
                     {"cafe meeting note fumel:last caf \"Confirmer le bureau\" --action --who laurent-bousquet --due "
                      "2026-12-18",
                      {"qui fait quoi, pour quand", "who does what, by when"}}},
        .run = run_meeting_note,
        .word = ValueKind::meeting,
    };
    return command;
}

}  // namespace cafe::cmd
