#include "mail_information.hpp"

#include "base/text.hpp"
#include "facts/functions.hpp"
#include "facts/release.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> name_words{"nom : {}", "name: {}"};
constexpr Phrase<std::string> mail_words{"courriel : {}", "e-mail: {}"};
constexpr Phrase<std::string> phone_words{"téléphone : {}", "telephone: {}"};
constexpr Phrase<std::string> function_words{"fonction : {}", "function: {}"};

std::string function_of(const store::Catalog& catalog, const std::string& partner, const std::string& person) {
    const store::PartnerEntry* entry = catalog.partner(partner);
    if (entry == nullptr) return partner;
    for (const model::Contact& contact : entry->value.contacts)
        if (contact.person == person && !contact.role.empty()) return contact.role + " (" + entry->value.name + ")";
    return entry->value.name;
}

}  // namespace

std::vector<meetings::Addressee> never_informed(const store::Catalog& catalog) {
    std::vector<meetings::Addressee> found;
    for (const auto& entry : catalog.people()) {
        const auto& privacy = entry.value.privacy;
        if (!privacy || !privacy->informed || !privacy->informed->on) found.push_back({entry.id, ""});
    }
    return found;
}

std::string held_in_words(const store::Catalog& catalog, const std::string& person, const Date& today, Lang lang) {
    const auto released = facts::release_person(catalog, person, {facts::Reader::own, false});
    if (!released) return "";
    std::vector<std::string> parts{name_words((*released)->name).in(lang)};
    for (const model::PersonEmail& email : (*released)->emails) parts.push_back(mail_words(email.address).in(lang));
    for (const model::PersonPhone& phone : (*released)->phones) parts.push_back(phone_words(phone.number).in(lang));
    for (const std::string& partner : facts::partners_of(catalog, person, today))
        parts.push_back(function_words(function_of(catalog, partner, person)).in(lang));
    return text::join(parts, lang == Lang::fr ? " ; " : "; ");
}

}  // namespace cafe::cmd
