// A chart of bars as SVG: one row for each, its words at the left and its number behind the bar.
#pragma once

#include <string>
#include <vector>

namespace cafe::render {

struct Bar {
    std::string label;
    int value = 0;
};

/// A whole file, black on white, that stands alone or in a page. Read out it says its title and every number.
std::string bars_svg(const std::string& title, const std::vector<Bar>& bars);

}  // namespace cafe::render
