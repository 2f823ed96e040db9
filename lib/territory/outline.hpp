// The outline of communes taken together, from the borders of the tables: those that only one side of belongs to them.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "territory/tables.hpp"

namespace cafe::territory {

/// Longitude and latitude in ten-thousandths of a degree.
struct Dot {
    std::int32_t x = 0;
    std::int32_t y = 0;
    auto operator<=>(const Dot&) const = default;
};

/// A closed line, whose first dot is not said again. The area lies on its left: a hole turns the other way.
using Ring = std::vector<Dot>;
using Outline = std::vector<Ring>;

/// `communes`: rows, sorted. Those whose borders are not known count for nothing.
Outline outline_of(std::span<const tables::Index> communes);

}  // namespace cafe::territory
