#include "facts/contact.hpp"

#include <algorithm>

namespace cafe::facts {

namespace {

const model::Contact* contact_of_person(const model::Partner& partner, const std::string& person) {
    for (const model::Contact& contact : partner.contacts)
        if (contact.person == person) return &contact;
    return nullptr;
}

const model::Contact* referent(const store::Catalog& catalog, const model::Partner& partner, const std::string& theme,
                               const Date& today) {
    for (const model::Contact& contact : partner.contacts) {
        if (!is_present(contact, today)) continue;
        if (std::find(contact.as.begin(), contact.as.end(), "referent") == contact.as.end()) continue;
        const bool for_theme = theme.empty() || contact.themes.empty() ||
                               std::any_of(contact.themes.begin(), contact.themes.end(), [&](const std::string& own) {
                                   return catalog.vocabulary().answers(own, theme);
                               });
        if (for_theme) return &contact;
    }
    return nullptr;
}

// A person's line for this partner: one that says so first, then one that names no partner.
template <class Line>
const Line* line_for(const std::vector<Line>& lines, const std::string& partner) {
    const Line* general = nullptr;
    for (const Line& line : lines) {
        if (line.for_partner == partner) return &line;
        if (general == nullptr && line.for_partner.empty()) general = &line;
    }
    return general;
}

// False when the gate keeps the person back.
bool add_lines_of(WhomToCall& call, const store::Catalog& catalog, const Released<model::Partner>& partner) {
    const auto person = release_person(catalog, call.person, {partner.reader(), false});
    if (!person) return false;
    call.name = (*person)->name;
    if (const auto* phone = line_for((*person)->phones, partner.id())) call.phone = phone->number;
    if (const auto* email = line_for((*person)->emails, partner.id())) call.email = email->address;
    return true;
}

// Lines that nobody has are the desk's.
void add_desk(WhomToCall& call, const Released<model::Partner>& partner) {
    if (call.phone.empty() && !partner->phones.empty()) {
        call.phone = partner->phones.front().number;
        call.tip = partner->phones.front().tip;
    }
    if (call.email.empty() && !partner->emails.empty()) call.email = partner->emails.front().address;
}

// Whether a fiche names somebody among its contacts, for no function of that day.
bool has_left(const store::Catalog& catalog, const std::string& partner, const std::string& person, const Date& today) {
    const store::PartnerEntry* entry = catalog.partner(partner);
    if (entry == nullptr) return false;
    bool named = false;
    for (const model::Contact& contact : entry->value.contacts) {
        if (contact.person != person) continue;
        if (is_present(contact, today)) return false;
        named = true;
    }
    return named;
}

}  // namespace

bool is_present(const model::Contact& contact, const Date& today) {
    return (!contact.since || *contact.since <= today) && (!contact.until || today <= *contact.until);
}

WhomToCall whom_to_call(const store::Catalog& catalog, const Released<model::Partner>& partner,
                        const std::string& service, const std::string& theme, const Date& today) {
    WhomToCall call;
    const model::Contact* contact = nullptr;
    for (const model::Service& own : partner->services)
        if (!service.empty() && own.id == service && !own.contact.empty() &&
            !has_left(catalog, partner.id(), own.contact, today)) {
            call.person = own.contact;
            contact = contact_of_person(*partner, own.contact);
        }
    if (contact != nullptr && !is_present(*contact, today)) {
        contact = nullptr;
        call.person.clear();
    }
    if (call.person.empty()) contact = referent(catalog, *partner, theme, today);
    if (contact != nullptr) {
        call.person = contact->person;
        call.role = contact->role;
    }
    if (!call.person.empty() && !add_lines_of(call, catalog, partner)) call = {};
    add_desk(call, partner);
    return call;
}

std::optional<WhomToCall> call_person(const store::Catalog& catalog, const Released<model::Partner>& partner,
                                      const std::string& person) {
    WhomToCall call;
    call.person = person;
    if (const model::Contact* contact = contact_of_person(*partner, person)) call.role = contact->role;
    if (!add_lines_of(call, catalog, partner)) return std::nullopt;
    add_desk(call, partner);
    return call;
}

}  // namespace cafe::facts
