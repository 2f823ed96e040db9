// A year of cafés: the days that their schedules name, the meetings there are, and what stands in the way.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "calendar/holidays.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

/// One day of one café.
struct Occasion {
    Date date;
    std::string cafe;  ///< its id; empty for a meeting of the whole network
    std::string start;
    std::string end;
    std::string meeting;  ///< the id of its record; empty when there is none yet
    std::string title;    ///< of the meeting
    /// `planned`, `confirmed`, `held`, `cancelled`, `postponed` of a record; of a day without one `scheduled`, or
    /// `excepted` when the schedule itself leaves it out.
    std::string status;
    std::string except;                              ///< of `excepted`: the item of the schedule, as written
    std::optional<calendar::PublicHoliday> holiday;  ///< where the café meets
    bool bridge = false;
    /// The name of the network's own closed period; its days (`2026-12-26..2026-12-31`) where it has none.
    std::string closed;
    /// Of a day that is a holiday, a bridge or closed: the next free one of the same weekday, before the schedule's own
    /// next day. Nothing when there is none.
    std::optional<Date> instead;

    /// Nothing stands in the way: no holiday, bridge or closed period, and the schedule does not leave it out.
    [[nodiscard]] bool is_free() const { return !holiday && !bridge && closed.empty() && except.empty(); }
};

/// What of a schedule was not understood.
struct ScheduleProblem {
    std::string cafe;
    Error error;
};

struct Agenda {
    std::vector<Occasion> occasions;  ///< by date, then café (the whole network first), then meeting
    std::vector<ScheduleProblem> problems;
};

/// The year of one café; of every café and the whole network when `cafe` is nothing; of the network alone when it is
/// empty. A closed café has only the meetings it has held. Public holidays are those of the café's département, by its
/// postcode, else of the notebook's.
Agenda agenda(const store::Catalog& catalog, const std::optional<std::string>& cafe, int year);

/// A day that somebody chose, whatever the schedule says: what stands in its way. Without `meeting`, `status` empty.
Occasion occasion_on(const store::Catalog& catalog, const std::string& cafe, const Date& date);

/// What `meeting new --next` goes by: the first day from `from` on that has a meeting which is planned or confirmed, or
/// that the schedule names and nothing stands in the way of; before it the days that were passed over. Looks two years
/// ahead.
struct NextOccasion {
    std::optional<Occasion> day;
    std::vector<Occasion> passed_over;
    std::vector<ScheduleProblem> problems;
};
NextOccasion next_occasion(const store::Catalog& catalog, const std::string& cafe, const Date& from);

}  // namespace cafe::meetings
