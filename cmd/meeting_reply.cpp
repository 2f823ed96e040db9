#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <map>
#include <set>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "edit/edit.hpp"
#include "facts/release.hpp"
#include "invited.hpp"
#include "mail/itip.hpp"
#include "mail/message.hpp"
#include "meeting.hpp"
#include "meeting_change.hpp"
#include "meetings/who_comes.hpp"
#include "model/values.hpp"
#include "notebook.hpp"
#include "view/event.hpp"

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
constexpr Phrase<std::string, std::string, Words> unknown{"inconnu, à noter à la main : {}{}, {}",
                                                          "unknown, to be recorded by hand: {}{}, {}"};
constexpr Phrase<std::string> shared{"adresse de plusieurs invités, à noter à la main : {}",
                                     "address of several invited people, to be recorded by hand: {}"};
constexpr Phrase<std::string> outdated{"réponse à une date ou un lieu qui ont changé, à redemander : {}",
                                       "reply to a date or place that has changed, to be asked again: {}"};
constexpr Phrase<std::string> unclear{"ni oui ni non, à lire : {}", "neither yes nor no, to be read: {}"};
constexpr Phrase<std::string, std::string> in_words{"réponse en toutes lettres, à lire : {} : {}",
                                                    "reply in words, to be read: {}: {}"};
constexpr Phrase<std::string, std::string> outlook_mail{"réponse au format d'Outlook (winmail.dat), à lire : {} : {}",
                                                        "reply in Outlook's own format (winmail.dat), to be read: {}: "
                                                        "{}"};
constexpr Phrase<std::string, std::string> counter{"{} propose un autre moment, à lire : {}",
                                                   "{} proposes another time, to be read: {}"};
constexpr Phrase<std::string, std::string> asks_again{"{} demande l'invitation à jour, à renvoyer : {}",
                                                      "{} asks for the current invitation, to be sent again: {}"};
constexpr Phrase<std::string> somebodys_invitation{"une invitation, pas une réponse, laissée : {}",
                                                   "an invitation, not a reply, left: {}"};
constexpr Phrase<std::string> plain_calendar{"un agenda, pas une réponse, laissé : {}",
                                             "a calendar, not a reply, left: {}"};
constexpr Phrase<std::string> older_than_known{"réponse plus ancienne que celle déjà notée, laissée : {}",
                                               "reply older than the one on record, left: {}"};
constexpr Phrase<Words> other_meetings{"pour d'autres réunions : {}", "for other meetings: {}"};
constexpr Phrase<std::string> no_mail{"ni mail ni calendrier, laissé : {}", "neither mail nor calendar, left: {}"};
constexpr Phrase<std::string> outlook_file{"fichier d'Outlook (.msg), à lire dans Outlook et à noter à la main : {}",
                                           "file of Outlook (.msg), to be read in Outlook and recorded by hand: {}"};
constexpr Phrase<std::string, Words, std::string> they_said{"  {} : {}{}", "  {}: {}{}"};
constexpr Phrase<int> with_others{", à {}", ", {} in all"};
constexpr Phrase<std::string> with_words{", « {} »", ", '{}'"};
constexpr Phrase<> no_reply{"aucune réponse lue", "no reply read"};
constexpr Noun reply_noun{"réponse", "réponses", "reply", "replies"};

Words in_words_of(std::string_view answer) {
    if (answer == "accepted") return {"vient", "is coming"};
    if (answer == "declined") return {"ne vient pas", "is not coming"};
    return {"viendra peut-être", "may come"};
}

using ascii::lower;

std::string name_of(const store::Catalog& catalog, const view::Addressee& one) {
    if (const model::Person* person = catalog.person(one.person)) return utf8::printable(person->name);
    const store::PartnerEntry* partner = catalog.partner(one.partner);
    return utf8::printable(partner == nullptr ? one.partner : partner->value.name);
}

Result<view::Addressee> somebody(const World& world, const store::Catalog& catalog, const std::string& typed) {
    const auto ref = resolve(catalog, typed, false, today(world));
    if (!ref) return ref.error();
    if (ref->kind == model::RecordKind::person) return view::Addressee{ref->id, ""};
    if (ref->kind == model::RecordKind::partner) return view::Addressee{"", ref->id};
    return Error{ErrorKind::reference, not_somebody(utf8::printable(typed)), {}};
}

Result<int> write(World& world, const Arguments& arguments, const OpenNotebook& notebook, const std::string& id,
                  InvitationLines lines, Words said) {
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
    InvitationLines lines = lines_to_change(catalog, *source_of(notebook.book, id), id, today(world));
    const model::Invitation* known = invitation_of(meeting, *who);
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
        const model::Invitation* absent = invitation_of(meeting, *other);
        if (absent != nullptr && absent->reply.empty()) {
            lines.set(*other, "reply", "declined");
            lines.set(*other, "replied", today(world).iso());
        }
    }
    return write(world, arguments, notebook, id, std::move(lines),
                 recorded(id, name_of(catalog, *who), in_words_of(answer)));
}

struct File {
    std::string name;
    std::string bytes;
};

// Mails and calendars under a path, in the order of their names.
Result<Done> gather(World& world, const std::string& path, int depth, std::vector<File>& files) {
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

struct Mails {
    std::vector<mail::Reply> replies;
    std::vector<std::pair<std::string, std::string>> others;  // from, subject
    std::vector<Words> not_read;                              // files that are something else
};

Words what_is_wrong(const File& file) {
    constexpr std::string_view compound = "\xD0\xCF\x11\xE0";  // the container that .msg files are
    const std::string name = utf8::printable(file.name);
    return file.bytes.starts_with(compound) ? outlook_file(name) : no_mail(name);
}

// What a calendar is that is no reply. `from` is the mail's sender, empty for a file.
Words other_calendar(const mail::Calendar& calendar, const std::string& from, const std::string& name) {
    const mail::Reply* first = calendar.attendees.empty() ? nullptr : &calendar.attendees.front();
    const std::string who = first == nullptr ? from : first->name.empty() ? first->address : first->name;
    const std::string shown = utf8::printable(who);
    if (calendar.method == "counter") return counter(shown, utf8::printable(name));
    if (calendar.method == "refresh") return asks_again(shown, utf8::printable(name));
    if (calendar.method == "request") return somebodys_invitation(utf8::printable(name));
    return plain_calendar(utf8::printable(name));
}

// A reply is its sender's: what it says of others beside them is hearsay, and who has not answered says nothing.
std::vector<mail::Reply> own_replies(const mail::Calendar& calendar, const std::string& from) {
    std::vector<mail::Reply> own;
    std::vector<mail::Reply> all;
    const bool answered = std::any_of(calendar.attendees.begin(), calendar.attendees.end(),
                                      [](const mail::Reply& one) { return !one.answer.empty(); });
    for (const mail::Reply& one : calendar.attendees) {
        if (one.address == from) own.push_back(one);
        if (!answered || !one.waits) all.push_back(one);
    }
    return own.empty() ? all : own;
}

// Takes the replies of one text and says what else it holds. False when it holds no reply.
bool take(const std::vector<mail::Calendar>& calendars, const std::string& from, const std::string& name,
          Mails& mails) {
    bool found = false;
    for (const mail::Calendar& calendar : calendars) {
        if (calendar.method != "reply") continue;
        for (mail::Reply& reply : own_replies(calendar, from)) {
            mails.replies.push_back(std::move(reply));
            found = true;
        }
    }
    for (const mail::Calendar& calendar : calendars)
        if (calendar.method != "reply" && (!found || calendar.method == "counter"))
            mails.not_read.push_back(other_calendar(calendar, from, name));
    return found;
}

Mails read_all(const std::vector<File>& files) {
    Mails mails;
    for (const File& file : files) {
        if (const std::string text = mail::text_of(file.bytes, ""); mail::is_calendar(text)) {
            take(mail::calendars_in(text), "", file.name, mails);
            continue;
        }
        bool is_mail = false;
        for (const std::string& bytes : mail::messages_in(file.bytes)) {
            const mail::Message message = mail::parse(bytes);
            bool found = false;
            bool told = false;
            // Some servers call the calendar an attachment of any kind: its first line tells.
            for (const mail::Part& part : message.parts) {
                if (!mail::is_calendar(part.content)) continue;
                const auto calendars = mail::calendars_in(part.content, part.method);
                const std::size_t before = mails.not_read.size();
                found = take(calendars, message.from, message.subject, mails) || found;
                told = told || mails.not_read.size() > before;
            }
            const bool outlook = std::any_of(message.parts.begin(), message.parts.end(),
                                             [](const mail::Part& part) { return part.type == "application/ms-tnef"; });
            if (!found && !told && outlook) {
                mails.not_read.push_back(outlook_mail(utf8::printable(message.from), utf8::printable(message.subject)));
                told = true;
            }
            if (!found && !told && !message.from.empty()) mails.others.emplace_back(message.from, message.subject);
            is_mail = is_mail || found || told || !message.from.empty();
        }
        if (!is_mail) mails.not_read.push_back(what_is_wrong(file));
    }
    std::stable_sort(mails.replies.begin(), mails.replies.end(),
                     [](const mail::Reply& a, const mail::Reply& b) { return a.stamp < b.stamp; });
    return mails;
}

// Whom a reply belongs to: those invited, else those of the notebook. Of several who share a mailbox the one to whom
// the invitation was sent there, or whom the reply names.
std::vector<view::Addressee> owners(const store::Catalog& catalog, const model::Meeting& meeting,
                                    const mail::Reply& reply) {
    std::vector<view::Addressee> all;
    for (const auto& entry : catalog.people())
        for (const model::PersonEmail& email : entry.value.emails)
            if (lower(email.address) == reply.address && (all.empty() || all.back().person != entry.id))
                all.push_back({entry.id, ""});
    for (const store::PartnerEntry& entry : catalog.partners())
        for (const model::Email& email : entry.value.emails)
            if (lower(email.address) == reply.address && (all.empty() || all.back().partner != entry.id))
                all.push_back({"", entry.id});
    const auto narrow = [&all](const auto& test) {
        std::vector<view::Addressee> kept;
        std::copy_if(all.begin(), all.end(), std::back_inserter(kept), test);
        if (!kept.empty()) all = std::move(kept);
    };
    narrow([&](const view::Addressee& one) { return invitation_of(meeting, one) != nullptr; });
    if (all.size() > 1)
        narrow([&](const view::Addressee& one) {
            const model::Invitation* line = invitation_of(meeting, one);
            return line != nullptr && line->sent.has_value();
        });
    if (all.size() > 1)
        narrow([&](const view::Addressee& one) { return fold::text(name_of(catalog, one)) == fold::text(reply.name); });
    return all;
}

// Whether an answer to an earlier version was to the same day, hour and place: a meeting that was confirmed since is no
// other meeting. An hour in UTC is not worked out, the day tells.
bool is_same_occasion(const mail::Reply& reply, const view::Event& event) {
    const std::string day = text::replace_all(event.date.iso(), "-", "");
    if (!reply.start.starts_with(day)) return false;
    const bool local = reply.start.size() >= 13 && !reply.start.ends_with('Z');
    if (local && reply.start.substr(9, 4) != text::replace_all(event.start, ":", "")) return false;
    return reply.place.empty() || reply.place == event.place;
}

// The same answer once more: what the first one said besides is kept.
void join(const mail::Reply& earlier, mail::Reply& later) {
    if (earlier.stamp != later.stamp || earlier.answer != later.answer) return;
    later.guests = std::max(later.guests, earlier.guests);
    for (const std::string& comment : earlier.comments)
        if (std::find(later.comments.begin(), later.comments.end(), comment) == later.comments.end())
            later.comments.push_back(comment);
}

Result<int> from_mails(World& world, const Arguments& arguments, const OpenNotebook& notebook, const std::string& id) {
    const std::string path = arguments.value("--from");
    std::vector<File> files;
    if (path == "-") {
        files.push_back({"-", std::string(std::istreambuf_iterator<char>(world.in), {})});
    } else if (auto done = gather(world, path, 0, files); !done) {
        return done.error();
    }
    const Mails mails = read_all(files);
    const store::Catalog& catalog = notebook.catalog;
    const model::Meeting& meeting = *catalog.meeting(id);
    InvitationLines lines = lines_to_change(catalog, *source_of(notebook.book, id), id, today(world));
    const int sequence = meeting.calendar ? meeting.calendar->sequence.value_or(0) : 0;
    const auto released = facts::release_meeting(catalog, id, {facts::Reader::partners, false});
    const auto event = view::event_of(catalog, *released, meeting.calendar.value_or(model::CalendarMark{}), Lang::fr);
    std::size_t elsewhere = 0;
    std::set<std::string> said;  // a mail may hold the same reply twice
    const auto say_once = [&](const Words& words) {
        if (said.insert(words.en).second) world.say(words);
    };
    std::map<view::Addressee, const mail::Reply*, bool (*)(const view::Addressee&, const view::Addressee&)> taken(
        [](const view::Addressee& a, const view::Addressee& b) {
            return a.person != b.person ? a.person < b.person : a.partner < b.partner;
        });
    std::deque<mail::Reply> replies;
    for (const mail::Reply& reply : mails.replies) {
        const std::string who = utf8::printable(reply.address);
        if (!view::is_uid_of(reply.uid, id)) {
            ++elsewhere;
            continue;
        }
        if (reply.answer.empty()) {
            say_once(unclear(who));
            continue;
        }
        if (reply.sequence < sequence && !(event && is_same_occasion(reply, *event))) {
            say_once(outdated(who));
            continue;
        }
        const std::vector<view::Addressee> found = owners(catalog, meeting, reply);
        if (found.size() > 1) {
            say_once(shared(who));
        } else if (found.empty()) {
            const std::string name = reply.name.empty() ? "" : " (" + utf8::printable(reply.name) + ")";
            say_once(unknown(who, name, in_words_of(reply.answer)));
        } else {
            // Gmail sends one reply twice in a mail, and what was written with it in one of the two.
            mail::Reply& whole = replies.emplace_back(reply);
            if (const auto earlier = taken.find(found.front()); earlier != taken.end()) join(*earlier->second, whole);
            taken[found.front()] = &whole;
        }
    }
    for (const auto& [one, reply] : taken) {
        const model::Invitation* known = invitation_of(meeting, one);
        const Date day = reply->day && *reply->day <= today(world) ? *reply->day : today(world);
        // What was said on the telephone since is newer than the mail.
        if (known != nullptr && known->replied && *known->replied > day) {
            world.say(older_than_known(name_of(catalog, one)));
            continue;
        }
        lines.set(one, "reply", reply->answer);
        lines.set(one, "replied", day.iso());
        const bool brings = reply->guests > 0 && reply->answer != "declined";
        if (brings) lines.set(one, "count", std::to_string(reply->guests + 1));
        std::string more = brings ? with_others(reply->guests + 1).in(world.lang) : "";
        for (const std::string& comment : reply->comments) more += with_words(utf8::printable(comment)).in(world.lang);
        world.say(they_said(name_of(catalog, one), in_words_of(reply->answer), more));
    }
    for (const Words& words : mails.not_read) world.say(words);
    for (const auto& [from, subject] : mails.others)
        world.say(in_words(utf8::printable(from), utf8::printable(subject)));
    if (elsewhere > 0) world.say(other_meetings(count(elsewhere, reply_noun)));
    if (taken.empty()) {
        world.say(no_reply());
        return 1;
    }
    return write(world, arguments, notebook, id, std::move(lines), recorded_many(id, count(taken.size(), reply_noun)));
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
