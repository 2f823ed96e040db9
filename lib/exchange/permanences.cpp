#include "exchange/permanences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "exchange/fiches.hpp"
#include "facts/opening.hpp"
#include "model/fields.hpp"

namespace cafe::exchange {

namespace {

using calendar::DayOfMonth;

constexpr Phrase<> calendar_name{"Permanences", "Desks elsewhere"};
constexpr Phrase<std::string> title_of{"Permanence : {}", "Desk: {}"};
constexpr Phrase<> on_appointment{"Sur rendez-vous", "By appointment"};
constexpr Phrase<> no_appointment{"Sans rendez-vous", "No appointment needed"};
constexpr Phrase<std::string> phone_is{"Téléphone : {}", "Telephone: {}"};
constexpr Phrase<> last_of_calendar{"jours des permanences, calculés pour un an",
                                    "days of desks, worked out for a year"};
constexpr int days_of_a_year = 365;
constexpr int minutes_of_a_day = 24 * 60;

struct Span {
    int from = 0;
    int until = 0;
    auto operator<=>(const Span&) const = default;
};

std::string clock(int minutes) {
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

// Whether a year's days from the first to the last of `days` that a rule names are mostly those days; then what the
// rule names besides.
std::optional<std::vector<Date>> exceptions(const std::set<Date>& days, const std::vector<DayOfMonth>& rule) {
    std::vector<Date> besides;
    std::size_t met = 0;
    for (Date day = *days.begin(); day <= *days.rbegin(); day = day.plus_days(1)) {
        const int nth = (day.day - 1) / 7 + 1;
        const bool last = day.day + 7 > days_in(day.year, day.month);
        const bool named = std::any_of(rule.begin(), rule.end(), [&](const DayOfMonth& each) {
            return each.weekday == day.weekday() && (each.nth == 0 || each.nth == nth || (each.nth == -1 && last));
        });
        if (!named) continue;
        if (days.count(day) > 0)
            ++met;
        else
            besides.push_back(day);
    }
    if (met != days.size() || besides.size() * 2 > days.size()) return std::nullopt;
    return besides;
}

struct Rhythm {
    std::vector<DayOfMonth> days;
    std::vector<Date> except;
};

// Every week, or the nth of a month, or the last; nothing where two days alone would make it up, or no rule holds.
std::optional<Rhythm> rhythm_of(const std::set<Date>& days) {
    if (days.size() < 3) return std::nullopt;
    std::set<DayOfMonth> weekly;
    std::set<DayOfMonth> monthly;
    std::set<DayOfMonth> last;
    for (const Date& day : days) {
        weekly.insert({0, day.weekday()});
        monthly.insert({(day.day - 1) / 7 + 1, day.weekday()});
        last.insert({-1, day.weekday()});
    }
    for (const std::set<DayOfMonth>& each : {weekly, last, monthly}) {
        const std::vector<DayOfMonth> rule(each.begin(), each.end());
        if (auto besides = exceptions(days, rule)) return Rhythm{rule, std::move(*besides)};
    }
    return std::nullopt;
}

class Maker {
public:
    Maker(const Edition& edition, Account& account) : edition_(edition), account_(account) {
        departments_ = edition.catalog.settings().departments;
    }

    std::vector<meetings::Event> make() {
        each_fiche(edition_, Way::calendar, Closed::left_out, account_, [&](const Fiche& fiche, Ledger& ledger) {
            const std::size_t before = events_.size();
            for (std::size_t i = 0; i < fiche.partner->permanences.size(); ++i)
                add(fiche, fiche.partner->permanences[i], i, ledger);
            if (events_.size() > before) return true;
            for (const auto& [path, tally] : ledger.tallies()) ledger.lose(path);
            account_.placeless_fiche();
            return false;
        });
        return std::move(events_);
    }

private:
    void add(const Fiche& fiche, const model::Permanence& permanence, std::size_t number, Ledger& ledger) {
        const std::map<Span, std::set<Date>> days = days_of(permanence.hours);
        if (days.empty()) {
            lose(permanence, ledger);
            return;
        }
        meetings::Event event;
        event.stamp = *Date::of(edition_.today.year, 1, 1);
        if (fiche.partner->verified && fiche.partner->verified->on) event.stamp = *fiche.partner->verified->on;
        event.title = title_of(fiche.partner->name).in(edition_.lang);
        event.place = place_of(permanence);
        event.description = description_of(*fiche.partner, permanence);
        event.state = meetings::EventState::confirmed;
        const std::string domain = "@" + meetings::mail_domain(edition_.catalog.settings());
        const std::string id = "permanence-" + fiche.id + "-" + std::to_string(number + 1);
        for (const auto& [span, dates] : days) {
            event.start = clock(span.from);
            event.end = clock(span.until);
            const std::string uid = id + "-" + fmt::format("{:04}", span.from / 60 * 100 + span.from % 60);
            add_days(event, dates, uid, domain);
        }
    }

    void add_days(meetings::Event event, const std::set<Date>& dates, const std::string& uid,
                  const std::string& domain) {
        const auto rhythm = rhythm_of(dates);
        event.date = *dates.begin();
        event.uid = uid + domain;
        if (rhythm) {
            event.recurrence = meetings::Recurrence{rhythm->days, {}, *dates.rbegin(), rhythm->except};
            events_.push_back(std::move(event));
            return;
        }
        for (const Date& date : dates) {
            event.date = date;
            event.uid = uid + "-" + date.iso() + domain;
            events_.push_back(event);
        }
    }

    std::map<Span, std::set<Date>> days_of(const std::string& hours) const {
        std::map<Span, std::set<Date>> days;
        if (hours.empty()) return days;
        for (int i = 0; i < days_of_a_year; ++i) {
            const Date day = edition_.today.plus_days(i);
            const facts::Opening opening = facts::opening_on(hours, day, departments_);
            using State = facts::Opening::State;
            if (opening.state != State::open && opening.state != State::by_appointment) continue;
            for (const calendar::Stretch& stretch : opening.hours.stretches)
                if (stretch.timed) days[{stretch.from, std::min(stretch.until, minutes_of_a_day)}].insert(day);
        }
        return days;
    }

    [[nodiscard]] std::string place_of(const model::Permanence& permanence) const {
        model::Venue venue;
        venue.name = permanence.place;
        venue.commune = permanence.commune;
        if (!permanence.at.empty())
            if (const auto host =
                    facts::release_partner(edition_.catalog, permanence.at, {edition_.reader, false, edition_.today})) {
                if (venue.name.empty()) venue.name = (*host)->name;
                const auto& address = (*host)->address;
                if (address && !address->confidential.value_or(false) &&
                    (venue.commune.empty() || venue.commune == address->commune)) {
                    venue.street = address->street;
                    venue.postcode = address->postcode;
                    venue.commune = address->commune;
                }
            }
        return meetings::venue_in_a_line(venue);
    }

    [[nodiscard]] std::string description_of(const model::Partner& partner, const model::Permanence& permanence) const {
        std::vector<std::string> lines;
        if (permanence.by_appointment)
            lines.push_back((*permanence.by_appointment ? on_appointment() : no_appointment()).in(edition_.lang));
        if (!partner.phones.empty()) lines.push_back(phone_is(partner.phones.front().number).in(edition_.lang));
        if (!permanence.note.empty()) lines.push_back(permanence.note);
        return text::join(lines, "\n");
    }

    static void lose(const model::Permanence& permanence, Ledger& ledger) {
        const auto count = [&](std::string_view path, bool said) {
            if (said) ledger.lose(path, 1);
        };
        count("permanences.place", !permanence.place.empty());
        count("permanences.at", !permanence.at.empty());
        count("permanences.commune", !permanence.commune.empty());
        count("permanences.hours", !permanence.hours.empty());
        count("permanences.by_appointment", permanence.by_appointment.has_value());
        count("permanences.note", !permanence.note.empty());
    }

    const Edition& edition_;
    Account& account_;
    std::vector<std::string> departments_;
    std::vector<meetings::Event> events_;
};

}  // namespace

Result<std::vector<Part>> permanence_files(const Edition& edition, Account& account) {
    const auto zone = meetings::zone_of(edition.catalog.settings());
    if (!zone) return zone.error();
    meetings::Calendar made;
    made.zone = *zone;
    made.name = edition.catalog.settings().name;
    if (!made.name.empty()) made.name += " – ";
    made.name += calendar_name().in(edition.lang);
    made.events = Maker(edition, account).make();
    if (!made.events.empty()) account.invented("days", last_of_calendar(), made.events.size());
    return std::vector<Part>{{"permanences.ics", std::move(made)}};
}

}  // namespace cafe::exchange
