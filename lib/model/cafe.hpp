// A café: where it meets, when, and whom it invites.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace cafe::model {

/// Where people meet.
struct Venue {
    std::string name;
    std::string street;
    std::string postcode;
    std::string commune;
    std::optional<int> capacity;  ///< people
    std::string access;
    bool operator==(const Venue&) const = default;
};

struct Schedule {
    std::string every;  ///< "first friday", « premier vendredi »
    std::string start;
    std::string end;
    std::vector<std::string> except;  ///< months, dates, public-holidays
    bool operator==(const Schedule&) const = default;
};

struct Cafe {
    std::string name;
    std::string host;
    std::optional<Venue> place;
    std::vector<std::string> territory;
    std::optional<Schedule> schedule;
    std::string invite;  ///< a query over fiches
    std::string facilitator;
    std::string scribe;
    std::string status;
    std::string notes;  ///< internal: never leaves the notebook
    bool operator==(const Cafe&) const = default;
};

}  // namespace cafe::model
