#include "meetings/event.hpp"

#include <algorithm>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "model/sender.hpp"
#include "model/values.hpp"

namespace cafe::meetings {

namespace {

constexpr Phrase<std::string> unknown_zone{"fuseau horaire sans définition : {}", "time zone without a definition: {}"};
constexpr Phrase<std::string> zones_are{"timezone dans cafe.yaml : {}", "timezone in cafe.yaml: {}"};
constexpr Phrase<std::string> agenda_is{"Ordre du jour : {}", "Agenda: {}"};
constexpr Phrase<> to_be_confirmed{"à confirmer", "to be confirmed"};
constexpr std::string_view default_zone = "Europe/Paris";

constexpr facts::Disclosure everyone{facts::Reader::everyone, false};

std::string or_else(const std::string& first, const std::string& second) {
    return first.empty() ? second : first;
}

// A postponed meeting that was given another day than the one its id bears takes place on that day.
EventState state_of(const std::string& status, const std::string& id, const Date& date) {
    const bool postponed = status == "postponed" && id.starts_with(date.iso());
    if (status == "cancelled" || postponed) return EventState::cancelled;
    return status == "confirmed" || status == "held" ? EventState::confirmed : EventState::planned;
}

std::string time_of(const std::string& written) {
    return canonical_time(written).value_or("");
}

std::string heading(const store::Catalog& catalog, const model::Meeting& meeting) {
    const std::string who = convener(catalog, meeting);
    return meeting.title.empty() ? who : who.empty() ? meeting.title : who + " – " + meeting.title;
}

// « premier vendredi et chaque mardi » is no rule that calendar programs agree on: some read it as the Tuesdays that
// are a first Friday.
bool is_one_rule(const calendar::Schedule& schedule) {
    const auto weekly = [](const calendar::DayOfMonth& day) { return day.nth == 0; };
    return std::all_of(schedule.days.begin(), schedule.days.end(), weekly) ||
           std::none_of(schedule.days.begin(), schedule.days.end(), weekly);
}

// Days of a schedule from `from` to the end of next year, those that do not take place told apart: one event that comes
// back, or one for each day where no rule says it.
std::vector<Event> series(const store::Catalog& catalog, const std::string& id, const model::Cafe& cafe,
                          const Date& from, Lang lang) {
    if (!cafe.schedule || cafe.schedule->every.empty()) return {};
    const auto schedule = calendar::read_schedule(cafe.schedule->every);
    if (!schedule) return {};
    Event event;
    Recurrence again{schedule->days, schedule->months, *Date::of(from.year + 1, 12, 31), {}};
    std::vector<Date> kept;
    for (int year = from.year; year <= from.year + 1; ++year) {
        const Agenda days = agenda(catalog, id, year);
        for (const Date& date : calendar::dates_in(*schedule, year)) {
            if (date < from) continue;
            const bool meets = std::any_of(days.occasions.begin(), days.occasions.end(), [&](const Occasion& day) {
                return day.date == date && day.status == "scheduled" && day.closed.empty();
            });
            if (kept.empty() && !meets) continue;  // a series begins with a day that takes place
            (meets ? kept : again.except).push_back(date);
        }
    }
    if (kept.empty()) return {};
    const std::string domain = "@" + mail_domain(catalog.settings());
    event.uid = "cafe-" + id + domain;
    event.stamp = *Date::of(from.year, 1, 1);
    event.date = kept.front();
    event.start = time_of(cafe.schedule->start);
    event.end = time_of(cafe.schedule->end);
    event.title = cafe.name + " (" + to_be_confirmed().in(lang) + ")";
    if (cafe.place) event.place = venue_in_a_line(*cafe.place);
    if (is_one_rule(*schedule)) {
        event.recurrence = std::move(again);
        return {event};
    }
    std::vector<Event> events;
    for (const Date& date : kept) {
        event.date = date;
        event.uid = "cafe-" + id + "-" + date.iso() + domain;
        events.push_back(event);
    }
    return events;
}

}  // namespace

Result<calendar::Zone> zone_of(const model::Settings& settings) {
    const std::string name = or_else(settings.timezone, std::string(default_zone));
    if (const auto zone = calendar::zone_named(name)) return *zone;
    return Error{ErrorKind::usage, unknown_zone(name), zones_are(text::join(calendar::zone_names(), ", "))};
}

std::string convener(const store::Catalog& catalog, const model::Meeting& meeting) {
    if (meeting.cafe.empty()) return catalog.settings().name;
    const model::Cafe* cafe = catalog.cafe(meeting.cafe);
    return cafe == nullptr ? meeting.cafe : cafe->name;
}

model::Venue venue_of(const facts::Released<model::Meeting>& meeting,
                      const std::optional<facts::Released<model::Cafe>>& cafe) {
    if (meeting->place) return *meeting->place;
    return cafe && (*cafe)->place ? *(*cafe)->place : model::Venue{};
}

std::string venue_in_a_line(const model::Venue& venue) {
    std::vector<std::string> parts;
    const std::string town = venue.postcode.empty() ? venue.commune : venue.postcode + " " + venue.commune;
    for (const std::string& part : {venue.name, venue.street, town})
        if (!text::trim(part).empty()) parts.emplace_back(text::trim(part));
    return text::join(parts, ", ");
}

std::string mail_domain(const model::Settings& settings) {
    const auto sender = model::to_sender(settings.from);
    return sender ? sender->address.substr(sender->address.rfind('@') + 1) : std::string("cafe.invalid");
}

std::optional<Event> event_of(const store::Catalog& catalog, const facts::Released<model::Meeting>& meeting,
                              const model::CalendarMark& mark, Lang lang) {
    if (!meeting->date) return std::nullopt;
    const auto cafe = facts::release_cafe(catalog, meeting->cafe, {meeting.reader(), false});
    const bool rhythm = cafe && (*cafe)->schedule && meeting->start.empty();
    Event event;
    event.uid = meeting.id() + "@" + mail_domain(catalog.settings());
    event.stamp = mark.stamp.value_or(*Date::of(meeting->date->year, 1, 1));
    event.sequence = mark.sequence.value_or(0);
    event.date = *meeting->date;
    event.start = time_of(rhythm ? (*cafe)->schedule->start : meeting->start);
    event.end = time_of(rhythm && meeting->end.empty() ? (*cafe)->schedule->end : meeting->end);
    event.title = heading(catalog, *meeting);
    const model::Venue venue = venue_of(meeting, cafe);
    event.place = venue_in_a_line(venue);
    std::vector<std::string> lines;
    if (!meeting->agenda.empty()) lines.push_back(agenda_is(text::join(meeting->agenda, " ; ")).in(lang));
    if (!venue.access.empty()) lines.push_back(venue.access);
    event.description = text::join(lines, "\n");
    event.state = state_of(meeting->status, meeting.id(), *meeting->date);
    const auto sender = model::to_sender(catalog.settings().from);
    event.organiser = sender && !sender->name.empty() ? sender->name : catalog.settings().name;
    event.organiser_address = sender ? sender->address : "";
    return event;
}

bool is_uid_of(std::string_view uid, const std::string& meeting) {
    return uid.find('@') != std::string_view::npos && uid.substr(0, uid.rfind('@')) == meeting;
}

std::string digest_of(const store::Catalog& catalog, const std::string& id) {
    const auto meeting = facts::release_meeting(catalog, id, everyone);
    if (!meeting) return {};
    const auto event = event_of(catalog, *meeting, {}, Lang::fr);
    if (!event) return {};
    const std::string status = or_else((*meeting)->status, "planned");
    return fingerprint(event->date.iso() + "\n" + event->start + "\n" + event->end + "\n" + event->place + "\n" +
                       status);
}

model::CalendarMark mark_on(const store::Catalog& catalog, const std::string& id, const Date& today) {
    const model::Meeting* meeting = catalog.meeting(id);
    model::CalendarMark mark;
    mark.digest = digest_of(catalog, id);
    mark.stamp = today;
    mark.sequence = 0;
    if (meeting == nullptr || !meeting->calendar) return mark;
    const model::CalendarMark& old = *meeting->calendar;
    const bool same = old.digest == mark.digest && old.stamp && old.sequence;
    mark.sequence = same ? *old.sequence : old.sequence.value_or(-1) + 1;
    if (same) mark.stamp = old.stamp;
    return mark;
}

Calendar feed(const store::Catalog& catalog, const calendar::Zone& zone, const std::optional<std::string>& cafe,
              const Date& today, Lang lang) {
    Calendar made;
    made.zone = zone;
    made.name = catalog.settings().name;
    if (cafe && !cafe->empty() && catalog.cafe(*cafe) != nullptr) made.name = catalog.cafe(*cafe)->name;
    for (const auto& entry : catalog.cafes()) {
        if ((cafe && entry.id != *cafe) || model::status_of(entry.value.status) != model::Status::active) continue;
        const auto released = facts::release_cafe(catalog, entry.id, everyone);
        if (!released) continue;
        for (Event& event : series(catalog, entry.id, **released, today, lang)) made.events.push_back(std::move(event));
    }
    for (const auto& entry : catalog.meetings()) {
        const model::Meeting& meeting = entry.value;
        if ((cafe && meeting.cafe != *cafe) || !meeting.date || meeting.date->year < today.year) continue;
        const auto released = facts::release_meeting(catalog, entry.id, everyone);
        if (!released) continue;
        const model::CalendarMark mark = meeting.calendar.value_or(model::CalendarMark{});
        if (auto event = event_of(catalog, *released, mark, lang)) made.events.push_back(std::move(*event));
    }
    return made;
}

}  // namespace cafe::meetings
