#include "meetings/held.hpp"

#include <algorithm>

namespace cafe::meetings {

namespace {

bool took_place(const model::Meeting& meeting, const Date& until) {
    if (!meeting.date || *meeting.date > until) return false;
    if (meeting.status == "cancelled" || meeting.status == "postponed") return false;
    return meeting.status == "held" || how_many_came(meeting) > 0;
}

}  // namespace

std::vector<Held> all_held(const store::Catalog& catalog, const Date& until) {
    std::vector<Held> all;
    for (const auto& entry : catalog.meetings())
        if (took_place(entry.value, until)) all.push_back({entry.id, &entry.value, who_came(catalog, entry.value)});
    std::stable_sort(all.begin(), all.end(),
                     [](const Held& a, const Held& b) { return *a.meeting->date < *b.meeting->date; });
    return all;
}

bool is_asked(const Held& held, const StatsAsked& asked) {
    if (asked.cafe && held.meeting->cafe != *asked.cafe) return false;
    return !asked.since || *held.meeting->date >= *asked.since;
}

}  // namespace cafe::meetings
