// iCalendar as every calendar program reads it: RFC 5545, RFC 5546 (invitations), RFC 6868 and RFC 7986 (feeds).
#pragma once

#include <string>
#include <string_view>

#include "meetings/event.hpp"

namespace cafe::render {

/// The whole object: CRLF, lines folded at 75 octets and never inside a character, its own VTIMEZONE, no clock. Texts
/// are escaped, hidden characters and controls left out.
std::string ics(const meetings::Calendar& calendar);

/// "PUBLISH", "REQUEST", "CANCEL": METHOD here and `method=` in the mail that carries it must agree.
std::string_view method_name(meetings::Method method);

/// One content line with its CRLF, folded (RFC 5545 §3.1; vCard folds alike).
std::string folded_line(std::string_view line);
/// A TEXT value: backslash, semicolon, comma and line feed escaped (RFC 5545 §3.3.11, RFC 2426 §4).
std::string escaped_text(std::string_view text);

}  // namespace cafe::render
