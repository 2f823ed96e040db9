#include "calendar/zone.hpp"

#include <algorithm>
#include <array>

namespace cafe::calendar {

namespace {

constexpr std::array<Zone, 25> zones{{
    {"Europe/Paris", 60, "CET", "CEST", ClockChange::europe},
    {"Europe/Andorra", 60, "CET", "CEST", ClockChange::europe},
    {"Europe/Berlin", 60, "CET", "CEST", ClockChange::europe},
    {"Europe/Brussels", 60, "CET", "CEST", ClockChange::europe},
    {"Europe/Luxembourg", 60, "CET", "CEST", ClockChange::europe},
    {"Europe/Madrid", 60, "CET", "CEST", ClockChange::europe},
    {"Europe/Monaco", 60, "CET", "CEST", ClockChange::europe},
    {"Europe/Rome", 60, "CET", "CEST", ClockChange::europe},
    {"Europe/Zurich", 60, "CET", "CEST", ClockChange::europe},
    {"America/Guadeloupe", -240, "AST"},
    {"America/Martinique", -240, "AST"},
    {"America/Marigot", -240, "AST"},
    {"America/St_Barthelemy", -240, "AST"},
    {"America/Cayenne", -180, "-03"},
    {"America/Miquelon", -180, "-03", "-02", ClockChange::canada},
    {"Indian/Reunion", 240, "+04"},
    {"Indian/Mayotte", 180, "EAT"},
    {"Indian/Kerguelen", 300, "+05"},
    {"Pacific/Noumea", 660, "+11"},
    {"Pacific/Tahiti", -600, "-10"},
    {"Pacific/Marquesas", -570, "-0930"},
    {"Pacific/Gambier", -540, "-09"},
    {"Pacific/Wallis", 720, "+12"},
    {"Antarctica/DumontDUrville", 600, "+10"},
    {"UTC", 0, "UTC"},
}};

}  // namespace

std::optional<Zone> zone_named(std::string_view name) {
    const auto found = std::find_if(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.name == name; });
    return found == zones.end() ? std::nullopt : std::optional(*found);
}

std::vector<std::string> zone_names() {
    std::vector<std::string> names;
    for (const Zone& zone : zones) names.emplace_back(zone.name);
    return names;
}

}  // namespace cafe::calendar
