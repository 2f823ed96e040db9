// The words and signs of opening hours as people write them.
#pragma once

#include <string_view>
#include <vector>

#include "base/place.hpp"

namespace cafe::calendar::hours_detail {

/// What a word of opening hours says.
enum class Kind {
    day,        // value: 1 to 7
    days,       // value: 5 Monday to Friday, 7 all week, 2 the week-end
    rank,       // value: 1 to 5, -1
    month,      // value: 1 to 12
    time,       // value: minutes
    number,     // value: as written
    always,     // day and night
    range,      // a dash, « à », « au »
    with,       // « et », a comma, a slash
    separator,  // a semicolon, a full stop, a new line
    filler,     // « le », « du »
    half_day,   // « matin »: says nothing without hours
    closed,
    open,
    except,
    from,     // « à partir de »
    between,  // « entre »
    public_holidays,
    school_holidays,
    appointment,
    without_appointment,
    weeks,        // value: 1 odd, 2 even
    every_other,  // « sur deux », « une semaine sur deux »
    one,          // « un mardi sur deux »
    unknown,
};

/// A word or a sign, and where it stands.
struct Token {
    Kind kind = Kind::unknown;
    int value = 0;
    Span span;
};

/// Reads a text into its words and signs; what nobody knows is one of kind `unknown`.
std::vector<Token> tokens_of(std::string_view text);

}  // namespace cafe::calendar::hours_detail
