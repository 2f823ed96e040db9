// Changes of records in the words of their fields.
#pragma once

#include <vector>

#include "base/words.hpp"
#include "edit/difference.hpp"
#include "model/field.hpp"

namespace cafe::history {

/// The field of a change as people call it: "phones, 05 36 49 00 01, label".
Words field_in_words(const edit::FieldChange& change, const model::Shape& shape);

/// The same without whatever somebody wrote, the names of items too: "phones, label".
Words kind_in_words(const edit::FieldChange& change, const model::Shape& shape);

/// "phone 05 36 49 00 01 → 05 36 49 00 02", "themes + mobilite", "hours − Mo-Fr". Long texts are cut.
Words in_words(const edit::FieldChange& change, const model::Shape& shape);

/// A value on one line: a list by its items, a mapping by what identifies it or its parts.
std::string on_one_line(const Value& value);

}  // namespace cafe::history
