#include "view/visiting_card.hpp"

#include "model/audience.hpp"
#include "model/values.hpp"
#include "view/page.hpp"

namespace cafe::view {

namespace {

bool is_open(const std::string& audience) {
    return model::audience_of(audience, model::Audience::public_) == model::Audience::public_;
}

// The signs that MECARD uses itself are escaped; line ends cannot stand in a field.
std::string mecard_field(std::string_view key, std::string_view value) {
    std::string field = std::string(key) + ":";
    for (const char byte : value) {
        if (byte == '\\' || byte == ';' || byte == ':' || byte == ',' || byte == '"') field.push_back('\\');
        field.push_back(static_cast<unsigned char>(byte) < 0x20 ? ' ' : byte);
    }
    return field + ";";
}

}  // namespace

VisitingCard visiting_card(const facts::Released<model::Partner>& partner) {
    VisitingCard card;
    card.uid = partner.id();
    card.name = partner->name;
    card.short_name = partner->short_name;
    // Who keeps a refuge in a telephone that others look into keeps a name and a number, and nothing that tells more.
    const bool discreet = partner->address && partner->address->confidential.value_or(false);
    if (!discreet) card.summary = partner->summary;
    for (const model::Phone& phone : partner->phones)
        if (const auto number = model::to_phone(phone.number); number && is_open(phone.audience))
            card.phones.push_back(number->dial);
    for (const model::Email& email : partner->emails)
        if (model::is_email(email.address) && is_open(email.audience)) card.emails.push_back(email.address);
    if (!discreet && Outside::web(partner->website)) card.website = partner->website;
    if (partner->address && !discreet) {
        card.street = partner->address->street;
        card.postcode = partner->address->postcode;
        card.commune = partner->address->commune;
    }
    return card;
}

std::string card_in_a_code(const VisitingCard& card) {
    if (card.phones.empty() && card.emails.empty()) return {};
    std::string code = "MECARD:" + mecard_field("N", card.name);
    if (!card.phones.empty()) code += mecard_field("TEL", card.phones.front());
    if (!card.emails.empty()) code += mecard_field("EMAIL", card.emails.front());
    return code + ";";
}

}  // namespace cafe::view
