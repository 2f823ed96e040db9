// Where a person works: the fiches that name them among their contacts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "store/catalog.hpp"

namespace cafe::facts {

/// The ids of the fiches in which a person has a function on that day, in order, each once.
std::vector<std::string> partners_of(const store::Catalog& catalog, std::string_view person, const Date& day);

/// The fiche somebody came for: the one their line names, else the only one where they have a function on that day;
/// empty when there are none or several.
std::string came_for(const store::Catalog& catalog, const model::Attendee& attendee, const Date& day);

}  // namespace cafe::facts
