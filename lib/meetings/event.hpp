// Meetings as entries of people's calendars, before they have a format (render/ics.hpp writes it).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "calendar/schedule.hpp"
#include "calendar/zone.hpp"
#include "facts/release.hpp"
#include "meetings/agenda.hpp"
#include "store/catalog.hpp"

namespace cafe::meetings {

/// The one reader of an invitation: nobody else is named in it.
struct Guest {
    std::string name;
    std::string address;
    std::string reply;  ///< accepted, declined, tentative; empty: none yet
};

/// Days that come back: what a schedule says, until a day, without some.
struct Recurrence {
    std::vector<calendar::DayOfMonth> days;
    std::vector<int> months;  ///< empty: all
    Date until;
    std::vector<Date> except;
};

enum class EventState { planned, confirmed, cancelled };

struct Event {
    std::string uid;
    Date stamp;  ///< at 00:00Z: the meeting's own, never the clock
    int sequence = 0;
    Date date;
    std::string start;  ///< "08:30"; empty: the whole day
    std::string end;    ///< empty: not said
    std::string title;
    std::string place;        ///< name, street and town in one line
    std::string description;  ///< lines of plain text
    EventState state = EventState::planned;
    std::string organiser;          ///< the network's name
    std::string organiser_address;  ///< empty: none
    std::optional<Guest> guest;
    std::optional<Recurrence> recurrence;
};

/// What is to be done with the events (RFC 5546 §1.4).
enum class Method { publish, request, cancel };

struct Calendar {
    Method method = Method::publish;
    std::string name;  ///< of a feed; empty in an invitation
    calendar::Zone zone;
    std::vector<Event> events;
};

/// The zone of the notebook's settings, Europe/Paris when they name none. An Error names those that are known.
Result<calendar::Zone> zone_of(const model::Settings& settings);

/// The café's name; for a meeting of the whole network the notebook's.
std::string convener(const store::Catalog& catalog, const model::Meeting& meeting);

/// Where a meeting is held: its own place, else its café's.
model::Venue venue_of(const facts::Released<model::Meeting>& meeting,
                      const std::optional<facts::Released<model::Cafe>>& cafe);
/// Name, street, postcode and commune in one line, without what is missing.
std::string venue_in_a_line(const model::Venue& venue);

/// The entry of one meeting; nothing when it has no date. `stamp` and `sequence` are those of its calendar mark.
std::optional<Event> event_of(const store::Catalog& catalog, const facts::Released<model::Meeting>& meeting,
                              const model::CalendarMark& mark, Lang lang);

/// Whether the UID of a reply is that of this meeting. Domains do not count: the sender's may have changed.
bool is_uid_of(std::string_view uid, const std::string& meeting);

/// What the calendar mark's digest stands for: date, start, end, place and status. A café that moves changes it too.
std::string digest_of(const store::Catalog& catalog, const std::string& meeting);

/// The mark as it must be today: the one on record when nothing has changed since, else the next sequence with today's
/// stamp; the first one is 0.
model::CalendarMark mark_on(const store::Catalog& catalog, const std::string& meeting, const Date& today);

/// What people subscribe to, as everyone may read it: every meeting there is from the first of January on, and the
/// days that each café's schedule still promises until the end of next year as one recurring entry without those that
/// are left out, closed, or have a meeting of their own. `cafe` as in `agenda`.
Calendar feed(const store::Catalog& catalog, const calendar::Zone& zone, const std::optional<std::string>& cafe,
              const Date& today, Lang lang);

/// What stands behind the @ of an event's UID and a mail's Message-ID: the sender's domain.
std::string mail_domain(const model::Settings& settings);

}  // namespace cafe::meetings
