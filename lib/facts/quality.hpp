// How complete a fiche is for those who are sent there: the score that data·inclusion publishes for services.
#pragma once

#include <array>
#include <optional>

#include "base/date.hpp"
#include "base/words.hpp"
#include "model/partner.hpp"

namespace cafe::facts {

/// data·inclusion schema v1, `score_qualite`: its ten criteria, in its order.
enum class Criterion { address, modes, publics, themes, contact, email, recent, fee, description, phone };
inline constexpr std::size_t criteria = 10;

/// Each from 0 to 1; nothing where the criterion does not apply: an address where nobody is received, an e-mail or a
/// telephone that is no way to get there.
using Marks = std::array<std::optional<double>, criteria>;

struct Quality {
    int score = 0;                     ///< 0 to 100
    Marks marks;                       ///< mean of the services
    std::optional<Criterion> weakest;  ///< where most is to be gained, the first of equals; nothing at 100
};

/// Of the fiche: the mean of its services, each with what it takes from the fiche (facts::effective); a fiche without
/// services counts as one. `walk-in` is data·inclusion's « se présenter » ; « sous conditions » counts as paid; the
/// description is the service's, else the fiche's, else its summary and missions.
Quality quality(const model::Partner& partner, const Date& today);

/// What to write, and in which field: « dire comment on y adresse quelqu'un (referral.modes) ».
Words next_step(Criterion criterion);

}  // namespace cafe::facts
