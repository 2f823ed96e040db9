#include "mail/itip.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cafe::mail {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// Content lines without their folds.
std::vector<std::string> lines_of(std::string_view calendar) {
    std::vector<std::string> lines;
    for (std::string_view line : text::split(calendar, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty() && (line.front() == ' ' || line.front() == '\t') && !lines.empty())
            lines.back() += line.substr(1);
        else
            lines.emplace_back(line);
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
        if (lower(state) == known) return std::string(known);
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

std::string address_of(const Line& attendee) {
    std::string address = lower(attendee.value);
    if (!address.starts_with("mailto:")) address = "mailto:" + lower(attendee.parameter("email"));
    return std::string(text::trim(address.substr(7)));
}

std::optional<Date> day_of(const std::string& stamp) {
    if (stamp.size() < 8 || !text::is_digits(std::string_view(stamp).substr(0, 8))) return std::nullopt;
    return Date::parse(stamp.substr(0, 4) + "-" + stamp.substr(4, 2) + "-" + stamp.substr(6, 2));
}

}  // namespace

std::vector<Reply> replies_in(std::string_view calendar) {
    std::vector<Reply> replies;
    std::string method;
    bool inside = false;
    Reply event;
    std::vector<Reply> attendees;
    for (const std::string& text : lines_of(calendar)) {
        const Line line = read(text);
        if (line.name == "method") method = lower(line.value);
        if (line.name == "begin" && lower(line.value) == "vevent") {
            inside = true;
            event = {};
            attendees.clear();
        } else if (line.name == "end" && lower(line.value) == "vevent" && inside) {
            inside = false;
            for (Reply& each : attendees) {
                each.uid = event.uid;
                each.comment = event.comment;
                each.start = event.start;
                each.place = event.place;
                each.sequence = event.sequence;
                each.stamp = event.stamp;
                each.day = event.day;
                if (!each.address.empty()) replies.push_back(std::move(each));
            }
        } else if (inside && line.name == "uid") {
            event.uid = line.value;
        } else if (inside && line.name == "sequence") {
            event.sequence = static_cast<int>(text::to_integer(line.value).value_or(0) % 1'000'000);
        } else if (inside && line.name == "dtstamp") {
            event.stamp = line.value;
            event.day = day_of(line.value);
        } else if (inside && line.name == "dtstart") {
            event.start = line.value;
        } else if (inside && line.name == "location") {
            event.place = words_of(line.value);
        } else if (inside && line.name == "comment") {
            event.comment = words_of(line.value);
        } else if (inside && line.name == "attendee") {
            Reply reply;
            reply.address = address_of(line);
            reply.name = line.parameter("cn");
            reply.answer = answer_of(line.parameter("partstat"));
            reply.guests = static_cast<int>(
                std::clamp<long long>(text::to_integer(line.parameter("x-num-guests")).value_or(0), 0, 998));
            attendees.push_back(std::move(reply));
        }
    }
    if (method != "reply") return {};
    return replies;
}

}  // namespace cafe::mail
