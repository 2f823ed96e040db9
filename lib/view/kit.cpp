#include "view/kit.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/contact.hpp"
#include "facts/erased.hpp"
#include "facts/functions.hpp"
#include "facts/open_items.hpp"
#include "facts/release.hpp"
#include "meetings/attendance.hpp"
#include "meetings/event.hpp"
#include "model/fields.hpp"
#include "view/hours.hpp"
#include "view/minutes.hpp"

namespace cafe::view {

namespace {

constexpr facts::Disclosure partners{facts::Reader::partners, false};

constexpr Phrase<std::string, std::string> from_to{"de {} à {}", "{} to {}"};
constexpr Phrase<std::string, std::string, std::string> asked{"{} ({}, {})", "{} ({}, {})"};
constexpr Phrase<std::string, std::string> asked_on{"{} ({})", "{} ({})"};
constexpr Phrase<std::string, std::string> who_does{"{} : {}", "{}: {}"};
constexpr Phrase<std::string, Words> due_on{"{}, pour le {}", "{}, by {}"};
constexpr Phrase<std::string> decided{"décidé : {}", "decided: {}"};
constexpr Phrase<std::string, std::string> answered{"réponse à « {} » : {}", "answer to \"{}\": {}"};

class Maker {
public:
    Maker(const store::Catalog& catalog, const std::string& id, const Date& today, Lang lang)
        : catalog_(catalog), id_(id), meeting_(*catalog.meeting(id)), today_(today), lang_(lang) {}

    [[nodiscard]] Kit kit() const {
        Kit kit;
        kit.title = meetings::convener(catalog_, meeting_);
        if (!meeting_.title.empty()) kit.title += " – " + meeting_.title;
        if (meeting_.date) kit.when = long_date(*meeting_.date).in(lang_);
        add_place(kit);
        const auto expected = meetings::expected_at(catalog_, id_, today_);
        for (const meetings::Expected& one : expected) {
            if (one.reply == "declined") continue;
            const std::string name = person(one.person);
            const std::string of = partner(one.partner);
            if (name.empty() && (of.empty() || !one.person.empty())) continue;
            kit.people.push_back({name, role(one.person, one.partner), of});
            if (!of.empty() && std::find(kit.fiches.begin(), kit.fiches.end(), one.partner) == kit.fiches.end())
                kit.fiches.push_back(one.partner);
        }
        kit.agenda = meeting_.agenda;
        add_open(kit);
        add_since(kit, expected);
        for (const auto& [label, value] : paper_form(catalog_, "", lang_)) kit.form.push_back(label);
        return kit;
    }

private:
    [[nodiscard]] Date day() const { return meeting_.date.value_or(today_); }
    [[nodiscard]] std::string person(const std::string& id) const {
        if (const auto erased = facts::erased_name(catalog_, id)) return erased->in(lang_);
        const auto released = facts::release_person(catalog_, id, partners);
        return released ? (*released)->name : std::string();
    }
    [[nodiscard]] std::string partner(const std::string& id) const {
        if (const auto erased = facts::erased_name(catalog_, id)) return erased->in(lang_);
        const auto released = facts::release_partner(catalog_, id, partners);
        return released ? (*released)->name : std::string();
    }
    [[nodiscard]] std::string who(const std::string& written) const {
        if (std::string name = person(written); !name.empty()) return name;
        if (std::string name = partner(written); !name.empty()) return name;
        const bool known = catalog_.person(written) != nullptr || catalog_.partner(written) != nullptr;
        return known ? std::string() : written;
    }
    [[nodiscard]] std::string role(const std::string& person, const std::string& partner) const {
        const auto released = facts::release_partner(catalog_, partner, partners);
        if (!released || person.empty()) return {};
        for (const model::Contact& contact : (*released)->contacts)
            if (contact.person == person && facts::is_present(contact, day())) return contact.role;
        return {};
    }

    void add_place(Kit& kit) const {
        const auto meeting = facts::release_meeting(catalog_, id_, partners);
        const auto cafe = facts::release_cafe(catalog_, meeting_.cafe, partners);
        if (!meeting) return;
        const std::string start = time_in_words((*meeting)->start, lang_);
        if (!(*meeting)->start.empty() && !(*meeting)->end.empty())
            kit.when += ", " + from_to(start, time_in_words((*meeting)->end, lang_)).in(lang_);
        const model::Venue venue = (*meeting)->place        ? *(*meeting)->place
                                   : cafe && (*cafe)->place ? *(*cafe)->place
                                                            : model::Venue{};
        std::vector<std::string> parts;
        for (const std::string& part : {venue.name, venue.street, venue.commune})
            if (!part.empty()) parts.push_back(part);
        kit.place = text::join(parts, ", ");
    }

    void add_open(Kit& kit) const {
        for (const auto& one : facts::questions(catalog_, facts::Reader::partners, today_)) {
            if (!one.open || one.cafe != meeting_.cafe) continue;
            const std::string by = who(one.value.by);
            const std::string on = one.date ? plain_date(*one.date).in(lang_) : "";
            kit.questions.push_back(
                (by.empty() ? asked_on(one.value.text, on) : asked(one.value.text, by, on)).in(lang_));
        }
        for (const auto& one : facts::actions(catalog_, facts::Reader::partners, today_)) {
            if (!one.open || one.cafe != meeting_.cafe) continue;
            const std::string by = who(one.value.who);
            std::string line = by.empty() ? one.value.what : who_does(by, one.value.what).in(lang_);
            if (one.value.due) line = due_on(line, plain_date(*one.value.due)).in(lang_);
            kit.actions.push_back(line);
        }
    }

    // For each partner that is expected: what was decided without it, and what was answered to it.
    void add_since(Kit& kit, const std::vector<meetings::Expected>& expected) const {
        std::vector<std::string> ids;
        for (const meetings::Expected& one : expected)
            if (!one.partner.empty() && std::find(ids.begin(), ids.end(), one.partner) == ids.end())
                ids.push_back(one.partner);
        for (const std::string& id : ids) {
            std::optional<Date> last;
            for (const auto& entry : catalog_.meetings()) {
                const model::Meeting& other = entry.value;
                if (other.cafe != meeting_.cafe || !other.date || *other.date >= day()) continue;
                const auto seats = meetings::who_came(catalog_, other);
                const bool came =
                    std::any_of(seats.begin(), seats.end(), [&](const auto& s) { return s.partner == id; });
                if (came && (!last || *last < *other.date)) last = other.date;
            }
            if (!last) continue;
            SinceLastTime since{partner(id), plain_date(*last).in(lang_), {}};
            if (since.partner.empty()) continue;
            for (const auto& entry : catalog_.meetings()) {
                const auto other = facts::release_meeting(catalog_, entry.id, partners);
                if (!other || (*other)->cafe != meeting_.cafe || !(*other)->date || *(*other)->date >= day()) continue;
                if (*(*other)->date > *last)
                    for (const model::Decision& decision : (*other)->decisions)
                        since.lines.push_back(decided(decision.text).in(lang_));
                for (const model::Question& question : (*other)->questions)
                    if (question.by == id && question.answer && question.answer->on && *question.answer->on > *last)
                        since.lines.push_back(answered(question.text, question.answer->text).in(lang_));
            }
            if (!since.lines.empty()) kit.since.push_back(std::move(since));
        }
    }

    const store::Catalog& catalog_;
    std::string id_;
    const model::Meeting& meeting_;
    Date today_;
    Lang lang_;
};

std::string labels_of(const store::Catalog& catalog, const std::vector<std::string>& ids, model::VocabularyKind kind,
                      Lang lang) {
    std::vector<std::string> labels;
    for (const std::string& id : ids) labels.push_back(catalog.vocabulary().label(kind, id).in(lang));
    return text::join(labels, " ; ");
}

}  // namespace

std::optional<Kit> kit_of(const store::Catalog& catalog, const std::string& meeting, const Date& today, Lang lang) {
    if (catalog.meeting(meeting) == nullptr) return std::nullopt;
    return Maker(catalog, meeting, today, lang).kit();
}

std::vector<std::pair<std::string, std::string>> paper_form(const store::Catalog& catalog, const std::string& id,
                                                            Lang lang) {
    const auto released = facts::release_partner(catalog, id, partners);
    const model::Partner blank;
    const model::Partner& partner = released ? **released : blank;
    std::vector<std::pair<std::string, std::string>> rows;
    const auto add = [&](std::string_view key, std::string value) {
        const model::Field* field = model::partner_shape().find(key);
        std::string label(field->label.in(lang));
        if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
        rows.emplace_back(std::move(label), std::move(value));
    };
    std::vector<std::string> phones;
    for (const model::Phone& phone : partner.phones) phones.push_back(phone.number);
    std::vector<std::string> emails;
    for (const model::Email& email : partner.emails) emails.push_back(email.address);
    add("name", partner.name);
    add("short_name", partner.short_name);
    add("kind", partner.kind.empty() ? "" : labels_of(catalog, {partner.kind}, model::VocabularyKind::kinds, lang));
    add("summary", partner.summary);
    add("missions", text::join(partner.missions, " ; "));
    add("limits", text::join(partner.limits, " ; "));
    add("themes", labels_of(catalog, partner.themes, model::VocabularyKind::themes, lang));
    add("publics", labels_of(catalog, partner.publics, model::VocabularyKind::publics, lang));
    add("territory", text::join(partner.territory, " ; "));
    add("phones", text::join(phones, " ; "));
    add("emails", text::join(emails, " ; "));
    add("website", partner.website);
    add("hours", partner.hours);
    return rows;
}

}  // namespace cafe::view
