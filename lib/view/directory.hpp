// The directory of a network: all that its pages are made from, and the pages that lead to the others.
#pragma once

#include "view/listing.hpp"

namespace cafe::view {

/// Suspended fiches are marked, closed ones left out. An area has a page when it is a commune or quarter that somebody
/// names or receives people in, or an own area, an EPCI or a département of the notebook that somebody serves.
Directory directory(const Edition& edition);

/// How many partners have a card in the first page, whatever their number: a script makes the cards of the others, and
/// without one the site map has them all.
constexpr std::size_t first_cards = 12;

// The pages that lead to the others.
Page home_page(const Directory& directory);
Page themes_page(const Directory& directory);
Page areas_page(const Directory& directory);
/// Every page, and the legal notice under the anchor `mentions`.
Page plan_page(const Directory& directory);

}  // namespace cafe::view
