// Small things that the planning of partners and of people share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/value.hpp"
#include "check/telling.hpp"
#include "edit/edit.hpp"
#include "model/partner.hpp"

namespace cafe::intake {

/// A file that a row writes: a new record, or edits of one that stands.
struct Pending {
    std::optional<std::string> before;
    Value record;
    std::vector<edit::Edit> edits;
    std::size_t row = 0;  ///< the row that it is for; of none: beyond all rows
};

/// Whether a text of a field speaks of somebody who is helped (W701–W703).
bool tells_too_much(const check::TellingCheck& check, const Member& member);

/// What a record says that an organisation is known by: its names, numbers, address.
model::Partner partner_of(const Value& record);
/// What makes two rows of one file the same: the name and the address.
std::string place_key(const Value& record);

}  // namespace cafe::intake
