// Mappings of imports: columns fill fields that there are, and what was proposed was read.
#pragma once

#include "check/inspection.hpp"

namespace cafe::check {

void check_mapping(const store::Source& source, Report& report);

}  // namespace cafe::check
