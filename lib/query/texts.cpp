#include "query/texts.hpp"

#include "model/languages.hpp"

namespace cafe::query {

namespace {

// A name tells most, then what a person in need would say, then how the organisation describes itself.
constexpr double of_name = 3.0;
constexpr double of_need = 2.0;
constexpr double of_summary = 1.5;
constexpr double of_place = 1.2;
constexpr double of_description = 1.0;
constexpr double of_detail = 0.5;

class Gatherer {
public:
    void add(std::string_view text, std::string_view field, double weight, bool says_need = false) {
        if (!text.empty()) texts_.push_back(Text{text, field, service_, weight, says_need});
    }
    void add(const std::vector<std::string>& list, std::string_view field, double weight, bool says_need = false) {
        for (const std::string& text : list) add(text, field, weight, says_need);
    }
    void in_service(std::optional<std::size_t> service) { service_ = service; }
    std::vector<Text> done() && { return std::move(texts_); }

private:
    std::vector<Text> texts_;
    std::optional<std::size_t> service_;
};

void add_service(Gatherer& texts, const model::Service& service) {
    texts.add(service.name, "name", of_need, true);
    texts.add(service.situations, "situations", of_need, true);
    texts.add(service.description, "description", of_description);
    texts.add(service.fee_note, "fee_note", of_detail);
}

void add_address(Gatherer& texts, const model::Partner& partner) {
    if (!partner.address || partner.address->confidential.value_or(false)) return;
    texts.add(partner.address->commune, "address.commune", of_place);
    texts.add(partner.address->street, "address.street", of_detail);
    texts.add(partner.address->extra, "address.extra", of_detail);
}

}  // namespace

std::vector<Text> texts_of(const store::Catalog& catalog, const model::Partner& partner) {
    Gatherer texts;
    texts.add(partner.name, "name", of_name, true);
    texts.add(partner.short_name, "short_name", of_name);
    texts.add(partner.aliases, "aliases", of_name);
    texts.add(partner.summary, "summary", of_summary, true);
    texts.add(partner.missions, "missions", of_summary, true);
    texts.add(partner.tags, "tags", of_summary);
    texts.add(partner.description, "description", of_description);
    texts.add(partner.publics_note, "publics_note", of_description);
    add_address(texts, partner);
    for (const model::Permanence& permanence : partner.permanences) {
        texts.add(permanence.place, "permanences.place", of_place);
        texts.add(permanence.commune, "permanences.commune", of_place);
        texts.add(permanence.note, "permanences.note", of_detail);
    }
    for (const std::string& code : partner.languages)
        if (code != "fr")
            for (const Lang lang : {Lang::fr, Lang::en})
                texts.add(model::language_name(code, lang), "languages", of_detail);
    if (partner.referral) texts.add(partner.referral->steps, "referral.steps", of_detail);
    for (const model::Contact& contact : partner.contacts) {
        texts.add(contact.role, "contacts.role", of_description);
        if (const model::Person* person = catalog.person(contact.person))
            texts.add(person->name, "contacts", of_description);
    }
    for (std::size_t i = 0; i < partner.services.size(); ++i) {
        texts.in_service(i);
        add_service(texts, partner.services[i]);
    }
    return std::move(texts).done();
}

std::vector<std::string_view> phones_of(const store::Catalog& catalog, const model::Partner& partner) {
    std::vector<std::string_view> phones;
    for (const model::Phone& phone : partner.phones) phones.push_back(phone.number);
    const auto add_professional = [&](const std::optional<model::Referral>& referral) {
        if (referral && referral->professionals) phones.push_back(referral->professionals->phone);
    };
    add_professional(partner.referral);
    for (const model::Service& service : partner.services) add_professional(service.referral);
    for (const model::Contact& contact : partner.contacts)
        if (const model::Person* person = catalog.person(contact.person))
            for (const model::PersonPhone& phone : person->phones) phones.push_back(phone.number);
    return phones;
}

std::string path_of(const Text& text, const model::Partner& partner) {
    if (!text.service) return std::string(text.field);
    const std::string& id = partner.services[*text.service].id;
    return "services." + (id.empty() ? std::to_string(*text.service) : id) + "." + std::string(text.field);
}

}  // namespace cafe::query
