// New records: a value in the canonical layout.
#pragma once

#include <string>

#include "base/value.hpp"
#include "model/fields.hpp"
#include "yaml/splice.hpp"

namespace cafe::edit {

/// The text of a new file: keys in the order of the field list (unknown ones at the end, in theirs), two blanks of
/// indentation, quotes only where they must be, a line end at the end. What says nothing is left out. `record` is a
/// map; it has at least one entry that says something.
std::string create(model::RecordKind kind, const Value& record);

/// The layout of a value under a field: which lists and mappings stand in brackets. Null: an unknown key.
yaml::Draft draft_of(const Value& value, const model::Field* field);
/// The layout of one item of a field's list.
yaml::Draft draft_of_item(const Value& value, const model::Field* field);

}  // namespace cafe::edit
