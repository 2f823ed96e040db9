// The meetings of a directory: those to come, those that were, and a page of minutes for each that is over.
#pragma once

#include <string>
#include <vector>

#include "view/directory.hpp"

namespace cafe::view {

/// Ids of the meetings whose minutes have a page: held before or on the edition's day, in the partners' edition alone.
/// Latest first. A public edition has none: what is said at the table stays among those who sit there.
std::vector<std::string> published_minutes(const Directory& directory);

/// A meeting as the search in the page finds it.
struct MeetingEntry {
    std::string shown;    ///< day, title, café
    std::string words;    ///< what else may be asked for: topics, the order of the day, the place
    std::string minutes;  ///< the id of its minutes' page; empty when it has none
};

/// Those that the page of meetings shows: to come, earliest first, then past, latest first.
std::vector<MeetingEntry> meeting_entries(const Directory& directory);

/// Those to come with day, hour and place, called-off ones marked; then those that were, linked to their minutes where
/// they have a page.
Page meetings_page(const Directory& directory);

}  // namespace cafe::view
