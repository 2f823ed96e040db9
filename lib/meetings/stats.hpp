// What the cafés did, in figures. Each is defined in docs/stats.md and worked out here and nowhere else. People,
// partners and attendances are three things and never added up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "meetings/held.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

/// One meeting that took place.
struct MeetingFigures {
    std::string meeting;
    Date date;
    std::string cafe;
    int came = 0;          ///< `how_many_came`
    int partners = 0;      ///< whose people came
    int first_timers = 0;  ///< people and guests who had come to none before, whatever the café
};

struct Counted {
    std::string key;
    int count = 0;
    bool operator==(const Counted&) const = default;
};

/// Two partners. `themes` and `area` are what they share.
struct Pair {
    std::string first;
    std::string second;
    std::vector<std::string> themes;
    std::string area;
};

struct Stats {
    std::vector<MeetingFigures> meetings;  ///< by date
    int attendances = 0;
    int people = 0;  ///< of the notebook, each once
    int guests = 0;  ///< by name, each once
    int first_timers = 0;
    int partners_known = 0;
    int partners_reached = 0;
    std::vector<std::string> regulars;  ///< people, by id
    std::vector<std::string> drifting;
    int met_first_time = 0;  ///< pairs of partners
    int fiches_verified = 0;
    int questions = 0;
    int worries = 0;
    int needs = 0;
    int answered = 0;
    std::optional<int> days_to_answer;  ///< the median
    int actions = 0;
    int actions_done = 0;
    int actions_dropped = 0;
    std::vector<Counted> themes;  ///< of what was said, most often first
    std::vector<Counted> worries_by_theme;
    std::vector<Counted> needs_by_theme;
    std::vector<Counted> worries_by_area;
    std::vector<Counted> needs_by_area;
};

Stats stats(const store::Catalog& catalog, const StatsAsked& asked);

/// Partners that share a theme and an area and were never at one table, whenever that was: whom to seat together. Those
/// with the most themes in common first. Closed fiches are left out, and with `cafe` those that its query does not
/// invite.
std::vector<Pair> introductions(const store::Catalog& catalog, const StatsAsked& asked);

}  // namespace cafe::meetings
