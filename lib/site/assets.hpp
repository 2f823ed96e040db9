// Files that are built into the program and published as they are.
#pragma once

#include <string_view>

namespace cafe::site::assets {

/// lib/site/assets/style.css.
std::string_view style();

}  // namespace cafe::site::assets
