// Replies to an invitation (iTIP, RFC 5546 §3.2.3), as Outlook, Gmail, Thunderbird and Apple send them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace cafe::mail {

struct Reply {
    std::string uid;
    std::string address;  ///< of the ATTENDEE, lower case, without `mailto:`
    std::string name;     ///< its CN
    std::string answer;   ///< accepted, declined, tentative; empty for another state (delegated, needs-action)
    std::string comment;  ///< what they wrote with it, one line; empty: nothing
    int guests = 0;       ///< how many they bring (X-NUM-GUESTS, which Google writes), at most 998
    std::string start;    ///< DTSTART as written, "20261204T083000"; empty: not said
    std::string place;    ///< LOCATION in one line; empty: not said
    int sequence = 0;
    std::string stamp;        ///< DTSTAMP as written, "20261120T091500Z": later ones sort behind earlier ones
    std::optional<Date> day;  ///< of `stamp`
};

/// Every attendee of every event of a text/calendar with METHOD:REPLY; nothing for any other method. Unfolds, knows
/// groups (`ITEM1.ATTENDEE`), lower case, quoted parameters; passes over lines it does not understand.
std::vector<Reply> replies_in(std::string_view calendar);

}  // namespace cafe::mail
