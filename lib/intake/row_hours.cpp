#include "intake/row_hours.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "calendar/hours.hpp"
#include "intake/cells.hpp"

namespace cafe::intake {

namespace {

constexpr std::array<std::string_view, 7> week{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
constexpr std::array<std::string_view, 7> in_french{"lundi",    "mardi",  "mercredi", "jeudi",
                                                    "vendredi", "samedi", "dimanche"};
constexpr std::string_view morning = "morning";
constexpr std::string_view afternoon = "afternoon";

std::string canonical_if_read(const std::string& text) {
    const auto reading = calendar::read_hours(text);
    const bool sure = reading.hours && calendar::doubts_about(*reading.hours).empty();
    return sure ? calendar::canonical(*reading.hours) : "";
}

// As it is written, else with signs that people put between two times of a day.
std::string hours_in(const std::string& text) {
    if (std::string hours = canonical_if_read(text); !hours.empty()) return hours;
    return canonical_if_read(text::replace_all(text::replace_all(text, "/", " et "), " ; ", "; "));
}

// « 2h-5h » of an afternoon: "02:00-05:00" → "14:00-17:00".
std::string after_noon(const std::string& span) {
    constexpr std::string_view first_of_day = "08:00";
    constexpr int noon = 12;
    if (std::string_view(span) >= first_of_day) return span;
    std::string later;
    for (const std::string_view clock : text::split(span, '-')) {
        const int hour = (clock[0] - '0') * 10 + (clock[1] - '0');
        later += (later.empty() ? "" : "-") + std::to_string(hour < noon ? hour + noon : hour) +
                 std::string(clock.substr(2));
    }
    return later;
}

// The hours of a day or a half of it; nothing where they cannot be read, none where it is closed.
std::optional<std::vector<std::string>> spans_in(const std::string& cell, std::string_view half) {
    const auto read = read_day_hours(cell);
    if (!read) return std::nullopt;
    std::vector<std::string> spans;
    if (*read == "off") return spans;
    for (const std::string_view span : text::split(*read, ','))
        spans.push_back(half == afternoon ? after_noon(std::string(span)) : std::string(span));
    return spans;
}

std::string words_of(std::string_view half) {
    if (half == morning) return "matin";
    return half == afternoon ? "après-midi" : "";
}

bool is_half(const model::ImportColumn& column) {
    return column.as == morning || column.as == afternoon;
}

}  // namespace

bool has_halves_of_no_day(const std::vector<Bound>& bounds) {
    return std::any_of(bounds.begin(), bounds.end(), [](const Bound& bound) {
        return bound.column->to == "hours" && bound.column->day.empty() && is_half(*bound.column);
    });
}

std::string HoursCells::take(const model::ImportColumn& column, const std::string& cell) {
    if (!column.day.empty()) {
        take_day(column, cell);
        return "";
    }
    const std::string text = text::replace_all(prose(cell), "\n", " ; ");
    if (is_half(column)) {
        Half& half = column.as == morning ? morning_ : afternoon_;
        half.written = text;
        if (const auto spans = spans_in(text, column.as)) half.hours = text::join(*spans, " ");
        return "";
    }
    if (std::string hours = hours_in(text); !hours.empty()) {
        if (text_hours_.empty()) text_hours_ = std::move(hours);
        return "";
    }
    if (!halves_) return text;
    days_ += (days_.empty() ? "" : ", ") + text;
    return "";
}

void HoursCells::take_day(const model::ImportColumn& column, const std::string& cell) {
    const auto day = static_cast<std::size_t>(std::find(week.begin(), week.end(), column.day) - week.begin());
    if (day >= week.size()) return;
    // « Ouverture » and « Fermeture » are columns of their own.
    if (column.as == "start") {
        opens_[day] = one_line(cell);
        return;
    }
    const std::string written = column.as == "end" ? opens_[day] + "-" + one_line(cell) : cell;
    if (const auto spans = spans_in(written, column.as)) {
        spans_[day].insert(spans_[day].end(), spans->begin(), spans->end());
        return;
    }
    const std::string half = words_of(column.as);
    words_.push_back(std::string(in_french[day]) + (half.empty() ? "" : " " + half) + " : " + one_line(written));
}

// « lundi, mardi » beside « 9h-12h » and « 14h-17h ».
void HoursCells::join_halves() {
    std::string text = days_;
    bool all_read = !days_.empty();
    for (const Half* half : {&morning_, &afternoon_}) {
        all_read = all_read && (half->written.empty() || !half->hours.empty());
        if (!half->hours.empty()) text += " " + half->hours;
    }
    const std::string read = all_read && text != days_ ? hours_in(text) : std::string();
    if (!read.empty()) {
        if (text_hours_.empty()) text_hours_ = read;
        return;
    }
    if (!days_.empty()) words_.push_back(days_);
    if (!morning_.written.empty()) words_.push_back(words_of(morning) + " : " + morning_.written);
    if (!afternoon_.written.empty()) words_.push_back(words_of(afternoon) + " : " + afternoon_.written);
}

RowHours HoursCells::finish() {
    if (halves_) join_halves();
    std::vector<std::string> days;
    for (std::vector<std::string>& spans : spans_) {
        std::sort(spans.begin(), spans.end());
        days.push_back(text::join(spans, ","));
    }
    if (const std::string written = week_of(days); text_hours_.empty() && !written.empty())
        if (const auto reading = calendar::read_hours(written); reading.hours)
            text_hours_ = calendar::canonical(*reading.hours);
    return {text_hours_, text::join(words_, " ; ")};
}

}  // namespace cafe::intake
