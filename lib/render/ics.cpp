#include "render/ics.hpp"

#include <fmt/format.h>

#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::render {

namespace {

constexpr std::array<std::string_view, 8> day_names{"", "MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// A parameter value in quotes: RFC 6868 writes what may not stand between them.
std::string parameter(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        if (character == U'^')
            out += "^^";
        else if (character == U'"')
            out += "^'";
        else if (character == U'\n')
            out += "^n";
        else if (character == U'\t')
            out += ' ';
        else if (!utf8::is_unprintable(character))
            utf8::append(out, character);
    }
    return out + "\"";
}

std::string day(const Date& date) {
    return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

// "08:30" → "T083000"; 24:00 is midnight of the day after.
std::string moment(const Date& date, std::string_view time) {
    if (time == "24:00") return day(date.plus_days(1)) + "T000000";
    return day(date) + "T" + std::string(time.substr(0, 2)) + std::string(time.substr(3, 2)) + "00";
}

std::string offset(int minutes) {
    const int size = minutes < 0 ? -minutes : minutes;
    return fmt::format("{}{:02}{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

class Writer {
public:
    void line(std::string_view content) { out_ += folded_line(content); }
    void text(std::string_view name, std::string_view value) {
        if (!text::trim(value).empty()) line(std::string(name) + ":" + escaped_text(value));
    }
    [[nodiscard]] std::string done() && { return std::move(out_); }

private:
    std::string out_;
};

void observance(Writer& out, std::string_view kind, int from, int to, std::string_view name, std::string_view start,
                std::string_view rule) {
    out.line(fmt::format("BEGIN:{}", kind));
    out.line(fmt::format("DTSTART:{}", start));
    out.line("TZOFFSETFROM:" + offset(from));
    out.line("TZOFFSETTO:" + offset(to));
    if (!rule.empty()) out.line(fmt::format("RRULE:FREQ=YEARLY;{}", rule));
    out.line(fmt::format("TZNAME:{}", name));
    out.line(fmt::format("END:{}", kind));
}

void zone(Writer& out, const calendar::Zone& zone) {
    const int winter = zone.offset;
    const int summer = zone.offset + 60;
    out.line("BEGIN:VTIMEZONE");
    out.line(fmt::format("TZID:{}", zone.name));
    switch (zone.change) {
        case calendar::ClockChange::none:
            observance(out, "STANDARD", winter, winter, zone.standard, "19700101T000000", "");
            break;
        case calendar::ClockChange::europe:
            observance(out, "DAYLIGHT", winter, summer, zone.summer, "19700329T020000", "BYMONTH=3;BYDAY=-1SU");
            observance(out, "STANDARD", summer, winter, zone.standard, "19701025T030000", "BYMONTH=10;BYDAY=-1SU");
            break;
        case calendar::ClockChange::canada:
            observance(out, "DAYLIGHT", winter, summer, zone.summer, "19700308T020000", "BYMONTH=3;BYDAY=2SU");
            observance(out, "STANDARD", summer, winter, zone.standard, "19701101T020000", "BYMONTH=11;BYDAY=1SU");
            break;
    }
    out.line("END:VTIMEZONE");
}

std::string rule(const meetings::Recurrence& again) {
    bool weekly = true;
    std::vector<std::string> days;
    for (const calendar::DayOfMonth& each : again.days) {
        weekly = weekly && each.nth == 0;
        days.push_back((each.nth == 0 ? "" : std::to_string(each.nth)) +
                       std::string(day_names.at(static_cast<std::size_t>(each.weekday))));
    }
    std::vector<std::string> months;
    for (const int month : again.months) months.push_back(std::to_string(month));
    std::string out = weekly ? "RRULE:FREQ=WEEKLY" : "RRULE:FREQ=MONTHLY";
    if (!months.empty()) out += ";BYMONTH=" + text::join(months, ",");
    return out + ";BYDAY=" + text::join(days, ",");
}

std::string_view state_name(meetings::EventState state) {
    switch (state) {
        case meetings::EventState::planned: return "TENTATIVE";
        case meetings::EventState::confirmed: return "CONFIRMED";
        case meetings::EventState::cancelled: return "CANCELLED";
    }
    return "TENTATIVE";
}

std::string_view participation(const std::string& reply) {
    if (reply == "accepted") return "ACCEPTED";
    if (reply == "declined") return "DECLINED";
    return reply == "tentative" ? "TENTATIVE" : "NEEDS-ACTION";
}

void times(Writer& out, const meetings::Event& event, const calendar::Zone& zone) {
    if (event.start.empty()) {
        out.line("DTSTART;VALUE=DATE:" + day(event.date));
        out.line("DTEND;VALUE=DATE:" + day(event.date.plus_days(1)));
        return;
    }
    const std::string id = fmt::format(";TZID={}:", zone.name);
    out.line("DTSTART" + id + moment(event.date, event.start));
    if (event.end > event.start) out.line("DTEND" + id + moment(event.date, event.end));
}

void recurrence(Writer& out, const meetings::Event& event, const calendar::Zone& zone) {
    if (!event.recurrence) return;
    const meetings::Recurrence& again = *event.recurrence;
    // UNTIL is of the kind of DTSTART: a day, or a moment in UTC (RFC 5545 §3.3.10). A day later, so that no zone cuts
    // the last one off; the days behind it are not in the rule's months or are left out below.
    out.line(rule(again) + ";UNTIL=" + (event.start.empty() ? day(again.until) : day(again.until) + "T235959Z"));
    for (const Date& date : again.except)
        out.line(event.start.empty() ? "EXDATE;VALUE=DATE:" + day(date)
                                     : fmt::format("EXDATE;TZID={}:", zone.name) + moment(date, event.start));
}

void entry(Writer& out, const meetings::Event& event, const meetings::Calendar& calendar) {
    out.line("BEGIN:VEVENT");
    out.line("UID:" + event.uid);
    out.line("DTSTAMP:" + day(event.stamp) + "T000000Z");
    out.line(fmt::format("SEQUENCE:{}", event.sequence));
    times(out, event, calendar.zone);
    recurrence(out, event, calendar.zone);
    out.text("SUMMARY", event.title);
    out.text("LOCATION", event.place);
    out.text("DESCRIPTION", event.description);
    const bool cancel = calendar.method == meetings::Method::cancel;
    out.line(fmt::format("STATUS:{}", state_name(cancel ? meetings::EventState::cancelled : event.state)));
    if (!event.organiser_address.empty())
        out.line("ORGANIZER;CN=" + parameter(event.organiser) + ":mailto:" + event.organiser_address);
    if (event.guest)
        out.line("ATTENDEE;CN=" + parameter(event.guest->name) +
                 fmt::format(";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={};RSVP={}:mailto:",
                             participation(event.guest->reply), cancel ? "FALSE" : "TRUE") +
                 event.guest->address);
    out.line("TRANSP:OPAQUE");
    out.line("END:VEVENT");
}

}  // namespace

std::string_view method_name(meetings::Method method) {
    switch (method) {
        case meetings::Method::publish: return "PUBLISH";
        case meetings::Method::request: return "REQUEST";
        case meetings::Method::cancel: return "CANCEL";
    }
    return "PUBLISH";
}

std::string folded_line(std::string_view line) {
    constexpr std::size_t longest = 75;
    std::string out;
    out.reserve(line.size() + line.size() / longest * 3 + 2);
    if (line.size() <= longest) {
        out += line;
        out += "\r\n";
        return out;
    }
    std::size_t room = longest;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t next = at;
        utf8::next(line, next);
        if (next - at > room) {
            out += "\r\n ";
            room = longest - 1;
        }
        out += line.substr(at, next - at);
        room -= next - at;
        at = next;
    }
    return out + "\r\n";
}

std::string escaped_text(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size();) {
        if (const char byte = text[at]; byte >= ' ' && byte < 0x7F) {
            if (byte == '\\' || byte == ';' || byte == ',') out += '\\';
            out += byte;
            ++at;
            continue;
        }
        const char32_t character = utf8::next(text, at);
        if (character == U'\n') {
            out += "\\n";
        } else if (character == U'\t') {
            out += ' ';
        } else if (!utf8::is_unprintable(character)) {
            utf8::append(out, character);
        }
    }
    return out;
}

std::string ics(const meetings::Calendar& calendar) {
    Writer out;
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//cafe//cafe partenaires//FR");
    out.line("CALSCALE:GREGORIAN");
    out.line(fmt::format("METHOD:{}", method_name(calendar.method)));
    if (!calendar.name.empty()) {
        out.text("NAME", calendar.name);
        out.text("X-WR-CALNAME", calendar.name);
        out.line(fmt::format("X-WR-TIMEZONE:{}", calendar.zone.name));
        out.line("REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        out.line("X-PUBLISHED-TTL:PT12H");
    }
    zone(out, calendar.zone);
    for (const meetings::Event& event : calendar.events) entry(out, event, calendar);
    out.line("END:VCALENDAR");
    return std::move(out).done();
}

}  // namespace cafe::render
