// The two ways to read opening hours, and which of them is believed.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/hours_detail.hpp"
#include "calendar/hours_faults.hpp"

namespace cafe::calendar {

namespace hours_detail {

Span word_at(std::string_view text, std::size_t at) {
    constexpr std::string_view ends = " \t\n,;:[]()\"|+";
    at = std::min(at, text.size());
    std::size_t end = std::min(text.find_first_of(ends, at), text.size());
    if (end == at && at < text.size()) utf8::next(text, end);
    return {at, end};
}

HoursFault not_understood(std::string_view text, Span span) {
    constexpr std::size_t longest = 60;
    if (span.size() == 0) {
        // Something should have followed: the last character is shown.
        std::size_t begin = span.begin;
        while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0U) == 0x80U) continue;
        span = {begin, std::max(begin, span.begin)};
    }
    const std::string_view shown = utf8::fit(text.substr(span.begin, span.size()), longest);
    return HoursFault{span, hours_faults::unknown(std::string(shown)), hours_faults::like_these()};
}

}  // namespace hours_detail

HoursReading read_hours(std::string_view text) {
    HoursReading reading;
    auto notation = hours_detail::read_notation(text);
    const bool days_lack =
        notation.hours && !notation.exact &&
        std::any_of(notation.hours->rules.begin(), notation.hours->rules.end(), hours_detail::lacks_days);
    if (notation.hours && !days_lack) {
        reading.hours = std::move(notation.hours);
        reading.exact = notation.exact;
        return reading;
    }
    if (notation.asks) {
        reading.fault = std::move(notation.fault);
        return reading;
    }
    auto words = hours_detail::read_words(text);
    if (days_lack) {
        if (words.hours)
            reading.hours = std::move(words.hours);
        else
            reading.fault = hours_detail::asks_for_days(text);
        return reading;
    }
    if (words.hours) {
        reading.hours = std::move(words.hours);
        return reading;
    }
    if (words.asks) {
        reading.fault = std::move(words.fault);
        return reading;
    }
    const HoursFault& of_notation = *notation.fault;
    const std::size_t begin = words.fault->span.begin;
    const bool just_unknown = of_notation.message == hours_detail::not_understood(text, of_notation.span).message;
    // A fault that knows more than "not understood" speaks for all its characters: "Feb 30".
    const bool in_words = just_unknown ? begin >= of_notation.span.begin
                                       : begin > of_notation.span.begin && begin >= of_notation.span.end;
    reading.fault = in_words ? std::move(words.fault) : std::move(notation.fault);
    return reading;
}

}  // namespace cafe::calendar
