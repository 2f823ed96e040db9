// What the sheet of several kept fiches is made from: assets/remettre.js puts those together that its address names.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "view/handout.hpp"

namespace cafe::site {

/// `FEUILLES={…};`: of each id what its own sheet says, and which emergency numbers stand above it. `sheet` makes it.
std::string sheet_data(const std::vector<std::string>& ids, const std::function<view::Page(const std::string&)>& sheet,
                       Lang lang);

}  // namespace cafe::site
