// What a notebook says about its territory, and what is answered about a text: the values that the rooms inside share.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "territory/area.hpp"

namespace cafe::territory {

/// An area of territory.yaml. With `areas`: their union less `except`. Without, but `within`: a part of that area.
struct OwnArea {
    std::string id;
    std::string name;
    std::string kind;  ///< as the network says it: "circonscription", "quartier"
    std::vector<std::string> areas;
    std::vector<std::string> except;
    std::string within;
};

/// What a notebook says about its territory.
struct Setup {
    std::vector<std::string> departments;  ///< codes: "47", "2A", "974"
    std::vector<OwnArea> areas;
    std::vector<std::pair<std::string, std::string>> aliases;  ///< said → meant
};

/// Where a text was written. Five bare digits are an INSEE code in a record; on the command line they are refused when
/// they are also the postcode of another commune, and read as a postcode when they are nothing else.
enum class Spoken { record, command_line };

/// Whether a word that announces a place stands before the words ("in", "à", "sur"), see `area_at`.
enum class Announced { no, yes };

/// Something wrong in the setup itself; the area works without the part that is named.
struct SetupProblem {
    enum class What {
        bad_department,  ///< not the code of a département
        unresolved,      ///< `text` names no area or several: see `unresolved`
        cyclic,          ///< `text` leads back to the area itself
        empty,           ///< the area has no areas and lies within nothing, or nothing is left of it
        except_outside,  ///< `text` takes nothing away
        doubled_name,    ///< another own area or alias is called the same
    };
    What what = What::unresolved;
    std::string owner;         ///< the id of the own area, or the alias as said; empty for a département
    std::string key;           ///< "departments", "areas", "except", "within", "name", "aliases"
    std::size_t position = 0;  ///< in the list under that key
    std::string text;
    Unresolved unresolved;
    bool operator==(const SetupProblem&) const = default;
};

/// What five digits may be; either may be empty.
struct FiveDigits {
    std::optional<AreaRef> by_insee;
    std::vector<AreaRef> by_postcode;  ///< the communes that the postcode serves, by code
};

/// An area named by words inside a sentence.
struct Match {
    std::size_t count = 0;  ///< words taken, from `start`
    Resolved answer;        ///< unknown never occurs here; ambiguous does
    /// False for words that may well be something else ("die", "nord", "parent" are communes or départements,
    /// « à l'hôpital » is one in Moselle): the caller takes them only where they mean nothing else.
    bool certain = true;
};

}  // namespace cafe::territory
