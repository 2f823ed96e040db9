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
    bool waits = false;   ///< has not answered yet (NEEDS-ACTION, or no state at all)
    std::vector<std::string> comments;  ///< what they wrote with it, each in one line, none twice
    int guests = 0;                     ///< how many they bring (X-NUM-GUESTS, which Google writes), at most 998
    std::string start;                  ///< DTSTART as written, "20261204T083000"; empty: not said
    std::string place;                  ///< LOCATION in one line; empty: not said
    int sequence = 0;
    std::string stamp;        ///< DTSTAMP as written, "20261120T091500Z": later ones sort behind earlier ones
    std::optional<Date> day;  ///< of `stamp`
};

/// One VCALENDAR of a text.
struct Calendar {
    /// Its METHOD, lower case: reply, request, counter, refresh, cancel, publish…; empty where it names none.
    std::string method;
    /// The attendees of its events, whatever the method: what they mean depends on it.
    std::vector<Reply> attendees;
};

/// Every calendar of a text/calendar, each with its own method; `method` is that of the part's Content-Type and stands
/// for a calendar without one. Only what stands in an event itself counts, nothing of the alarms inside of it. Unfolds,
/// knows groups (`ITEM1.ATTENDEE`), lower case, quoted parameters, percent-encoded addresses (RFC 6068), the UIDs that
/// Exchange wraps in hexadecimal; passes over lines it does not understand and takes in what is cut off before its end.
std::vector<Calendar> calendars_in(std::string_view text, std::string_view method = "");

/// What the calendars with METHOD:REPLY say; nothing of any other method. Of an event in which others are listed who
/// have not answered, those who have.
std::vector<Reply> replies_in(std::string_view calendar);

}  // namespace cafe::mail
