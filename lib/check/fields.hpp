// What the field list asks of a record: required fields, lengths, bounds, words of closed lists, forms of values.
#pragma once

#include "check/inspection.hpp"

namespace cafe::check {

/// Accents that are signs of their own behind their letter (Unicode NFD): told once for a file, at the first word.
void check_accents(const store::Source& source, Report& report);

/// One mapping as a whole: what is missing, and what contradicts itself.
void check_part(const Part& part, Report& report);

/// One value met on the walk, and the parts beneath it. What reading has already said (dates and numbers that are none,
/// values of the wrong form) is not said again.
void check_value(const store::Met& met, Report& report);

}  // namespace cafe::check
