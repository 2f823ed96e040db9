// The visiting card of an organisation: what an address book keeps of it.
#pragma once

#include <string>
#include <vector>

#include "facts/release.hpp"

namespace cafe::view {

/// Lines and address are those that the fiche was released with; a line kept among professionals is on no card, since a
/// card is handed on.
struct VisitingCard {
    std::string uid;  ///< the fiche's id
    std::string name;
    std::string short_name;
    std::string summary;              ///< empty when the address is confidential, like the website
    std::vector<std::string> phones;  ///< as one dials them: +33536490001; numbers that are none are left out
    std::vector<std::string> emails;
    std::string website;
    std::string street;  ///< empty when the address is confidential, like the two below
    std::string postcode;
    std::string commune;
};

VisitingCard visiting_card(const facts::Released<model::Partner>& partner);

/// The card in the few bytes of a code that telephones read (MECARD: name, first telephone, first e-mail); empty when
/// there is neither.
std::string card_in_a_code(const VisitingCard& card);

}  // namespace cafe::view
