// A service as it stands once what it leaves out is taken from its fiche.
#pragma once

#include <string>
#include <vector>

#include "model/partner.hpp"

namespace cafe::facts {

/// The service with its themes, publics, territory, fee, fee_note, hours and referral filled from the fiche where it
/// has none (records.md, Partner, `services`).
model::Service effective(const model::Partner& partner, const model::Service& service);

/// Themes of the fiche and of all its services, without twins, in the order they are met.
std::vector<std::string> all_themes(const model::Partner& partner);

/// « CCAS de Fumel, Domiciliation »: the fiche's name and the service's, its id where it has none. The fiche alone for a
/// service that it lacks or an empty one.
std::string title_of(const model::Partner& partner, const std::string& id, const std::string& service);

}  // namespace cafe::facts
