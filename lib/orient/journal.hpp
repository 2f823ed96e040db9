// The private journal of orientations: what stands in its file, and nothing else may. Nobody's name can: there is no
// key for it.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "model/field.hpp"

namespace cafe::orient {

/// What happened. In the order that decides between two events of one day: what is later here came later.
enum class Is { asked, seen, waiting, proposed, refused, withdrawn, started };

/// An event as files and command lines have it, and as people read it.
struct EventName {
    Is is;
    std::string_view key;
    model::Label label;
    bool needs_why;
};
std::span<const EventName> event_names();
const EventName& name_of(Is is);
std::optional<Is> event_called(std::string_view key);

/// Why somebody was refused, or did not go. The reasons of the offer are told apart; those of the person are coarse on
/// purpose.
struct Reason {
    std::string_view key;
    model::Label label;
};
std::span<const Reason> reasons();
const Reason* reason_called(std::string_view key);

struct Event {
    Date on;
    Is is = Is::asked;
    std::string why;
    std::string to;  ///< of better-elsewhere: the fiche
    auto operator<=>(const Event&) const = default;
};

struct Orientation {
    std::string ref;
    std::string to;     ///< "escale" or "escale/mise-abri"
    std::string theme;  ///< only where the service has several
    std::string area;   ///< an EPCI or wider: "epci:200068930"
    Date asked;
    std::vector<Event> events;
    bool operator==(const Orientation&) const = default;
};

/// "escale/mise-abri" → the fiche and the service, which is empty where `to` names none.
std::pair<std::string, std::string> parts_of(const std::string& to);

/// What is left of orientations that were purged, and what may leave: sums of a quarter, one table beside the other.
struct Counts {
    using Table = std::map<std::string, int>;
    int asked = 0;
    std::map<std::string, Table> tables;  ///< by the names of `count_tables`
    bool operator==(const Counts&) const = default;
};
/// "themes", "areas", "reasons", "delays".
std::span<const std::string_view> count_tables();

struct Journal {
    std::vector<Orientation> orientations;
    std::map<std::string, Counts> counters;  ///< "2026-Q3" → what was purged of it
    bool operator==(const Journal&) const = default;
    [[nodiscard]] bool empty() const { return orientations.empty() && counters.empty(); }
};

/// Reads a journal. An Error of kind environment, with its line, for whatever is not as `write_journal` would write it:
/// an unknown key above all.
Result<Journal> read_journal(std::string_view text, const std::string& file);
std::string write_journal(const Journal& journal);

/// The quarter of a day: "2026-Q3".
std::string quarter_of(const Date& day);
/// Whether a text is a quarter, from 1900-Q1 to 2199-Q4.
bool is_quarter(std::string_view text);

/// Whether a text has the form of a journal, wherever it lies: a list of orientations, or a key `ref` that holds a
/// reference.
bool is_journal(std::string_view text);

}  // namespace cafe::orient
