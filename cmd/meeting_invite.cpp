#include <algorithm>

#include "base/fold.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "change.hpp"
#include "command.hpp"
#include "edit/edit.hpp"
#include "invited.hpp"
#include "letters.hpp"
#include "meeting.hpp"
#include "notebook.hpp"
#include "render/markdown.hpp"
#include "view/event.hpp"
#include "view/hours.hpp"
#include "view/wording.hpp"
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
constexpr Phrase<std::string> unsubscribe{"Ne plus recevoir les invitations ({})", "No more invitations ({})"};

constexpr std::string_view invitation_fr =
    R"(# {{#reminder}}Rappel : {{/reminder}}{{#changed}}Changement : {{/changed}}{{cafe}}, {{date}}

Bonjour{{#person}} {{person}}{{/person}},

{{#changed}}Il y a du nouveau depuis notre invitation : voici ce qui vaut maintenant.{{/changed}}
{{#reminder}}Nous n'avons pas encore votre réponse : serez-vous des nôtres ?{{/reminder}}

Nous serons heureux de vous accueillir {{#is_cafe}}au prochain{{/is_cafe}}{{^is_cafe}}à la prochaine rencontre,{{/is_cafe}} **{{cafe}}**{{#title}} : « {{title}} »{{/title}}.

- Quand : {{date}}{{#hours}}, {{hours}}{{/hours}}
{{#place}}- Où : {{place}}{{/place}}
{{#access}}- Accès : {{access}}{{/access}}
{{#breakfast}}- Petit-déjeuner : offert par {{breakfast}}{{/breakfast}}

{{#agenda}}Au programme :{{/agenda}}

{{agenda}}

{{#buttons}}Viendrez-vous ? Les boutons Accepter et Refuser de votre messagerie suffisent ; vous pouvez aussi répondre à ce message.{{/buttons}}
{{^buttons}}Viendrez-vous ? Il suffit de répondre à ce message.{{/buttons}}

À bientôt autour d'un café,

{{#facilitator}}{{facilitator}}, {{/facilitator}}{{network}}

Pour ne plus recevoir ces invitations, dites-le en répondant à ce message.

{{fiche}}
)";

constexpr std::string_view invitation_en =
    R"(# {{#reminder}}Reminder: {{/reminder}}{{#changed}}Changed: {{/changed}}{{cafe}}, {{date}}

Hello{{#person}} {{person}}{{/person}},

{{#changed}}Something has changed since our invitation: this is what holds now.{{/changed}}
{{#reminder}}We do not have your reply yet: will you join us?{{/reminder}}

We would be glad to see you at the next {{#is_cafe}}{{/is_cafe}}{{^is_cafe}}meeting, {{/is_cafe}}**{{cafe}}**{{#title}}: "{{title}}"{{/title}}.

- When: {{date}}{{#hours}}, {{hours}}{{/hours}}
{{#place}}- Where: {{place}}{{/place}}
{{#access}}- How to get in: {{access}}{{/access}}
{{#breakfast}}- Breakfast: brought by {{breakfast}}{{/breakfast}}

{{#agenda}}On the agenda:{{/agenda}}

{{agenda}}

{{#buttons}}Are you coming? The buttons Accept and Decline of your mail program are enough; you may also answer this mail.{{/buttons}}
{{^buttons}}Are you coming? Just answer this mail.{{/buttons}}

See you soon over a coffee,

{{#facilitator}}{{facilitator}}, {{/facilitator}}{{network}}

To get no more of these invitations, say so in answer to this mail.

{{fiche}}
)";

constexpr std::string_view cancellation_fr =
    R"(# {{#postponed}}Reporté{{/postponed}}{{^postponed}}Annulé{{/postponed}} : {{cafe}}, {{date}}

Bonjour{{#person}} {{person}}{{/person}},

{{^postponed}}La rencontre du {{date}} ({{cafe}}{{#title}}, « {{title}} »{{/title}}) n'aura pas lieu.{{/postponed}}
{{#postponed}}La rencontre du {{date}} ({{cafe}}{{#title}}, « {{title}} »{{/title}}) est reportée ; nous vous dirons la nouvelle date.{{/postponed}}

Nous vous prions de nous en excuser.

{{facilitator}}

{{network}}
)";

constexpr std::string_view cancellation_en =
    R"(# {{#postponed}}Postponed{{/postponed}}{{^postponed}}Cancelled{{/postponed}}: {{cafe}}, {{date}}

Hello{{#person}} {{person}}{{/person}},

{{^postponed}}The meeting of {{date}} ({{cafe}}{{#title}}, "{{title}}"{{/title}}) will not take place.{{/postponed}}
{{#postponed}}The meeting of {{date}} ({{cafe}}{{#title}}, "{{title}}"{{/title}}) is postponed; we will tell you the new date.{{/postponed}}

Please accept our apologies.

{{facilitator}}

{{network}}
)";

struct Job {
    std::string id;
    bool reminder = false;
    bool bcc = false;
    bool newcomers = false;  // only those who were not written to yet, with those whom the query finds by now
    bool cancel = false;
    bool changed = false;  // since a first version of the invitation
    view::OnePer one_per = view::OnePer::person;
    Lang lang = Lang::fr;
    Date today;
    Date day;  // for which functions count: the meeting's, today once it is past
};

std::string name_of_person(const store::Catalog& catalog, const std::string& written) {
    if (const auto person = facts::release_person(catalog, written, {facts::Reader::partners, false}))
        return (*person)->name;
    if (const auto partner = facts::release_partner(catalog, written, {facts::Reader::partners, false}))
        return (*partner)->name;
    return catalog.person(written) == nullptr && catalog.partner(written) == nullptr ? written : std::string();
}

// What the letter says of the meeting, as partners may read it.
render::Fillings meeting_fillings(const store::Catalog& catalog, const facts::Released<model::Meeting>& meeting,
                                  const view::Event& event, const Job& job) {
    const auto cafe = facts::release_cafe(catalog, meeting->cafe, {facts::Reader::partners, false});
    const model::Venue venue = view::venue_of(meeting, cafe);
    std::string hours = view::time_in_words(event.start, job.lang);
    if (!event.start.empty() && !event.end.empty()) hours += " – " + view::time_in_words(event.end, job.lang);
    std::vector<std::string> themes;
    for (const std::string& theme : meeting->themes)
        themes.push_back(catalog.vocabulary().label(model::VocabularyKind::themes, theme).in(job.lang));
    std::string agenda;
    for (const std::string& item : meeting->agenda)
        agenda += "- " + render::markdown_escaped(text::replace_all(item, "\n", " ")) + "\n";
    const std::string host = meeting->cafe.empty() ? catalog.settings().name : cafe ? (*cafe)->name : meeting->cafe;
    const std::string facilitator = meeting->facilitator.empty() && cafe ? (*cafe)->facilitator : meeting->facilitator;
    render::Fillings fillings = common_fillings(catalog);
    const auto set = [&fillings](std::string_view name, std::string words) {
        fillings[std::string(name)] = {std::move(words), false};
    };
    set("cafe", host);
    set("is_cafe", fold::text(host).starts_with("cafe") ? "x" : "");
    set("title", meeting->title);
    set("date", long_date(event.date).in(job.lang));
    set("start", view::time_in_words(event.start, job.lang));
    set("end", view::time_in_words(event.end, job.lang));
    set("hours", hours);
    set("place", event.place);
    set("street", venue.street);
    set("commune", venue.commune);
    set("access", venue.access);
    set("themes", view::list_of(themes, job.lang));
    set("breakfast", name_of_person(catalog, meeting->breakfast));
    set("facilitator", name_of_person(catalog, facilitator));
    set("reminder", job.reminder ? "x" : "");
    set("buttons", job.bcc ? "" : "x");
    set("changed", job.changed ? "x" : "");
    set("postponed", meeting->status == "postponed" ? "x" : "");
    fillings["agenda"] = {agenda, true};
    return fillings;
}

// Whether somebody has an earlier version of the invitation than the one that is written now.
bool has_earlier_version(const model::Invitation* line, const model::CalendarMark& mark) {
    if (line == nullptr || mark.sequence.value_or(0) == 0) return false;
    return line->sent ? *line->sent <= *mark.stamp : !line->reply.empty();
}

// The answer that a calendar program is to show: one that was given to what is written now.
std::string standing_reply(const model::Invitation* line, const model::CalendarMark& mark) {
    if (line == nullptr || line->reply.empty()) return {};
    const bool stale = mark.sequence.value_or(0) > 0 && (!line->replied || *line->replied < *mark.stamp);
    return stale ? std::string() : line->reply;
}

struct Readers {
    view::Mailing mailing;
    std::size_t not_invited = 0;  // on the list, and never written to: left out of a reminder and of a cancellation
};

// A reminder and a cancellation go to those who were written to; those to be called or sent a letter are named, as
// nobody records when that was done.
Readers readers_on_record(const store::Catalog& catalog, const model::Meeting& meeting, const Job& job) {
    std::vector<view::Addressee> on_record;
    for (const model::Invitation& line : meeting.invitations) {
        if (job.reminder && (!line.reply.empty() || (line.sent && *line.sent >= job.today))) continue;
        on_record.push_back({line.person, line.partner});
    }
    Readers readers{view::mailing(catalog, on_record, job.day), 0};
    const auto not_invited = [&](const view::Recipient& one) {
        const model::Invitation* line = invitation_of(meeting, view::Addressee{one.person, one.partner});
        return line == nullptr || (!line->sent && (job.reminder || line->reply.empty()));
    };
    readers.not_invited = std::erase_if(readers.mailing.recipients, not_invited);
    return readers;
}

Result<Readers> readers_of(const store::Catalog& catalog, const Job& job) {
    const model::Meeting& meeting = *catalog.meeting(job.id);
    if (job.reminder || job.cancel) return readers_on_record(catalog, meeting, job);
    auto invited = invited_to(catalog, job.id, job.one_per, job.day);
    if (!invited) return invited.error();
    if (job.newcomers) {
        const auto since = found_since(catalog, job.id, job.one_per, job.day);
        if (!since) return since.error();
        std::erase_if(*invited, [&](const view::Addressee& one) {
            const model::Invitation* line = invitation_of(meeting, one);
            return line != nullptr && (line->sent || !line->reply.empty());
        });
        invited->insert(invited->end(), since->begin(), since->end());
    }
    return Readers{view::mailing(catalog, *invited, job.day), 0};
}

std::string message_id(const Job& job, const view::Event& event, const std::string& reader, const std::string& domain) {
    const std::string what = job.id + "\n" + std::to_string(event.sequence) + "\n" + reader + "\n" +
                             (job.reminder ? job.today.iso() : "") + (job.cancel ? "cancel" : "");
    return fingerprint(what) + "." + job.id + "@" + domain;
}

Result<std::vector<MailDraft>> drafts_of(World& world, const OpenNotebook& notebook, const Job& job,
                                         const view::Mailing& mailing, const model::CalendarMark& mark) {
    const store::Catalog& catalog = notebook.catalog;
    const auto from = sender(catalog);
    if (!from) return from.error();
    const auto zone = view::zone_of(catalog.settings());
    if (!zone) return zone.error();
    const bool french = job.lang == Lang::fr;
    const auto text =
        job.cancel
            ? letter_template(world, notebook.book.root, "cancellation", french ? cancellation_fr : cancellation_en)
            : letter_template(world, notebook.book.root, "invitation", french ? invitation_fr : invitation_en);
    if (!text) return text.error();
    const auto meeting = facts::release_meeting(catalog, job.id, {facts::Reader::partners, false});
    const auto event = view::event_of(catalog, *meeting, mark, job.lang);
    render::Letter letter;
    letter.from = *from;
    letter.date = job.reminder ? job.today : event->stamp;
    letter.unsubscribe = unsubscribe(catalog.settings().name).in(job.lang);
    letter.language = french ? "fr" : "en";
    view::Calendar calendar;
    calendar.zone = *zone;
    calendar.method = job.cancel ? view::Method::cancel : job.bcc ? view::Method::publish : view::Method::request;
    const model::Meeting& record = *catalog.meeting(job.id);
    render::Fillings of_meeting = meeting_fillings(catalog, *meeting, *event, job);
    const std::string domain = view::mail_domain(catalog.settings());
    if (job.bcc) {
        const LetterText said = letter_text(catalog, *text, of_meeting, {}, job.lang);
        letter.subject = said.subject;
        letter.text = said.text;
        letter.html = said.html;
        calendar.events = {*event};
        letter.calendar = calendar;
        letter.message_id = message_id(job, *event, "bcc", domain);
        return in_batches(std::move(letter), mailing.recipients);
    }
    std::vector<MailDraft> drafts;
    for (const view::Recipient& reader : mailing.recipients) {
        render::Fillings fillings = of_meeting;
        for (auto& [name, filling] : reader_fillings(catalog, reader)) fillings[name] = filling;
        const model::Invitation* line = invitation_of(record, view::Addressee{reader.person, reader.partner});
        fillings["changed"] = {job.changed && has_earlier_version(line, mark) ? "x" : "", false};
        const LetterText said = letter_text(catalog, *text, fillings, fiches_of(catalog, reader, job.day), job.lang);
        letter.to = {{reader.name, reader.email}};
        letter.subject = said.subject;
        letter.text = said.text;
        letter.html = said.html;
        view::Event own = *event;
        own.guest = view::Guest{reader.name, reader.email, standing_reply(line, mark)};
        calendar.events = {own};
        letter.calendar = calendar;
        letter.message_id = message_id(job, *event, reader.email, domain);
        drafts.push_back({file_of(reader), render::eml(letter)});
    }
    return drafts;
}

Value mark_value(const model::CalendarMark& mark) {
    return Value(Map{{"stamp", Value(mark.stamp->iso())},
                     {"sequence", Value(std::to_string(mark.sequence.value_or(0)))},
                     {"digest", Value(mark.digest)}});
}

Result<Job> job_of(const World& world, const Arguments& arguments, const store::Catalog& catalog) {
    const auto id = resolve_meeting(catalog, arguments.words.front(), today(world));
    if (!id) return id.error();
    Job job;
    job.id = *id;
    job.reminder = arguments.has("--reminder");
    job.bcc = arguments.has("--bcc");
    job.newcomers = arguments.has("--newcomers");
    job.one_per = arguments.value("--one-per") == "partner" ? view::OnePer::partner : view::OnePer::person;
    job.lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    job.today = today(world);
    const model::Meeting& meeting = *catalog.meeting(job.id);
    if (!meeting.date) return Error{ErrorKind::usage, no_date(job.id), {}};
    job.day = day_of(meeting, job.today);
    if (meeting.status == "held") return Error{ErrorKind::usage, was_held(job.id), {}};
    job.cancel =
        meeting.status == "cancelled" || (meeting.status == "postponed" && job.id.starts_with(meeting.date->iso()));
    if (job.cancel && job.reminder) return Error{ErrorKind::usage, no_reminder(job.id), {}};
    return job;
}

// Those whom the query finds and the file does not name: struck from it by hand, or new since it was made.
void say_found_since(World& world, const store::Catalog& catalog, const Job& job) {
    const auto since = found_since(catalog, job.id, job.one_per, job.day);
    if (!since || since->empty()) return;
    const view::Mailing mailing = view::mailing(catalog, *since, job.day);
    if (mailing.recipients.empty()) return;
    world.say(not_named(count(mailing.recipients.size(), people_noun), job.id));
    for (const view::Recipient& one : mailing.recipients) {
        const store::PartnerEntry* partner = one.person.empty() ? nullptr : catalog.partner(one.partner);
        const std::string who = one.name + (partner == nullptr ? "" : ", " + partner->value.name);
        world.say(Words{"  " + utf8::printable(who), "  " + utf8::printable(who)});
    }
    world.say(invite_them());
}

void say_others(World& world, const store::Catalog& catalog, const view::Mailing& mailing) {
    std::size_t left = 0;
    for (const view::Skipped& one : mailing.skipped)
        if (one.reason == "by-phone" || one.reason == "by-post" || one.reason == "no-email") ++left;
    if (left == 0) return;
    world.say(others(count(left, people_noun)));
    for (const view::Skipped& one : mailing.skipped) {
        if (one.reason != "by-phone" && one.reason != "by-post" && one.reason != "no-email") continue;
        const Words why = view::reason_in_words(one.reason);
        const store::PartnerEntry* partner = one.person.empty() ? nullptr : catalog.partner(one.partner);
        const std::string who = one.name + (partner == nullptr ? "" : ", " + partner->value.name);
        world.say(Words{"  " + utf8::printable(who) + " : " + why.fr, "  " + utf8::printable(who) + ": " + why.en});
    }
}

bool none_sent(const model::Meeting& meeting) {
    return std::none_of(meeting.invitations.begin(), meeting.invitations.end(),
                        [](const model::Invitation& line) { return line.sent.has_value(); });
}

void say_not_invited_yet(World& world, const Readers& readers) {
    if (readers.not_invited > 0) world.say(not_invited_yet(count(readers.not_invited, people_noun)));
}

void say_replied_before(World& world, const std::string& id, const model::Meeting& meeting,
                        const model::CalendarMark& mark) {
    const auto before = std::count_if(
        meeting.invitations.begin(), meeting.invitations.end(),
        [&](const model::Invitation& line) { return !line.reply.empty() && standing_reply(&line, mark).empty(); });
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
    if (folder.empty() && !record_sent) return Error{ErrorKind::usage, say_what(), use_output(job->id)};

    const model::Meeting& meeting = *catalog.meeting(job->id);
    const model::CalendarMark mark = view::mark_on(catalog, job->id, job->today);
    job->changed = !job->cancel && std::any_of(meeting.invitations.begin(), meeting.invitations.end(),
                                               [&](const auto& line) { return has_earlier_version(&line, mark); });
    if (!job->cancel && *meeting.date < job->today) world.say(is_past(job->id, long_date(*meeting.date)));
    const auto readers = readers_of(catalog, *job);
    if (!readers) return readers.error();
    const view::Mailing* mailing = &readers->mailing;
    if (mailing->recipients.empty()) {
        world.say(job->cancel     ? nobody_was_told()
                  : job->reminder ? (none_sent(meeting) ? none_was_sent(job->id) : nobody_to_remind())
                                  : nobody());
        if (job->reminder && !none_sent(meeting)) say_not_invited_yet(world, *readers);
        say_others(world, catalog, *mailing);
        return 1;
    }
    if (!folder.empty()) {
        const auto drafts = drafts_of(world, *notebook, *job, *mailing, mark);
        if (!drafts) return drafts.error();
        const Words many = count(drafts->size(), draft_noun);
        if (!dry_run)
            if (auto done = write_drafts(world, folder, *drafts); !done) return done.error();
        world.say((dry_run ? would_write : wrote)(many, folder));
        if (job->bcc) world.say(in_groups(batch));
        if (!record_sent)
            world.say(
                then_say(job->id + (job->reminder ? " --reminder" : "") + (job->newcomers ? " --newcomers" : "")));
        say_others(world, catalog, *mailing);
        if (!job->cancel && !job->reminder && !job->newcomers) say_found_since(world, catalog, *job);
        if (job->reminder) say_not_invited_yet(world, *readers);
        if (job->changed) say_replied_before(world, job->id, meeting, mark);
        if (!job->cancel) say_too_small(world, catalog, meeting, job->today);
    }
    const store::Source* source = source_of(notebook->book, job->id);
    std::vector<edit::Edit> edits;
    if (!meeting.calendar || *meeting.calendar != mark)
        edits.push_back({model::RecordPath{{"calendar"}}, edit::Op::set, mark_value(mark)});
    if (record_sent) {
        InvitationLines lines = lines_to_change(catalog, *source, job->id, job->today, job->one_per);
        for (const view::Recipient& reader : mailing->recipients) {
            // An answer belongs to the invitation that it was given to: that day stays.
            const view::Addressee one{reader.person, reader.partner};
            const model::Invitation* line = invitation_of(meeting, one);
            if (line == nullptr || line->reply.empty()) lines.set(one, "sent", job->today.iso());
        }
        edits.push_back({model::RecordPath{{"invitations"}}, edit::Op::set, std::move(lines).done()});
    }
    auto after = edit::apply(*source, edits);
    if (!after) return after.error();
    Change change;
    change.id = job->id;
    change.files.push_back({source->path, source->text, std::move(*after)});
    change.said = record_sent ? recorded(job->id, count(mailing->recipients.size(), sent_noun)) : marked(job->id);
    change.unchanged = as_before(job->id);
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
