// Questions about the fields of a new record.
#pragma once

#include <optional>

#include "base/value.hpp"
#include "model/fields.hpp"
#include "store/catalog.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// Asks for one required field until the answer is one that it can have: a word of a vocabulary by its id, its label,
/// a synonym or a beginning, with a numbered choice where several are meant; areas by name. Nothing when the input
/// ends.
std::optional<Value> ask_for(World& world, const store::Catalog& catalog, const model::Field& field);

}  // namespace cafe::cmd
