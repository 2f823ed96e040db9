// The areas of a directory that have a page, kind by kind.
#pragma once

#include <vector>

#include "view/listing.hpp"

namespace cafe::view {

/// By name.
Tags areas_of_kind(const Directory& directory, territory::AreaKind kind);

/// A section for each kind that has any, its heading of `level`: départements, the network's own, intercommunalities.
void add_wide_areas(std::vector<Block>& blocks, const Directory& directory, int level);
/// Communes and quarters likewise.
void add_narrow_areas(std::vector<Block>& blocks, const Directory& directory, int level);

}  // namespace cafe::view
