// How fresh a fiche is: when it was verified and when it is due again.
#pragma once

#include <optional>

#include "base/date.hpp"
#include "model/partner.hpp"
#include "model/settings.hpp"

namespace cafe::facts {

struct Freshness {
    std::optional<Date> verified;  ///< nothing: never
    std::optional<Date>
        due;             ///< verified + the fiche's `verify_every`, else the notebook's `freshness`, else 12 months
    bool stale = false;  ///< never verified, or due before today
    bool operator==(const Freshness&) const = default;
};

Freshness freshness(const model::Partner& partner, const model::Settings& settings, const Date& today);

/// Tells whether free places counted on that day may still be shown: within the notebook's `freshness_places`, else 30
/// days. A count without its day never is.
bool is_fresh_count(const std::optional<Date>& counted, const model::Settings& settings, const Date& today);
/// The last day on which a count of that day may be shown.
Date last_fresh_day(const Date& counted, const model::Settings& settings);

}  // namespace cafe::facts
