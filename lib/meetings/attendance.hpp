// Who came to a meeting, who was expected, who came for the first time: worked out here and nowhere else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/value.hpp"
#include "edit/edit.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

/// One person at the table, or a guest. `partner` is the one they came for, inferred where there is only one.
struct Seat {
    std::string person;
    std::string partner;
    std::string guest;
    std::string organisation;
    bool operator==(const Seat&) const = default;
};

/// Those whose names were kept, in the order of the record, nobody twice.
std::vector<Seat> who_came(const store::Catalog& catalog, const model::Meeting& meeting);

/// How many came: the names, or the headcount where it is higher. 0 when neither was kept.
int how_many_came(const model::Meeting& meeting);

/// Somebody invited, with what they answered.
struct Expected {
    std::string person;  ///< empty: the partner at its own address
    std::string partner;
    std::string reply;  ///< accepted, tentative, declined; empty: none yet
};

/// Everyone invited: those who come, then perhaps, then without reply, then those who declined; each group by name.
/// Where nobody is on record, those who came to the café's last meeting.
std::vector<Expected> expected_at(const store::Catalog& catalog, const std::string& meeting, const Date& today);

/// The people who accepted, and who neither came nor sent apologies. Empty where no attendance was kept.
std::vector<std::string> no_shows(const model::Meeting& meeting);

/// The people and guests of a meeting who came to none before it, in the order of its record.
std::vector<Seat> first_timers(const store::Catalog& catalog, const std::string& meeting);

/// To how many meetings somebody came before this one.
int came_before(const store::Catalog& catalog, const std::string& person, const std::string& meeting);

/// Somebody of the notebook as people say it at the door: an id or unique words of a name, or their beginnings. Those
/// who are expected come before everybody else; a partner stands for its only present contact.
struct AtTheDoor {
    std::vector<std::string> people;    ///< one: it is them; several: it may be each of these
    std::vector<std::string> partners;  ///< what a partner's name led to, when nobody was found by their own
};
AtTheDoor at_the_door(const store::Catalog& catalog, const model::Meeting& meeting, std::string_view words,
                      const Date& today);

/// The line of `attendance` for somebody: their partner is written where several could be meant.
Value seat_line(const store::Catalog& catalog, const model::Meeting& meeting, const std::string& person);
Value guest_line(const std::string& name, const std::string& organisation);

/// Whether a guest's name or organisation holds an e-mail address or a telephone number, which no guest has.
bool holds_address(std::string_view text);

/// The edits that seat people and guests (`lines` of `attendance`): who is there stays once, who was excused is no
/// longer.
std::vector<edit::Edit> seated(const model::Meeting& meeting, const List& lines);

}  // namespace cafe::meetings
