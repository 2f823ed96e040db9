#include "edit/places.hpp"

#include <string>

namespace cafe::edit {

namespace {

model::RecordPath below(std::size_t service, std::vector<std::string> steps) {
    model::RecordPath path{{"services", std::to_string(service)}};
    for (std::string& step : steps) path.steps.push_back(std::move(step));
    return path;
}

std::vector<Edit> period_edits(const std::vector<model::Opening>& openings, std::size_t service,
                               const CountedPlaces& counted, const Date& today) {
    const std::string free = std::to_string(counted.free.value_or(0));
    for (std::size_t i = 0; i < openings.size(); ++i) {
        if (openings[i].from != counted.from || openings[i].until != counted.until) continue;
        const std::string at = std::to_string(i);
        return {{below(service, {"openings", at, "free"}), Op::set, free},
                {below(service, {"openings", at, "as_of"}), Op::set, today.iso()}};
    }
    return {
        {below(service, {"openings"}), Op::add,
         List{Map{
             {"from", counted.from->iso()}, {"until", counted.until->iso()}, {"free", free}, {"as_of", today.iso()}}}}};
}

}  // namespace

std::vector<Edit> count_edits(const model::Partner& partner, std::size_t service, const CountedPlaces& counted,
                              const Date& today) {
    if (counted.from && counted.until) return period_edits(partner.services[service].openings, service, counted, today);
    std::vector<Edit> edits;
    const auto set = [&](const char* key, const std::optional<int>& number) {
        if (number) edits.push_back({below(service, {"capacity", key}), Op::set, std::to_string(*number)});
    };
    set("places", counted.places);
    set("free", counted.free);
    set("waiting", counted.waiting);
    if (counted.free) edits.push_back({below(service, {"capacity", "as_of"}), Op::set, today.iso()});
    return edits;
}

}  // namespace cafe::edit
