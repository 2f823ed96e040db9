#include "facts/service.hpp"

#include <algorithm>

namespace cafe::facts {

model::Service effective(const model::Partner& partner, const model::Service& service) {
    model::Service whole = service;
    if (whole.themes.empty()) whole.themes = partner.themes;
    if (whole.publics.empty()) whole.publics = partner.publics;
    if (whole.territory.empty()) whole.territory = partner.territory;
    if (whole.fee.empty()) whole.fee = partner.fee;
    if (whole.fee_note.empty()) whole.fee_note = partner.fee_note;
    if (whole.hours.empty()) whole.hours = partner.hours;
    if (!whole.referral) whole.referral = partner.referral;
    return whole;
}

std::vector<std::string> all_themes(const model::Partner& partner) {
    std::vector<std::string> themes;
    const auto take = [&](const std::vector<std::string>& more) {
        for (const std::string& theme : more)
            if (std::find(themes.begin(), themes.end(), theme) == themes.end()) themes.push_back(theme);
    };
    take(partner.themes);
    for (const model::Service& service : partner.services) take(service.themes);
    return themes;
}

std::string title_of(const model::Partner& partner, const std::string& id, const std::string& service) {
    const std::string house = partner.name.empty() ? id : partner.name;
    for (const model::Service& one : partner.services)
        if (!service.empty() && (one.id == service || (one.id.empty() && one.name == service)))
            return house + ", " + (one.name.empty() ? one.id : one.name);
    return house;
}

}  // namespace cafe::facts
