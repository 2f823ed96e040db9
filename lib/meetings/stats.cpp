#include "meetings/stats.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/fold.hpp"
#include "meetings/attendance.hpp"
#include "model/partner.hpp"
#include "query/filter.hpp"

namespace cafe::meetings {

namespace {

constexpr int regular_least = 3;   // meetings of the period
constexpr int drifting_after = 3;  // meetings of their café missed one after the other

using MeetingPair = std::pair<std::string, std::string>;

std::string somebody(const Seat& seat) {
    return seat.person.empty() ? "/" + fold::text(seat.guest) : seat.person;
}

std::vector<MeetingPair> pairs_at(const Held& held) {
    std::set<std::string> partners;
    for (const Seat& seat : held.seats)
        if (!seat.partner.empty()) partners.insert(seat.partner);
    std::vector<MeetingPair> pairs;
    for (auto first = partners.begin(); first != partners.end(); ++first)
        for (auto second = std::next(first); second != partners.end(); ++second) pairs.emplace_back(*first, *second);
    return pairs;
}

// The fiches that a café means to reach: those of its query, else all that are not closed.
std::vector<std::string> known_partners(const store::Catalog& catalog, const std::optional<std::string>& cafe) {
    const model::Cafe* record = cafe ? catalog.cafe(*cafe) : nullptr;
    std::vector<std::string> ids;
    if (record != nullptr && !record->invite.empty()) {
        const std::vector<std::string> words{record->invite};
        if (auto found = query::filter(words, catalog, model::RecordKind::partner, "")) ids = std::move(*found);
    } else {
        for (const store::PartnerEntry& entry : catalog.partners()) ids.push_back(entry.id);
    }
    std::erase_if(ids, [&](const std::string& id) {
        const store::PartnerEntry* entry = catalog.partner(id);
        return entry == nullptr || model::status_of(entry->value.status) == model::Status::closed;
    });
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<Counted> most_first(const std::map<std::string, int>& counts) {
    std::vector<Counted> all;
    for (const auto& [key, count] : counts) all.push_back({key, count});
    std::stable_sort(all.begin(), all.end(), [](const Counted& a, const Counted& b) { return a.count > b.count; });
    return all;
}

void count_people(const std::vector<Held>& held, const StatsAsked& asked, Stats& stats) {
    std::set<std::string> before;  // who came to any meeting so far
    std::set<MeetingPair> met;     // and which partners sat together
    std::set<std::string> partners;
    std::map<std::string, int> times;  // in the period
    std::set<std::string> guests;
    for (const Held& one : held) {
        const bool counts = is_asked(one, asked);
        int first = 0;
        std::set<std::string> here;
        for (const Seat& seat : one.seats) {
            if (seat.person.empty() && seat.guest.empty()) continue;
            const std::string who = somebody(seat);
            const bool is_new = before.insert(who).second;
            if (!counts) continue;
            if (is_new) ++first;
            if (seat.person.empty())
                guests.insert(who);
            else
                ++times[seat.person];
            if (!seat.partner.empty()) here.insert(seat.partner);
        }
        for (const MeetingPair& pair : pairs_at(one))
            if (met.insert(pair).second && counts) ++stats.met_first_time;
        if (!counts) continue;
        partners.insert(here.begin(), here.end());
        const int came = how_many_came(*one.meeting);
        stats.attendances += came;
        stats.first_timers += first;
        stats.meetings.push_back(
            {one.id, *one.meeting->date, one.meeting->cafe, came, static_cast<int>(here.size()), first});
    }
    stats.people = static_cast<int>(times.size());
    stats.guests = static_cast<int>(guests.size());
    stats.partners_reached = static_cast<int>(partners.size());
    const int half = (static_cast<int>(stats.meetings.size()) + 1) / 2;
    for (const auto& [person, count] : times)
        if (count >= std::max(regular_least, half)) stats.regulars.push_back(person);
}

// Who came to a café at least twice and to none of its last three meetings.
void find_drifting(const std::vector<Held>& held, const StatsAsked& asked, Stats& stats) {
    std::map<std::string, std::vector<const Held*>> by_cafe;
    for (const Held& one : held)
        if (is_asked(one, {asked.cafe, std::nullopt, asked.until}) && !one.seats.empty())
            by_cafe[one.meeting->cafe].push_back(&one);
    std::set<std::string> drifting;
    std::set<std::string> elsewhere;
    for (const auto& [cafe, list] : by_cafe) {
        std::map<std::string, int> times;
        std::map<std::string, std::size_t> last;
        for (std::size_t i = 0; i < list.size(); ++i)
            for (const Seat& seat : list[i]->seats)
                if (!seat.person.empty()) {
                    ++times[seat.person];
                    last[seat.person] = i;
                }
        for (const auto& [person, count] : times) {
            const bool missed = list.size() - 1 - last[person] >= static_cast<std::size_t>(drifting_after);
            if (count >= 2 && missed)
                drifting.insert(person);
            else if (!missed)
                elsewhere.insert(person);
        }
    }
    for (const std::string& person : drifting)
        if (!elsewhere.contains(person)) stats.drifting.push_back(person);
}

void count_words(const std::vector<Held>& held, const StatsAsked& asked, Stats& stats) {
    std::map<std::string, int> themes;
    std::map<std::string, int> worries;
    std::map<std::string, int> needs;
    std::map<std::string, int> areas;
    std::map<std::string, int> needing;
    std::set<std::string> verified;
    std::vector<int> days;
    for (const Held& one : held) {
        if (!is_asked(one, asked)) continue;
        const model::Meeting& meeting = *one.meeting;
        if (meeting.fiches) verified.insert(meeting.fiches->verified.begin(), meeting.fiches->verified.end());
        for (const model::News& news : meeting.round_table)
            for (const std::string& theme : news.themes) ++themes[theme];
        for (const model::Question& question : meeting.questions) {
            const bool worry = question.kind == "worry";
            const bool need = question.kind == "need";
            ++(worry ? stats.worries : need ? stats.needs : stats.questions);
            for (const std::string& theme : question.themes) {
                ++themes[theme];
                if (worry) ++worries[theme];
                if (need) ++needs[theme];
            }
            for (const std::string& area : question.areas) {
                if (worry) ++areas[area];
                if (need) ++needing[area];
            }
            if (worry || need || !question.answer) continue;
            ++stats.answered;
            if (question.answer->on)
                days.push_back(std::max(0, question.answer->on->days_since_1970() - meeting.date->days_since_1970()));
        }
        for (const model::Action& action : meeting.actions) {
            ++stats.actions;
            if (action.status == "done") ++stats.actions_done;
            if (action.status == "dropped") ++stats.actions_dropped;
        }
    }
    stats.fiches_verified = static_cast<int>(verified.size());
    std::sort(days.begin(), days.end());
    if (!days.empty()) stats.days_to_answer = days[(days.size() - 1) / 2];
    stats.themes = most_first(themes);
    stats.worries_by_theme = most_first(worries);
    stats.needs_by_theme = most_first(needs);
    stats.worries_by_area = most_first(areas);
    stats.needs_by_area = most_first(needing);
}

}  // namespace

Stats stats(const store::Catalog& catalog, const StatsAsked& asked) {
    Stats made;
    const std::vector<Held> held = all_held(catalog, asked.until);
    count_people(held, asked, made);
    find_drifting(held, asked, made);
    count_words(held, asked, made);
    made.partners_known = static_cast<int>(known_partners(catalog, asked.cafe).size());
    return made;
}

std::vector<Pair> introductions(const store::Catalog& catalog, const StatsAsked& asked) {
    std::set<MeetingPair> met;
    for (const Held& one : all_held(catalog, asked.until))
        for (MeetingPair& pair : pairs_at(one)) met.insert(std::move(pair));
    const std::vector<std::string> known = known_partners(catalog, asked.cafe);
    const auto areas_of = [&](const model::Partner& partner) {
        std::vector<territory::AreaRef> areas;
        for (const std::string& written : partner.territory) {
            const auto found = catalog.territory().resolve(written, territory::Spoken::record);
            if (const auto* area = std::get_if<territory::AreaRef>(&found)) areas.push_back(*area);
        }
        return areas;
    };
    std::vector<std::vector<territory::AreaRef>> areas;
    for (const std::string& id : known) areas.push_back(areas_of(catalog.partner(id)->value));
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < known.size(); ++i)
        for (std::size_t j = i + 1; j < known.size(); ++j) {
            if (met.contains({known[i], known[j]})) continue;
            const model::Partner& first = catalog.partner(known[i])->value;
            const model::Partner& second = catalog.partner(known[j])->value;
            Pair pair{known[i], known[j], {}, ""};
            for (const std::string& theme : first.themes)
                if (std::find(second.themes.begin(), second.themes.end(), theme) != second.themes.end())
                    pair.themes.push_back(theme);
            if (pair.themes.empty()) continue;
            // The narrowest area of the two in which both work.
            std::size_t narrowest = 0;
            const auto take = [&](const territory::AreaRef& area) {
                const std::size_t size = catalog.territory().size(area);
                if (!pair.area.empty() && size >= narrowest) return;
                pair.area = catalog.territory().name(area);
                narrowest = size;
            };
            for (const territory::AreaRef& a : areas[i])
                for (const territory::AreaRef& b : areas[j]) {
                    if (!catalog.territory().touches(a, b)) continue;
                    take(catalog.territory().contains(a, b) ? b : a);
                }
            if (!pair.area.empty()) pairs.push_back(std::move(pair));
        }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.themes.size() > b.themes.size(); });
    return pairs;
}

}  // namespace cafe::meetings
