#include "facts/places.hpp"

#include <algorithm>

#include "facts/freshness.hpp"

namespace cafe::facts {

namespace {

using Means = PlacesCount::Means;

bool touches(const Period& period, const std::optional<Date>& from, const std::optional<Date>& until) {
    return (!from || !period.until || *from <= *period.until) && (!until || !period.from || *period.from <= *until);
}

// A day alone is a period of one day; an end that is open asks for its other day.
bool covers(const model::Opening& opening, const Period& period) {
    if (!period.asked()) return true;
    const Date first = period.from ? *period.from : *period.until;
    const Date last = period.until ? *period.until : *period.from;
    return (!opening.from || *opening.from <= first) && (!opening.until || last <= *opening.until);
}

PlacesCount count_of(const Released<model::Partner>& partner, const model::Service& service) {
    PlacesCount count;
    count.partner = partner.id();
    count.service = service.id.empty() ? service.name : service.id;
    count.service_name = service.name.empty() ? service.id : service.name;
    if (service.capacity) count.places = service.capacity->places;
    return count;
}

Means meaning(const PlacesCount& count, bool whole) {
    if (!count.fresh || !count.free) return Means::ask;
    if (*count.free == 0) return Means::full;
    return whole ? Means::free : Means::part;
}

// A service that runs for a time only is looked for while it does.
bool runs(const model::Service& service, const Period& period, const Date& today) {
    return touches(period.asked() ? period : Period{today, std::nullopt}, service.from, service.until);
}

}  // namespace

std::vector<PlacesCount> places_of(const Released<model::Partner>& partner, const std::string& service,
                                   const Period& period, const model::Settings& settings, const Date& today) {
    std::vector<PlacesCount> found;
    const bool suspended = model::status_of(partner->status) == model::Status::suspended;
    for (const model::Service& own : partner->services) {
        if (!service.empty() && own.id != service) continue;
        if (!own.capacity && own.openings.empty()) continue;
        if (!runs(own, period, today)) continue;
        const bool holds_today = touches(period, today, today);
        std::vector<PlacesCount> of_service;
        for (const model::Opening& opening : own.openings) {
            if (!touches(period, opening.from, opening.until) || (opening.until && *opening.until < today)) continue;
            PlacesCount count = count_of(partner, own);
            count.from = opening.from;
            count.until = opening.until;
            count.free = opening.free;
            count.as_of = opening.as_of;
            count.note = opening.note;
            count.fresh = is_fresh_count(opening.as_of, settings, today);
            count.means = meaning(count, covers(opening, period));
            of_service.push_back(std::move(count));
        }
        if (own.capacity && (holds_today || of_service.empty())) {
            PlacesCount count = count_of(partner, own);
            count.free = own.capacity->free;
            count.waiting = own.capacity->waiting;
            count.as_of = own.capacity->as_of;
            count.fresh = is_fresh_count(own.capacity->as_of, settings, today);
            // What is free today says nothing of another day, nor of a whole month.
            const bool of_today = !period.asked() || (period.from == today && period.until.value_or(today) == today);
            const bool runs_today = touches({today, today}, own.from, own.until);
            count.means = holds_today && runs_today ? meaning(count, of_today) : Means::ask;
            of_service.insert(of_service.begin(), std::move(count));
        }
        for (PlacesCount& count : of_service) {
            if (suspended) count.means = Means::ask;
            found.push_back(std::move(count));
        }
    }
    return found;
}

void sort_by_meaning(std::vector<PlacesCount>& counts) {
    std::stable_sort(counts.begin(), counts.end(),
                     [](const PlacesCount& a, const PlacesCount& b) { return a.means < b.means; });
}

std::string_view key_of(PlacesCount::Means means) {
    switch (means) {
        case Means::free: return "free";
        case Means::part: return "part";
        case Means::ask: return "ask";
        case Means::full: break;
    }
    return "full";
}

}  // namespace cafe::facts
