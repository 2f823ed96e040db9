#include "mail/itip.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace cafe::mail {

namespace {

using ascii::lower;

// Whether a line begins as one does: a name, then a colon or a semicolon.
bool begins_a_line(std::string_view line) {
    const std::size_t end = line.find_first_of(":;");
    if (end == 0 || end == std::string_view::npos) return false;
    return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               c == '_';
    });
}

// Whether a line has no value yet: no colon but those inside of quotes.
bool lacks_value(std::string_view line) {
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        if (c == ':' && !quoted) return false;
    }
    return true;
}

bool opens_or_closes(std::string_view line) {
    const std::string begin = lower(line.substr(0, 6));
    return begin == "begin:" || begin.starts_with("end:");
}

// Content lines without their folds. Lines that mail servers broke without a blank are put together too.
std::vector<std::string> lines_of(std::string_view calendar) {
    std::vector<std::string> lines;
    for (std::string_view line : text::split(calendar, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        const bool folded = line.front() == ' ' || line.front() == '\t';
        if (!lines.empty() && folded)
            lines.back() += line.substr(1);
        else if (!lines.empty() && !opens_or_closes(lines.back()) &&
                 (lacks_value(lines.back()) || !begins_a_line(line)))
            lines.back() += line;
        else
            lines.emplace_back(text::trim(line));
    }
    return lines;
}

struct Line {
    std::string name;  // lower case
    std::vector<std::pair<std::string, std::string>> parameters;
    std::string value;

    [[nodiscard]] std::string parameter(std::string_view wanted) const {
        for (const auto& [key, held] : parameters)
            if (key == wanted) return held;
        return {};
    }
};

// NAME;A=b;C="d:e":value. Colons and semicolons inside of quotes part nothing.
Line read(std::string_view text) {
    Line line;
    std::vector<std::string> parts(1);
    bool quoted = false;
    std::size_t at = 0;
    for (; at < text.size() && (quoted || text[at] != ':'); ++at) {
        if (text[at] == '"')
            quoted = !quoted;
        else if (text[at] == ';' && !quoted)
            parts.emplace_back();
        else
            parts.back() += text[at];
    }
    line.value = std::string(text::trim(text.substr(std::min(at + 1, text.size()))));
    line.name = lower(text::trim(parts.front()));
    if (const std::size_t dot = line.name.find('.'); dot != std::string::npos) line.name.erase(0, dot + 1);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t equals = parts[i].find('=');
        if (equals != std::string::npos)
            line.parameters.emplace_back(lower(parts[i].substr(0, equals)), parts[i].substr(equals + 1));
    }
    return line;
}

std::string answer_of(const std::string& state) {
    for (const std::string_view known : {"accepted", "declined", "tentative"})
        if (lower(text::trim(state)) == known) return std::string(known);
    return {};
}

// TEXT of RFC 5545 §3.3.11 in one line.
std::string words_of(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool escaped = value[i] == '\\' && i + 1 < value.size();
        if (escaped) ++i;
        out += escaped && (value[i] == 'n' || value[i] == 'N') ? ' ' : value[i];
    }
    return std::string(text::trim(out));
}

// A parameter's value: RFC 6868 writes quotes and line ends with a caret.
std::string parameter_words(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char next = value[i] == '^' && i + 1 < value.size() ? value[i + 1] : '\0';
        if (next == '^' || next == '\'' || next == 'n') {
            out += next == '^' ? '^' : next == '\'' ? '"' : ' ';
            ++i;
        } else {
            out += value[i];
        }
    }
    return words_of(out);
}

// %2B → +, as in every URI.
std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? ascii::hex_value(text[i + 1]) : -1;
        const int low = high < 0 ? -1 : ascii::hex_value(text[i + 2]);
        out += low < 0 ? text[i] : static_cast<char>(high * 16 + low);
        if (low >= 0) i += 2;
    }
    return out;
}

// The mailbox of a calendar address: "mailto:paul%2Bcafe@example.org?subject=x", "mailto:Paul <paul@example.org>".
std::string mailbox_of(std::string_view uri) {
    uri = text::trim(uri);
    constexpr std::string_view scheme = "mailto:";
    if (lower(uri.substr(0, scheme.size())) == scheme) uri.remove_prefix(scheme.size());
    const std::size_t open = uri.rfind('<');
    if (open != std::string_view::npos)
        uri = uri.substr(open + 1, uri.find('>', open) - open - 1);
    else
        uri = uri.substr(0, uri.find('?'));
    const std::string decoded = lower(percent_decoded(uri));
    std::string_view bare = text::trim(decoded);
    while (bare.size() > 1 && (bare.front() == '"' || bare.front() == '\'') && bare.back() == bare.front())
        bare = bare.substr(1, bare.size() - 2);
    return std::string(bare);
}

// CalDAV servers and Apple name people by a principal's path or a UUID, their mailbox stands in a parameter.
std::string address_of(const Line& attendee) {
    if (lower(attendee.value).starts_with("mailto:")) return mailbox_of(attendee.value);
    if (const std::string email = attendee.parameter("email"); !email.empty()) return mailbox_of(email);
    const bool plain = attendee.value.find('@') != std::string::npos && attendee.value.find(':') == std::string::npos;
    return plain ? mailbox_of(attendee.value) : std::string();
}

// Exchange keeps the UID of an invitation from elsewhere in its own, in hexadecimal behind "vCal-Uid" and a number of
// four bytes ([MS-OXCICAL] 2.1.3.1.1.20.26), and some versions send that back.
std::string plain_uid(std::string uid) {
    constexpr std::string_view mark = "7643616c2d55696401000000";
    const std::string low = lower(uid);
    const std::size_t at = low.find(mark);
    if (at == std::string::npos) return uid;
    std::string plain;
    for (std::size_t i = at + mark.size(); i + 1 < low.size(); i += 2) {
        const int high = ascii::hex_value(low[i]);
        const int digit = ascii::hex_value(low[i + 1]);
        if (high < 0 || digit < 0 || (high == 0 && digit == 0)) break;
        plain += static_cast<char>(high * 16 + digit);
    }
    return plain;
}

std::optional<Date> day_of(const std::string& stamp) {
    if (stamp.size() < 8 || !text::is_digits(std::string_view(stamp).substr(0, 8))) return std::nullopt;
    return Date::parse(stamp.substr(0, 4) + "-" + stamp.substr(4, 2) + "-" + stamp.substr(6, 2));
}

}  // namespace

namespace {

// An event while it is read: what concerns all of its attendees, and each of them.
struct OpenEvent {
    Reply common;
    std::vector<Reply> attendees;

    void take(const Line& line) {
        if (line.name == "uid") {
            common.uid = plain_uid(line.value);
        } else if (line.name == "sequence") {
            common.sequence = static_cast<int>(text::to_integer(line.value).value_or(0) % 1'000'000);
        } else if (line.name == "dtstamp") {
            common.stamp = line.value;
            common.day = day_of(line.value);
        } else if (line.name == "dtstart") {
            common.start = line.value;
        } else if (line.name == "location") {
            common.place = words_of(line.value);
        } else if (line.name == "comment") {
            add_comment(common, words_of(line.value));
        } else if (line.name == "attendee") {
            Reply reply;
            reply.address = address_of(line);
            reply.name = parameter_words(line.parameter("cn"));
            reply.answer = answer_of(line.parameter("partstat"));
            reply.waits = reply.answer.empty() &&
                          (line.parameter("partstat").empty() || lower(line.parameter("partstat")) == "needs-action");
            reply.guests = static_cast<int>(
                std::clamp<long long>(text::to_integer(line.parameter("x-num-guests")).value_or(0), 0, 998));
            add_comment(reply, parameter_words(line.parameter("x-response-comment")));  // Google's
            if (!reply.address.empty()) attendees.push_back(std::move(reply));
        }
    }

    static void add_comment(Reply& reply, std::string words) {
        if (words.empty() || std::find(reply.comments.begin(), reply.comments.end(), words) != reply.comments.end())
            return;
        reply.comments.push_back(std::move(words));
    }

    void close_into(Calendar& calendar) {
        for (Reply& each : attendees) {
            each.uid = common.uid;
            for (const std::string& comment : common.comments) add_comment(each, comment);
            each.start = common.start;
            each.place = common.place;
            each.sequence = common.sequence;
            each.stamp = common.stamp;
            each.day = common.day;
            calendar.attendees.push_back(std::move(each));
        }
        *this = {};
    }
};

}  // namespace

std::vector<Calendar> calendars_in(std::string_view text, std::string_view method) {
    std::vector<Calendar> calendars;
    std::vector<std::string> open;  // the components that the line stands in
    OpenEvent event;
    const auto close_event = [&] {
        if (!calendars.empty()) event.close_into(calendars.back());
    };
    for (const std::string& written : lines_of(text)) {
        const Line line = read(written);
        const std::string component = lower(line.value);
        if (line.name == "begin") {
            if (component == "vcalendar") {
                close_event();
                open.clear();
                calendars.emplace_back();
            }
            if (component == "vevent") close_event();
            if (calendars.empty()) calendars.emplace_back();
            if (open.size() < 16) open.push_back(component);
        } else if (line.name == "end") {
            const auto innermost = std::find(open.rbegin(), open.rend(), component);
            if (innermost != open.rend()) open.erase(std::next(innermost).base(), open.end());
            if (component == "vevent" || component == "vcalendar") close_event();
        } else if (!open.empty() && open.back() == "vevent") {
            event.take(line);
        } else if (line.name == "method" && (open.empty() || open.back() == "vcalendar")) {
            if (calendars.empty()) calendars.emplace_back();
            if (calendars.back().method.empty()) calendars.back().method = component;
        }
    }
    close_event();
    for (Calendar& calendar : calendars)
        if (calendar.method.empty()) calendar.method = lower(text::trim(method));
    return calendars;
}

std::vector<Reply> replies_in(std::string_view calendar) {
    std::vector<Reply> replies;
    for (Calendar& each : calendars_in(calendar)) {
        if (each.method != "reply") continue;
        const bool answered = std::any_of(each.attendees.begin(), each.attendees.end(),
                                          [](const Reply& one) { return !one.answer.empty(); });
        for (Reply& one : each.attendees)
            if (!answered || !one.waits) replies.push_back(std::move(one));
    }
    return replies;
}

}  // namespace cafe::mail
