// What a mapping gives each new fiche where its row says nothing.
#pragma once

#include "base/value.hpp"
#include "intake/lexicon.hpp"
#include "intake/rows.hpp"
#include "model/import_mapping.hpp"

namespace cafe::intake {

/// The record of a row with what the mapping sets.
Value with_defaults(const Become& row, const model::ImportMapping& mapping, const Lexicon& lexicon);

}  // namespace cafe::intake
