// What of a conflict may be shown: of a confidential address only that it is in conflict.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "merge/fields.hpp"
#include "model/kind.hpp"

namespace cafe::merge {

/// Whether one of the versions of a record says that its address is confidential.
bool hides_address(const std::vector<std::optional<std::string>>& versions, model::RecordKind kind);

/// A conflict of the address or the SIRET number without its values; any other as it is.
Conflict without_address(Conflict conflict);

}  // namespace cafe::merge
