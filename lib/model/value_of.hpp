// A record as a value: the inverse of reading, by the same rows.
#pragma once

#include "base/value.hpp"
#include "model/field.hpp"

namespace cafe::model {

/// What a struct says, under the keys of its shape, in their order. What it does not say is left out. `record` is of
/// the type that the shape's rows expect. Mappings under the user's own keys (Storage::keyed) are left out.
Value value_of(const void* record, const Shape& shape);

}  // namespace cafe::model
