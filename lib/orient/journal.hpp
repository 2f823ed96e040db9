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
#include "model/needs.hpp"

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

/// What people may note of an orientation: every event but that somebody was asked.
std::vector<std::string_view> keys_to_note();
/// Why somebody is refused or withdraws (model/needs.hpp), by key.
std::vector<std::string_view> reason_keys();

/// The row of a reason (model/needs.hpp), or null.
const model::Choice* reason_called(std::string_view key);

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
    std::map<std::string, Table> tables;  ///< by the keys of model::count_tables
    bool operator==(const Counts&) const = default;
};

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

}  // namespace cafe::orient
