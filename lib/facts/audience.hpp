// Audiences as circles of readers.
#pragma once

#include "facts/reader.hpp"
#include "model/audience.hpp"

namespace cafe::facts {

/// The widest reader who may see what has this audience.
Reader widest_reader(model::Audience audience);

}  // namespace cafe::facts
