#include "facts/freshness.hpp"

namespace cafe::facts {

Freshness freshness(const model::Partner& partner, const model::Settings& settings, const Date& today) {
    constexpr int default_months = 12;
    Freshness found;
    if (partner.verified) found.verified = partner.verified->on;
    if (!found.verified) {
        found.stale = true;
        return found;
    }
    found.due = found.verified->plus_months(partner.verify_every.value_or(settings.freshness.value_or(default_months)));
    found.stale = *found.due < today;
    return found;
}

Date last_fresh_day(const Date& counted, const model::Settings& settings) {
    constexpr int default_days = 30;
    return counted.plus_days(settings.freshness_places.value_or(default_days));
}

bool is_fresh_count(const std::optional<Date>& counted, const model::Settings& settings, const Date& today) {
    return counted && today <= last_fresh_day(*counted, settings);
}

}  // namespace cafe::facts
