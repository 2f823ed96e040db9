// The time zones a network of France may live in, for calendars that must carry their own definition of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cafe::calendar {

/// When clocks change, as the law stands today; earlier rules do not matter to meetings that are still to come.
enum class ClockChange {
    none,    ///< overseas France
    europe,  ///< 01:00 UTC of the last Sundays of March and October (directive 2000/84/EC)
    canada,  ///< 02:00 local time of the second Sunday of March and the first of November: Saint-Pierre-et-Miquelon
};

struct Zone {
    std::string_view name;      ///< of the IANA data: "Europe/Paris"
    int offset = 0;             ///< minutes east of UTC in winter
    std::string_view standard;  ///< its short name in winter: "CET"
    std::string_view summer{};  ///< "CEST"
    ClockChange change = ClockChange::none;
};

/// Nothing for a zone that is not of France or beside it.
std::optional<Zone> zone_named(std::string_view name);
/// The names that are known, in the order of the list: Europe first.
std::vector<std::string> zone_names();

}  // namespace cafe::calendar
