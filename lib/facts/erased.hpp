// What is read in the place of a record that was erased.
#pragma once

#include <optional>
#include <string_view>

#include "base/words.hpp"
#include "store/catalog.hpp"

namespace cafe::facts {

/// « personne effacée », « partenaire effacé »; nothing for any other id.
std::optional<Words> erased_name(const store::Catalog& catalog, std::string_view id);

}  // namespace cafe::facts
