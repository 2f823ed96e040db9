#include "meetings/subjects.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "meetings/network.hpp"

namespace cafe::meetings {

namespace {

using Areas = std::vector<territory::AreaRef>;

Areas resolved(const store::Catalog& catalog, const std::vector<std::string>& written) {
    Areas areas;
    for (const std::string& one : written) {
        const auto found = catalog.territory().resolve(one, territory::Spoken::record);
        if (const auto* area = std::get_if<territory::AreaRef>(&found)) areas.push_back(*area);
    }
    return areas;
}

bool touches(const store::Catalog& catalog, const Areas& areas, const territory::AreaRef& area) {
    return std::any_of(areas.begin(), areas.end(),
                       [&](const territory::AreaRef& one) { return catalog.territory().touches(one, area); });
}

bool lies_in(const store::Catalog& catalog, const Areas& areas, const territory::AreaRef& area) {
    return std::any_of(areas.begin(), areas.end(),
                       [&](const territory::AreaRef& one) { return catalog.territory().contains(area, one); });
}

void count_people(const store::Catalog& catalog, const territory::AreaRef& area, const Date& today,
                  AreaFigures& figures) {
    for (const Responsible& one : responsible(catalog, today)) {
        if (!touches(catalog, resolved(catalog, one.areas), area)) continue;
        ++(one.deputy ? figures.deputies : figures.referents);
    }
}

void count_meetings(const store::Catalog& catalog, const std::vector<Held>& held, const StatsAsked& asked,
                    const territory::AreaRef& area, AreaFigures& figures) {
    for (const Held& one : held) {
        if (!is_asked(one, asked)) continue;
        const model::Cafe* cafe = catalog.cafe(one.meeting->cafe);
        if (cafe != nullptr && touches(catalog, resolved(catalog, cafe->territory), area)) ++figures.meetings;
        for (const model::Question& question : one.meeting->questions) {
            if (!lies_in(catalog, resolved(catalog, question.areas), area)) continue;
            if (question.kind == "worry") ++figures.worries;
            if (question.kind == "need") ++figures.needs;
        }
    }
}

}  // namespace

std::vector<ThemeOfYear> themes_by_year(const store::Catalog& catalog, const StatsAsked& asked) {
    std::map<std::pair<int, std::string>, ThemeOfYear> counts;
    const auto row = [&](int year, const std::string& theme) -> ThemeOfYear& {
        ThemeOfYear& found = counts[{year, theme}];
        found.year = year;
        found.theme = theme;
        return found;
    };
    for (const Held& one : all_held(catalog, asked.until)) {
        if (!is_asked(one, asked)) continue;
        const int year = one.meeting->date->year;
        for (const model::News& news : one.meeting->round_table)
            for (const std::string& theme : news.themes) ++row(year, theme).said;
        for (const model::Question& question : one.meeting->questions)
            for (const std::string& theme : question.themes) {
                ThemeOfYear& found = row(year, theme);
                ++found.said;
                if (question.kind == "worry") ++found.worries;
                if (question.kind == "need") ++found.needs;
            }
    }
    std::vector<ThemeOfYear> all;
    for (const auto& [key, one] : counts) all.push_back(one);
    std::stable_sort(all.begin(), all.end(), [](const ThemeOfYear& a, const ThemeOfYear& b) {
        return std::tie(a.year, b.said) < std::tie(b.year, a.said);
    });
    return all;
}

std::vector<AreaFigures> areas_in_figures(const store::Catalog& catalog, const StatsAsked& asked) {
    const std::vector<Held> held = all_held(catalog, asked.until);
    std::vector<AreaFigures> all;
    for (const model::Deployment& each : catalog.network().deployment) {
        AreaFigures figures{each.area, each.state, each.since, 0, 0, 0, 0, 0};
        const Areas area = resolved(catalog, {each.area});
        if (!area.empty()) {
            count_people(catalog, area.front(), asked.until, figures);
            count_meetings(catalog, held, asked, area.front(), figures);
        }
        all.push_back(std::move(figures));
    }
    return all;
}

}  // namespace cafe::meetings
