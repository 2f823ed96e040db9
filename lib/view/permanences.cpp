#include "view/permanences.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "view/hours.hpp"

namespace cafe::view {

namespace {

constexpr Phrase<> on_appointment{"sur rendez-vous", "by appointment"};
constexpr Phrase<> no_appointment{"sans rendez-vous", "no appointment needed"};
constexpr Phrase<std::string, std::string> both{"{} ({})", "{} ({})"};
constexpr Phrase<std::string, std::string> where_and_when{"{} : {}", "{}: {}"};

bool is_for(const model::Permanence& permanence, const std::string& service) {
    const auto& services = permanence.services;
    return service.empty() || services.empty() ||
           std::find(services.begin(), services.end(), service) != services.end();
}

struct Told {
    std::string words;
    std::string commune;
};

Told told(const store::Catalog& catalog, const model::Permanence& permanence, facts::Reader reader, Lang lang) {
    std::string where = permanence.place;
    std::string commune = permanence.commune;
    if (!permanence.at.empty())
        if (const auto host = facts::release_partner(catalog, permanence.at, {reader, false})) {
            if (where.empty()) where = (*host)->name;
            if (commune.empty() && (*host)->address) commune = (*host)->address->commune;
        }
    if (!commune.empty() && where.find(commune) == std::string::npos) where += (where.empty() ? "" : ", ") + commune;
    std::string when = permanence.hours.empty() ? "" : hours_in_a_line(permanence.hours, lang);
    if (permanence.by_appointment) {
        const std::string booked = (*permanence.by_appointment ? on_appointment() : no_appointment()).in(lang);
        when = when.empty() ? booked : both(when, booked).in(lang);
    }
    if (where.empty() || when.empty()) return {where + when, commune};
    return {where_and_when(where, when).in(lang), commune};
}

}  // namespace

Permanences permanences_for(const store::Catalog& catalog, const facts::Released<model::Partner>& partner,
                            const std::string& service, const std::optional<territory::AreaRef>& place, Lang lang) {
    Permanences all;
    const std::string asked = place ? fold::text(catalog.territory().name(*place)) : std::string();
    for (const model::Permanence& each : partner->permanences) {
        if (!is_for(each, service)) continue;
        Told one = told(catalog, each, partner.reader(), lang);
        if (one.words.empty()) continue;
        const bool there = place && fold::text(one.commune) == asked;
        (there ? all.there : all.elsewhere).push_back(std::move(one.words));
    }
    return all;
}

}  // namespace cafe::view
