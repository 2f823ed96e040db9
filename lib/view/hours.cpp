#include "view/hours.hpp"

#include <fmt/format.h>

#include <array>

#include "base/date.hpp"
#include "base/text.hpp"
#include "view/wording.hpp"

namespace cafe::view {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

struct Day {
    std::string_view code;
    std::string_view fr;
    std::string_view en;
    [[nodiscard]] std::string_view in(Lang lang) const { return lang == Lang::fr ? fr : en; }
};
constexpr std::array<Day, 7> week{{{"Mo", "lundi", "Monday"},
                                   {"Tu", "mardi", "Tuesday"},
                                   {"We", "mercredi", "Wednesday"},
                                   {"Th", "jeudi", "Thursday"},
                                   {"Fr", "vendredi", "Friday"},
                                   {"Sa", "samedi", "Saturday"},
                                   {"Su", "dimanche", "Sunday"}}};
constexpr Day public_holidays{"PH", "jours fériés", "public holidays"};
constexpr Day school_holidays{"SH", "vacances scolaires", "school holidays"};

const Day* day_of(std::string_view code) {
    for (const Day& day : week)
        if (day.code == code) return &day;
    if (code == public_holidays.code) return &public_holidays;
    return code == school_holidays.code ? &school_holidays : nullptr;
}

// "1er", "2e", « dernier » of [1], [2], [-1].
std::optional<std::string> ordinal(std::string_view number, Lang lang) {
    const auto value = text::to_integer(number);
    if (!value || *value == 0 || *value > 5 || *value < -1) return std::nullopt;
    if (*value == -1) return lang == Lang::fr ? "dernier" : "last";
    if (lang == Lang::fr) return *value == 1 ? "1er" : fmt::format("{}e", *value);
    constexpr std::array<std::string_view, 5> english{"1st", "2nd", "3rd", "4th", "5th"};
    return std::string(english[static_cast<std::size_t>(*value - 1)]);
}

// "Tu[1,3]" → « 1er et 3e mardis du mois ».
std::optional<std::string> nth_days(const Day& day, std::string_view numbers, Lang lang) {
    std::vector<std::string> spoken;
    for (const std::string_view number : text::split(numbers, ',')) {
        auto one = ordinal(number, lang);
        if (!one) return std::nullopt;
        spoken.push_back(std::move(*one));
    }
    if (spoken.empty()) return std::nullopt;
    const bool several = spoken.size() > 1;
    if (lang == Lang::fr) return fmt::format("{} {}{} du mois", list_of(spoken, lang), day.fr, several ? "s" : "");
    return fmt::format("{} {}{} of the month", list_of(spoken, lang), day.en, several ? "s" : "");
}

std::optional<std::string> one_selector(std::string_view text, Lang lang) {
    if (const Day* day = day_of(text)) return std::string(day->in(lang));
    if (text.size() > 4 && text[2] == '[' && text.back() == ']') {
        const Day* day = day_of(text.substr(0, 2));
        return day == nullptr ? std::nullopt : nth_days(*day, text.substr(3, text.size() - 4), lang);
    }
    if (text.size() != 5 || text[2] != '-') return std::nullopt;
    const Day* from = day_of(text.substr(0, 2));
    const Day* to = day_of(text.substr(3));
    if (from == nullptr || to == nullptr) return std::nullopt;
    return lang == Lang::fr ? fmt::format("du {} au {}", from->fr, to->fr) : fmt::format("{} to {}", from->en, to->en);
}

// At the commas that stand in no brackets.
std::vector<std::string_view> selectors(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '[') ++depth;
        if (text[at] == ']') --depth;
        if (text[at] != ',' || depth != 0) continue;
        parts.push_back(text.substr(start, at - start));
        start = at + 1;
    }
    parts.push_back(text.substr(start));
    return parts;
}

std::optional<std::string> days_in_words(std::string_view text, Lang lang) {
    std::vector<std::string> days;
    for (const std::string_view part : selectors(text)) {
        auto one = one_selector(part, lang);
        if (!one) return std::nullopt;
        days.push_back(std::move(*one));
    }
    return list_of(days, lang);
}

std::optional<std::string> span_in_words(std::string_view span, Lang lang) {
    if (span.ends_with('+') && canonical_time(span.substr(0, span.size() - 1))) {
        const std::string from = time_in_words(span.substr(0, span.size() - 1), lang);
        return lang == Lang::fr ? "à partir de " + from : "from " + from;
    }
    const std::size_t dash = span.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    if (!canonical_time(span.substr(0, dash)) || !canonical_time(span.substr(dash + 1))) return std::nullopt;
    return fmt::format("{} – {}", time_in_words(span.substr(0, dash), lang),
                       time_in_words(span.substr(dash + 1), lang));
}

std::optional<std::string> times_in_words(std::string_view text, Lang lang) {
    if (text == "off" || text == "closed") return lang == Lang::fr ? "fermé" : "closed";
    if (text == "24/7") return lang == Lang::fr ? "jour et nuit" : "day and night";
    std::vector<std::string> spans;
    for (const std::string_view span : text::split(text, ',')) {
        auto one = span_in_words(text::trim(span), lang);
        if (!one) return std::nullopt;
        spans.push_back(std::move(*one));
    }
    if (spans.empty()) return std::nullopt;
    return text::join(spans, ", ");
}

std::optional<std::pair<std::string, std::string>> rule_in_words(std::string_view rule, Lang lang) {
    const std::vector<std::string_view> words = text::words(rule);
    if (words.empty() || words.size() > 2) return std::nullopt;
    const auto times = times_in_words(words.back(), lang);
    if (!times) return std::nullopt;
    if (words.size() == 1) return std::pair(std::string(lang == Lang::fr ? "tous les jours" : "every day"), *times);
    auto days = days_in_words(words.front(), lang);
    if (!days) return std::nullopt;
    return std::pair(std::move(*days), *times);
}

std::optional<Rows> rules_in_words(std::string_view text, Lang lang) {
    Rows rows;
    for (const std::string_view rule : text::split(text, ';')) {
        if (text::trim(rule).empty()) continue;
        auto row = rule_in_words(text::trim(rule), lang);
        if (!row) return std::nullopt;
        rows.push_back(std::move(*row));
    }
    if (rows.empty()) return std::nullopt;
    return rows;
}

}  // namespace

std::string time_in_words(std::string_view time, Lang lang) {
    const auto canonical = canonical_time(time);
    if (!canonical) return std::string(time);
    const std::string_view hour = std::string_view(*canonical).substr((*canonical)[0] == '0' ? 1 : 0);
    if (lang == Lang::en) return std::string(hour);
    const std::size_t colon = hour.find(':');
    const std::string_view minutes = hour.substr(colon + 1);
    return minutes == "00" ? fmt::format("{} h", hour.substr(0, colon))
                           : fmt::format("{} h {}", hour.substr(0, colon), minutes);
}

std::optional<Rows> opening_hours(std::string_view text, Lang lang) {
    auto rows = rules_in_words(text, lang);
    if (rows)
        for (auto& [days, times] : *rows) days = capitalised(days);
    return rows;
}

std::string hours_in_a_line(const std::string& text, Lang lang) {
    const auto rows = rules_in_words(text, lang);
    if (!rows) return text;
    std::vector<std::string> rules;
    for (const auto& [days, times] : *rows) rules.push_back(days + ", " + times);
    return text::join(rules, lang == Lang::fr ? " ; " : "; ");
}

}  // namespace cafe::view
