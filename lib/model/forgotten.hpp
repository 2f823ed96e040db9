// forgotten.yaml: who was erased from the notebook, so that references to them stay right and no import brings them
// back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace cafe::model {

/// A record that was erased. Its id was drawn and says nothing of who it was.
struct ForgottenRecord {
    std::string id;  ///< "personne-3fa9c1d2", "partenaire-07b1e4aa"
    std::optional<Date> on;
    bool operator==(const ForgottenRecord&) const = default;
};

/// Records and addresses stand apart, each in an order of its own, so that an address that is guessed does not tell
/// under which id the person came to meetings.
struct Forgotten {
    std::vector<ForgottenRecord> records;
    std::vector<std::string> addresses;  ///< slow salted hashes (base/slow_hash) of mail addresses in lower case
    bool operator==(const Forgotten&) const = default;
};

/// Whether a record of this id was erased.
bool is_forgotten(const Forgotten& forgotten, std::string_view id);

}  // namespace cafe::model
