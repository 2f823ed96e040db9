// cafe.yaml: the settings of a notebook. They can name no command to run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "model/vocabulary.hpp"

namespace cafe::model {

/// A period when the network is closed; both days included.
struct Holiday {
    std::string name;
    std::optional<Date> from;
    std::optional<Date> until;
    bool operator==(const Holiday&) const = default;
};

struct PublishSettings {
    std::string title;
    std::string url;
    std::string about;
    std::string legal_notice;
    std::string accessibility;
    std::string colour;
    bool operator==(const PublishSettings&) const = default;
};

struct GitSettings {
    std::optional<bool> commit;
    bool operator==(const GitSettings&) const = default;
};

struct ExportSettings {
    std::string source;  ///< the name that data·inclusion gave to this producer
    bool operator==(const ExportSettings&) const = default;
};

struct Settings {
    std::string name;
    std::string language;  ///< fr (also when empty), en: what is generated speaks it
    std::vector<std::string> departments;
    std::string host;
    std::string timezone;                 ///< Europe/Paris when empty
    std::string from;                     ///< the sender of invitations
    std::optional<int> freshness;         ///< months; 12 when absent
    std::optional<int> freshness_places;  ///< days; 30 when absent
    std::vector<Holiday> holidays;
    std::vector<EmergencyNumber> emergency;  ///< added to the built-in ones
    std::optional<PublishSettings> publish;
    std::optional<GitSettings> git;
    std::optional<ExportSettings> exported;  ///< `export`
    bool operator==(const Settings&) const = default;
};

}  // namespace cafe::model
