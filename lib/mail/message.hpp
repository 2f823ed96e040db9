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
    std::string content;  ///< decoded; UTF-8 where its charset is one we know (us-ascii, utf-8, latin-1, cp1252)
};

struct Message {
    std::string from;     ///< the address alone, lower case; empty when there is none
    std::string subject;  ///< decoded, one line
    std::vector<Part> parts;
};

/// Reads one mail: folded headers, RFC 2047 words, multiparts within multiparts (as deep as 8), quoted-printable and
/// base64 with their usual faults, attached mails. Never fails: what is no mail has no parts.
Message parse(std::string_view bytes);

/// The mails of an mbox file (RFC 4155), or the one mail that the bytes are.
std::vector<std::string> messages_in(std::string_view bytes);

}  // namespace cafe::mail
