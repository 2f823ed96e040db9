// territory.yaml: the network's own areas and the local names of places.
#pragma once

#include <string>
#include <vector>

namespace cafe::model {

/// An area of the network's own: a union of areas, less others, or a part of a commune.
struct OwnArea {
    std::string id;  ///< its key in the file
    std::string name;
    std::string kind;
    std::vector<std::string> areas;
    std::vector<std::string> except;
    std::string within;
    bool operator==(const OwnArea&) const = default;
};

/// "Libos" is said, "Monsempron-Libos" is meant.
struct PlaceAlias {
    std::string said;  ///< its key in the file
    std::string meant;
    bool operator==(const PlaceAlias&) const = default;
};

/// Both in the order of the file.
struct OwnAreas {
    std::vector<OwnArea> areas;
    std::vector<PlaceAlias> aliases;
    bool operator==(const OwnAreas&) const = default;
};

}  // namespace cafe::model
