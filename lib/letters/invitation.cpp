#include "letters/invitation.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "facts/release.hpp"
#include "meetings/event.hpp"
#include "meetings/invitations.hpp"
#include "render/markdown.hpp"
#include "view/hours.hpp"
#include "view/wording.hpp"

namespace cafe::letters {

namespace {

constexpr Phrase<std::string> unsubscribe{"Ne plus recevoir les invitations ({})", "No more invitations ({})"};

std::string name_of_person(const store::Catalog& catalog, const std::string& written) {
    if (const auto person = facts::release_person(catalog, written, {facts::Reader::partners, false}))
        return (*person)->name;
    if (const auto partner = facts::release_partner(catalog, written, {facts::Reader::partners, false}))
        return (*partner)->name;
    return catalog.person(written) == nullptr && catalog.partner(written) == nullptr ? written : std::string();
}

// What the letter says of the meeting, as partners may read it.
render::Fillings meeting_fillings(const store::Catalog& catalog, const facts::Released<model::Meeting>& meeting,
                                  const meetings::Event& event, const Invitation& job) {
    const auto cafe = facts::release_cafe(catalog, meeting->cafe, {facts::Reader::partners, false});
    const model::Venue venue = meetings::venue_of(meeting, cafe);
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

Readers readers_on_record(const store::Catalog& catalog, const model::Meeting& meeting, const Invitation& job) {
    std::vector<meetings::Addressee> on_record;
    for (const model::Invitation& line : meeting.invitations) {
        if (job.reminder && (!line.reply.empty() || (line.sent && *line.sent >= job.today))) continue;
        on_record.push_back({line.person, line.partner});
    }
    Readers readers{meetings::mailing(catalog, on_record, job.day), 0};
    const auto not_invited = [&](const meetings::Recipient& one) {
        const model::Invitation* line = meetings::invitation_of(meeting, meetings::Addressee{one.person, one.partner});
        return line == nullptr || (!line->sent && (job.reminder || line->reply.empty()));
    };
    readers.not_invited = std::erase_if(readers.mailing.recipients, not_invited);
    return readers;
}

std::string message_id(const Invitation& job, const meetings::Event& event, const std::string& reader,
                       const std::string& domain) {
    const std::string what = job.meeting + "\n" + std::to_string(event.sequence) + "\n" + reader + "\n" +
                             (job.reminder ? job.today.iso() : "") + (job.cancel ? "cancel" : "");
    return fingerprint(what) + "." + job.meeting + "@" + domain;
}

}  // namespace

bool has_earlier_version(const model::Invitation* line, const model::CalendarMark& mark) {
    if (line == nullptr || mark.sequence.value_or(0) == 0) return false;
    return line->sent ? *line->sent <= *mark.stamp : !line->reply.empty();
}

std::string standing_reply(const model::Invitation* line, const model::CalendarMark& mark) {
    if (line == nullptr || line->reply.empty()) return {};
    const bool stale = mark.sequence.value_or(0) > 0 && (!line->replied || *line->replied < *mark.stamp);
    return stale ? std::string() : line->reply;
}

Result<Readers> readers_of(const store::Catalog& catalog, const Invitation& job) {
    const model::Meeting& meeting = *catalog.meeting(job.meeting);
    if (job.reminder || job.cancel) return readers_on_record(catalog, meeting, job);
    auto invited = meetings::invited_to(catalog, job.meeting, job.one_per, job.day);
    if (!invited) return invited.error();
    if (job.newcomers) {
        const auto since = meetings::found_since(catalog, job.meeting, job.one_per, job.day);
        if (!since) return since.error();
        std::erase_if(*invited, [&](const meetings::Addressee& one) {
            const model::Invitation* line = meetings::invitation_of(meeting, one);
            return line != nullptr && (line->sent || !line->reply.empty());
        });
        invited->insert(invited->end(), since->begin(), since->end());
    }
    return Readers{meetings::mailing(catalog, *invited, job.day), 0};
}

Result<std::vector<MailDraft>> invitation_drafts(Disk& disk, const std::string& root, const store::Catalog& catalog,
                                                 const Invitation& job, const meetings::Mailing& mailing,
                                                 const model::CalendarMark& mark) {
    const auto from = sender(catalog);
    if (!from) return from.error();
    const auto zone = meetings::zone_of(catalog.settings());
    if (!zone) return zone.error();
    const bool french = job.lang == Lang::fr;
    const auto text = letter_template(disk, root, job.cancel ? "cancellation" : "invitation", job.lang);
    if (!text) return text.error();
    const auto meeting = facts::release_meeting(catalog, job.meeting, {facts::Reader::partners, false});
    const auto event = meetings::event_of(catalog, *meeting, mark, job.lang);
    render::Letter letter;
    letter.from = *from;
    letter.date = job.reminder ? job.today : event->stamp;
    letter.unsubscribe = unsubscribe(catalog.settings().name).in(job.lang);
    letter.language = french ? "fr" : "en";
    meetings::Calendar calendar;
    calendar.zone = *zone;
    calendar.method = job.cancel ? meetings::Method::cancel
                      : job.bcc  ? meetings::Method::publish
                                 : meetings::Method::request;
    const model::Meeting& record = *catalog.meeting(job.meeting);
    render::Fillings of_meeting = meeting_fillings(catalog, *meeting, *event, job);
    const std::string domain = meetings::mail_domain(catalog.settings());
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
    for (const meetings::Recipient& reader : mailing.recipients) {
        render::Fillings fillings = of_meeting;
        for (auto& [name, filling] : reader_fillings(catalog, reader)) fillings[name] = filling;
        const model::Invitation* line =
            meetings::invitation_of(record, meetings::Addressee{reader.person, reader.partner});
        fillings["changed"] = {job.changed && has_earlier_version(line, mark) ? "x" : "", false};
        const LetterText said = letter_text(catalog, *text, fillings, fiches_of(catalog, reader, job.day), job.lang);
        letter.to = {{reader.name, reader.email}};
        letter.subject = said.subject;
        letter.text = said.text;
        letter.html = said.html;
        meetings::Event own = *event;
        own.guest = meetings::Guest{reader.name, reader.email, standing_reply(line, mark)};
        calendar.events = {own};
        letter.calendar = calendar;
        letter.message_id = message_id(job, *event, reader.email, domain);
        drafts.push_back({file_of(reader), render::eml(letter)});
    }
    return drafts;
}

}  // namespace cafe::letters
