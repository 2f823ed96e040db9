// How far two points are from each other.
#pragma once

#include "territory/tables.hpp"

namespace cafe::territory {

/// Kilometres of the great circle between two points (haversine).
double kilometres(const tables::Point& a, const tables::Point& b);

}  // namespace cafe::territory
