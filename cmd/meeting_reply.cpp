#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "edit/edit.hpp"
#include "invited.hpp"
#include "meeting.hpp"
#include "meeting_change.hpp"
#include "meetings/invitations.hpp"
#include "meetings/replies.hpp"
#include "meetings/who_comes.hpp"
#include "model/values.hpp"
#include "notebook.hpp"

namespace cafe::cmd {

namespace {

constexpr std::size_t largest_mail = std::size_t{64} * 1024 * 1024;
constexpr int deepest_folder = 4;
constexpr std::array<std::string_view, 3> answers{"accepted", "declined", "tentative"};

constexpr Phrase<> say_who{"qui répond, et quoi ?", "who replies, and what?"};
constexpr Phrase<> use_words{"cafe meeting reply fumel:next marie-delmas accepted, ou --from FICHIER",
                             "cafe meeting reply fumel:next marie-delmas accepted, or --from FILE"};
constexpr Phrase<> from_alone{"--from lit les réponses : ne nommer personne avec lui",
                              "--from reads the replies: name nobody with it"};
constexpr Phrase<std::string> no_answer{"« {} » n'est pas une réponse", "'{}' is not a reply"};
constexpr Phrase<> answers_are{"accepted (vient), declined (ne vient pas) ou tentative (peut-être)",
                               "accepted, declined or tentative"};
constexpr Phrase<std::string> not_somebody{"« {} » n'est ni une personne ni un partenaire",
                                           "'{}' is neither a person nor a partner"};
constexpr Phrase<std::string> no_count{"« {} » n'est pas un nombre de personnes", "'{}' is not a number of people"};
constexpr Phrase<std::string, std::string, Words> recorded{"{} : {}, {}", "{}: {}, {}"};
constexpr Phrase<std::string, Words> recorded_many{"{} : {}", "{}: {}"};
constexpr Phrase<std::string> as_before{"{} : ces réponses étaient déjà notées",
                                        "{}: these replies were recorded already"};
constexpr Phrase<std::string> older_than_known{"réponse plus ancienne que celle déjà notée, laissée : {}",
                                               "reply older than the one on record, left: {}"};
constexpr Phrase<Words> other_meetings{"pour d'autres réunions : {}", "for other meetings: {}"};
constexpr Phrase<std::string, Words, std::string> they_said{"  {} : {}{}", "  {}: {}{}"};
constexpr Phrase<int> with_others{", à {}", ", {} in all"};
constexpr Phrase<std::string> with_words{", « {} »", ", '{}'"};
constexpr Phrase<> no_reply{"aucune réponse lue", "no reply read"};
constexpr Noun reply_noun{"réponse", "réponses", "reply", "replies"};

using ascii::lower;

Result<meetings::Addressee> somebody(const World& world, const store::Catalog& catalog, const std::string& typed) {
    const auto ref = resolve(catalog, typed, false, today(world));
    if (!ref) return ref.error();
    if (ref->kind == model::RecordKind::person) return meetings::Addressee{ref->id, ""};
    if (ref->kind == model::RecordKind::partner) return meetings::Addressee{"", ref->id};
    return Error{ErrorKind::reference, not_somebody(utf8::printable(typed)), {}};
}

Result<int> write(World& world, const Arguments& arguments, const OpenNotebook& notebook, const std::string& id,
                  meetings::InvitationLines lines, Words said) {
    const store::Source* source = source_of(notebook.book, id);
    auto after = edit::apply(*source, {{model::RecordPath{{"invitations"}}, edit::Op::set, std::move(lines).done()}});
    if (!after) return after.error();
    Change change;
    change.id = id;
    change.files.push_back({source->path, source->text, std::move(*after)});
    change.said = std::move(said);
    change.unchanged = as_before(id);
    const Words expected = meetings::in_words(meetings::who_comes(meeting_after(change, id)));
    auto code = finish_change(world, arguments, notebook.book, std::move(change));
    if (code && !expected.empty() && !arguments.has("--json")) world.say(expected);
    return code;
}

Result<int> by_hand(World& world, const Arguments& arguments, const OpenNotebook& notebook, const std::string& id) {
    const store::Catalog& catalog = notebook.catalog;
    const auto who = somebody(world, catalog, arguments.words[1]);
    if (!who) return who.error();
    const std::string answer = lower(arguments.words[2]);
    if (std::find(answers.begin(), answers.end(), answer) == answers.end())
        return Error{ErrorKind::usage, no_answer(utf8::printable(arguments.words[2])), answers_are()};
    const model::Meeting& meeting = *catalog.meeting(id);
    meetings::InvitationLines lines =
        meetings::lines_to_change(catalog, *source_of(notebook.book, id), id, today(world));
    const model::Invitation* known = meetings::invitation_of(meeting, *who);
    const bool same = known != nullptr && known->reply == answer && known->replied;
    lines.set(*who, "reply", answer);
    if (!same) lines.set(*who, "replied", today(world).iso());
    if (arguments.has("--count")) {
        const auto number = model::to_whole_number(arguments.value("--count"));
        if (!number || *number < 1 || *number > 999)
            return Error{ErrorKind::usage, no_count(utf8::printable(arguments.value("--count"))), {}};
        lines.set(*who, "count", std::to_string(*number));
    }
    if (arguments.has("--instead-of")) {
        const auto other = somebody(world, catalog, arguments.value("--instead-of"));
        if (!other) return other.error();
        lines.set(*who, "instead_of", other->person.empty() ? other->partner : other->person);
        // Who sends somebody else is not coming, and is not to be reminded.
        const model::Invitation* absent = meetings::invitation_of(meeting, *other);
        if (absent != nullptr && absent->reply.empty()) {
            lines.set(*other, "reply", "declined");
            lines.set(*other, "replied", today(world).iso());
        }
    }
    return write(world, arguments, notebook, id, std::move(lines),
                 recorded(id, meetings::name_of(catalog, *who), meetings::answer_in_words(answer)));
}

// Mails and calendars under a path, in the order of their names.
Result<Done> gather(World& world, const std::string& path, int depth, std::vector<meetings::MailFile>& files) {
    const auto info = world.disk.info(path);
    if (!info) return info.error();
    if (*info && (*info)->kind == FileKind::folder) {
        const auto names = world.disk.list(path);
        if (!names) return names.error();
        for (const FolderEntry& entry : *names) {
            const bool folder = entry.kind == FileKind::folder;
            if (entry.name.starts_with('.') || (folder && depth >= deepest_folder)) continue;
            if (!folder && entry.kind != FileKind::file) continue;
            if (auto done = gather(world, path::join(path, entry.name), depth + 1, files); !done) return done;
        }
        return Done{};
    }
    auto bytes = world.disk.read(path, largest_mail);
    if (!bytes) return bytes.error();
    files.push_back({path, std::move(*bytes)});
    return Done{};
}

Result<int> from_mails(World& world, const Arguments& arguments, const OpenNotebook& notebook, const std::string& id) {
    const std::string path = arguments.value("--from");
    std::vector<meetings::MailFile> files;
    if (path == "-") {
        files.push_back({"-", std::string(std::istreambuf_iterator<char>(world.in), {})});
    } else if (auto done = gather(world, path, 0, files); !done) {
        return done.error();
    }
    const store::Catalog& catalog = notebook.catalog;
    const meetings::Replies replies = meetings::replies_in(files, catalog, id, today(world));
    for (const Words& words : replies.by_hand) world.say(words);
    meetings::InvitationLines lines =
        meetings::lines_to_change(catalog, *source_of(notebook.book, id), id, today(world));
    for (const meetings::TakenReply& reply : replies.taken) {
        const std::string name = meetings::name_of(catalog, reply.who);
        if (reply.older) {
            world.say(older_than_known(name));
            continue;
        }
        lines.set(reply.who, "reply", reply.answer);
        lines.set(reply.who, "replied", reply.day.iso());
        if (reply.count > 1) lines.set(reply.who, "count", std::to_string(reply.count));
        std::string more = reply.count > 1 ? with_others(reply.count).in(world.lang) : "";
        for (const std::string& comment : reply.comments) more += with_words(utf8::printable(comment)).in(world.lang);
        world.say(they_said(name, meetings::answer_in_words(reply.answer), more));
    }
    for (const Words& words : replies.not_read) world.say(words);
    if (replies.elsewhere > 0) world.say(other_meetings(count(replies.elsewhere, reply_noun)));
    if (replies.taken.empty()) {
        world.say(no_reply());
        return 1;
    }
    return write(world, arguments, notebook, id, std::move(lines),
                 recorded_many(id, count(replies.taken.size(), reply_noun)));
}

Result<int> run_meeting_reply(World& world, const Arguments& arguments) {
    const bool mails = arguments.has("--from");
    if (mails && arguments.words.size() > 1) return Error{ErrorKind::usage, from_alone(), {}};
    if (!mails && arguments.words.size() != 3) return Error{ErrorKind::usage, say_who(), use_words()};
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    const auto id = resolve_meeting(notebook->catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    return mails ? from_mails(world, arguments, *notebook, *id) : by_hand(world, arguments, *notebook, *id);
}

std::vector<Option> options_of_reply() {
    std::vector<Option> options{
        {"--count", ValueKind::number, {"N", "N"}, {"combien viennent", "how many are coming"}},
        {"--instead-of",
         ValueKind::reference,
         {"PERSONNE", "PERSON"},
         {"à la place de qui était invité", "in the place of who was invited"}},
        {"--from",
         ValueKind::file,
         {"FICHIER", "FILE"},
         {"lire les réponses d'un mail, d'un dossier de mails ou d'un fichier .ics ; - pour l'entrée standard",
          "read the replies of a mail, a folder of mails or an .ics file; - for standard input"}}};
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& meeting_reply_command() {
    static const Command command{
        .name = "meeting reply",
        .group = Group::meet,
        .summary = {"noter qui vient, au téléphone ou par mail", "record who is coming, by telephone or mail"},
        .arguments = {"RÉUNION [PERSONNE|PARTENAIRE accepted|declined|tentative]",
                      "REF [PERSON|PARTNER accepted|declined|tentative]"},
        .least = 1,
        .most = 3,
        .options = options_of_reply(),
        .about = {"Au téléphone : qui, et accepted (vient), declined (ne vient pas) ou tentative (peut-être). Par mail "
                  ": les réponses qu'envoient les boutons Accepter et Refuser, reconnues par l'adresse ; une adresse "
                  "inconnue est dite, jamais devinée, et rien n'est noté deux fois.",
                  "By telephone: who, and accepted, declined or tentative. By mail: the replies that the buttons "
                  "Accept and Decline send, known by their address; an unknown address is named, never guessed, and "
                  "nothing is recorded twice."},
        .examples = {{"cafe meeting reply fumel:next marie-delmas accepted --count 3",
                      {"elle vient à trois", "she is coming with two others"}},
                     {"cafe meeting reply fumel:next --from reponses",
                      {"un dossier de mails enregistrés", "a folder of saved mails"}}},
        .run = run_meeting_reply,
        .word = ValueKind::meeting,
        .further = {ValueKind::who, ValueKind::choice},
        .last_words = {"accepted", "declined", "tentative"},
    };
    return command;
}

}  // namespace cafe::cmd
