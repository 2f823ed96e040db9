// OpenStreetMap's opening_hours, read.
#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "calendar/hours_detail.hpp"
#include "calendar/hours_faults.hpp"

namespace cafe::calendar::hours_detail {

namespace {

constexpr std::array<int, 12> longest_months{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

using namespace hours_faults;  // NOLINT(google-build-using-namespace): what is said of a fault

using ascii::is_digit;
using ascii::is_letter;
using ascii::lower;

bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

template <std::size_t N>
int position_in(const std::array<std::string_view, N>& words, std::string_view word) {
    for (std::size_t i = 0; i < N; ++i)
        if (!words[i].empty() && same_letters(words[i], word)) return static_cast<int>(i);
    return -1;
}

// Recursive descent over the text itself, so that every fault knows its bytes. A function that returns false has said
// why in `fault_`; one that finds nothing of its kind moves nothing.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Attempt run() {
        Attempt attempt;
        if (read()) attempt.hours = std::move(hours_);
        attempt.fault = std::move(fault_);
        attempt.exact = exact_;
        attempt.asks = asks_;
        return attempt;
    }

private:
    // ---- Looking -------------------------------------------------------------------------------------------------

    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

    void blanks() {
        for (;; ++at_) {
            if (peek() == ' ') continue;
            if (peek() != '\t' && peek() != '\n') break;
            exact_ = false;
        }
        if (text_.substr(at_).starts_with("\u00A0") || text_.substr(at_).starts_with("\u202F")) {
            exact_ = false;
            at_ += text_[at_] == '\xC2' ? 2 : 3;
            blanks();
        }
    }

    bool take(std::string_view sign) {
        blanks();
        if (!text_.substr(at_).starts_with(sign)) return false;
        at_ += sign.size();
        return true;
    }

    bool take_dash() {
        if (take("-")) return true;
        for (const std::string_view dash : {"\u2013", "\u2014", "\u2010", "\u2011"}) {
            if (!take(dash)) continue;
            exact_ = false;
            return true;
        }
        return false;
    }

    [[nodiscard]] std::string_view letters() {
        blanks();
        std::size_t end = at_;
        while (end < text_.size() && is_letter(text_[end])) ++end;
        // A letter with an accent belongs to the word, which is then none of ours.
        if (end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0xC3U &&
            static_cast<unsigned char>(text_[end]) < 0xE0U)
            return {};
        return text_.substr(at_, end - at_);
    }

    // A digit of at most `most` in a row, or -1.
    int number(std::size_t most) {
        std::size_t end = at_;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        if (end == at_ || end - at_ > most) return -1;
        int value = 0;
        for (; at_ < end; ++at_) value = value * 10 + (text_[at_] - '0');
        return value;
    }

    [[nodiscard]] std::size_t digits_ahead(std::size_t from) const {
        std::size_t end = from;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        return end - from;
    }

    bool fail(Span span, Words message, Words remedy) {
        if (!fault_) fault_ = HoursFault{span, std::move(message), std::move(remedy)};
        return false;
    }
    bool fail_here() {
        blanks();
        if (!fault_) fault_ = not_understood(text_, word_at(text_, at_));
        return false;
    }
    [[nodiscard]] std::string said(Span span) const { return std::string(text_.substr(span.begin, span.size())); }

    // ---- Rules ---------------------------------------------------------------------------------------------------

    bool read() {
        blanks();
        if (at_end()) return fail({0, text_.size()}, nothing_said(), like_these());
        HoursRule::Join join = HoursRule::Join::instead;
        for (;;) {
            HoursRule rule;
            rule.join = join;
            if (!read_rule(rule)) return false;
            hours_.rules.push_back(std::move(rule));
            if (take("||")) {
                join = HoursRule::Join::otherwise;
            } else if (take(";")) {
                join = HoursRule::Join::instead;
                while (take(";")) exact_ = false;
                blanks();
                if (at_end()) return exact_ = false, true;
            } else if (take(",")) {
                join = HoursRule::Join::besides;
            } else {
                blanks();
                return at_end() || fail_between(hours_.rules.back());
            }
        }
    }

    // Behind a rule stands no sign: more hours lack their comma, other days with theirs a semicolon.
    bool fail_between(const HoursRule& before) {
        const bool time = begins_time();
        const std::size_t last = text_.find_last_not_of(' ', at_ - 1);
        const bool behind_hours =
            !before.times.empty() && (is_digit(text_[last]) || text_[last] == '+' || lower(text_[last]) == 'h');
        if (!behind_hours || (!time && !names_day())) return fail_here();
        const std::size_t end = std::min(text_.find_first_of(" ;,", at_), text_.size());
        const std::size_t blank = text_.rfind(' ', last);
        const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
        const std::string next = said({at_, end});
        const std::string joined = said({begin, last + 1}) + (time ? "," : "; ") + next;
        return fail({at_, end}, time ? no_comma(next) : no_semicolon(next), write_it(joined));
    }

    bool read_rule(HoursRule& rule) {
        blanks();
        const std::size_t begin = at_;
        if (text_.substr(at_).starts_with("24/7")) {
            at_ += 4;
            rule.always = true;
        } else if (!read_selectors(rule)) {
            return false;
        }
        if (!read_state(rule) || !read_comment(rule)) return false;
        return at_ > begin || fail_here();
    }

    bool read_selectors(HoursRule& rule) {
        if (!read_years(rule) || !read_dates(rule) || !read_weeks(rule)) return false;
        if (!rule.years.empty() || !rule.dates.empty() || !rule.weeks.empty()) take(":");
        if (!read_days(rule)) return false;
        if (!rule.days.empty() && take(":")) exact_ = false;
        return read_times(rule);
    }

    bool read_state(HoursRule& rule) {
        const std::string_view word = letters();
        const bool closes = same_letters(word, "off") || same_letters(word, "closed");
        if (!closes && !same_letters(word, "open") && !same_letters(word, "unknown")) return true;
        for (const char c : word)
            if (c != lower(c)) exact_ = false;
        rule.state = closes                          ? HoursRule::State::off
                     : same_letters(word, "unknown") ? HoursRule::State::unknown
                                                     : HoursRule::State::open;
        at_ += word.size();
        stated_ = true;
        return true;
    }

    // "open" says something beside a comment alone, which without it is a condition.
    bool read_comment(HoursRule& rule) {
        const bool stated = std::exchange(stated_, false);
        if (!take("\"")) return true;
        rule.surely = stated && rule.state == HoursRule::State::open;
        const std::size_t end = text_.find('"', at_);
        if (end == std::string_view::npos) return fail({at_ - 1, text_.size()}, no_quote(), add_quote());
        rule.comment = std::string(text_.substr(at_, end - at_));
        at_ = end + 1;
        return true;
    }

    // ---- Years, dates, weeks -------------------------------------------------------------------------------------

    // Four digits that are no part of a time, from 1900 to 2199; -1 when none stand here.
    int year() {
        blanks();
        if (digits_ahead(at_) != 4) return -1;
        const std::size_t begin = at_;
        const int value = number(4);
        if (value >= 1900 && value <= 2199) return value;
        at_ = begin;
        return -1;
    }

    bool read_years(HoursRule& rule) {
        for (;;) {
            const std::size_t begin = at_;
            NumberRange range;
            range.first = range.last = year();
            if (range.first < 0) return true;
            if (is_date_start(letters())) return at_ = begin, true;  // "2026 Jul 01": a date
            if (take("+")) {
                range.last = 0;
            } else if (take_dash()) {
                range.last = year();
                if (range.last < 0) return fail_here();
                // "2026-2026 Aug 31" could not be told from the date "2026 Aug 31" once it is written in short.
                if (range.last <= range.first) return fail({begin, at_}, years_run_on(), write_years());
                if (take("/") && (range.step = number(2)) < 1) return fail_here();
            }
            rule.years.push_back(range);
            const std::size_t comma = at_;
            if (!take(",")) return true;
            blanks();
            if (digits_ahead(at_) != 4) return at_ = comma, true;
        }
    }

    [[nodiscard]] bool is_date_start(std::string_view word) {
        if (same_letters(word, "Mar")) return is_march(word);
        return position_in(month_codes, word) >= 0 || same_letters(word, "easter");
    }

    // « mar » is mardi to whoever writes French: March where a day, a date, another month or "off" follows.
    bool is_march(std::string_view word) {
        const std::size_t begin = at_;
        blanks();
        at_ += word.size();
        const bool march = march_goes_on(word == "Mar");
        if (!march && word == "Mar" && is_time_in_full()) {
            fail({at_ - word.size(), at_}, day_or_month(said({begin, begin + word.size()})), say_day_or_month());
            asks_ = true;
        }
        at_ = begin;
        return march;
    }

    [[nodiscard]] bool march_goes_on(bool well_written) {
        const std::size_t begin = at_;
        take(".");
        blanks();
        const std::size_t size = digits_ahead(at_);
        const char behind = at_ + size < text_.size() ? lower(text_[at_ + size]) : '\0';
        bool goes_on = size > 0 && size <= 2 && behind != ':' && behind != 'h' && behind != ' ';
        if (size > 0 && size <= 2 && behind == ' ') {
            at_ += size;
            goes_on = !is_hour_sign();
        }
        if (size == 0) {
            const bool joined = take("-") || take(",");
            const std::string_view next = letters();
            if (joined)
                goes_on = position_in(month_codes, next) >= 0 || same_letters(next, "easter") || digits_ahead(at_) == 4;
            else
                goes_on = well_written && (at_end() || peek() == '+' || peek() == ';' || names_day() ||
                                           next == "week" || next == "off" || next == "closed" || next == "open");
        }
        at_ = begin;
        return goes_on;
    }

    // "09:00-12:00", as the notation has it.
    [[nodiscard]] bool is_time_in_full() {
        const std::size_t begin = at_;
        blanks();
        const bool full = digits_ahead(at_) == 2 && at_ + 2 < text_.size() && text_[at_ + 2] == ':';
        at_ = begin;
        return full;
    }

    bool read_dates(HoursRule& rule) {
        for (;;) {
            DateRange range;
            const std::size_t begin = at_;
            if (!begins_date()) return true;
            if (!read_day_of_year(range.first, begin)) return false;
            range.last = range.first;
            if (!read_last_day(range)) return false;
            rule.dates.push_back(range);
            while (take_next_day(range))
                if (!is_possible(range.first, at_))
                    return false;
                else
                    rule.dates.push_back(range);
            const std::size_t comma = at_;
            if (!take(",")) return true;
            if (!begins_date()) return at_ = comma, true;
        }
    }

    [[nodiscard]] bool begins_date() {
        const std::size_t begin = at_;
        year();
        const bool found = is_date_start(letters());
        at_ = begin;
        return found;
    }

    // "Dec 24,31": a further day of the same month.
    bool take_next_day(DateRange& range) {
        const std::size_t begin = at_;
        if (range.first != range.last || range.first.day == 0 || !take(",")) return false;
        blanks();
        const std::size_t size = digits_ahead(at_);
        const char behind = at_ + size < text_.size() ? text_[at_ + size] : '\0';
        if (size == 0 || size > 2 || behind == ':' || behind == 'h' || behind == '-') return at_ = begin, false;
        range.first.day = number(2);
        range.last = range.first;
        return true;
    }

    bool read_day_of_year(YearDay& day, std::size_t begin) {
        day = {};
        day.year = std::max(0, year());
        const std::string_view word = letters();
        if (same_letters(word, "easter")) {
            at_ += word.size();
            return read_shift(day.shift);
        }
        day.month = position_in(month_codes, word) + 1;
        if (day.month == 0) return fail_here();
        if (word != month_codes[static_cast<std::size_t>(day.month - 1)]) exact_ = false;
        at_ += word.size();
        if (take(".")) exact_ = false;
        blanks();
        const std::size_t size = digits_ahead(at_);
        const char behind = at_ + size < text_.size() ? text_[at_ + size] : '\0';
        const bool is_time = behind == 'h' || (behind == ':' && digits_ahead(at_ + size + 1) > 0);
        if (size == 0 || size > 2 || is_time) return true;
        if (size == 1) exact_ = false;
        day.day = number(2);
        return is_possible(day, begin);
    }

    bool is_possible(const YearDay& day, std::size_t begin) {
        if (day.month == 0) return true;
        const int longest = longest_months[static_cast<std::size_t>(day.month - 1)];
        if (day.day >= 1 && day.day <= longest) return true;
        begin = std::min(begin, at_);
        while (begin < at_ && text_[begin] == ' ') ++begin;
        if (begin == at_) begin = at_ - std::min<std::size_t>(at_, 2);
        return fail({begin, at_}, no_day(said({begin, at_})), put_day_right());
    }

    bool read_last_day(DateRange& range) {
        if (take("+")) return range.open_end = true, true;
        const std::size_t before = at_;
        if (!take_dash()) return true;
        blanks();
        const std::size_t begin = at_;
        if (begins_date()) {
            if (!read_day_of_year(range.last, begin)) return false;
            // "Jan 20-Jan Su[-1]": a date, and then no date.
            if (range.first.day > 0 && range.last.month > 0 && range.last.day == 0) return fail_here();
            if (range.last.year == 0) range.last.year = range.first.year;
            return true;
        }
        const std::size_t size = digits_ahead(at_);
        if (range.first.day == 0 || size == 0 || size > 2) return at_ = before, fail_after_dash();
        range.last = range.first;
        range.last.day = number(2);
        return is_possible(range.last, begin);
    }

    bool fail_after_dash() {
        take_dash();
        return fail_here();
    }

    bool read_weeks(HoursRule& rule) {
        const std::string_view word = letters();
        if (!same_letters(word, "week")) return true;
        if (word != "week") exact_ = false;
        at_ += word.size();
        for (;;) {
            NumberRange range;
            if (!read_week(range.first)) return false;
            range.last = range.first;
            if (take_dash() && !read_week(range.last)) return false;
            if (take("/") && (range.step = number(2)) < 1) return fail_here();
            rule.weeks.push_back(range);
            const std::size_t comma = at_;
            if (!take(",")) return true;
            blanks();
            if (!is_digit(peek())) return at_ = comma, true;
        }
    }

    bool read_week(int& week) {
        blanks();
        const std::size_t begin = at_;
        if (!is_digit(peek())) return fail_here();
        week = number(4);
        if (week >= 1 && week <= 53) return true;
        const Span span = word_at(text_, begin);
        return fail(span, no_week(said(span)), weeks_are());
    }

    // ---- Days ----------------------------------------------------------------------------------------------------

    // Null kind when no day stands here. "we" in small or in capital letters is left alone: it may be the week-end.
    std::optional<DaySelector> day() {
        const std::string_view word = letters();
        DaySelector selector;
        std::string_view code;
        if (const int weekday = position_in(day_codes, word); weekday >= 0) {
            selector.first = selector.last = weekday + 1;
            code = day_codes[static_cast<std::size_t>(weekday)];
        } else if (same_letters(word, "PH")) {
            selector.kind = DaySelector::Kind::public_holidays;
            code = "PH";
        } else if (same_letters(word, "SH")) {
            selector.kind = DaySelector::Kind::school_holidays;
            code = "SH";
        } else {
            return std::nullopt;
        }
        if (code == "We" && word != code) {
            fail({at_, at_ + word.size()}, two_meanings(), say_which());
            return std::nullopt;
        }
        if (word != code) exact_ = false;
        at_ += word.size();
        return selector;
    }

    bool read_days(HoursRule& rule) {
        for (;;) {
            auto selector = day();
            if (!selector) return !fault_;
            if (selector->kind == DaySelector::Kind::weekdays && !read_last_weekday(*selector)) return false;
            if (!read_shift(selector->shift)) return false;
            rule.days.push_back(*selector);
            const std::size_t before = at_;
            if (take(",")) {
                if (names_day()) continue;
                at_ = before;
                return true;
            }
            // "SH Mo-Fr": holidays, and then the days of the week that are meant in them.
            const bool holidays_only = std::none_of(rule.days.begin(), rule.days.end(), [](const DaySelector& one) {
                return one.kind == DaySelector::Kind::weekdays;
            });
            // "Su PH" says the same.
            if (!rule.within.empty() || !names_day()) return true;
            const bool holidays_follow = !holidays_only && names_holidays();
            if (!holidays_only && !holidays_follow) return true;
            if (holidays_follow) {
                HoursRule holidays;
                if (!read_days(holidays) || !holidays.within.empty()) return fail_here();
                rule.within = std::move(holidays.days);
                return true;
            }
            rule.within = std::exchange(rule.days, {});
        }
    }

    [[nodiscard]] bool names_day() {
        const std::string_view word = letters();
        return position_in(day_codes, word) >= 0 || same_letters(word, "PH") || same_letters(word, "SH");
    }

    [[nodiscard]] bool names_holidays() {
        const std::string_view word = letters();
        return same_letters(word, "PH") || same_letters(word, "SH");
    }

    bool read_last_weekday(DaySelector& selector) {
        if (peek() == '[') return read_ranks(selector);
        const std::size_t before = at_;
        if (!take_dash()) return true;
        blanks();
        if (at_end()) return fail({before, text_.size()}, no_last_day(), days_are());
        if (is_digit(peek())) {  // "We -1 day" is a shift
            at_ = before;
            return true;
        }
        const auto last = day();
        if (!last || last->kind != DaySelector::Kind::weekdays) return fail_here();
        selector.last = last->first;
        return true;
    }

    bool read_ranks(DaySelector& selector) {
        const std::size_t begin = at_++;
        for (;;) {
            int first = 0;
            if (!read_rank(first, begin)) return false;
            int last = first;
            if (first > 0 && take_dash() && !read_rank(last, begin)) return false;
            for (int rank = first; rank <= last; ++rank) selector.nth.push_back(rank);
            if (last < first) return fail_here();
            if (take("]")) return true;
            if (take(",")) continue;
            const bool closed = text_.find(']', at_) != std::string_view::npos;
            return closed ? fail_here() : fail({begin, at_}, no_bracket(), add_bracket());
        }
    }

    bool read_rank(int& rank, std::size_t bracket) {
        blanks();
        if (at_end()) return fail({bracket, text_.size()}, no_bracket(), add_bracket());
        const std::size_t begin = at_;
        const bool negative = take("-");
        rank = number(2);
        if (rank >= 1 && rank <= 5) {
            if (negative) rank = -rank;
            return true;
        }
        const std::size_t end = std::max(at_, std::min(text_.find_first_of(",]", begin), text_.size()));
        const Span span = end > begin ? Span{begin, end} : Span{bracket, std::min(end + 1, text_.size())};
        return fail(span, no_rank(said(span)), ranks_are());
    }

    // " +1 day", " -2 days".
    bool read_shift(int& shift) {
        const std::size_t before = at_;
        const bool later = take("+");
        if (!later && !take("-")) return true;
        blanks();
        const int days = number(3);
        const std::string_view word = letters();
        if (days < 1 || (word != "day" && word != "days")) return at_ = before, true;
        at_ += word.size();
        shift = later ? days : -days;
        return true;
    }

    // ---- Times ---------------------------------------------------------------------------------------------------

    [[nodiscard]] bool begins_time() {
        blanks();
        return is_digit(peek()) || peek() == '(' || position_in(sun_words, letters()) > 0;
    }

    bool read_times(HoursRule& rule) {
        if (!begins_time()) return true;
        for (;;) {
            TimeSpan span;
            blanks();
            const std::size_t begin = at_;
            if (!read_clock(span.from)) return false;
            if (span.from.minutes > 24 * 60) return fail_time(begin);
            if (take("+")) {
                rule.times.push_back(span);
            } else if (take_dash()) {
                blanks();
                if (at_end()) return fail({begin, text_.size()}, no_end(), write_end(clock_text(span.from)));
                ClockTime until;
                if (!read_clock(until)) return false;
                span.until = until;
                if (take("+")) span.open_end = true;
                rule.times.push_back(span);
            } else {
                return fail({begin, at_}, no_end(), write_end(clock_text(span.from)));
            }
            const std::size_t comma = at_;
            if (!take(",")) return true;
            if (!begins_time()) return at_ = comma, true;
        }
    }

    bool read_clock(ClockTime& time) {
        blanks();
        const bool bracket = take("(");
        const std::string_view word = letters();
        if (const int sun = position_in(sun_words, word); sun > 0) {
            time.sun = static_cast<ClockTime::Sun>(sun);
            at_ += word.size();
            if (!bracket) return true;
            const bool later = take("+");
            if (!later && !take("-")) return fail_here();
            ClockTime offset;
            if (!read_digits(offset)) return false;
            time.minutes = later ? offset.minutes : -offset.minutes;
            return take(")") || fail_here();
        }
        if (bracket) return fail_here();
        return read_digits(time);
    }

    bool read_digits(ClockTime& time) {
        blanks();
        const std::size_t begin = at_;
        const std::size_t size = digits_ahead(at_);
        if (size == 0) return fail_here();
        const int hour = number(2);
        int minute = 0;
        if (hour >= 0 && size == 1) exact_ = false;
        if (hour >= 0 && peek() == ':') {
            ++at_;
            if (digits_ahead(at_) == 2)
                minute = number(2);
            else
                return fail_time(begin);
        } else if (hour >= 0 && is_hour_sign()) {
            exact_ = false;
            blanks();
            ++at_;
            take_minutes(minute);
        } else {
            if (hour < 0 || hour > 24) return fail_time(begin);
            const std::string whole = clock_text({hour * 60, ClockTime::Sun::none});
            return fail({begin, at_}, no_minutes(), write_it(whole));
        }
        time.minutes = hour * 60 + minute;
        constexpr int longest = 48 * 60;  // an end on the next day: 26:00 is two in the morning
        return (minute <= 59 && time.minutes <= longest) || fail_time(begin);
    }

    bool fail_time(std::size_t begin) {
        std::size_t end = begin;
        while (end < text_.size() && (is_digit(text_[end]) || text_[end] == ':' || lower(text_[end]) == 'h')) ++end;
        return fail({begin, end}, no_time(said({begin, end})), times_are());
    }

    // "9h", "9 h".
    [[nodiscard]] bool is_hour_sign() const {
        std::size_t at = at_;
        while (at < text_.size() && text_[at] == ' ') ++at;
        return at < text_.size() && lower(text_[at]) == 'h' && (at + 1 >= text_.size() || !is_letter(text_[at + 1]));
    }

    // "9h30", "9h 30"; not the next time of "9h 14h".
    void take_minutes(int& minute) {
        const std::size_t before = at_;
        blanks();
        const std::size_t size = digits_ahead(at_);
        const std::size_t behind = at_ + size;
        const bool other_time = behind < text_.size() && (text_[behind] == ':' || lower(text_[behind]) == 'h');
        if (size == 2 && !other_time)
            minute = number(2);
        else
            at_ = before;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool exact_ = true;
    bool asks_ = false;    // the fault is a question
    bool stated_ = false;  // the rule says "open", "off" or "unknown"
    Hours hours_;
    std::optional<HoursFault> fault_;
};

}  // namespace

Attempt read_notation(std::string_view text) {
    return Reader(text).run();
}

}  // namespace cafe::calendar::hours_detail
