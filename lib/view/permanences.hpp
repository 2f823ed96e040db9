// Where else an organisation receives people, in a line each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/release.hpp"
#include "territory/territory.hpp"

namespace cafe::view {

struct Permanences {
    std::vector<std::string> there;      ///< in the place that was asked
    std::vector<std::string> elsewhere;  ///< all of them when no place was
};

/// « Salle des fêtes, Penne-d'Agenais : mardi, 9 h – 12 h (sur rendez-vous) ». Those that are for one of the fiche's
/// services, or for all where `service` is empty; in the order of the fiche, the hosts released for the same reader.
Permanences permanences_for(const store::Catalog& catalog, const facts::Released<model::Partner>& partner,
                            const std::string& service, const std::optional<territory::AreaRef>& place, Lang lang);

}  // namespace cafe::view
