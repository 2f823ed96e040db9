// A map as lines of SVG.
#pragma once

#include <string>

#include "view/page.hpp"

namespace cafe::render {

/// The outline as the `d` of an SVG path, each ring from its first dot by the way to the next: "M3 4l5-2-1 7z".
std::string map_path(const view::Map::Shape& shape);

}  // namespace cafe::render
