// A count of free places, as edits of a fiche.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "edit/edit.hpp"
#include "model/partner.hpp"

namespace cafe::edit {

/// What somebody said of a service on a day: its places of every day, or the free ones of a period.
struct CountedPlaces {
    std::optional<int> places;
    std::optional<int> free;
    std::optional<int> waiting;
    std::optional<Date> from;  ///< with `until`: of that period
    std::optional<Date> until;
};

/// The edits that write a count into a service, with the day it was made. A period that stands already gets the new
/// count, another one is added. How many places there are in all is no count: alone it leaves the day as it is.
std::vector<Edit> count_edits(const model::Partner& partner, std::size_t service, const CountedPlaces& counted,
                              const Date& today);

}  // namespace cafe::edit
