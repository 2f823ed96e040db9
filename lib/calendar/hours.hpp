// Opening hours: OpenStreetMap's opening_hours, and the simple French that people write instead, read into one value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/place.hpp"
#include "base/words.hpp"

namespace cafe::calendar {

/// Days of the week or holidays: "Mo", "Mo-Fr", "Tu[1,3]", "PH", "SH".
struct DaySelector {
    enum class Kind { weekdays, public_holidays, school_holidays };
    Kind kind = Kind::weekdays;
    int first = 1;         ///< 1 is Monday, 7 is Sunday
    int last = 1;          ///< may come before `first`: Fr-Mo
    std::vector<int> nth;  ///< in the month: 1 to 5, or -1 (the last) to -5; empty: each. Only where `first` is `last`
    int shift = 0;         ///< days later ("PH +1 day"), or earlier
    bool operator==(const DaySelector&) const = default;
};

/// A day of the year, a whole month or Easter Sunday.
struct YearDay {
    int year = 0;   ///< 0: every year
    int month = 0;  ///< 1 to 12; 0 when it is Easter
    int day = 0;    ///< 0: the whole month
    int shift = 0;  ///< days after Easter, or before it
    bool operator==(const YearDay&) const = default;
};

struct DateRange {
    YearDay first;
    YearDay last;  ///< equals `first` when it is one day or one month
    bool open_end = false;
    bool operator==(const DateRange&) const = default;
};

/// Weeks of the year (ISO 8601) or years.
struct NumberRange {
    int first = 0;
    int last = 0;  ///< 0: no end
    int step = 1;  ///< "week 2-52/2": every second one
    bool operator==(const NumberRange&) const = default;
};

struct ClockTime {
    enum class Sun { none, dawn, sunrise, sunset, dusk };
    int minutes = 0;  ///< from midnight, at most 48 hours; of a sun event, minutes after it
    Sun sun = Sun::none;
    bool operator==(const ClockTime&) const = default;
};

struct TimeSpan {
    ClockTime from;
    std::optional<ClockTime> until;  ///< absent: only the beginning is known, "09:00+"
    bool open_end = false;           ///< the end may be later
    bool operator==(const TimeSpan&) const = default;
};

/// One rule: on which days, at which hours, open or not.
struct HoursRule {
    enum class Join {
        instead,    ///< `;` takes the place of what was said before for the same days
        besides,    ///< `,` adds to it
        otherwise,  ///< `||` where nothing was said
    };
    enum class State { open, off, unknown };
    Join join = Join::instead;
    bool always = false;  ///< 24/7
    std::vector<NumberRange> years;
    std::vector<DateRange> dates;
    std::vector<NumberRange> weeks;
    std::vector<DaySelector> within;  ///< "SH Mo-Fr": holidays that narrow `days`
    std::vector<DaySelector> days;    ///< empty: every day
    std::vector<TimeSpan> times;      ///< empty: all day, unless a comment alone says it
    State state = State::open;
    std::string comment;  ///< alone, a condition: « sur rendez-vous »
    bool surely = false;  ///< open for all that, a remark: `open "sonner"`, « sans rendez-vous »
    bool operator==(const HoursRule&) const = default;
};

/// What a text of opening hours says. Never empty once it was read.
struct Hours {
    std::vector<HoursRule> rules;
    bool operator==(const Hours&) const = default;
};

/// Why a text says nothing, at the very characters (bytes of the text).
struct HoursFault {
    Span span;
    Words message;
    Words remedy;
};

struct HoursReading {
    std::optional<Hours> hours;       ///< absent when there is a fault
    std::optional<HoursFault> fault;  ///< of the reading, OpenStreetMap's or in words, that came further
    bool exact = false;               ///< written in the notation as other programs read it: nothing was forgiven
};

/// Reads OpenStreetMap's notation, forgiving letter case, `9h30` and long dashes; else simple French (« lundi au
/// vendredi 9h-12h et 14h-17h ; fermé le mercredi », « sur rendez-vous »). Nothing is guessed: a word that is not
/// understood is a fault, and so is what reads two ways ("Mar 09:00-12:00": mardi, or March) and hours in words without
/// a day. Time grows with the length of the text.
HoursReading read_hours(std::string_view text);

/// The same in OpenStreetMap's notation: "Mo-Fr 09:00-12:00,14:00-17:00; PH off". Reading it gives the same value.
std::string canonical(const Hours& hours);

/// `09:00`, `24:00`; of a sun event "sunset", "(sunset-00:30)".
std::string clock_text(const ClockTime& time);

/// Something that is written well and yet probably not meant, in the order of the rules: days without any hours, a
/// span that goes through a night and lasts sixteen hours or more, an afternoon that takes the morning of some days
/// away ("Mo-Fr 08:30-12:00; Tu 14:00-17:00" has no Tuesday morning), spans that overlap, one that ends where it
/// begins, hours behind others that say no day, a closing that later hours open again ("Aug off; Mo-Fr 09:00-12:00").
std::vector<Words> doubts_about(const Hours& hours);

}  // namespace cafe::calendar
