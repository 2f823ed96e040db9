// An area as a value, and what becomes of a text that should name one.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/words.hpp"

namespace cafe::territory {

/// From narrow to wide.
enum class AreaKind {
    quarter,  ///< a part of a commune: a quarter of the network's own, an arrondissement, a former commune
    commune,
    postcode,  ///< the communes that it serves; only on the command line and in questions
    epci,
    own,          ///< the network's own: a circonscription, a bassin
    departement,  ///< or an overseas collectivity
    region,
    country,
};

/// One area. `code` can be typed back as it stands: "insee:47106", "cp:47500", "epci:200068930", "dep:47", "reg:75",
/// "france", or the id of an own area or quarter.
struct AreaRef {
    AreaKind kind = AreaKind::commune;
    std::string code;
    auto operator<=>(const AreaRef&) const = default;
};

/// One thing that a text may mean.
struct Candidate {
    AreaRef area;
    std::string name;  ///< "Brax"
    Words detail;      ///< "commune, Lot-et-Garonne"
    std::string how;   ///< what to type to mean this one: "insee:47040", "cp:47500"
    bool operator==(const Candidate&) const = default;
};

/// Why a text names no area. Nothing is ever chosen from the candidates.
struct Unresolved {
    enum class Why { unknown, ambiguous };
    Why why = Why::unknown;
    /// Ambiguous: all that the text may mean, the notebook's départements first. Unknown: at most five that are
    /// written nearly like it; may be empty.
    std::vector<Candidate> candidates;
    bool operator==(const Unresolved&) const = default;
};

using Resolved = std::variant<AreaRef, Unresolved>;

/// "« Villeneuve » peut être : Villeneuve-sur-Lot (commune, Lot-et-Garonne : insee:47323), …" and the like for a name
/// that is unknown. Names at most five candidates.
Words explain(std::string_view asked, const Unresolved& unresolved);

}  // namespace cafe::territory
