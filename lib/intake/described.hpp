// What other platforms keep in one text, parted again: a description, opening hours with a note, how to get somewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.hpp"

namespace cafe::intake {

/// A record while its fields are found, in the order they are said. What says nothing is not there.
struct RecordBuilder {
    Map map{};

    void say(std::string_view key, const std::string& text);
    void list(std::string_view key, List items);
    void list(std::string_view key, const std::vector<std::string>& items);
    void erase(std::string_view key);
    [[nodiscard]] const Value* find(std::string_view key) const;
    /// Appends the texts of a list to `all`, each once.
    void add_to(std::vector<std::string>& all, std::string_view key) const;
};

/// A first short paragraph is the summary, « - … » are missions, « Ne fait pas : … » are limits, the rest is the
/// description.
void take_description(std::string_view text, RecordBuilder& record);

/// Numbered lines are steps, « Délai : … » the delay; « À apporter : … » of the conditions are papers. The rest of both
/// is the note.
void take_steps(std::string_view how, std::string_view conditions, RecordBuilder& referral);

struct HoursAndNote {
    std::string hours;  ///< OpenStreetMap's
    std::string note;   ///< a comment behind them, or all that cannot be read
};
/// `Mo-Fr 09:00-12:00 "sur rendez-vous"`, French, or words.
HoursAndNote read_opening(std::string_view cell);

}  // namespace cafe::intake
