#include "meetings/replies.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/release.hpp"
#include "mail/itip.hpp"
#include "mail/message.hpp"
#include "meetings/event.hpp"
#include "meetings/invitations.hpp"

namespace cafe::meetings {

namespace {

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
constexpr Phrase<std::string> no_mail{"ni mail ni calendrier, laissé : {}", "neither mail nor calendar, left: {}"};
constexpr Phrase<std::string> outlook_file{"fichier d'Outlook (.msg), à lire dans Outlook et à noter à la main : {}",
                                           "file of Outlook (.msg), to be read in Outlook and recorded by hand: {}"};

struct Mails {
    std::vector<mail::Reply> replies;
    std::vector<std::pair<std::string, std::string>> others;  // from, subject
    std::vector<Words> not_read;                              // files that are something else
};

Words what_is_wrong(const MailFile& file) {
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

Mails read_all(const std::vector<MailFile>& files) {
    Mails mails;
    for (const MailFile& file : files) {
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
std::vector<Addressee> owners(const store::Catalog& catalog, const model::Meeting& meeting, const mail::Reply& reply) {
    std::vector<Addressee> all;
    for (const auto& entry : catalog.people())
        for (const model::PersonEmail& email : entry.value.emails)
            if (ascii::lower(email.address) == reply.address && (all.empty() || all.back().person != entry.id))
                all.push_back({entry.id, ""});
    for (const store::PartnerEntry& entry : catalog.partners())
        for (const model::Email& email : entry.value.emails)
            if (ascii::lower(email.address) == reply.address && (all.empty() || all.back().partner != entry.id))
                all.push_back({"", entry.id});
    const auto narrow = [&all](const auto& test) {
        std::vector<Addressee> kept;
        std::copy_if(all.begin(), all.end(), std::back_inserter(kept), test);
        if (!kept.empty()) all = std::move(kept);
    };
    narrow([&](const Addressee& one) { return invitation_of(meeting, one) != nullptr; });
    if (all.size() > 1)
        narrow([&](const Addressee& one) {
            const model::Invitation* line = invitation_of(meeting, one);
            return line != nullptr && line->sent.has_value();
        });
    if (all.size() > 1)
        narrow([&](const Addressee& one) { return fold::text(name_of(catalog, one)) == fold::text(reply.name); });
    return all;
}

// Whether an answer to an earlier version was to the same day, hour and place: a meeting that was confirmed since is no
// other meeting. An hour in UTC is not worked out, the day tells.
bool is_same_occasion(const mail::Reply& reply, const Event& event) {
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

bool comes_before(const Addressee& a, const Addressee& b) {
    return a.person != b.person ? a.person < b.person : a.partner < b.partner;
}

TakenReply taken_from(const mail::Reply& reply, const Addressee& who, const model::Meeting& meeting,
                      const Date& today) {
    TakenReply taken{who, reply.answer,   reply.day && *reply.day <= today ? *reply.day : today,
                     1,   reply.comments, false};
    if (reply.guests > 0 && reply.answer != "declined") taken.count = reply.guests + 1;
    // What was said on the telephone since is newer than the mail.
    const model::Invitation* known = invitation_of(meeting, who);
    taken.older = known != nullptr && known->replied && *known->replied > taken.day;
    return taken;
}

}  // namespace

Words answer_in_words(std::string_view answer) {
    if (answer == "accepted") return {"vient", "is coming"};
    if (answer == "declined") return {"ne vient pas", "is not coming"};
    return {"viendra peut-être", "may come"};
}

std::string name_of(const store::Catalog& catalog, const Addressee& one) {
    if (const model::Person* person = catalog.person(one.person)) return utf8::printable(person->name);
    const store::PartnerEntry* partner = catalog.partner(one.partner);
    return utf8::printable(partner == nullptr ? one.partner : partner->value.name);
}

Replies replies_in(const std::vector<MailFile>& files, const store::Catalog& catalog, const std::string& id,
                   const Date& today) {
    Replies found;
    const Mails mails = read_all(files);
    const model::Meeting& meeting = *catalog.meeting(id);
    const int sequence = meeting.calendar ? meeting.calendar->sequence.value_or(0) : 0;
    const auto released = facts::release_meeting(catalog, id, {facts::Reader::partners, false});
    const auto event = event_of(catalog, *released, meeting.calendar.value_or(model::CalendarMark{}), Lang::fr);
    std::set<std::string> said;  // a mail may hold the same reply twice
    const auto say_once = [&](const Words& words) {
        if (said.insert(words.en).second) found.by_hand.push_back(words);
    };
    std::map<Addressee, const mail::Reply*, bool (*)(const Addressee&, const Addressee&)> taken(comes_before);
    std::deque<mail::Reply> replies;
    for (const mail::Reply& reply : mails.replies) {
        const std::string who = utf8::printable(reply.address);
        if (!is_uid_of(reply.uid, id)) {
            ++found.elsewhere;
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
        const std::vector<Addressee> candidates = owners(catalog, meeting, reply);
        if (candidates.size() > 1) {
            say_once(shared(who));
        } else if (candidates.empty()) {
            const std::string name = reply.name.empty() ? "" : " (" + utf8::printable(reply.name) + ")";
            say_once(unknown(who, name, answer_in_words(reply.answer)));
        } else {
            // Gmail sends one reply twice in a mail, and what was written with it in one of the two.
            mail::Reply& whole = replies.emplace_back(reply);
            const Addressee& owner = candidates.front();
            if (const auto earlier = taken.find(owner); earlier != taken.end()) join(*earlier->second, whole);
            taken[owner] = &whole;
        }
    }
    for (const auto& each : taken) found.taken.push_back(taken_from(*each.second, each.first, meeting, today));
    found.not_read = mails.not_read;
    for (const auto& [from, subject] : mails.others)
        found.not_read.push_back(in_words(utf8::printable(from), utf8::printable(subject)));
    return found;
}

}  // namespace cafe::meetings
