#include "meetings/network.hpp"

#include <algorithm>

#include "facts/contact.hpp"
#include "facts/freshness.hpp"
#include "facts/functions.hpp"
#include "meetings/attendance.hpp"

namespace cafe::meetings {

namespace {

bool serves_as(const model::Contact& contact, std::string_view what, const Date& today) {
    return std::find(contact.as.begin(), contact.as.end(), what) != contact.as.end() &&
           facts::is_present(contact, today);
}

bool came_from(const store::Catalog& catalog, const model::Participant& one, const std::string& partner,
               const Date& today) {
    if (!one.attended.value_or(false)) return false;
    if (!one.partner.empty() || one.person.empty()) return one.partner == partner;
    const auto partners = facts::partners_of(catalog, one.person, today);
    return std::find(partners.begin(), partners.end(), partner) != partners.end();
}

}  // namespace

Kept kept_by(const store::Catalog& catalog, const std::string& partner, const Date& today) {
    Kept kept;
    const store::PartnerEntry* entry = catalog.partner(partner);
    if (entry == nullptr) return kept;
    const facts::Freshness freshness = facts::freshness(entry->value, catalog.settings(), today);
    kept.verified = freshness.verified;
    kept.fresh = !freshness.stale;
    kept.referent = std::any_of(entry->value.contacts.begin(), entry->value.contacts.end(),
                                [&](const model::Contact& one) { return serves_as(one, "referent", today); });
    for (const auto& meeting : catalog.meetings()) {
        if (!meeting.value.date || *meeting.value.date > today) continue;
        const auto seats = who_came(catalog, meeting.value);
        if (std::any_of(seats.begin(), seats.end(), [&](const Seat& seat) { return seat.partner == partner; }))
            ++kept.cafes;
    }
    for (const model::Training& training : catalog.network().trainings)
        for (const model::Participant& one : training.participants)
            kept.trained += came_from(catalog, one, partner, today) ? 1 : 0;
    return kept;
}

Coverage coverage(const model::Network& network) {
    Coverage found{0, network.deployment.size()};
    for (const model::Deployment& each : network.deployment) found.running += each.state == "running" ? 1 : 0;
    return found;
}

std::vector<Responsible> responsible(const store::Catalog& catalog, const Date& today) {
    std::vector<Responsible> found;
    for (const store::PartnerEntry& entry : catalog.partners()) {
        if (model::status_of(entry.value.status) == model::Status::closed) continue;
        for (const bool deputy : {false, true})
            for (const model::Contact& contact : entry.value.contacts) {
                if (!serves_as(contact, deputy ? "deputy" : "referent", today)) continue;
                if (deputy && serves_as(contact, "referent", today)) continue;
                found.push_back({contact.person, entry.id, contact.role, deputy,
                                 contact.territory.empty() ? entry.value.territory : contact.territory,
                                 contact.themes});
            }
    }
    return found;
}

}  // namespace cafe::meetings
