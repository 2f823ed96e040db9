// What was talked of, by year and theme, and what goes on in each area of the deployment. docs/stats.md defines each
// figure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "meetings/held.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

/// How often a theme was talked of in a year.
struct ThemeOfYear {
    int year = 0;
    std::string theme;
    int said = 0;  ///< news, questions, worries and needs
    int worries = 0;
    int needs = 0;
    bool operator==(const ThemeOfYear&) const = default;
};

/// By year, the most often said first, then by theme. Each item counts in the year of its meeting.
std::vector<ThemeOfYear> themes_by_year(const store::Catalog& catalog, const StatsAsked& asked);

/// One area of the deployment.
struct AreaFigures {
    std::string area;   ///< as written
    std::string state;  ///< planned, running, paused
    std::optional<Date> since;
    int referents = 0;  ///< partners with a referent who answers for a part of it or for more
    int deputies = 0;
    int meetings = 0;  ///< of cafés that serve a part of it
    int worries = 0;   ///< about it or a part of it
    int needs = 0;
    bool operator==(const AreaFigures&) const = default;
};

/// In the order of network.yaml.
std::vector<AreaFigures> areas_in_figures(const store::Catalog& catalog, const StatsAsked& asked);

}  // namespace cafe::meetings
