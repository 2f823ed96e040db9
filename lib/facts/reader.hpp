// For whom something is shown, and how much of it.
#pragma once

#include <optional>

#include "base/date.hpp"

namespace cafe::facts {

/// Who will read it: the notebook's own people on their terminal, the partners of the network, anyone. From the
/// narrowest circle to the widest.
enum class Reader { own, partners, everyone };

/// How much of it: a confidential address is hidden from every reader unless one's own reader asks with `reveal`.
/// Others see the contacts of a fiche who hold their function on this day; without a day, those whose function has no
/// end.
struct Disclosure {
    Reader reader = Reader::everyone;
    bool reveal = false;
    std::optional<Date> day = std::nullopt;
};

}  // namespace cafe::facts
