#include "meetings/attendance.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "facts/functions.hpp"
#include "model/values.hpp"

namespace cafe::meetings {

namespace {

Date day_of(const model::Meeting& meeting) {
    return meeting.date.value_or(Date{});
}

std::string name_of(const store::Catalog& catalog, const std::string& person, const std::string& partner) {
    if (const model::Person* known = catalog.person(person)) return known->name;
    const store::PartnerEntry* entry = catalog.partner(partner);
    return entry == nullptr ? partner : entry->value.name;
}

int rank_of(const std::string& reply) {
    if (reply == "accepted") return 0;
    if (reply == "tentative") return 1;
    return reply.empty() ? 2 : 3;
}

const model::Meeting* meeting_before(const store::Catalog& catalog, const model::Meeting& meeting, const Date& today) {
    const model::Meeting* last = nullptr;
    const Date until = meeting.date.value_or(today);
    for (const auto& entry : catalog.meetings()) {
        const model::Meeting& other = entry.value;
        if (other.cafe != meeting.cafe || !other.date || *other.date >= until || other.attendance.empty()) continue;
        if (last == nullptr || *last->date < *other.date) last = &other;
    }
    return last;
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    const std::string folded = fold::text(text);
    for (const std::string_view word : text::words(folded)) words.emplace_back(word);
    return words;
}

enum class Fit { whole_words, beginnings };

// Whether every word that was typed is a word of the name, or begins one.
bool fits(const std::string& name, const std::vector<std::string>& typed, Fit fit) {
    const std::vector<std::string> words = split_words(name);
    return !typed.empty() && std::all_of(typed.begin(), typed.end(), [&](const std::string& word) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& own) {
            return fit == Fit::whole_words ? own == word : own.starts_with(word);
        });
    });
}

// The people of a fiche who may have come for it: those invited, else its present contacts.
std::vector<std::string> people_of(const store::Catalog& catalog, const model::Meeting& meeting,
                                   const std::string& partner, const Date& day) {
    std::vector<std::string> people;
    const auto add = [&people](const std::string& person) {
        if (!person.empty() && std::find(people.begin(), people.end(), person) == people.end())
            people.push_back(person);
    };
    for (const model::Invitation& line : meeting.invitations)
        if (line.partner == partner && line.reply != "declined") add(line.person);
    if (!people.empty()) return people;
    for (const auto& entry : catalog.people()) {
        const std::vector<std::string> partners = facts::partners_of(catalog, entry.id, day);
        if (std::find(partners.begin(), partners.end(), partner) != partners.end()) add(entry.id);
    }
    return people;
}

std::vector<std::string> partners_named(const store::Catalog& catalog, const std::vector<std::string>& typed) {
    const std::string whole = text::join(typed, " ");
    std::vector<std::string> exact;
    std::vector<std::string> found;
    for (const store::PartnerEntry& entry : catalog.partners()) {
        std::vector<std::string> names{entry.value.name, entry.value.short_name};
        names.insert(names.end(), entry.value.aliases.begin(), entry.value.aliases.end());
        const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return !name.empty() && text::join(split_words(name), " ") == whole;
        });
        if (named || fold::text(entry.id) == whole) exact.push_back(entry.id);
        if (fits(entry.value.name, typed, Fit::whole_words)) found.push_back(entry.id);
    }
    return exact.empty() ? found : exact;
}

}  // namespace

std::vector<Seat> who_came(const store::Catalog& catalog, const model::Meeting& meeting) {
    std::vector<Seat> seats;
    for (const model::Attendee& line : meeting.attendance) {
        Seat seat{line.person, facts::came_for(catalog, line, day_of(meeting)), line.guest, line.organisation};
        const bool known = std::any_of(seats.begin(), seats.end(), [&](const Seat& other) {
            return !seat.person.empty() && other.person == seat.person;
        });
        if (!known) seats.push_back(std::move(seat));
    }
    return seats;
}

int how_many_came(const model::Meeting& meeting) {
    return std::max(meeting.headcount.value_or(0), static_cast<int>(meeting.attendance.size()));
}

std::vector<Expected> expected_at(const store::Catalog& catalog, const std::string& id, const Date& today) {
    std::vector<Expected> all;
    const model::Meeting* meeting = catalog.meeting(id);
    if (meeting == nullptr) return all;
    for (const model::Invitation& line : meeting->invitations) all.push_back({line.person, line.partner, line.reply});
    if (all.empty())
        if (const model::Meeting* last = meeting_before(catalog, *meeting, today))
            for (const Seat& seat : who_came(catalog, *last))
                if (!seat.person.empty()) all.push_back({seat.person, seat.partner, ""});
    for (Expected& one : all)
        if (one.partner.empty()) {
            model::Attendee line;
            line.person = one.person;
            one.partner = facts::came_for(catalog, line, meeting->date.value_or(today));
        }
    std::stable_sort(all.begin(), all.end(), [&](const Expected& a, const Expected& b) {
        const std::string first = fold::text(name_of(catalog, a.person, a.partner));
        const std::string second = fold::text(name_of(catalog, b.person, b.partner));
        const int rank_a = rank_of(a.reply);
        const int rank_b = rank_of(b.reply);
        return std::tie(rank_a, first) < std::tie(rank_b, second);
    });
    return all;
}

std::vector<std::string> no_shows(const model::Meeting& meeting) {
    std::vector<std::string> absent;
    if (meeting.attendance.empty()) return absent;
    const auto holds = [](const std::vector<model::Attendee>& people, const std::string& person) {
        return std::any_of(people.begin(), people.end(),
                           [&](const model::Attendee& each) { return each.person == person; });
    };
    for (const model::Invitation& line : meeting.invitations)
        if (line.reply == "accepted" && !line.person.empty() && !holds(meeting.attendance, line.person) &&
            !holds(meeting.excused, line.person))
            absent.push_back(line.person);
    return absent;
}

std::vector<Seat> first_timers(const store::Catalog& catalog, const std::string& id) {
    const model::Meeting* meeting = catalog.meeting(id);
    if (meeting == nullptr) return {};
    std::set<std::string> known;  // people, and guests by name
    for (const auto& entry : catalog.meetings()) {
        if (entry.id == id || !entry.value.date || *entry.value.date >= day_of(*meeting)) continue;
        for (const model::Attendee& line : entry.value.attendance)
            known.insert(line.person.empty() ? "/" + fold::text(line.guest) : line.person);
    }
    std::vector<Seat> first;
    for (const Seat& seat : who_came(catalog, *meeting)) {
        if (seat.person.empty() && seat.guest.empty()) continue;
        if (!known.contains(seat.person.empty() ? "/" + fold::text(seat.guest) : seat.person)) first.push_back(seat);
    }
    return first;
}

int came_before(const store::Catalog& catalog, const std::string& person, const std::string& id) {
    const model::Meeting* meeting = catalog.meeting(id);
    if (meeting == nullptr) return 0;
    const auto entries = catalog.meetings();
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), [&](const auto& entry) {
        const auto& people = entry.value.attendance;
        return entry.id != id && entry.value.date && *entry.value.date < day_of(*meeting) &&
               std::any_of(people.begin(), people.end(),
                           [&](const model::Attendee& each) { return each.person == person; });
    }));
}

AtTheDoor at_the_door(const store::Catalog& catalog, const model::Meeting& meeting, std::string_view words,
                      const Date& today) {
    AtTheDoor found;
    const std::string typed_id(text::trim(words));
    if (catalog.person(typed_id) != nullptr) {
        found.people = {typed_id};
        return found;
    }
    const std::vector<std::string> typed = split_words(words);
    std::set<std::string> expected;
    for (const model::Invitation& line : meeting.invitations) expected.insert(line.person);
    for (const bool only_expected : {true, false}) {
        for (const Fit fit : {Fit::whole_words, Fit::beginnings}) {
            for (const auto& entry : catalog.people())
                if ((!only_expected || expected.contains(entry.id)) && fits(entry.value.name, typed, fit))
                    found.people.push_back(entry.id);
            if (!found.people.empty()) return found;
        }
    }
    found.partners = partners_named(catalog, typed);
    if (found.partners.size() == 1)
        found.people = people_of(catalog, meeting, found.partners.front(), meeting.date.value_or(today));
    return found;
}

Value seat_line(const store::Catalog& catalog, const model::Meeting& meeting, const std::string& person) {
    Map line{{"person", Value(person)}};
    for (const model::Invitation& invited : meeting.invitations)
        if (invited.person == person && !invited.partner.empty() &&
            facts::partners_of(catalog, person, day_of(meeting)).size() != 1) {
            line.push_back({"partner", Value(invited.partner)});
            break;
        }
    return Value(std::move(line));
}

Value guest_line(const std::string& name, const std::string& organisation) {
    Map line{{"guest", Value(name)}};
    if (!organisation.empty()) line.push_back({"organisation", Value(organisation)});
    return Value(std::move(line));
}

bool holds_address(std::string_view text) {
    if (text.find('@') != std::string_view::npos) return true;
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 8;
}

std::vector<edit::Edit> seated(const model::Meeting& meeting, const List& lines) {
    std::vector<edit::Edit> edits;
    List news;
    for (const Value& line : lines) {
        const auto text_of = [&](std::string_view key) {
            for (const Member& member : *line.map())
                if (member.key == key && member.value.text() != nullptr) return *member.value.text();
            return std::string();
        };
        const std::string person = text_of("person");
        const std::string guest = text_of("guest");
        const auto is_they = [&](const model::Attendee& each) {
            return person.empty() ? fold::text(each.guest) == fold::text(guest) && !guest.empty()
                                  : each.person == person;
        };
        if (std::none_of(meeting.attendance.begin(), meeting.attendance.end(), is_they)) news.push_back(line);
        for (std::size_t i = meeting.excused.size(); i-- > 0;)
            if (is_they(meeting.excused[i]))
                edits.push_back({model::RecordPath{{"excused", std::to_string(i)}}, edit::Op::remove, Value("")});
    }
    if (!news.empty()) edits.push_back({model::RecordPath{{"attendance"}}, edit::Op::add, Value(std::move(news))});
    return edits;
}

}  // namespace cafe::meetings
