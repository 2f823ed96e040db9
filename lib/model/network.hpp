// network.yaml: the protocol that holds the network together, who signed it, where it runs, who was trained.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace cafe::model {

struct Protocol {
    std::string title;
    std::optional<Date> signed_on;  ///< `signed`
    std::optional<Date> until;
    std::vector<std::string> pilots;
    bool operator==(const Protocol&) const = default;
};

struct Signatory {
    std::string partner;
    std::string person;
    std::optional<Date> signed_on;  ///< `signed`
    std::optional<Date> withdrawn;
    std::vector<std::string> commitments;
    bool operator==(const Signatory&) const = default;
};

struct Deployment {
    std::string area;
    std::string state;  ///< planned, running, paused
    std::optional<Date> since;
    std::string lead;
    bool operator==(const Deployment&) const = default;
};

/// Somebody who signed up for a training: a person of the notebook, or a name.
struct Participant {
    std::string person;
    std::string guest;
    std::string partner;
    std::optional<Date> on;  ///< the day of the sign-up
    std::optional<bool> attended;
    bool operator==(const Participant&) const = default;
};

struct Training {
    std::string title;
    std::vector<std::string> dates;  ///< ISO dates, as written
    std::string place;
    std::string organiser;
    std::optional<int> places;
    std::optional<int> enrolled;
    std::optional<int> attended;
    std::vector<Participant> participants;
    bool operator==(const Training&) const = default;
};

struct Network {
    std::optional<Protocol> protocol;
    std::vector<Signatory> signatories;
    std::vector<Deployment> deployment;
    std::vector<Training> trainings;
    bool operator==(const Network&) const = default;
};

}  // namespace cafe::model
