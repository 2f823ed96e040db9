// Mails as they are, read with patience: headers, parts and their encodings. Nothing here trusts what a mail says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cafe::mail {

/// One part that holds something, decoded.
struct Part {
    std::string type;     ///< "text/calendar", lower case
    std::string method;   ///< the `method` of its Content-Type, lower case
    std::string content;  ///< decoded; UTF-8 where its charset is one we know (see `text_of`)
};

struct Message {
    std::string from;     ///< the address alone, lower case; empty when there is none
    std::string subject;  ///< decoded, one line
    std::vector<Part> parts;
};

/// Reads one mail: folded headers, RFC 2047 words, multiparts within multiparts (as deep as 8), quoted-printable and
/// base64 with their usual faults, attached mails. Never fails: what is no mail has no parts.
Message parse(std::string_view bytes);

/// Bytes as UTF-8: us-ascii, utf-8, latin-1 and Windows-1252 as `charset` says, UTF-16 by it or by its mark; what says
/// UTF-8 and is none is read as the Windows page it mostly is. A byte order mark goes.
std::string text_of(std::string bytes, std::string_view charset);

/// Quoted-printable undone (RFC 2045 §6.7): soft line breaks go, what is no escape stays. In a `header` "_" is a space.
std::string from_quoted_printable(std::string_view text, bool header = false);

/// Whether a text begins as a calendar does, whatever it calls itself.
bool is_calendar(std::string_view text);

/// The mails of an mbox file (RFC 4155), or the one mail that the bytes are.
std::vector<std::string> messages_in(std::string_view bytes);

}  // namespace cafe::mail
