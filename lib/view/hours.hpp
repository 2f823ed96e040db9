// Opening hours as people read them (calendar/hours.hpp reads what is written).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.hpp"

namespace cafe::view {

/// One row for each rule, in the order written: days and hours. "Mo-Fr 08:30-12:00,13:30-17:00; PH off" →
/// ("Du lundi au vendredi", "8 h 30 – 12 h, 13 h 30 – 17 h"), ("Jours fériés", "fermé"). Rules are told, not worked
/// out: nothing is added to a day by another rule. Simple French is read too. Nothing where it says weeks, years, the
/// sun or days without hours, or is not understood: then the text is shown as it was written.
std::optional<std::vector<std::pair<std::string, std::string>>> opening_hours(std::string_view text, Lang lang);

/// The same in one line: "du lundi au vendredi, 8 h 30 – 12 h ; jours fériés, fermé"; the text itself when it is beyond
/// that.
std::string hours_in_a_line(const std::string& text, Lang lang);

/// "8 h 30", "9 h" / "8:30", "9:00" from `08:30`; the text itself when it is no time.
std::string time_in_words(std::string_view time, Lang lang);

}  // namespace cafe::view
