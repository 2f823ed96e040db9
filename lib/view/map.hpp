// Maps of a directory: who serves where, and where one is. Drawn from outlines that the program knows; where it knows
// none there is no map. No map says what the words beside it do not.
#pragma once

#include <optional>
#include <vector>

#include "view/listing.hpp"

namespace cafe::view {

/// The areas of the matrix (`matrix_areas`) in the notebook's départements, each leading to its page.
std::optional<Map> home_map(const Directory& directory);

/// What lies below on the map of every fiche: the notebook's départements. Empty where no outline is known.
std::vector<Map::Shape> ground_of(const Directory& directory);

/// Where a partner is there for people, in the notebook's départements.
std::optional<Map> served_map(const Directory& directory, const Listing& listing);

/// An area among its neighbours: a commune in its intercommunality; a wider one with the communes inside that have a
/// page, in the département; a département like the first page.
std::optional<Map> area_map(const Directory& directory, const territory::AreaRef& area);

}  // namespace cafe::view
