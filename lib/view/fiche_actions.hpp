// What can be done of a fiche at once: call, write, go there; and what can be done with its page.
#pragma once

#include <string>

#include "view/listing.hpp"

namespace cafe::view {

/// The first step of its guide, then a text message, the other ways to write and call, the way there. May be empty.
Actions ways_to_reach(const Edition& edition, const facts::Released<model::Partner>& partner);

/// Their site, their visiting card, the sheet to hand over, a mail that names the fiche to whoever keeps it (where the
/// notebook has a sender); to share and to print it.
Actions tools_of_fiche(const Edition& edition, const facts::Released<model::Partner>& partner);

/// "47500 Fumel"
std::string town_of(const model::Address& address);

}  // namespace cafe::view
