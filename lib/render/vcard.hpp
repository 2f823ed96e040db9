// vCard 3.0 (RFC 2426), the form that every address book takes.
#pragma once

#include <string>

#include "view/card.hpp"
#include "view/visiting_card.hpp"

namespace cafe::render {

/// Who is written to. Nothing but what a mailing needs: no telephone, no street.
struct Card {
    std::string uid;
    std::string name;  ///< of the person, or of the partner when there is none
    bool is_person = true;
    std::string organisation;
    std::string email;
};

/// One card with CRLF, folded as RFC 2426 §2.6 has it, texts escaped. The last word of a person's name is the family
/// name unless `sort_as` says more: "Garcia i Roble".
std::string vcard(const Card& card, const std::string& sort_as = {});

/// The visiting card of an organisation, to be kept in an address book.
std::string vcard_of(const view::VisitingCard& card);

/// A card of any version: its lines in order, folded, texts escaped; an address that is none (a control, a line end) is
/// left out.
std::string vcard_of(const view::CardLines& card);

}  // namespace cafe::render
