// Who has free places, from when to when, and how old each count is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "facts/release.hpp"

namespace cafe::facts {

/// Both days included; an end that is not given is open.
struct Period {
    std::optional<Date> from;
    std::optional<Date> until;
    [[nodiscard]] bool asked() const { return from.has_value() || until.has_value(); }
};

/// One count: the free places of a service now, or in a period of its `openings`.
struct PlacesCount {
    /// What it means for whoever looks for a place, best first. `part`: free in a part of the period that was asked.
    /// `ask`: counted too long ago, or never for this period.
    enum class Means { free, part, ask, full };

    std::string partner;  ///< id
    std::string service;  ///< id, or its name where it has none
    std::string service_name;
    std::optional<Date> from;  ///< of an opening; nothing: the places of every day
    std::optional<Date> until;
    std::optional<int> places;
    std::optional<int> free;
    std::optional<int> waiting;
    std::optional<Date> as_of;
    std::string note;
    bool fresh = false;
    Means means = Means::ask;
    bool operator==(const PlacesCount&) const = default;
};

/// The counts of a fiche's services, in its order; of one service where `service` is its id. Without a period the
/// places of today, then those of openings that are not over. With one, the openings that touch it; the places of today
/// where it holds today, and where nobody counted for it (they are to be asked then).
std::vector<PlacesCount> places_of(const Released<model::Partner>& partner, const std::string& service,
                                   const Period& period, const model::Settings& settings, const Date& today);

/// Best first by what they mean; those that mean the same keep their order.
void sort_by_meaning(std::vector<PlacesCount>& counts);

/// "free", "part", "ask", "full": for programs, for ever.
std::string_view key_of(PlacesCount::Means means);

}  // namespace cafe::facts
