// Who may read a field at all: the rows of the field list, and audiences as circles of readers.
#pragma once

#include "facts/reader.hpp"
#include "model/audience.hpp"
#include "model/fields.hpp"

namespace cafe::facts {

/// The widest reader who may see what has this audience.
Reader widest_reader(model::Audience audience);

/// The widest reader who may see a field of such a record, whatever its record and its item say besides.
Reader widest_reader(model::RecordKind kind, const model::Field& field);

}  // namespace cafe::facts
