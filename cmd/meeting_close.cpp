#include <algorithm>

#include "all_known.hpp"
#include "at_the_door.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "facts/open_items.hpp"
#include "letters/minutes_mail.hpp"
#include "meeting.hpp"
#include "meeting_change.hpp"
#include "meeting_commands.hpp"
#include "meetings/attendance.hpp"
#include "meetings/event.hpp"
#include "notebook.hpp"
#include "view/minutes.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string, Words> not_yet{"{} n'a pas encore eu lieu : le {}", "{} has not taken place yet: {}"};
constexpr Phrase<std::string> no_date{"{} n'a pas de date", "{} has no date"};
constexpr Phrase<std::string> called_off{"{} n'a pas eu lieu", "{} did not take place"};
constexpr Phrase<std::string, Words> closed{"{} : tenue, {}", "{}: held, {}"};
constexpr Phrase<std::string> as_before{"{} : déjà refermée", "{}: closed already"};
constexpr Noun came{"personne à la table", "personnes à la table", "person at the table", "people at the table"};
constexpr Phrase<std::string> nobody_noted{"personne n'est noté présent : cafe meeting attend {}",
                                           "nobody is recorded as present: cafe meeting attend {}"};
constexpr Phrase<std::string> verified{"fiches vérifiées : {}", "records verified: {}"};
constexpr Phrase<std::string> absent{"attendus, pas venus : {}", "expected, did not come: {}"};
constexpr Phrase<std::string> first{"première fois : {}", "first time: {}"};
constexpr Phrase<Words, Words> open_still{"reste ouvert : {}, {}", "still open: {}, {}"};
constexpr Noun questions{"question", "questions", "question", "questions"};
constexpr Noun actions{"action", "actions", "action", "actions"};
constexpr Phrase<std::string> coming{"la prochaine : {}", "the next one: {}"};
constexpr Phrase<Words, std::string> wrote{"{} dans {}, à relire et à envoyer ; cafe n'envoie rien",
                                           "{} in {}, to look through and send; cafe sends nothing"};
constexpr Phrase<std::string> say_where{"pour les brouillons du compte rendu : cafe meeting close {} -o envois",
                                        "for drafts of the minutes: cafe meeting close {} -o mails"};
constexpr Noun drafts_noun{"brouillon", "brouillons", "draft", "drafts"};

// What was read again at the table was right on that day; a later check stays.
Result<std::vector<std::string>> verify_fiches(const OpenNotebook& notebook, const std::string& id, Change& change) {
    const model::Meeting& meeting = *notebook.catalog.meeting(id);
    std::vector<std::string> done;
    for (const std::string& fiche : meeting.fiches ? meeting.fiches->verified : std::vector<std::string>{}) {
        const auto* record = store::find(notebook.book.partners, fiche);
        if (record == nullptr) continue;
        const auto& last = record->value.verified;
        if (last && last->on && *last->on >= *meeting.date) continue;
        const Map how{{"on", Value(meeting.date->iso())}, {"how", Value("meeting")}, {"meeting", Value(id)}};
        auto text = edit::apply(*record->source, {{{{"verified"}}, edit::Op::set, Value(how)}});
        if (!text) return text.error();
        change.files.push_back({record->source->path, record->source->text, std::move(*text)});
        done.push_back(fiche);
    }
    return done;
}

void say_what_is_open(World& world, const store::Catalog& catalog, const model::Meeting& meeting) {
    const auto open = [&](const auto& items) {
        return static_cast<std::size_t>(std::count_if(
            items.begin(), items.end(), [&](const auto& item) { return item.open && item.cafe == meeting.cafe; }));
    };
    const std::size_t asked = open(facts::questions(catalog, facts::Reader::own, today(world)));
    const std::size_t promised = open(facts::actions(catalog, facts::Reader::own, today(world)));
    if (asked + promised > 0) world.say(open_still(count(asked, questions), count(promised, actions)));
}

Result<int> run_meeting_close(World& world, const Arguments& arguments) {
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    if (const auto known = all_known(notebook->book.unreadable); !known) return known.error();
    const store::Catalog& catalog = notebook->catalog;
    const auto id = resolve_meeting(catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    const model::Meeting& meeting = *catalog.meeting(*id);
    if (!meeting.date) return Error{ErrorKind::usage, no_date(*id), {}};
    if (meeting.status == "cancelled" || meeting.status == "postponed")
        return Error{ErrorKind::usage, called_off(*id), {}};
    if (*meeting.date > today(world)) return Error{ErrorKind::usage, not_yet(*id, long_date(*meeting.date)), {}};
    Change change;
    change.id = *id;
    std::vector<edit::Edit> edits;
    if (meeting.status != "held") edits.push_back({{{"status"}}, edit::Op::set, Value("held")});
    const auto fiches = verify_fiches(*notebook, *id, change);
    if (!fiches) return fiches.error();
    auto next = next_meeting(world, *notebook, meeting.cafe);
    if (next && meeting.next.empty() && !meeting.approved)
        edits.push_back({{{"next"}}, edit::Op::set, Value(next->id)});
    if (next)
        for (store::FileChange& file : next->files) change.files.push_back(std::move(file));
    if (!edits.empty())
        if (const auto added = add_edits(*notebook, *id, edits, change); !added) return added.error();
    if (const auto checked = check_change(notebook->book, change.files, Keys::any); !checked) return checked.error();
    const std::string folder = arguments.value("-o");
    std::size_t written = 0;
    if (!folder.empty()) {
        const auto drafts =
            letters::minutes_drafts(world.disk, notebook->book.root, notebook->catalog, *id, today(world));
        if (!drafts) return drafts.error();
        written = drafts->size();
        if (!arguments.has("--dry-run"))
            if (auto done = letters::write_drafts(world.disk, folder, *drafts); !done) return done.error();
    }
    const int all = meetings::how_many_came(meeting);
    change.said = closed(*id, count(static_cast<std::size_t>(all), came));
    change.unchanged = as_before(*id);
    auto code = finish_change(world, arguments, notebook->book, std::move(change));
    if (!code) return code;
    if (all == 0) world.say(nobody_noted(*id));
    if (!fiches->empty()) world.say(verified(names_of(catalog, *fiches)));
    if (const auto missing = meetings::no_shows(meeting); !missing.empty())
        world.say(absent(names_of(catalog, missing)));
    std::vector<std::string> newcomers;
    for (const meetings::Seat& seat : meetings::first_timers(catalog, *id))
        newcomers.push_back(seat.person.empty() ? seat.guest : seat.person);
    if (!newcomers.empty()) world.say(first(names_of(catalog, newcomers)));
    say_what_is_open(world, catalog, meeting);
    if (!folder.empty()) world.say(wrote(count(written, drafts_noun), folder));
    if (folder.empty()) world.say(say_where(*id));
    if (next) world.say(next->files.empty() && next->said.empty() ? coming(next->id) : next->said);
    return code;
}

std::vector<Option> options_of_close() {
    std::vector<Option> options{{"-o",
                                 ValueKind::folder,
                                 {"DOSSIER", "DIR"},
                                 {"où écrire les brouillons du compte rendu, un par personne",
                                  "where to write the drafts of the minutes, one for each person"},
                                 {},
                                 false,
                                 "--output"}};
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& meeting_close_command() {
    static const Command command{
        .name = "meeting close",
        .group = Group::meet,
        .summary = {"le lendemain : refermer une réunion", "the day after: close a meeting"},
        .arguments = {"RÉUNION", "REF"},
        .least = 1,
        .most = 1,
        .options = options_of_close(),
        .about =
            {"La réunion est tenue ; les fiches relues à la table sont vérifiées à sa date ; ceux qu'on attendait et "
             "ceux qui venaient pour la première fois sont nommés ; la prochaine est préparée. Avec -o, le compte "
             "rendu en brouillons : un merci à qui était là, le texte aux autres invités. Deux fois ne change "
             "rien de plus. Le texte est celui de templates/minutes.md quand il existe.",
             "The meeting is held; records checked at the table are verified on its date; those who were expected "
             "and those who came for the first time are named; the next one is prepared. With -o, the minutes as "
             "drafts: thanks to those who were there, the text to the others invited. Twice changes nothing more. "
             "The text is that of templates/minutes.md where there is one."},
        .examples = {{"cafe meeting close fumel:last", {"la dernière réunion de Fumel", "Fumel's last meeting"}},
                     {"cafe meeting close fumel:last -o envois",
                      {"avec les brouillons du compte rendu", "with drafts of the minutes"}}},
        .run = run_meeting_close,
        .word = ValueKind::meeting,
    };
    return command;
}

}  // namespace cafe::cmd
