// The findings about what records say together, and about texts that tell what must not be told.
#pragma once

#include <span>

#include "base/diagnostic.hpp"

namespace cafe::check {

/// All of them, sorted by code within warnings and hints.
std::span<const Rule* const> notebook_rules();

namespace rule {

// Records together.
extern const Rule twins;
extern const Rule had_left;
extern const Rule on_holiday;
extern const Rule too_many;
extern const Rule on_bridge;
extern const Rule crowded;
extern const Rule in_no_fiche;
extern const Rule perhaps_twins;
extern const Rule loose_action;

// What must not be told.
extern const Rule told_number;
extern const Rule told_birth;
extern const Rule told_household;
extern const Rule told_objector;
extern const Rule objector_on_list;
extern const Rule mixed_alphabets;
extern const Rule told_place;
extern const Rule never_informed;

}  // namespace rule

}  // namespace cafe::check
