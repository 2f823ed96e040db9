// What the columns of a mapping of `cafe import` may fill.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cafe::model {

/// The comment behind what a draft proposes.
inline constexpr std::string_view to_be_read = "# à relire";

/// What a column may fill, in order: fields of a fiche and parts of a row that are none; of an address book with
/// `people`.
const std::vector<std::string>& import_targets(bool people);
bool is_import_target(std::string_view to, bool people);

}  // namespace cafe::model
