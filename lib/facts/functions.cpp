#include "facts/functions.hpp"

#include <algorithm>

#include "facts/contact.hpp"

namespace cafe::facts {

std::vector<std::string> partners_of(const store::Catalog& catalog, std::string_view person, const Date& day) {
    std::vector<std::string> found;
    if (person.empty()) return found;
    for (const store::PartnerEntry& partner : catalog.partners())
        if (std::any_of(
                partner.value.contacts.begin(), partner.value.contacts.end(),
                [&](const model::Contact& contact) { return contact.person == person && is_present(contact, day); }))
            found.push_back(partner.id);
    return found;
}

std::string came_for(const store::Catalog& catalog, const model::Attendee& attendee, const Date& day) {
    if (!attendee.partner.empty()) return attendee.partner;
    std::vector<std::string> partners = partners_of(catalog, attendee.person, day);
    return partners.size() == 1 ? std::move(partners.front()) : std::string();
}

}  // namespace cafe::facts
