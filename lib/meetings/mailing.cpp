#include "meetings/mailing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "facts/contact.hpp"
#include "facts/functions.hpp"
#include "facts/release.hpp"
#include "model/values.hpp"

namespace cafe::meetings {

namespace {

struct Reason {
    std::string_view key;
    std::string_view fr;
    std::string_view en;
};

constexpr std::array<Reason, 7> reasons{{
    {"no-email", "sans adresse électronique", "no e-mail address"},
    {"objection", "s'y oppose", "objects to it"},
    {"opted-out", "ne souhaite pas d'invitation", "wants no invitation"},
    {"by-phone", "à appeler", "to be called"},
    {"by-post", "à inviter par courrier", "to be invited by post"},
    {"duplicate", "adresse déjà dans la liste", "address already in the list"},
    {"closed", "fiche fermée", "closed"},
}};

// Why this person is not written to; empty when nothing stands against it but, perhaps, a missing address.
std::string_view refusal(const model::Person& person) {
    if (!facts::may_be_mailed(person)) return "objection";
    if (person.invitations == "none") return "opted-out";
    if (person.invitations == "phone") return "by-phone";
    if (person.invitations == "post") return "by-post";
    return {};
}

std::string address_for(const model::Person& person, const std::string& partner) {
    const model::PersonEmail* general = nullptr;
    for (const model::PersonEmail& email : person.emails) {
        if (!model::is_email(email.address)) continue;
        if (email.for_partner == partner) return email.address;
        if (general == nullptr && email.for_partner.empty()) general = &email;
    }
    return general == nullptr ? std::string() : general->address;
}

std::string desk_address(const model::Partner& partner) {
    for (const model::Email& email : partner.emails)
        if (model::is_email(email.address)) return email.address;
    return {};
}

std::vector<std::string> present_people(const model::Partner& partner, OnePer one_per, const Date& today) {
    std::vector<std::string> referents;
    std::vector<std::string> others;
    for (const model::Contact& contact : partner.contacts) {
        if (contact.person.empty() || !facts::is_present(contact, today)) continue;
        const bool referent = std::find(contact.as.begin(), contact.as.end(), "referent") != contact.as.end();
        auto& list = referent && one_per == OnePer::partner ? referents : others;
        // Two functions in one fiche are one person.
        if (std::find(list.begin(), list.end(), contact.person) == list.end()) list.push_back(contact.person);
    }
    for (std::string& person : others)
        if (std::find(referents.begin(), referents.end(), person) == referents.end())
            referents.push_back(std::move(person));
    return referents;
}

bool came(const model::Meeting& meeting, const std::string& person) {
    return std::any_of(meeting.attendance.begin(), meeting.attendance.end(),
                       [&](const model::Attendee& each) { return !person.empty() && each.person == person; });
}

class Builder {
public:
    Builder(const store::Catalog& catalog, OnePer one_per, const Date& today)
        : catalog_(catalog), one_per_(one_per), today_(today) {
        for (const auto& entry : catalog.people()) {
            const std::string_view reason = refusal(entry.value);
            if (reason != "objection" && reason != "opted-out") continue;
            for (const model::PersonEmail& email : entry.value.emails)
                refused_.emplace(fold_address(email.address), reason);
        }
    }

    void add(const store::PartnerEntry& entry) {
        if (model::status_of(entry.value.status) == model::Status::closed) {
            mailing_.skipped.push_back({"", entry.value.name, entry.id, "closed"});
            return;
        }
        bool somebody = false;  // is written to
        for (const std::string& id : present_people(entry.value, one_per_, today_)) {
            const model::Person* person = catalog_.person(id);
            if (person == nullptr) continue;
            const std::string_view reason = write_to(id, *person, entry.id, address_for(*person, entry.id));
            somebody = somebody || reason.empty() || reason == "duplicate";
            if (reason.empty() && one_per_ == OnePer::partner) break;
        }
        if (!somebody) desk(entry);
    }

    void add(const Addressee& addressee) {
        if (!met_.insert(addressee.person.empty() ? "/" + addressee.partner : addressee.person).second) return;
        if (addressee.person.empty()) {
            const store::PartnerEntry* entry = catalog_.partner(addressee.partner);
            if (entry == nullptr) return;
            if (model::status_of(entry->value.status) == model::Status::closed)
                mailing_.skipped.push_back({"", entry->value.name, entry->id, "closed"});
            else
                desk(*entry);
            return;
        }
        const model::Person* person = catalog_.person(addressee.person);
        if (person == nullptr) return;
        std::vector<std::string> partners = open_partners(addressee.person);
        const auto asked = std::find(partners.begin(), partners.end(), addressee.partner);
        const bool left = asked == partners.end() && had_function(addressee.person, addressee.partner);
        if (left && partners.empty()) {
            mailing_.skipped.push_back({addressee.person, person->name, addressee.partner, "closed"});
            return;
        }
        if (asked != partners.end()) partners.erase(asked);
        if (!addressee.partner.empty() && !left) partners.insert(partners.begin(), addressee.partner);
        write_to(addressee.person, *person, partners.empty() ? "" : partners.front(),
                 best_address(*person, left ? "" : addressee.partner, partners));
    }

    Mailing done() && { return std::move(mailing_); }

private:
    // The fiches, closed ones aside, in which somebody has a function today.
    [[nodiscard]] std::vector<std::string> open_partners(const std::string& person) const {
        std::vector<std::string> partners = facts::partners_of(catalog_, person, today_);
        std::erase_if(partners, [&](const std::string& id) {
            const store::PartnerEntry* entry = catalog_.partner(id);
            return entry != nullptr && model::status_of(entry->value.status) == model::Status::closed;
        });
        return partners;
    }

    // Whether a fiche names them, of today or not: the one asked for, any one where none is asked for.
    [[nodiscard]] bool had_function(const std::string& person, const std::string& partner) const {
        return std::any_of(catalog_.partners().begin(), catalog_.partners().end(), [&](const auto& entry) {
            if (!partner.empty() && entry.id != partner) return false;
            return std::any_of(entry.value.contacts.begin(), entry.value.contacts.end(),
                               [&](const model::Contact& contact) { return contact.person == person; });
        });
    }

    /// Takes somebody in, or says why not; empty when they are in.
    std::string_view write_to(const std::string& id, const model::Person& person, const std::string& partner,
                              const std::string& address) {
        std::string_view reason = refusal(person);
        if (reason.empty() && address.empty()) reason = "no-email";
        if (reason.empty() && !seen_.insert(fold_address(address)).second) reason = "duplicate";
        if (reason.empty())
            mailing_.recipients.push_back({id, person.name, address, partner});
        else
            mailing_.skipped.push_back({id, person.name, partner, reason});
        return reason;
    }

    // The one for the partner on whose behalf they are asked, the general one, one of a present function.
    static std::string best_address(const model::Person& person, const std::string& asked,
                                    const std::vector<std::string>& partners) {
        std::string address = address_for(person, asked);
        for (const std::string& partner : partners)
            if (address.empty()) address = address_for(person, partner);
        return address;
    }

    void desk(const store::PartnerEntry& entry) {
        const std::string address = desk_address(entry.value);
        // An organisation may give as its own the mailbox of somebody who wants no mail.
        const auto refused = refused_.find(fold_address(address));
        if (address.empty())
            mailing_.skipped.push_back({"", entry.value.name, entry.id, "no-email"});
        else if (refused != refused_.end())
            mailing_.skipped.push_back({"", entry.value.name, entry.id, refused->second});
        else if (!seen_.insert(fold_address(address)).second)
            mailing_.skipped.push_back({"", entry.value.name, entry.id, "duplicate"});
        else
            mailing_.recipients.push_back({"", entry.value.name, address, entry.id});
    }

    // Mailboxes differ by case in theory only.
    static std::string fold_address(const std::string& address) { return ascii::lower(address); }

    const store::Catalog& catalog_;
    OnePer one_per_;
    Date today_;
    std::map<std::string, std::string_view> refused_;  // addresses of those who want no mail, and why
    std::set<std::string> seen_;                       // addresses
    std::set<std::string> met_;                        // people, and partners behind a slash
    Mailing mailing_;
};

}  // namespace

Mailing mailing(const store::Catalog& catalog, const std::vector<std::string>& partners, OnePer one_per,
                const Date& today) {
    Builder builder(catalog, one_per, today);
    for (const std::string& id : partners)
        if (const store::PartnerEntry* entry = catalog.partner(id)) builder.add(*entry);
    return std::move(builder).done();
}

Mailing mailing(const store::Catalog& catalog, const std::vector<Addressee>& addressees, const Date& today) {
    Builder builder(catalog, OnePer::person, today);
    for (const Addressee& addressee : addressees) builder.add(addressee);
    return std::move(builder).done();
}

std::vector<Addressee> addressees(const model::Meeting& meeting, Part part) {
    std::vector<Addressee> found;
    const auto add = [&found](const Addressee& one) {
        if (std::find(found.begin(), found.end(), one) == found.end()) found.push_back(one);
    };
    const auto add_all = [&add](const std::vector<model::Attendee>& people) {
        for (const model::Attendee& each : people)
            if (!each.person.empty()) add({each.person, each.partner});
    };
    if (part == Part::present) add_all(meeting.attendance);
    if (part == Part::excused) add_all(meeting.excused);
    if (part == Part::present) return found;
    for (const model::Invitation& invitation : meeting.invitations) {
        if (part == Part::no_reply && !invitation.reply.empty()) continue;
        if (part == Part::coming && invitation.reply != "accepted") continue;
        if (part == Part::excused && (invitation.reply != "declined" || came(meeting, invitation.person))) continue;
        add({invitation.person, invitation.partner});
    }
    return found;
}

std::vector<Addressee> on_list(const store::Catalog& catalog, std::string_view list) {
    const std::string wanted = fold::text(list);
    std::vector<Addressee> found;
    for (const auto& entry : catalog.people()) {
        const std::vector<std::string>& lists = entry.value.lists;
        if (std::any_of(lists.begin(), lists.end(),
                        [&](const std::string& each) { return fold::text(each) == wanted; }))
            found.push_back({entry.id, ""});
    }
    return found;
}

std::vector<std::string> all_lists(const store::Catalog& catalog) {
    std::map<std::string, std::string> names;  // folded → as somebody wrote it
    for (const auto& entry : catalog.people())
        for (const std::string& name : entry.value.lists) names.emplace(fold::text(name), name);
    std::vector<std::string> lists;
    for (const auto& [folded, name] : names) lists.push_back(name);
    return lists;
}

Words reason_in_words(const Skipped& skipped) {
    if (skipped.reason == "closed" && !skipped.person.empty()) return {"n'est plus en fonction", "no longer in post"};
    return reason_in_words(skipped.reason);
}

Words reason_in_words(std::string_view reason) {
    for (const Reason& known : reasons)
        if (known.key == reason) return Words{std::string(known.fr), std::string(known.en)};
    return same(std::string(reason));
}

}  // namespace cafe::meetings
