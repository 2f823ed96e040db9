// From the contours of communes, each drawn by itself, to the borders that they share, each drawn once and simplified:
// whatever is put together from these fits, without gaps between neighbours.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace cafe::territory {

/// A place on the ground; longitude, then latitude, in hundred-thousandths of a degree.
struct GroundPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    auto operator<=>(const GroundPoint&) const = default;
};

/// A closed line with its commune on the left; the first place is not said again at the end.
struct Contour {
    std::uint32_t commune = 0;
    std::vector<GroundPoint> line;
};

/// A line between two places where three areas meet, or a closed one. `right`: nothing where the known land ends.
struct Border {
    std::uint32_t left = 0;
    std::optional<std::uint32_t> right;
    std::vector<GroundPoint> line;
};

/// Contours of neighbours must go through the same places. A bend that would add less than `least_hectares` to or take
/// it from a neighbour is straightened (Visvalingam and Whyatt, 1993); where borders meet nothing moves.
std::vector<Border> borders_of(const std::vector<Contour>& contours, double least_hectares);

}  // namespace cafe::territory
