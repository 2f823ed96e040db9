#include "facts/quality.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"
#include "facts/service.hpp"

namespace cafe::facts {

namespace {

double yes(bool is_there) {
    return is_there ? 1.0 : 0.0;
}

double recent_mark(const model::Partner& partner, const Date& today) {
    constexpr int fresh_months = 6;
    constexpr int old_months = 24;
    if (!partner.verified || !partner.verified->on) return 0;
    const Date fresh = partner.verified->on->plus_months(fresh_months);
    const Date old = partner.verified->on->plus_months(old_months);
    if (today < fresh) return 1;
    if (old <= today) return 0;
    return static_cast<double>(old.days_since_1970() - today.days_since_1970()) /
           (old.days_since_1970() - fresh.days_since_1970());
}

double description_mark(const model::Partner& partner, const model::Service& service) {
    constexpr std::size_t least = 200;  // characters
    constexpr std::size_t good = 400;
    std::size_t length = utf8::length(service.description);
    if (length == 0) length = utf8::length(partner.description);
    if (length == 0) {
        length = utf8::length(partner.summary);
        for (const std::string& mission : partner.missions) length += utf8::length(mission);
    }
    if (length < least) return 0;
    return std::min(1.0, static_cast<double>(length - least) / static_cast<double>(good - least));
}

double fee_mark(const model::Service& service) {
    if (service.fee.empty()) return 0;
    return service.fee == "free" || !service.fee_note.empty() ? 1.0 : 0.5;
}

Marks marks_of(const model::Partner& partner, const model::Service& service, const Date& today) {
    const model::Referral referral = service.referral.value_or(model::Referral{});
    const auto by = [&](std::string_view mode) {
        return std::find(referral.modes.begin(), referral.modes.end(), mode) != referral.modes.end();
    };
    const auto where = [](bool applies, bool is_there) {
        return applies ? std::optional(yes(is_there)) : std::nullopt;
    };
    const bool has_address = partner.address && !partner.address->commune.empty();
    const bool has_phone = !partner.phones.empty();
    const bool has_email = !partner.emails.empty();
    return {where(by("walk-in"), has_address),
            yes(!referral.modes.empty()),
            yes(!service.publics.empty()),
            yes(!service.themes.empty()),
            yes(has_phone || has_email || !partner.website.empty() || !referral.link.empty()),
            where(by("email"), has_email),
            recent_mark(partner, today),
            fee_mark(service),
            description_mark(partner, service),
            where(by("phone"), has_phone)};
}

double mean(const Marks& marks) {
    double sum = 0;
    int count = 0;
    for (const auto& mark : marks) {
        if (!mark) continue;
        sum += *mark;
        ++count;
    }
    return count == 0 ? 0 : sum / count;
}

}  // namespace

Quality quality(const model::Partner& partner, const Date& today) {
    std::vector<model::Service> services = partner.services;
    if (services.empty()) services.emplace_back();
    Quality found;
    double total = 0;
    std::array<int, criteria> counted{};
    for (const model::Service& service : services) {
        const Marks marks = marks_of(partner, effective(partner, service), today);
        total += mean(marks);
        for (std::size_t i = 0; i < criteria; ++i) {
            if (!marks[i]) continue;
            found.marks[i] = found.marks[i].value_or(0) + *marks[i];
            ++counted[i];
        }
    }
    double lowest = 1;
    for (std::size_t i = 0; i < criteria; ++i) {
        if (counted[i] == 0) continue;
        *found.marks[i] /= counted[i];
        if (*found.marks[i] >= lowest) continue;
        lowest = *found.marks[i];
        found.weakest = static_cast<Criterion>(i);
    }
    found.score = static_cast<int>(std::lround(100 * total / static_cast<double>(services.size())));
    return found;
}

Words next_step(Criterion criterion) {
    switch (criterion) {
        case Criterion::address: return {"écrire où l'on se présente (address)", "write where people go (address)"};
        case Criterion::modes:
            return {"dire comment on y adresse quelqu'un (referral.modes)",
                    "say how somebody is sent there (referral.modes)"};
        case Criterion::publics: return {"dire pour qui (publics)", "say for whom (publics)"};
        case Criterion::themes: return {"dire de quoi on s'y occupe (themes)", "say what is done there (themes)"};
        case Criterion::contact:
            return {"donner un téléphone, un courriel ou un site (phones, emails, website)",
                    "give a phone, an e-mail or a website (phones, emails, website)"};
        case Criterion::email:
            return {"donner le courriel, puisqu'on y écrit (emails)", "give the e-mail, since people write (emails)"};
        case Criterion::recent:
            return {"relire la fiche avec le partenaire (verified)", "go over the record with the partner (verified)"};
        case Criterion::fee:
            return {"dire si c'est gratuit, et sinon le prix (fee, fee_note)",
                    "say whether it is free, and the price if not (fee, fee_note)"};
        case Criterion::description:
            return {"décrire ce qui s'y fait en quelques phrases, 400 signes (description)",
                    "describe what is done in a few sentences, 400 characters (description)"};
        case Criterion::phone:
            return {"donner le téléphone, puisqu'on appelle (phones)", "give the phone, since people call (phones)"};
    }
    return {};
}

}  // namespace cafe::facts
