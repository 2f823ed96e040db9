// The older form of where a fiche came from (`source`, `source_link`) in the newer one (`sources`).
#pragma once

#include <optional>
#include <string>

#include "yaml/tree.hpp"

namespace cafe::edit {

/// The text of a fiche with one item of `sources` in the place of the pair; nothing where there is no pair, or where it
/// cannot be proved that nothing else changes. Only `check --fix` does it: an older cafe does not know `sources`.
std::optional<std::string> with_sources(const std::string& text, const yaml::Node& tree, const std::string& file);

}  // namespace cafe::edit
