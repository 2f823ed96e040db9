// Emergency numbers on a page: of a theme, or all of them.
#pragma once

#include <optional>
#include <string_view>

#include "view/listing.hpp"

namespace cafe::view {

/// Those of a theme or family, in one line; nothing when it has none.
std::optional<Notice> emergency_numbers_of(const Directory& directory, std::string_view theme);

/// All of the notebook's, each one touch away.
std::optional<Notice> all_emergency_numbers(const Directory& directory);

}  // namespace cafe::view
