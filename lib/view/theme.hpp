// The page of a theme: which situation, whom to call; then everybody who answers for it.
#pragma once

#include <string_view>
#include <vector>

#include "view/directory.hpp"

namespace cafe::view {

/// `theme` is a family or a theme that has a page in the directory. Emergency numbers of the theme come first.
/// In which situation to call whom: what a theme's page says first, in tables, those of a family below its themes.
std::vector<Block> situation_blocks(const Directory& directory, std::string_view theme);

Page theme_page(const Directory& directory, std::string_view theme);

}  // namespace cafe::view
