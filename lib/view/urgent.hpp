// Emergency numbers on a page: of a theme, or all of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "view/listing.hpp"

namespace cafe::view {

/// Those of a theme or family, in one line; nothing when it has none.
std::optional<Notice> emergency_numbers_of(const Directory& directory, std::string_view theme);

/// Those of any of some themes.
std::vector<model::EmergencyNumber> emergency_numbers_of(const Edition& edition,
                                                         const std::vector<std::string>& themes);

/// All of the notebook's in a line, for the foot of every page; empty when it has none.
Text emergency_line(const Edition& edition);

/// All of the notebook's, each one touch away.
std::optional<Notice> all_emergency_numbers(const Directory& directory);

}  // namespace cafe::view
