#include "meetings/agenda.hpp"

#include <algorithm>
#include <tuple>

#include "calendar/schedule.hpp"
#include "model/partner.hpp"

namespace cafe::meetings {

namespace {

struct Except {
    std::string written;
    calendar::Exception means;
};

class Builder {
public:
    Builder(const store::Catalog& catalog, int year) : catalog_(catalog), year_(year) {}

    void add_cafe(const std::string& id, const model::Cafe& cafe) {
        const std::vector<std::string> departments = departments_of(cafe);
        add_meetings(id, departments);
        if (!cafe.schedule || model::status_of(cafe.status) == model::Status::closed) return;
        if (cafe.schedule->every.empty()) return;
        const auto schedule = calendar::read_schedule(cafe.schedule->every);
        if (!schedule) return problem(id, schedule.error());
        const std::vector<Except> excepts = excepts_of(id, *cafe.schedule);
        std::vector<Date> dates = calendar::dates_in(*schedule, year_);
        for (const Date& date : calendar::dates_in(*schedule, year_ + 1)) dates.push_back(date);
        for (std::size_t i = 0; i < dates.size() && dates[i].year == year_; ++i) {
            const Date date = dates[i];
            if (has(id, date)) continue;
            Occasion day;
            day.date = date;
            day.cafe = id;
            day.start = cafe.schedule->start;
            day.end = cafe.schedule->end;
            flag(day, departments);
            day.except = excepted(excepts, day);
            day.status = day.except.empty() ? "scheduled" : "excepted";
            const Date until = i + 1 < dates.size() ? dates[i + 1] : date.plus_days(29);
            if (day.holiday || day.bridge || !day.closed.empty())
                day.instead = free_day(day, until, excepts, departments);
            agenda_.occasions.push_back(std::move(day));
        }
    }

    /// The meetings of a café, or of the whole network.
    void add_meetings(const std::string& cafe, const std::vector<std::string>& departments) {
        for (const auto& entry : catalog_.meetings()) {
            const model::Meeting& meeting = entry.value;
            if (meeting.cafe != cafe || !meeting.date || meeting.date->year != year_) continue;
            Occasion day;
            day.date = *meeting.date;
            day.cafe = cafe;
            day.start = meeting.start;
            day.end = meeting.end;
            day.meeting = entry.id;
            day.title = meeting.title;
            day.status = meeting.status.empty() ? "planned" : meeting.status;
            flag(day, departments);
            agenda_.occasions.push_back(std::move(day));
        }
    }

    /// Meetings whose café has no file are somebody's all the same.
    void add_meetings_of_unknown_cafes() {
        std::vector<std::string> unknown;
        for (const auto& entry : catalog_.meetings())
            if (!entry.value.cafe.empty() && catalog_.cafe(entry.value.cafe) == nullptr)
                unknown.push_back(entry.value.cafe);
        std::sort(unknown.begin(), unknown.end());
        unknown.erase(std::unique(unknown.begin(), unknown.end()), unknown.end());
        for (const std::string& cafe : unknown) add_meetings(cafe, catalog_.settings().departments);
    }

    /// A day of any kind, also one that the schedule does not name.
    Occasion on(const std::string& id, const model::Cafe* cafe, const Date& date) {
        Occasion day;
        day.date = date;
        day.cafe = id;
        flag(day, cafe == nullptr ? catalog_.settings().departments : departments_of(*cafe));
        if (cafe != nullptr && cafe->schedule) day.except = excepted(excepts_of(id, *cafe->schedule), day);
        return day;
    }

    Agenda done() && {
        std::sort(agenda_.occasions.begin(), agenda_.occasions.end(), [](const Occasion& a, const Occasion& b) {
            return std::tie(a.date, a.cafe, a.meeting) < std::tie(b.date, b.cafe, b.meeting);
        });
        return std::move(agenda_);
    }

private:
    void problem(const std::string& cafe, const Error& error) { agenda_.problems.push_back({cafe, error}); }

    // Postcodes begin with the département, overseas with three digits. Corsica's 20 is none: it has no holiday of its
    // own.
    [[nodiscard]] std::vector<std::string> departments_of(const model::Cafe& cafe) const {
        if (!cafe.place || cafe.place->postcode.size() != 5) return catalog_.settings().departments;
        const std::string& postcode = cafe.place->postcode;
        return {postcode.substr(0, postcode.starts_with("97") || postcode.starts_with("98") ? 3 : 2)};
    }

    std::vector<Except> excepts_of(const std::string& id, const model::Schedule& schedule) {
        std::vector<Except> excepts;
        for (const std::string& written : schedule.except) {
            auto means = calendar::read_exception(written);
            if (means)
                excepts.push_back({written, std::move(*means)});
            else
                problem(id, means.error());
        }
        return excepts;
    }

    static std::string excepted(const std::vector<Except>& excepts, const Occasion& day) {
        for (const Except& except : excepts) {
            const auto& months = except.means.months;
            const bool month = std::find(months.begin(), months.end(), day.date.month) != months.end();
            if (month || except.means.date == day.date || (except.means.public_holidays && day.holiday))
                return except.written;
        }
        return {};
    }

    // A week later, or two: what people agree on when their Friday is a holiday.
    [[nodiscard]] std::optional<Date> free_day(const Occasion& day, const Date& until,
                                               const std::vector<Except>& excepts,
                                               const std::vector<std::string>& departments) const {
        for (Date date = day.date.plus_days(7); date < until; date = date.plus_days(7)) {
            Occasion other;
            other.date = date;
            flag(other, departments);
            other.except = excepted(excepts, other);
            if (other.is_free() && !has(day.cafe, date)) return date;
        }
        return std::nullopt;
    }

    // A meeting that was moved keeps its id: the day it was planned for is not planned again.
    [[nodiscard]] bool has(const std::string& cafe, const Date& date) const {
        return catalog_.meeting(date.iso() + "-" + cafe) != nullptr ||
               std::any_of(agenda_.occasions.begin(), agenda_.occasions.end(),
                           [&](const Occasion& day) { return day.cafe == cafe && day.date == date; });
    }

    static std::string days_of(const model::Holiday& period) {
        const std::string from = period.from->iso();
        return period.until ? from + ".." + period.until->iso() : from;
    }

    void flag(Occasion& day, const std::vector<std::string>& departments) const {
        day.holiday = calendar::holiday_on(day.date, departments);
        day.bridge = calendar::is_bridge(day.date, departments);
        for (const model::Holiday& period : catalog_.settings().holidays) {
            if (!period.from || day.date < *period.from || day.date > period.until.value_or(*period.from)) continue;
            day.closed = period.name.empty() ? days_of(period) : period.name;
            return;
        }
    }

    const store::Catalog& catalog_;
    int year_;
    Agenda agenda_;
};

}  // namespace

Agenda agenda(const store::Catalog& catalog, const std::optional<std::string>& cafe, int year) {
    Builder builder(catalog, year);
    if (!cafe || cafe->empty()) builder.add_meetings("", catalog.settings().departments);
    for (const auto& entry : catalog.cafes())
        if (!cafe || entry.id == *cafe) builder.add_cafe(entry.id, entry.value);
    if (!cafe) builder.add_meetings_of_unknown_cafes();
    return std::move(builder).done();
}

Occasion occasion_on(const store::Catalog& catalog, const std::string& cafe, const Date& date) {
    return Builder(catalog, date.year).on(cafe, catalog.cafe(cafe), date);
}

NextOccasion next_occasion(const store::Catalog& catalog, const std::string& cafe, const Date& from) {
    NextOccasion next;
    for (int year = from.year; year <= from.year + 2; ++year) {
        Agenda days = agenda(catalog, cafe, year);
        if (year == from.year) next.problems = std::move(days.problems);
        for (Occasion& day : days.occasions) {
            if (day.date < from) continue;
            const bool meets = !day.meeting.empty() && (day.status == "planned" || day.status == "confirmed");
            if (meets || (day.meeting.empty() && day.is_free())) {
                next.day = std::move(day);
                return next;
            }
            next.passed_over.push_back(std::move(day));
        }
    }
    return next;
}

}  // namespace cafe::meetings
