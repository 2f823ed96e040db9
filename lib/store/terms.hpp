// What a fiche is found under in the index. Who asks questions says which terms a fiche has; to the index they are
// bytes.
#pragma once

#include <functional>
#include <string_view>

#include "model/partner.hpp"

namespace cafe::store {

using TakeTerm = std::function<void(std::string_view term)>;

/// Hands over the terms of a fiche, in any order and as often as it likes: what they say must follow from the fiche
/// alone, since the rest of the notebook may change while they are kept.
using TermsOf = void (*)(const model::Partner& partner, const TakeTerm& take);

}  // namespace cafe::store
