// The notebook as the reader of an edition has it.
#pragma once

#include "exchange/edition.hpp"

namespace cafe::exchange {

/// What may leave, and nothing besides: fiches of the edition and people as the gate releases them. What is worked out
/// of it can give nobody away.
store::Catalog readable(const Edition& edition);

}  // namespace cafe::exchange
