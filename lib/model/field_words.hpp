// What people are told a field is: its type, its need and its bounds in words.
#pragma once

#include "base/words.hpp"
#include "model/field.hpp"

namespace cafe::model {

/// "date, year-month-day"; of a list: "list (date, year-month-day each)".
Words type_in_words(const Field& field);
/// "required", "advised", "optional".
Label need_in_words(const Field& field);
/// "from 3 to 150 characters", "at least 1"; empty when nothing bounds the value.
Words bounds_in_words(const Field& field);

}  // namespace cafe::model
