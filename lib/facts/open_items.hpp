// Questions and actions of all meetings: which are still open, which are late.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "facts/release.hpp"
#include "store/catalog.hpp"

namespace cafe::facts {

/// A question or an action where it was raised. What it says has passed the gate.
template <class T>
struct Raised {
    std::string name;          ///< "2026-11-06-fumel/permanence-msa"; without an id "2026-11-06-fumel/questions.0"
    std::string meeting;       ///< its id
    std::optional<Date> date;  ///< of the meeting
    std::string cafe;          ///< its id; empty for a meeting of the whole network
    std::vector<std::string> themes;  ///< its own; the meeting's when it names none
    T value;
    yaml::Node tree;  ///< as the file has it, always a mapping
    bool open = false;
    bool late = false;
};

/// By the meeting's date, then its id, then in the order of the minutes. Open: it has no answer. Late: it is open, and
/// its café has met since, before `today` or on it.
std::vector<Raised<model::Question>> questions(const store::Catalog& catalog, Reader reader, const Date& today);

/// What is due first comes first; what has no date comes last, then as above. Open: neither done nor dropped. Late: it
/// is open and was due before `today`.
std::vector<Raised<model::Action>> actions(const store::Catalog& catalog, Reader reader, const Date& today);

}  // namespace cafe::facts
