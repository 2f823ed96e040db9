// Who serves where: a fiche's areas against the area that is asked for.
#pragma once

#include <vector>

#include "territory/territory.hpp"

namespace cafe::facts {

/// How much of the asked area is served (records.md: in, touches).
enum class Reach { none, part, all };

struct ServedBy {
    Reach reach = Reach::none;
    /// The area of the fiche that answers: the narrowest that contains the asked one, else the first that touches it.
    territory::AreaRef by;
    bool operator==(const ServedBy&) const = default;
};

/// Serves with no area serve nowhere.
ServedBy reach(const territory::Territory& territory, const std::vector<territory::AreaRef>& served,
               const territory::AreaRef& asked);

}  // namespace cafe::facts
