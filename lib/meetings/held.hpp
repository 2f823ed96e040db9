// The meetings that took place: what all figures count.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "meetings/attendance.hpp"
#include "model/meeting.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

struct StatsAsked {
    std::optional<std::string> cafe;  ///< an id, empty for meetings of the whole network; nothing: all
    std::optional<Date> since;
    Date until;  ///< the last day that counts: today
};

/// A meeting that took place, with who came. The catalog must outlive it.
struct Held {
    std::string id;
    const model::Meeting* meeting = nullptr;  ///< it has a date
    std::vector<Seat> seats;
};

/// Every meeting that took place until a day, by date, then id: those marked held, and those with attendance or a
/// headcount; cancelled and postponed ones never.
std::vector<Held> all_held(const store::Catalog& catalog, const Date& until);

/// Whether it is of the café and of the time that is asked.
bool is_asked(const Held& held, const StatsAsked& asked);

}  // namespace cafe::meetings
