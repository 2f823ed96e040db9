#include "view/mailing.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "facts/contact.hpp"
#include "facts/release.hpp"
#include "model/values.hpp"

namespace cafe::view {

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

class Builder {
public:
    Builder(const store::Catalog& catalog, OnePer one_per, const Date& today)
        : catalog_(catalog), one_per_(one_per), today_(today) {}

    void add(const store::PartnerEntry& entry) {
        if (model::status_of(entry.value.status) == model::Status::closed) {
            mailing_.skipped.push_back({"", entry.value.name, entry.id, "closed"});
            return;
        }
        bool somebody = false;  // is written to, or may not be: then the desk is not used to get round it
        for (const std::string& id : present_people(entry.value, one_per_, today_)) {
            const model::Person* person = catalog_.person(id);
            if (person == nullptr) continue;
            std::string_view reason = refusal(*person);
            const std::string address = address_for(*person, entry.id);
            if (reason.empty() && address.empty()) reason = "no-email";
            if (reason.empty() && !seen_.insert(fold_address(address)).second) reason = "duplicate";
            if (!reason.empty()) {
                mailing_.skipped.push_back({id, person->name, entry.id, reason});
                somebody = somebody || reason == "duplicate";
                continue;
            }
            mailing_.recipients.push_back({id, person->name, address, entry.id});
            somebody = true;
            if (one_per_ == OnePer::partner) break;
        }
        if (!somebody) desk(entry);
    }

    Mailing done() && { return std::move(mailing_); }

private:
    void desk(const store::PartnerEntry& entry) {
        const std::string address = desk_address(entry.value);
        if (address.empty())
            mailing_.skipped.push_back({"", entry.value.name, entry.id, "no-email"});
        else if (!seen_.insert(fold_address(address)).second)
            mailing_.skipped.push_back({"", entry.value.name, entry.id, "duplicate"});
        else
            mailing_.recipients.push_back({"", entry.value.name, address, entry.id});
    }

    // Mailboxes differ by case in theory only.
    static std::string fold_address(const std::string& address) {
        std::string lower = address;
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return lower;
    }

    const store::Catalog& catalog_;
    OnePer one_per_;
    Date today_;
    std::set<std::string> seen_;
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

Words reason_in_words(std::string_view reason) {
    for (const Reason& known : reasons)
        if (known.key == reason) return Words{std::string(known.fr), std::string(known.en)};
    return same(std::string(reason));
}

}  // namespace cafe::view
