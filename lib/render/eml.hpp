// One mail as a draft that every mail program opens: RFC 5322, MIME, words beyond ASCII as RFC 2047 has them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "meetings/event.hpp"

namespace cafe::render {

/// The address must be plain (model::is_email); the name may be anything, and empty.
struct Mailbox {
    std::string name;
    std::string address;
};

struct Letter {
    Mailbox from;
    std::vector<Mailbox> to;
    std::vector<Mailbox> bcc;
    std::string subject;
    Date date;                ///< at 00:00 +0000: no clock
    std::string message_id;   ///< without the angle brackets
    std::string unsubscribe;  ///< the subject of the mail to `from` by which somebody unsubscribes
    std::string language;     ///< "fr"
    std::string text;         ///< lines end with \n
    std::string html;
    std::optional<meetings::Calendar> calendar;
};

/// The draft: `X-Unsent: 1`, then text, HTML and calendar as alternatives of one another, the calendar last and without
/// a disposition, so that Outlook, Thunderbird, Gmail and Apple show Accept and Decline. The same letter gives the same
/// bytes. No text can begin a header of its own.
std::string eml(const Letter& letter);

/// A header with its CRLF: words beyond ASCII encoded (RFC 2047), lines folded before 76 columns.
std::string header(std::string_view name, std::string_view words);

}  // namespace cafe::render
