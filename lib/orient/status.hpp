// How an orientation stands: computed from its events and the day, never typed.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"
#include "orient/journal.hpp"

namespace cafe::orient {

/// How long a request waits for an answer before nobody expects one any more.
inline constexpr int days_to_expire = 30;

enum class Turn { nobody, sender, receiver, person };

struct State {
    Is is = Is::asked;     ///< the last event
    bool expired = false;  ///< nobody answered in thirty days
    bool closed = false;   ///< started, refused, withdrawn
    Date since;            ///< of the last event; expired: the day that it became so
    std::string why;
    Turn turn = Turn::nobody;
    std::optional<Date> due;  ///< from that day on it is their turn to be asked
    bool operator==(const State&) const = default;
};

/// The same for the same events in whatever order, also of two on one day.
State state_of(const Orientation& orientation, const Date& today);

/// « refusé : pas de place », "expired".
Words in_words(const State& state);
/// « à eux », « à vous », « à la personne ».
Words in_words(Turn turn);

/// The day of the first answer: received, waiting, offered, refused, started.
std::optional<Date> answered_on(const Orientation& orientation);

/// How long the first answer took: one of model::delays().
std::string_view delay_class(const Orientation& orientation);

struct Figures {
    std::size_t asked = 0;
    std::size_t answered = 0;
    std::size_t started = 0;
    std::size_t refused = 0;
    std::size_t withdrawn = 0;
    std::size_t expired = 0;
    std::size_t open = 0;
    std::optional<int> days_to_answer;  ///< the median
    std::optional<int> days_to_start;
    std::map<std::string, int> reasons;
    std::map<std::string, int> themes;
    std::map<std::string, int> areas;
    std::map<std::string, int> fiches;
};

/// Of the orientations asked on that day or later.
Figures figures(const std::vector<Orientation>& orientations, const std::optional<Date>& since, const Date& today);

/// Whether an orientation has been kept long enough: closed or expired for six months, or asked two years ago.
bool is_to_purge(const Orientation& orientation, const Date& today);

/// The theme of an orientation: the journal has it only where the service has several.
using ThemeOf = std::function<std::string(const Orientation&)>;

/// Takes those out, and adds them to the counters of their quarter. How many went.
std::size_t purge(Journal& journal, const Date& today, const ThemeOf& theme_of);

/// Adds one orientation to the tables of a quarter: to one cell of each.
void count(Counts& counts, const Orientation& orientation, const std::string& theme);

}  // namespace cafe::orient
