#include <algorithm>

#include "all_known.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "edit/edit.hpp"
#include "invited.hpp"
#include "letters/invitation.hpp"
#include "meeting.hpp"
#include "meetings/event.hpp"
#include "meetings/invitations.hpp"
#include "notebook.hpp"
#include "yaml/tree.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<> say_what{"où écrire les invitations ?", "write the invitations where?"};
constexpr Phrase<std::string> use_output{
    "cafe meeting invite {0} -o invitations ; une fois envoyées, cafe meeting invite {0} --sent",
    "cafe meeting invite {0} -o invitations; once they are sent, cafe meeting invite {0} --sent"};
constexpr Phrase<std::string> no_date{"{} n'a pas de date", "{} has no date"};
constexpr Phrase<std::string> was_held{"{} a déjà eu lieu", "{} has taken place already"};
constexpr Phrase<std::string> no_reminder{"{} n'aura pas lieu : rien à rappeler",
                                          "{} will not take place: nobody to chase up"};
constexpr Phrase<> nobody{"personne à qui écrire", "nobody to write to"};
constexpr Phrase<> nobody_was_told{"personne n'avait été invité : rien à annuler",
                                   "nobody had been invited: nothing to cancel"};
constexpr Phrase<> nobody_to_remind{"tous ont répondu, ou ont reçu un message aujourd'hui",
                                    "all have replied, or were written to today"};
constexpr Phrase<std::string> none_was_sent{
    "aucune invitation n'est notée comme envoyée ; si elles le sont : cafe meeting invite {} --sent",
    "no invitation is recorded as sent; if they are: cafe meeting invite {} --sent"};
constexpr Phrase<Words> not_invited_yet{"pas encore invités, donc pas relancés : {}",
                                        "not invited yet, so not chased up: {}"};
constexpr Phrase<Words, std::string> replied_before{
    "{} d'avant le changement : valent-elles encore ? cafe mail list --meeting {} --who coming",
    "{} from before the change: do they still hold? cafe mail list --meeting {} --who coming"};
constexpr Phrase<std::string, Words> is_past{"{} : le {} est passé", "{}: {} is past"};
constexpr Noun reply_noun{"réponse", "réponses", "reply", "replies"};
constexpr Phrase<Words, std::string> wrote{"{} dans {}, à relire et à envoyer ; cafe n'envoie rien",
                                           "{} in {}, to look through and send; cafe sends nothing"};
constexpr Phrase<Words, std::string> would_write{"écrirait {} dans {}", "would write {} in {}"};
constexpr Phrase<Words, std::string> not_named{"{0} que la requête trouve, mais que meetings/{1}.yaml ne nomme pas :",
                                               "{0} found by the query, but not named in meetings/{1}.yaml:"};
constexpr Phrase<> invite_them{"  les inviter aussi : --newcomers", "  to invite them too: --newcomers"};
constexpr Phrase<std::string> then_say{"une fois envoyés : cafe meeting invite {} --sent",
                                       "once they are sent: cafe meeting invite {} --sent"};
constexpr Phrase<std::size_t> in_groups{"en copie cachée, par groupes de {} au plus",
                                        "in Bcc, in batches of at most {}"};
constexpr Phrase<std::string, Words> recorded{"{} : {}", "{}: {}"};
constexpr Phrase<std::string> marked{"{} : version de l'invitation notée", "{}: invitation version recorded"};
constexpr Phrase<std::string> as_before{"{} : rien de nouveau à noter", "{}: nothing new to record"};
constexpr Phrase<Words> others{"à prévenir autrement : {}", "to be contacted another way: {}"};
constexpr Noun draft_noun{"brouillon", "brouillons", "draft", "drafts"};
constexpr Noun sent_noun{"envoi noté", "envois notés", "mail recorded as sent", "mails recorded as sent"};
constexpr Noun people_noun{"personne ou partenaire", "personnes ou partenaires", "person or partner",
                           "people or partners"};

Value mark_value(const model::CalendarMark& mark) {
    return Value(Map{{"stamp", Value(mark.stamp->iso())},
                     {"sequence", Value(std::to_string(mark.sequence.value_or(0)))},
                     {"digest", Value(mark.digest)}});
}

Result<letters::Invitation> job_of(const World& world, const Arguments& arguments, const store::Catalog& catalog) {
    const auto id = resolve_meeting(catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    letters::Invitation job;
    job.meeting = *id;
    job.reminder = arguments.has("--reminder");
    job.bcc = arguments.has("--bcc");
    job.newcomers = arguments.has("--newcomers");
    job.one_per = arguments.value("--one-per") == "partner" ? meetings::OnePer::partner : meetings::OnePer::person;
    job.lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    job.today = today(world);
    const model::Meeting& meeting = *catalog.meeting(job.meeting);
    if (!meeting.date) return Error{ErrorKind::usage, no_date(job.meeting), {}};
    job.day = meetings::day_of(meeting, job.today);
    if (meeting.status == "held") return Error{ErrorKind::usage, was_held(job.meeting), {}};
    job.cancel = meeting.status == "cancelled" ||
                 (meeting.status == "postponed" && job.meeting.starts_with(meeting.date->iso()));
    if (job.cancel && job.reminder) return Error{ErrorKind::usage, no_reminder(job.meeting), {}};
    return job;
}

// Those whom the query finds and the file does not name: struck from it by hand, or new since it was made.
void say_found_since(World& world, const store::Catalog& catalog, const letters::Invitation& job) {
    const auto since = meetings::found_since(catalog, job.meeting, job.one_per, job.day);
    if (!since || since->empty()) return;
    const meetings::Mailing mailing = meetings::mailing(catalog, *since, job.day);
    if (mailing.recipients.empty()) return;
    world.say(not_named(count(mailing.recipients.size(), people_noun), job.meeting));
    for (const meetings::Recipient& one : mailing.recipients) {
        const store::PartnerEntry* partner = one.person.empty() ? nullptr : catalog.partner(one.partner);
        const std::string who = one.name + (partner == nullptr ? "" : ", " + partner->value.name);
        world.say(Words{"  " + utf8::printable(who), "  " + utf8::printable(who)});
    }
    world.say(invite_them());
}

void say_others(World& world, const store::Catalog& catalog, const meetings::Mailing& mailing) {
    std::size_t left = 0;
    for (const meetings::Skipped& one : mailing.skipped)
        if (one.reason == "by-phone" || one.reason == "by-post" || one.reason == "no-email") ++left;
    if (left == 0) return;
    world.say(others(count(left, people_noun)));
    for (const meetings::Skipped& one : mailing.skipped) {
        if (one.reason != "by-phone" && one.reason != "by-post" && one.reason != "no-email") continue;
        const Words why = meetings::reason_in_words(one.reason);
        const store::PartnerEntry* partner = one.person.empty() ? nullptr : catalog.partner(one.partner);
        const std::string who = one.name + (partner == nullptr ? "" : ", " + partner->value.name);
        world.say(Words{"  " + utf8::printable(who) + " : " + why.fr, "  " + utf8::printable(who) + ": " + why.en});
    }
}

bool none_sent(const model::Meeting& meeting) {
    return std::none_of(meeting.invitations.begin(), meeting.invitations.end(),
                        [](const model::Invitation& line) { return line.sent.has_value(); });
}

void say_not_invited_yet(World& world, const letters::Readers& readers) {
    if (readers.not_invited > 0) world.say(not_invited_yet(count(readers.not_invited, people_noun)));
}

void say_replied_before(World& world, const std::string& id, const model::Meeting& meeting,
                        const model::CalendarMark& mark) {
    const auto before =
        std::count_if(meeting.invitations.begin(), meeting.invitations.end(), [&](const model::Invitation& line) {
            return !line.reply.empty() && letters::standing_reply(&line, mark).empty();
        });
    if (before > 0) world.say(replied_before(count(static_cast<std::size_t>(before), reply_noun), id));
}

Result<int> run_meeting_invite(World& world, const Arguments& arguments) {
    auto notebook = open_notebook(world);
    if (!notebook) return notebook.error();
    const store::Catalog& catalog = notebook->catalog;
    auto job = job_of(world, arguments, catalog);
    if (!job) return job.error();
    const std::string folder = arguments.value("-o");
    const bool record_sent = arguments.has("--sent");
    const bool dry_run = arguments.has("--dry-run");
    if (const auto known = all_known(notebook->book.unreadable); record_sent && !known) return known.error();
    if (folder.empty() && !record_sent) return Error{ErrorKind::usage, say_what(), use_output(job->meeting)};

    const model::Meeting& meeting = *catalog.meeting(job->meeting);
    const model::CalendarMark mark = meetings::mark_on(catalog, job->meeting, job->today);
    job->changed =
        !job->cancel && std::any_of(meeting.invitations.begin(), meeting.invitations.end(),
                                    [&](const auto& line) { return letters::has_earlier_version(&line, mark); });
    if (!job->cancel && *meeting.date < job->today) world.say(is_past(job->meeting, long_date(*meeting.date)));
    const auto readers = letters::readers_of(catalog, *job);
    if (!readers) return readers.error();
    const meetings::Mailing* mailing = &readers->mailing;
    if (mailing->recipients.empty()) {
        world.say(job->cancel     ? nobody_was_told()
                  : job->reminder ? (none_sent(meeting) ? none_was_sent(job->meeting) : nobody_to_remind())
                                  : nobody());
        if (job->reminder && !none_sent(meeting)) say_not_invited_yet(world, *readers);
        say_others(world, catalog, *mailing);
        return 1;
    }
    if (!folder.empty()) {
        const auto drafts = letters::invitation_drafts(world.disk, notebook->book.root, catalog, *job, *mailing, mark);
        if (!drafts) return drafts.error();
        const Words many = count(drafts->size(), draft_noun);
        if (!dry_run)
            if (auto done = letters::write_drafts(world.disk, folder, *drafts); !done) return done.error();
        world.say((dry_run ? would_write : wrote)(many, folder));
        if (job->bcc) world.say(in_groups(letters::batch));
        if (!record_sent)
            world.say(
                then_say(job->meeting + (job->reminder ? " --reminder" : "") + (job->newcomers ? " --newcomers" : "")));
        say_others(world, catalog, *mailing);
        if (!job->cancel && !job->reminder && !job->newcomers) say_found_since(world, catalog, *job);
        if (job->reminder) say_not_invited_yet(world, *readers);
        if (job->changed) say_replied_before(world, job->meeting, meeting, mark);
        if (!job->cancel) say_too_small(world, catalog, meeting, job->today);
    }
    const store::Source* source = source_of(notebook->book, job->meeting);
    std::vector<edit::Edit> edits;
    if (!meeting.calendar || *meeting.calendar != mark)
        edits.push_back({model::RecordPath{{"calendar"}}, edit::Op::set, mark_value(mark)});
    if (record_sent) {
        meetings::InvitationLines lines =
            meetings::lines_to_change(catalog, *source, job->meeting, job->today, job->one_per);
        for (const meetings::Recipient& reader : mailing->recipients) {
            // An answer belongs to the invitation that it was given to: that day stays.
            const meetings::Addressee one{reader.person, reader.partner};
            const model::Invitation* line = meetings::invitation_of(meeting, one);
            if (line == nullptr || line->reply.empty()) lines.set(one, "sent", job->today.iso());
        }
        edits.push_back({model::RecordPath{{"invitations"}}, edit::Op::set, std::move(lines).done()});
    }
    auto after = edit::apply(*source, edits);
    if (!after) return after.error();
    Change change;
    change.id = job->meeting;
    change.files.push_back({source->path, source->text, std::move(*after)});
    change.said =
        record_sent ? recorded(job->meeting, count(mailing->recipients.size(), sent_noun)) : marked(job->meeting);
    change.unchanged = as_before(job->meeting);
    return finish_change(world, arguments, notebook->book, std::move(change));
}

std::vector<Option> options_of_invite() {
    std::vector<Option> options{
        {"-o",
         ValueKind::folder,
         {"DOSSIER", "DIR"},
         {"où écrire les brouillons", "where to write the drafts"},
         {},
         false,
         "--output"},
        {"--reminder",
         ValueKind::none,
         {},
         {"seulement ceux qui n'ont pas répondu, et rien deux fois le même jour",
          "only those without a reply, and nobody twice the same day"}},
        {"--bcc",
         ValueKind::none,
         {},
         {"un seul message, les adresses en copie cachée", "one mail, the addresses in Bcc"}},
        {"--newcomers",
         ValueKind::none,
         {},
         {"seulement ceux à qui rien n'a été envoyé, avec ceux que la requête trouve depuis",
          "only those who were sent nothing yet, with those whom the query finds by now"}},
        {"--sent", ValueKind::none, {}, {"noter que c'est envoyé", "record that they were sent"}},
        {"--one-per",
         ValueKind::choice,
         {"person|partner", "person|partner"},
         {"chaque personne d'une fiche, ou une par partenaire (le référent d'abord)",
          "each person of a fiche, or one per partner (the referent first)"},
         {"person", "partner"}}};
    for (Option& option : change_options()) options.push_back(std::move(option));
    return options;
}

}  // namespace

const Command& meeting_invite_command() {
    static const Command command{
        .name = "meeting invite",
        .group = Group::meet,
        .summary = {"les invitations, en brouillons à envoyer", "the invitations, as drafts to send"},
        .arguments = {"RÉUNION", "REF"},
        .least = 1,
        .most = 1,
        .options = options_of_invite(),
        .about =
            {"Un fichier .eml par personne, qui s'ouvre comme un brouillon dans Outlook, Thunderbird ou Apple Mail "
             ": texte, fiche à relire, et l'invitation d'agenda où elle seule est nommée, avec Accepter et "
             "Refuser. Une réunion annulée, ou reportée sans nouvelle date, envoie l'annulation à ceux qui "
             "avaient été invités ; une date ou un lieu changés, une mise à jour de la même invitation. cafe "
             "n'envoie rien. Le texte est celui de templates/invitation.md quand il existe. Qui s'oppose aux "
             "envois n'en reçoit jamais.",
             "One .eml file per person, which opens as a draft in Outlook, Thunderbird or Apple Mail: the text, "
             "their fiche to look through, and the calendar invitation that names nobody else, with Accept and "
             "Decline. A meeting that is cancelled, or postponed without a new date, sends the cancellation to "
             "those who had been invited; a changed date or place an update of the same invitation. cafe sends "
             "nothing. The text is that of templates/invitation.md where there is one. Who objects to mailings "
             "never gets any."},
        .examples = {{"cafe meeting invite fumel:next -o invitations",
                      {"les brouillons de la prochaine réunion", "the drafts for the next meeting"}},
                     {"cafe meeting invite fumel:next --sent", {"une fois envoyées", "once they are sent"}},
                     {"cafe meeting invite fumel:next --reminder -o rappels",
                      {"relancer ceux qui n'ont pas répondu", "remind those who did not reply"}}},
        .run = run_meeting_invite,
        .word = ValueKind::meeting,
    };
    return command;
}

}  // namespace cafe::cmd
