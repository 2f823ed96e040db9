// A poster of a theme: in which situation to call whom, on one sheet for a wall.
#pragma once

#include <string_view>

#include "view/directory.hpp"

namespace cafe::view {

/// Nothing where nobody answers for it in any situation. `theme` is a family or a theme that has a page.
std::optional<Page> poster(const Directory& directory, std::string_view theme);

}  // namespace cafe::view
