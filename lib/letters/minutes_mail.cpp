#include "letters/minutes_mail.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "facts/release.hpp"
#include "meetings/event.hpp"
#include "meetings/mailing.hpp"
#include "view/minutes.hpp"

namespace cafe::letters {

namespace {

// Those who sit there, then those invited, each once.
std::vector<meetings::Addressee> readers_of(const model::Meeting& meeting) {
    std::vector<meetings::Addressee> readers = meetings::addressees(meeting, meetings::Part::present);
    for (const meetings::Part part : {meetings::Part::excused, meetings::Part::invited})
        for (const meetings::Addressee& one : meetings::addressees(meeting, part)) {
            const bool known = std::any_of(readers.begin(), readers.end(), [&](const meetings::Addressee& other) {
                return one.person.empty() ? other == one : other.person == one.person;
            });
            if (!known) readers.push_back(one);
        }
    return readers;
}

}  // namespace

Result<std::vector<MailDraft>> minutes_drafts(Disk& disk, const std::string& root, const store::Catalog& catalog,
                                              const std::string& id, const Date& today) {
    const auto from = sender(catalog);
    if (!from) return from.error();
    const Lang lang = catalog.settings().language == "en" ? Lang::en : Lang::fr;
    const auto text = letter_template(disk, root, "minutes", lang);
    if (!text) return text.error();
    const auto meeting = facts::release_meeting(catalog, id, {facts::Reader::partners, false});
    const view::Page page = view::minutes_page(*meeting, catalog, lang);
    const model::Meeting& record = *catalog.meeting(id);
    render::Letter letter;
    letter.from = *from;
    letter.date = today;
    letter.language = lang == Lang::fr ? "fr" : "en";
    std::vector<MailDraft> drafts;
    for (const meetings::Recipient& reader : meetings::mailing(catalog, readers_of(record), today).recipients) {
        render::Fillings fillings = reader_fillings(catalog, reader);
        const bool present = std::any_of(record.attendance.begin(), record.attendance.end(), [&](const auto& each) {
            return !reader.person.empty() && each.person == reader.person;
        });
        fillings["present"] = {present ? "x" : "", false};
        fillings["cafe"] = {meetings::convener(catalog, **meeting), false};
        fillings["date"] = {long_date(*record.date).in(lang), false};
        const auto facilitator = facts::release_person(catalog, record.facilitator, {facts::Reader::partners, false});
        fillings["facilitator"] = {facilitator ? (*facilitator)->name : "", false};
        const LetterText said = letter_with_minutes(*text, fillings, page, lang);
        letter.to = {{reader.name, reader.email}};
        letter.subject = said.subject;
        letter.text = said.text;
        letter.html = said.html;
        letter.message_id =
            fingerprint(id + "\nminutes\n" + reader.email) + "." + id + "@" + meetings::mail_domain(catalog.settings());
        drafts.push_back({file_of(reader), render::eml(letter)});
    }
    return drafts;
}

}  // namespace cafe::letters
