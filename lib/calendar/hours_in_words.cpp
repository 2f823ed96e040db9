// Opening hours in plain words: « lundi au vendredi 9h-12h et 14h-17h ; fermé le mercredi ». Each word is known or it
// stops the reading: nothing is guessed.
#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/date.hpp"
#include "base/utf8.hpp"
#include "calendar/hours_detail.hpp"
#include "calendar/hours_tokens.hpp"

namespace cafe::calendar::hours_detail {

namespace {

using ascii::is_digit;

constexpr Phrase<std::string> which_hours{"« {} » ne dit pas à quelles heures", "'{}' does not say at which hours"};
constexpr Phrase<> give_hours{"ajouter les heures : « lundi 9h-12h »", "add the hours: 'lundi 9h-12h'"};
constexpr Phrase<> no_end{"il manque l'heure de fin", "the end is missing"};
constexpr Phrase<> write_end{"écrire « 9h-12h », ou « à partir de 9h » si la fin n'est pas connue",
                             "write '9h-12h', or 'à partir de 9h' if the end is not known"};
constexpr Phrase<> no_minutes{"ce nombre ne dit pas si c'est une heure", "this number does not say that it is a time"};
constexpr Phrase<std::string> add_h{"écrire « {}h »", "write '{}h'"};
constexpr Phrase<std::string> two_ways{"« {} » se lit de deux façons", "'{}' reads two ways"};
constexpr Phrase<> cut{"séparer les jours par un point-virgule", "part the days by a semicolon"};
constexpr Phrase<std::string> which_days{"« {} » ne dit pas quels jours", "'{}' does not say on which days"};
constexpr Phrase<std::string> give_days{
    "ajouter les jours : « lundi au vendredi {0} », ou « tous les jours {0} » si le dimanche en est",
    "add the days: 'lundi au vendredi {0}', or 'tous les jours {0}' if Sunday is one of them"};
constexpr Phrase<> whose_appointment{
    "écrire « sur rendez-vous lundi 9h-12h, 14h-17h » pour toutes ces heures, « lundi 9h-12h ; lundi 14h-17h sur "
    "rendez-vous » pour les dernières seulement",
    "write 'sur rendez-vous lundi 9h-12h, 14h-17h' for all these hours, 'lundi 9h-12h ; lundi 14h-17h sur rendez-vous' "
    "for the last ones alone"};
constexpr Phrase<> which_weeks{"« un sur deux » ne dit pas quelles semaines", "'one in two' does not say which weeks"};
constexpr Phrase<> say_weeks{"écrire « semaines paires » ou « semaines impaires »",
                             "write 'semaines paires' (even weeks) or 'semaines impaires' (odd weeks)"};
constexpr Phrase<std::string> empty_span{"« {} » : fermé, ou jour et nuit ?", "'{}': closed, or day and night?"};
constexpr Phrase<> closed_or_always{"écrire « fermé », ou « 0h-24h » pour jour et nuit",
                                    "write 'fermé' for closed, or '0h-24h' for day and night"};
constexpr Phrase<std::string> no_such_day{"le jour « {} » n'existe pas", "the day '{}' does not exist"};
constexpr Phrase<> put_day_right{"corriger le jour ou le mois", "put the day or the month right"};
constexpr Phrase<std::string> no_time{"« {} » n'est pas une heure", "'{}' is not a time of day"};
constexpr Phrase<> times_are{"les heures vont de 0h à 24h, les minutes de 00 à 59",
                             "hours go from 0h to 24h, minutes from 00 to 59"};

using Days = std::array<bool, 8>;  // by weekday, 1 to 7

Days weekdays_of(const HoursRule& rule) {
    Days days{};
    for (const DaySelector& selector : rule.days) {
        if (selector.kind != DaySelector::Kind::weekdays) continue;
        for (int day = selector.first;; day = day % 7 + 1) {
            days[static_cast<std::size_t>(day)] = true;
            if (day == selector.last) break;
        }
    }
    return days;
}

bool share_a_day(const HoursRule& a, const HoursRule& b) {
    const Days of_a = weekdays_of(a);
    const Days of_b = weekdays_of(b);
    for (std::size_t day = 1; day < of_a.size(); ++day)
        if (of_a[day] && of_b[day]) return true;
    return false;
}

bool share_a_time(const HoursRule& a, const HoursRule& b) {
    for (const TimeSpan& x : a.times)
        for (const TimeSpan& y : b.times) {
            constexpr int evening = 24 * 60;
            const int end_of_x = x.until ? x.until->minutes : evening;
            const int end_of_y = y.until ? y.until->minutes : evening;
            if (x.from.minutes < end_of_y && y.from.minutes < end_of_x) return true;
        }
    return false;
}

class WordReader {
public:
    explicit WordReader(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

    Attempt run() {
        Attempt attempt;
        attempt.exact = false;
        const bool read_whole = read();
        attempt.asks = asks_;
        if (read_whole) attempt.hours = std::move(hours_);
        attempt.fault = std::move(fault_);
        return attempt;
    }

private:
    [[nodiscard]] const Token* look(std::size_t ahead = 0) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    [[nodiscard]] bool next_is(Kind kind, std::size_t ahead = 0) const {
        const Token* token = look(ahead);
        return token != nullptr && token->kind == kind;
    }
    [[nodiscard]] std::string said(Span span) const { return std::string(text_.substr(span.begin, span.size())); }

    bool fail(Span span, Words message, Words remedy) {
        if (!fault_) fault_ = HoursFault{span, std::move(message), std::move(remedy)};
        return false;
    }
    bool fail_at(const Token& token) {
        const std::string written = said(token.span);
        if (!written.empty() && is_digit(written.front()) && token.value > 0)
            return fail(token.span, no_time(written), times_are());
        if (!fault_) fault_ = not_understood(text_, token.span);
        return false;
    }

    // Behind « et » or a comma, little words aside.
    [[nodiscard]] bool comes_after_comma() const {
        std::size_t before = at_;
        while (before > 0 && tokens_[before - 1].kind == Kind::filler) --before;
        return before > 0 && tokens_[before - 1].kind == Kind::with;
    }

    void skip_fillers() {
        while (next_is(Kind::filler) || next_is(Kind::half_day)) ++at_;
    }

    bool read() {
        if (tokens_.empty()) return fail_at(Token{Kind::unknown, 0, {0, text_.size()}});
        while (at_ < tokens_.size())
            if (!step()) return false;
        if (!flush() || (hours_.rules.empty() && !fail_at(tokens_.front()))) return false;
        return each_says_days() && put_closings_last();
    }

    // Hours of no day would be those of every day, Sunday too: nobody who leaves the days out means that.
    bool each_says_days() {
        for (std::size_t i = 0; i < hours_.rules.size(); ++i) {
            if (!lacks_days(hours_.rules[i])) continue;
            asks_ = true;
            const Span& span = spans_[i];
            return fail(span, which_days(said(span)), give_days(said(span)));
        }
        return true;
    }

    // « fermé en août, lundi au vendredi 9h-17h »: written in that order, the later hours would open August again.
    bool put_closings_last() {
        std::vector<HoursRule> kept;
        std::vector<HoursRule> closings;
        for (std::size_t i = 0; i < hours_.rules.size(); ++i) {
            const bool opened_again =
                std::any_of(hours_.rules.begin() + static_cast<std::ptrdiff_t>(i) + 1, hours_.rules.end(),
                            [&](const HoursRule& later) { return would_open_again(hours_.rules[i], later); });
            (opened_again ? closings : kept).push_back(std::move(hours_.rules[i]));
        }
        kept.insert(kept.end(), closings.begin(), closings.end());
        if (!kept.empty() && !closings.empty()) kept.front().join = HoursRule::Join::instead;
        hours_.rules = std::move(kept);
        return true;
    }

    static bool would_open_again(const HoursRule& closing, const HoursRule& later) {
        if (closing.state != HoursRule::State::off || later.state == HoursRule::State::off) return false;
        if (later.join == HoursRule::Join::otherwise || !later.dates.empty() || !later.within.empty()) return false;
        const bool of_holidays = std::any_of(later.days.begin(), later.days.end(), [](const DaySelector& day) {
            return day.kind != DaySelector::Kind::weekdays;
        });
        if (of_holidays) return false;
        if (!closing.dates.empty()) return true;
        const Days closed = weekdays_of(closing);
        const Days open = weekdays_of(later);
        const bool closes_weekdays = std::any_of(closed.begin(), closed.end(), [](bool one) { return one; });
        if (!closes_weekdays) return !closing.days.empty();
        // « fermé le lundi, tous les jours 9h-18h »; not « fermé en semaine, mercredi 14h-17h ».
        bool shared = false;
        bool wider = false;
        for (std::size_t day = 1; day < open.size(); ++day) {
            shared = shared || (open[day] && closed[day]);
            wider = wider || (open[day] && !closed[day]);
        }
        return shared && wider;
    }

    bool step() {
        const Token token = tokens_[at_];
        const bool glued = comes_after_comma();
        switch (token.kind) {
            case Kind::separator: return ++at_, next_is(Kind::time) || flush();
            case Kind::with:
            case Kind::filler: return ++at_, true;
            case Kind::half_day: return half_day(token);
            case Kind::range: return next_is(Kind::time, 1) && !rule_.times.empty() ? (++at_, true) : fail_at(token);
            case Kind::open: return ++at_, rule_.state != HoursRule::State::off || flush();
            case Kind::closed:
            case Kind::except: return closed(token);
            case Kind::day:
            case Kind::days: return days(glued);
            case Kind::public_holidays:
            case Kind::school_holidays: return holidays(token);
            case Kind::rank: return begins_date(0) ? dates(glued) : ranks();
            case Kind::number: return begins_date(0) ? dates(glued) : lone_number(token);
            case Kind::month: return dates(glued);
            case Kind::appointment: return appointment(token, "sur rendez-vous");
            case Kind::without_appointment: return appointment(token, "sans rendez-vous");
            case Kind::weeks: return weeks(token, glued);
            case Kind::every_other: return fail(token.span, which_weeks(), say_weeks());
            case Kind::one: {
                std::size_t ahead = 1;
                while (next_is(Kind::day, ahead) || next_is(Kind::with, ahead) || next_is(Kind::filler, ahead)) ++ahead;
                return next_is(Kind::every_other, ahead) ? fail(tokens_[at_ + ahead].span, which_weeks(), say_weeks())
                                                         : fail_at(Token{Kind::unknown, 0, token.span});
            }
            case Kind::always: return day_and_night(token);
            case Kind::from:
            case Kind::between:
            case Kind::time: return times();
            case Kind::unknown: break;
        }
        return fail_at(token);
    }

    // « 24h/24 », « 7j/7 24h/24 ».
    bool day_and_night(const Token& token) {
        if (rule_.always || !rule_.times.empty()) return fail(token.span, two_ways(said(token.span)), cut());
        ++at_;
        begin(token);
        const std::vector<DaySelector> whole_week{DaySelector{DaySelector::Kind::weekdays, 1, 7, {}, 0}};
        if (rule_.days == whole_week) rule_.days.clear();
        rule_.always = rule_.days.empty() && rule_.dates.empty() && rule_.weeks.empty();
        if (!rule_.always) rule_.times.push_back(whole_day());
        return true;
    }

    static TimeSpan whole_day() { return {ClockTime{}, ClockTime{24 * 60, {}}, false}; }

    bool half_day(const Token& token) {
        std::size_t ahead = 1;
        while (next_is(Kind::filler, ahead) || next_is(Kind::between, ahead)) ++ahead;
        if (next_is(Kind::time, ahead) || next_is(Kind::number, ahead)) return ++at_, true;
        return fail(token.span, which_hours(said(token.span)), give_hours());
    }

    bool lone_number(const Token& token) {
        const bool then_time = next_is(Kind::range, 1) && next_is(Kind::time, 2);
        if (then_time) return times();
        return fail(token.span, no_minutes(), add_h(said(token.span)));
    }

    void begin(const Token& token) {
        if (!started_) first_ = token.span;
        started_ = true;
    }

    // ---- Ends of rules -------------------------------------------------------------------------------------------

    bool flush() {
        if (!started_) return true;
        started_ = false;
        complete_ = false;
        times_first_ = false;
        settled_ = false;
        if (whole_) return fail(first_, which_hours(said(first_)), give_hours());
        HoursRule rule = std::exchange(rule_, HoursRule{});
        const bool says_when = !rule.days.empty() || !rule.dates.empty() || !rule.times.empty() || rule.always;
        const bool off = rule.state == HoursRule::State::off;
        if (off && !says_when && !hours_.rules.empty()) return fail_at(Token{Kind::closed, 0, first_});
        if (!off && rule.times.empty() && !rule.always && (rule.comment.empty() || says_when) && !is_free(rule))
            return fail(first_, which_hours(said(first_)), give_hours());
        if (!hours_.rules.empty()) rule.join = join_of(rule, says_when);
        hours_.rules.push_back(std::move(rule));
        spans_.push_back({first_.begin, std::max(last_, first_.end)});
        if (!exception_) return true;
        hours_.rules.push_back(*std::exchange(exception_, std::nullopt));
        spans_.push_back(first_);
        return true;
    }

    // « mardi sur rendez-vous »: a day, and no hours for good reason.
    static bool is_free(const HoursRule& rule) { return !rule.comment.empty() && !rule.days.empty(); }

    // « lundi au vendredi 9h-12h ; mardi 14h-17h »: other hours on the same day are added to the first.
    [[nodiscard]] HoursRule::Join join_of(const HoursRule& rule, bool says_when) const {
        if (!says_when) return HoursRule::Join::otherwise;
        if (rule.state == HoursRule::State::off) return HoursRule::Join::instead;
        const bool adds = std::any_of(hours_.rules.begin(), hours_.rules.end(), [&](const HoursRule& other) {
            return other.state == HoursRule::State::open && !other.times.empty() && share_a_day(other, rule);
        });
        const bool replaces = std::any_of(hours_.rules.begin(), hours_.rules.end(), [&](const HoursRule& other) {
            return share_a_day(other, rule) && share_a_time(other, rule);
        });
        return adds && !replaces ? HoursRule::Join::besides : HoursRule::Join::instead;
    }

    // A new rule begins with what comes now, closed like the last one where « fermé » goes on.
    bool new_rule(bool still_closed) {
        const HoursRule::State state = rule_.state;
        if (!flush()) return false;
        if (still_closed) rule_.state = state;
        return true;
    }

    bool closed(const Token& token) {
        ++at_;
        const bool says_days = !rule_.days.empty() || !rule_.dates.empty();
        if (says_days && rule_.times.empty() && rule_.state == HoursRule::State::open && token.kind == Kind::closed) {
            rule_.state = HoursRule::State::off;  // « mercredi : fermé »
            complete_ = true;
            return true;
        }
        const bool hours_will_follow = token.kind == Kind::except && says_days && rule_.times.empty();
        if (hours_will_follow && rule_.state == HoursRule::State::open && !whole_ && !exception_) {
            whole_ = std::exchange(rule_, HoursRule{});  // « tous les jours sauf le dimanche, 9h-18h »
        } else if (!flush()) {
            return false;
        }
        begin(token);
        rule_.state = HoursRule::State::off;
        return true;
    }

    // Bound to what it stands beside: « mardi 9h-12h (sur rendez-vous), jeudi 14h-17h », « samedi sur rendez-vous,
    // lundi 9h-18h », « sur rendez-vous du lundi au vendredi »; « 9h-12h et sur rendez-vous » says what else there is.
    bool appointment(const Token& token, std::string_view said_so) {
        const bool and_so = at_ > 0 && tokens_[at_ - 1].kind == Kind::with && said(tokens_[at_ - 1].span) == "et";
        const bool behind_sign = at_ > 0 && tokens_[at_ - 1].kind == Kind::with;
        ++at_;
        const bool after_times = !rule_.times.empty();
        std::size_t ahead = 0;
        while (next_is(Kind::filler, ahead)) ++ahead;
        const bool bracketed = token.span.begin > 0 && text_[token.span.begin - 1] == '(';
        // « lundi 9h-12h, sur rendez-vous mardi 14h-16h »: which of them?
        if (after_times && !bracketed && next_is(Kind::day, ahead))
            return fail(token.span, two_ways(said(token.span)), cut());
        // « lundi 9h-12h et 14h-17h sur rendez-vous »: all of it, or the afternoon?
        if (rule_.times.size() > 1 && !behind_sign && rule_.comment.empty())
            return fail(token.span, two_ways(said(token.span)), whose_appointment());
        // « sur rendez-vous, lundi 9h-12h »: a condition, or what else there is?
        if (!started_ && next_is(Kind::with) && (next_is(Kind::day, 1) || next_is(Kind::filler, 1)))
            return fail(token.span, two_ways(said(token.span)), cut());
        if (after_times && and_so && !flush()) return false;
        begin(token);
        const bool after_days = !rule_.days.empty() || !rule_.dates.empty();
        rule_.comment = said_so;
        rule_.surely = said_so == "sans rendez-vous";
        last_ = token.span.end;
        settled_ = after_times;
        complete_ = complete_ || after_times || after_days;
        return true;
    }

    // « les mardis des semaines impaires », « semaine paire : lundi 9h-12h », « lundi 9h-12h (semaines paires) ».
    bool weeks(const Token& token, bool glued) {
        std::size_t ahead = 1;
        while (next_is(Kind::filler, ahead)) ++ahead;
        const bool behind_hours = !rule_.times.empty() && !glued;
        const bool bracketed = token.span.begin > 0 && text_[token.span.begin - 1] == '(';
        if (behind_hours && !bracketed && next_is(Kind::day, ahead))
            return fail(token.span, two_ways(said(token.span)), cut());
        if (!behind_hours && !make_room(false, glued)) return false;
        ++at_;
        begin(token);
        rule_.weeks.push_back({token.value, token.value == 1 ? 53 : 52, 2});
        if (behind_hours) settled_ = complete_ = true;
        return true;
    }

    // ---- Days, dates ---------------------------------------------------------------------------------------------

    bool make_room(bool other_kind_said, bool glued) {
        if (std::exchange(rule_.always, false)) rule_.times.push_back(whole_day());  // « 24h/24 du lundi au vendredi »
        const bool times_alone = !rule_.times.empty() && rule_.days.empty() && rule_.dates.empty();
        if (times_alone && !glued && rule_.state == HoursRule::State::open) {
            times_first_ = true;  // « de 9h à 12h le lundi »
            return true;
        }
        if (times_first_ && glued && !complete_) return true;
        if (!rule_.times.empty() || complete_) return new_rule(false);
        // « du 15 septembre au 15 juin, mardi 14h-16h »: dates that say nothing yet belong to what follows.
        if (other_kind_said && glued && (rule_.state == HoursRule::State::off || rule_.dates.empty()))
            return new_rule(rule_.state == HoursRule::State::off && !hours_follow());
        if (rule_.state == HoursRule::State::off && glued && hours_follow()) return new_rule(false);
        return true;
    }

    // « fermé le lundi, mardi au samedi 9h-18h »: hours come behind these days, with no other comma before.
    [[nodiscard]] bool hours_follow() const {
        if (at_ == 0 || whole_) return false;
        std::size_t before = at_;
        while (before > 0 && tokens_[before - 1].kind == Kind::filler) --before;
        if (before == 0 || said(tokens_[before - 1].span) != ",") return false;
        for (std::size_t at = at_; at < tokens_.size(); ++at) {
            switch (tokens_[at].kind) {
                case Kind::time:
                case Kind::between:
                case Kind::from: return true;
                case Kind::with:
                    if (said(tokens_[at].span) == ",") return false;
                    break;
                case Kind::day:
                case Kind::days:
                case Kind::range:
                case Kind::filler:
                case Kind::half_day: break;
                case Kind::number: return at + 2 < tokens_.size() && tokens_[at + 2].kind == Kind::time;
                default: return false;
            }
        }
        return false;
    }

    void narrow_holidays() {
        const bool only_holidays = std::all_of(rule_.days.begin(), rule_.days.end(), [](const DaySelector& one) {
            return one.kind != DaySelector::Kind::weekdays;
        });
        if (rule_.days.empty() || !only_holidays || rule_.state == HoursRule::State::off) return;
        rule_.within = std::exchange(rule_.days, {});
    }

    bool days(bool glued) {
        const Token token = tokens_[at_];
        if (rule_.always && token.kind == Kind::days && token.value == 7) return ++at_, true;  // « 24h/24 7j/7 »
        if (!make_room(!rule_.dates.empty(), glued)) return false;
        ++at_;
        begin(token);
        if (!glued || during_) narrow_holidays();
        during_ = false;
        DaySelector selector;
        if (token.kind == Kind::days) {
            selector.first = token.value == 2 ? 6 : 1;
            selector.last = token.value == 5 ? 5 : 7;
        } else {
            selector.first = selector.last = token.value;
            std::size_t ahead = 1;
            while (next_is(Kind::filler, ahead)) ++ahead;
            if (next_is(Kind::range) && next_is(Kind::day, ahead)) {
                selector.last = tokens_[at_ + ahead].value;
                at_ += ahead + 1;
            }
        }
        rule_.days.push_back(selector);
        return true;
    }

    bool holidays(const Token& token) {
        if (!make_room(false, comes_after_comma())) return false;
        ++at_;
        begin(token);
        DaySelector selector;
        selector.kind = token.kind == Kind::public_holidays ? DaySelector::Kind::public_holidays
                                                            : DaySelector::Kind::school_holidays;
        during_ = token.kind == Kind::school_holidays && token.value == 1;
        rule_.days.push_back(selector);
        return true;
    }

    // « 1er et 3e mardi du mois ».
    bool ranks() {
        if (!make_room(false, comes_after_comma())) return false;
        begin(tokens_[at_]);
        DaySelector selector;
        for (; at_ < tokens_.size(); ++at_) {
            const Token& token = tokens_[at_];
            if (token.kind == Kind::rank) {
                if (token.value == 0 || token.value < -2 || token.value > 5)
                    return fail_at(Token{Kind::unknown, 0, token.span});
                selector.nth.push_back(token.value);
            } else if (token.kind != Kind::with && token.kind != Kind::filler) {
                break;
            }
        }
        if (!next_is(Kind::day)) return fail_at(at_ < tokens_.size() ? tokens_[at_] : tokens_.back());
        selector.first = selector.last = tokens_[at_++].value;
        rule_.days.push_back(selector);
        return true;
    }

    // « juillet », « 1er juillet », and where the month is said later « 1er au 15 août ».
    // Behind the days that share it: « les 24, 25 et 31 décembre ». Nothing where other words come first.
    [[nodiscard]] const Token* month_ahead(std::size_t ahead) const {
        for (;; ++ahead) {
            const Token* token = look(ahead);
            if (token == nullptr) return nullptr;
            switch (token->kind) {
                case Kind::month: return token;
                case Kind::rank:
                case Kind::number:
                case Kind::with:
                case Kind::range:
                case Kind::filler: break;
                default: return nullptr;
            }
        }
    }

    [[nodiscard]] bool begins_date(std::size_t ahead) const {
        if (next_is(Kind::month, ahead)) return true;
        return (next_is(Kind::rank, ahead) || next_is(Kind::number, ahead)) && month_ahead(ahead + 1) != nullptr;
    }

    // Of a month that stands at a token, the year behind it.
    [[nodiscard]] static bool is_year(const Token& token) {
        return token.kind == Kind::number && token.value >= 1900 && token.value <= 2199;
    }

    bool year_day(YearDay& day) {
        const std::size_t begin = at_;
        if (next_is(Kind::rank) || next_is(Kind::number)) day.day = std::max(1, tokens_[at_++].value);
        const Token* month = month_ahead(0);
        const bool month_later = !next_is(Kind::month);
        day.month = month->value;
        if (month + 1 <= &tokens_.back() && is_year(month[1])) day.year = month[1].value;
        if (!month_later) at_ += day.year > 0 ? 2 : 1;
        // A leap year has every day that a month can have.
        if (day.day == 0 || Date::of(2024, day.month, day.day)) return true;
        const Span span{tokens_[begin].span.begin, tokens_[at_ - 1].span.end};
        return fail(span, no_such_day(said(span)), put_day_right());
    }

    // « mardi 14h-16h du 15 septembre au 15 juin »: dates behind hours, and nothing behind them.
    [[nodiscard]] bool dates_end_it() const {
        if (rule_.times.empty() || !rule_.dates.empty() || rule_.state != HoursRule::State::open) return false;
        for (std::size_t ahead = 0;; ++ahead) {
            const Token* token = look(ahead);
            if (token == nullptr || token->kind == Kind::separator) return true;
            switch (token->kind) {
                case Kind::month:
                case Kind::rank:
                case Kind::number:
                case Kind::range:
                case Kind::filler: break;
                default: return false;
            }
        }
    }

    bool dates(bool glued) {
        if (dates_end_it()) {
            if (glued && !hours_.rules.empty())
                return fail(tokens_[at_].span, two_ways(said(tokens_[at_].span)), cut());
            settled_ = complete_ = true;
        } else if (!make_room(!rule_.days.empty(), glued)) {
            return false;
        }
        begin(tokens_[at_]);
        DateRange range;
        if (!year_day(range.first)) return false;
        range.last = range.first;
        const std::size_t before = at_;
        if (next_is(Kind::range)) {
            ++at_;
            skip_fillers();
            if (!begins_date(0)) return fail_at(tokens_[before]);
            range.last = {};
            if (!year_day(range.last)) return false;
            // « du 24 décembre au 3 janvier 2027 ».
            const bool turns = range.first.month > range.last.month;
            if (range.first.year == 0 && range.last.year > 0) range.first.year = range.last.year - (turns ? 1 : 0);
            if (range.last.year == 0 && range.first.year > 0) range.last.year = range.first.year + (turns ? 1 : 0);
            if (range.first.day > 0 && range.last.day == 0) return fail_at(tokens_[before]);
        }
        rule_.dates.push_back(range);
        return true;
    }

    // ---- Times ---------------------------------------------------------------------------------------------------

    // A time, or a bare number beside one: « 9-12h ».
    bool clock(int& minutes, bool may_be_bare) {
        if (at_ >= tokens_.size()) return fail(tokens_.back().span, no_end(), write_end());
        const Token& token = tokens_[at_];
        if (token.kind == Kind::time) {
            minutes = token.value;
        } else if (token.kind == Kind::number && may_be_bare && token.value <= 24) {
            minutes = token.value * 60;
        } else {
            return fail_at(token);
        }
        ++at_;
        return true;
    }

    bool times() {
        const bool between = next_is(Kind::between);
        const bool open_end = next_is(Kind::from);
        const Token first = tokens_[at_];
        if (rule_.always) return fail(first.span, two_ways(said(first.span)), cut());
        if (whole_) {
            exception_ = std::exchange(rule_, *std::exchange(whole_, std::nullopt));
        } else if (times_first_ || (rule_.state == HoursRule::State::off && !rule_.days.empty())) {
            return fail(first.span, two_ways(said(first.span)), cut());
        }
        // « 9h-12h sans rendez-vous, 14h-17h sur rendez-vous »: more hours of the same days, on other terms.
        if (settled_) {
            HoursRule same;
            same.weeks = rule_.weeks;
            same.dates = rule_.dates;
            same.within = rule_.within;
            same.days = rule_.days;
            if (!flush()) return false;
            rule_ = std::move(same);
        }
        if (between || open_end) ++at_;
        skip_fillers();
        begin(first);
        TimeSpan span;
        if (!clock(span.from.minutes, true)) return false;
        if (span.from.minutes == 24 * 60) span.from.minutes = 0;
        last_ = tokens_[at_ - 1].span.end;
        if (open_end) {
            rule_.times.push_back(span);
            return true;
        }
        const bool connected = next_is(Kind::range) || next_is(Kind::with);
        if (!connected || (next_is(Kind::with) && !between && !is_slash(tokens_[at_])))
            return fail(tokens_[at_ - 1].span, no_end(), write_end());
        ++at_;
        skip_fillers();
        ClockTime until;
        if (!clock(until.minutes, true)) return false;
        last_ = tokens_[at_ - 1].span.end;
        const Span both{first.span.begin, last_};
        if (until.minutes % (24 * 60) == span.from.minutes && !(until.minutes > 0 && span.from.minutes == 0))
            return fail(both, empty_span(said(both)), closed_or_always());
        if (until.minutes == 0) until.minutes = 24 * 60;
        span.until = until;
        rule_.times.push_back(span);
        return true;
    }

    [[nodiscard]] bool is_slash(const Token& token) const { return said(token.span) == "/"; }

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    HoursRule rule_;
    Span first_;                          // of the rule being read
    bool started_ = false;                // the rule being read says something
    std::size_t last_ = 0;                // where its last hours end
    bool settled_ = false;                // hours and their terms are said: « 9h-12h sur rendez-vous »
    bool during_ = false;                 // « pendant les vacances scolaires » came last
    bool complete_ = false;               // « mercredi : fermé » says all
    bool times_first_ = false;            // « de 9h à 12h le lundi »: the days came last
    std::optional<HoursRule> whole_;      // days whose exception is being read before their hours
    std::optional<HoursRule> exception_;  // of the rule being read
    Hours hours_;
    std::vector<Span> spans_;  // of the rules
    bool asks_ = false;        // all of it is understood, and yet a question is left
    std::optional<HoursFault> fault_;
};

}  // namespace

bool lacks_days(const HoursRule& rule) {
    const bool a_season = std::all_of(rule.dates.begin(), rule.dates.end(), [](const DateRange& range) {
        return range.first.month > 0 && range.first.day == 0;
    });
    return rule.days.empty() && rule.within.empty() && rule.weeks.empty() && rule.years.empty() && a_season &&
           !rule.always && !rule.times.empty() && rule.state != HoursRule::State::off &&
           rule.times != std::vector<TimeSpan>{{ClockTime{}, ClockTime{24 * 60, {}}, false}};
}

HoursFault asks_for_days(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\n"), text.size());
    const Span span{begin, text.find_last_not_of(" \t\n;") + 1};
    const std::string said(text.substr(span.begin, span.size()));
    return {span, which_days(said), give_days(said)};
}

Attempt read_words(std::string_view text) {
    return WordReader(text).run();
}

}  // namespace cafe::calendar::hours_detail
