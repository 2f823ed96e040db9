// Opening hours as people read them (calendar/hours.hpp reads what is written).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "facts/opening.hpp"

namespace cafe::view {

/// One row for each rule, in the order written: days and hours. "Mo-Fr 08:30-12:00,13:30-17:00; PH off" →
/// ("Du lundi au vendredi", "8 h 30 – 12 h, 13 h 30 – 17 h"), ("Jours fériés", "fermé"). Rules are told, not worked
/// out: nothing is added to a day by another rule. Simple French is read too. Nothing where it is not understood: then
/// the text is shown as it was written.
std::optional<std::vector<std::pair<std::string, std::string>>> opening_hours(std::string_view text, Lang lang);

/// As `opening_hours`; where rules speak of the same day, worked out, days with the same hours together, for a person
/// who must not have to reckon:
/// "Mo-Fr 08:30-12:00,13:00-16:30; We 08:30-12:00" → ("Lundi, mardi, jeudi et vendredi", "8 h 30 – 12 h, 13 h – 16 h
/// 30"),
/// ("Mercredi", "8 h 30 – 12 h").
std::optional<std::vector<std::pair<std::string, std::string>>> hours_by_days(std::string_view text, Lang lang);

/// `opening_hours` in one line: "du lundi au vendredi, 8 h 30 – 12 h ; jours fériés, fermé"; the text itself when it is
/// not understood.
std::string hours_in_a_line(const std::string& text, Lang lang);

/// A week worked out: each day on which somebody is there, with all its hours; and what weekdays cannot say (public
/// holidays, « 1er mardi du mois », July), told as `opening_hours` does.
struct WeekOfHours {
    struct Day {
        int weekday = 1;  ///< 1 is Monday
        std::string times;
        bool operator==(const Day&) const = default;
    };
    std::vector<Day> days;  ///< Monday first; a day without a word has nobody
    std::vector<std::pair<std::string, std::string>> besides;
};

/// Nothing where `opening_hours` says nothing, where no rule is about plain weekdays, or where a rule stands in for
/// another (`||`).
std::optional<WeekOfHours> week_of_hours(std::string_view text, Lang lang);

/// « vendredi 8 h 30 – 12 h », « mercredi : fermé (en août) », « lundi : 9 h – 12 h ; appeler avant pendant les
/// vacances scolaires »; nothing where nothing is said.
std::string opening_in_words(const facts::Opening& opening, Lang lang);

/// « lundi » of 1, as in a sentence.
std::string weekday_name(int weekday, Lang lang);

/// "8 h 30", "9 h" / "8:30", "9:00" from `08:30`; the text itself when it is no time.
std::string time_in_words(std::string_view time, Lang lang);

}  // namespace cafe::view
