// The page of a theme: which situation, whom to call; then everybody who answers for it.
#pragma once

#include <string_view>

#include "view/directory.hpp"

namespace cafe::view {

/// `theme` is a family or a theme that has a page in the directory. Emergency numbers of the theme come first.
Page theme_page(const Directory& directory, std::string_view theme);

}  // namespace cafe::view
