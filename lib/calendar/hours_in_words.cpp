// Opening hours in plain words: « lundi au vendredi 9h-12h et 14h-17h ; fermé le mercredi ». Each word is known or it
// stops the reading: nothing is guessed.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/date.hpp"
#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "calendar/hours.hpp"

namespace cafe::calendar::hours_detail {

namespace {

constexpr Phrase<std::string> which_hours{"« {} » ne dit pas à quelles heures", "'{}' does not say at which hours"};
constexpr Phrase<> give_hours{"ajouter les heures : « lundi 9h-12h »", "add the hours: 'lundi 9h-12h'"};
constexpr Phrase<> no_end{"il manque l'heure de fin", "the end is missing"};
constexpr Phrase<> write_end{"écrire « 9h-12h », ou « à partir de 9h » si la fin n'est pas connue",
                             "write '9h-12h', or 'à partir de 9h' if the end is not known"};
constexpr Phrase<> no_minutes{"ce nombre ne dit pas si c'est une heure", "this number does not say that it is a time"};
constexpr Phrase<std::string> add_h{"écrire « {}h »", "write '{}h'"};
constexpr Phrase<std::string> two_ways{"« {} » se lit de deux façons", "'{}' reads two ways"};
constexpr Phrase<> cut{"séparer les jours par un point-virgule", "part the days by a semicolon"};
constexpr Phrase<std::string> no_such_day{"le jour « {} » n'existe pas", "the day '{}' does not exist"};
constexpr Phrase<> put_day_right{"corriger le jour ou le mois", "put the day or the month right"};
constexpr Phrase<std::string> no_time{"« {} » n'est pas une heure", "'{}' is not a time of day"};
constexpr Phrase<> times_are{"les heures vont de 0h à 24h, les minutes de 00 à 59",
                             "hours go from 0h to 24h, minutes from 00 to 59"};

enum class Kind {
    day,        // value: 1 to 7
    days,       // value: 5 Monday to Friday, 7 all week, 2 the week-end
    rank,       // value: 1 to 5, -1
    month,      // value: 1 to 12
    time,       // value: minutes
    number,     // value: as written
    always,     // day and night
    range,      // a dash, « à », « au »
    with,       // « et », a comma, a slash
    separator,  // a semicolon, a full stop, a new line
    filler,     // « le », « du »
    half_day,   // « matin »: says nothing without hours
    closed,
    open,
    except,
    from,     // « à partir de »
    between,  // « entre »
    public_holidays,
    school_holidays,
    appointment,
    without_appointment,
    unknown,
};

struct Token {
    Kind kind = Kind::unknown;
    int value = 0;
    Span span;
};

struct Known {
    std::string_view words;  // folded, parted by a blank
    Kind kind;
    int value;
};

// A longer phrase stands before the one that it begins with.
constexpr auto phrases = std::to_array<Known>({
    {"sur rendez vous uniquement", Kind::appointment, 0},
    {"uniquement sur rendez vous", Kind::appointment, 0},
    {"seulement sur rendez vous", Kind::appointment, 0},
    {"sur rendez vous", Kind::appointment, 0},
    {"uniquement sur rdv", Kind::appointment, 0},
    {"sur rdv uniquement", Kind::appointment, 0},
    {"sur rdv", Kind::appointment, 0},
    {"by appointment only", Kind::appointment, 0},
    {"by appointment", Kind::appointment, 0},
    {"sans rendez vous", Kind::without_appointment, 0},
    {"sans rdv", Kind::without_appointment, 0},
    {"jours feries", Kind::public_holidays, 0},
    {"jour ferie", Kind::public_holidays, 0},
    {"feries", Kind::public_holidays, 0},
    {"public holidays", Kind::public_holidays, 0},
    {"pendant les vacances scolaires", Kind::school_holidays, 0},
    {"vacances scolaires", Kind::school_holidays, 0},
    {"school holidays", Kind::school_holidays, 0},
    {"tous les jours", Kind::days, 7},
    {"chaque jour", Kind::days, 7},
    {"every day", Kind::days, 7},
    {"tlj", Kind::days, 7},
    {"en semaine", Kind::days, 5},
    {"week end", Kind::days, 2},
    {"weekend", Kind::days, 2},
    {"a partir de", Kind::from, 0},
    {"jusqu a", Kind::range, 0},
    {"apres midi", Kind::half_day, 0},
    {"matins", Kind::half_day, 0},
    {"matin", Kind::half_day, 0},
    {"de chaque mois", Kind::filler, 0},
    {"du mois", Kind::filler, 0},
    {"of the month", Kind::filler, 0},
    {"ainsi que", Kind::with, 0},
    {"sauf", Kind::except, 0},
    {"hors", Kind::except, 0},
    {"except", Kind::except, 0},
    {"entre", Kind::between, 0},
    {"ferme", Kind::closed, 0},
    {"fermee", Kind::closed, 0},
    {"fermes", Kind::closed, 0},
    {"fermeture", Kind::closed, 0},
    {"closed", Kind::closed, 0},
    {"ouvert", Kind::open, 0},
    {"ouverte", Kind::open, 0},
    {"ouverture", Kind::open, 0},
    {"open", Kind::open, 0},
    {"midi", Kind::time, 12 * 60},
    {"minuit", Kind::time, 24 * 60},
    {"au", Kind::range, 0},
    {"a", Kind::range, 0},
    {"to", Kind::range, 0},
    {"et", Kind::with, 0},
    {"puis", Kind::with, 0},
    {"and", Kind::with, 0},
    {"le", Kind::filler, 0},
    {"la", Kind::filler, 0},
    {"les", Kind::filler, 0},
    {"l", Kind::filler, 0},
    {"du", Kind::filler, 0},
    {"de", Kind::filler, 0},
    {"des", Kind::filler, 0},
    {"d", Kind::filler, 0},
    {"en", Kind::filler, 0},
    {"tous", Kind::filler, 0},
    {"chaque", Kind::filler, 0},
    {"on", Kind::filler, 0},
    {"the", Kind::filler, 0},
    {"premier", Kind::rank, 1},
    {"premiers", Kind::rank, 1},
    {"deuxieme", Kind::rank, 2},
    {"second", Kind::rank, 2},
    {"troisieme", Kind::rank, 3},
    {"quatrieme", Kind::rank, 4},
    {"dernier", Kind::rank, -1},
    {"derniers", Kind::rank, -1},
});

struct Name {
    int number;
    std::initializer_list<std::string_view> words;
};

const std::array<Name, 7> day_names{{
    {1, {"lundi", "lundis", "lun", "lu", "monday", "mondays", "mon"}},
    {2, {"mardi", "mardis", "mar", "ma", "tuesday", "tuesdays", "tue", "tues"}},
    {3, {"mercredi", "mercredis", "mer", "me", "wednesday", "wednesdays", "wed"}},
    {4, {"jeudi", "jeudis", "jeu", "je", "thursday", "thursdays", "thu", "thur", "thurs"}},
    {5, {"vendredi", "vendredis", "ven", "ve", "friday", "fridays", "fri"}},
    {6, {"samedi", "samedis", "sam", "sa", "saturday", "saturdays", "sat"}},
    {7, {"dimanche", "dimanches", "dim", "di", "sunday", "sundays", "sun"}},
}};

const std::array<Name, 12> month_names{{
    {1, {"janvier", "january"}},
    {2, {"fevrier", "february"}},
    {3, {"mars", "march"}},
    {4, {"avril", "april"}},
    {5, {"mai", "may"}},
    {6, {"juin", "june"}},
    {7, {"juillet", "july"}},
    {8, {"aout", "august"}},
    {9, {"septembre", "september"}},
    {10, {"octobre", "october"}},
    {11, {"novembre", "november"}},
    {12, {"decembre", "december"}},
}};

template <std::size_t N>
int number_of(const std::array<Name, N>& names, std::string_view word) {
    for (const Name& name : names)
        if (std::find(name.words.begin(), name.words.end(), word) != name.words.end()) return name.number;
    return 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// ---- From text to tokens -------------------------------------------------------------------------------------------

class Tokens {
public:
    explicit Tokens(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        while (at_ < text_.size()) {
            if (is_digit(text_[at_]))
                number();
            else if (!phrase())
                sign();
        }
        return std::move(tokens_);
    }

private:
    void add(Kind kind, int value, std::size_t begin) { tokens_.push_back({kind, value, {begin, at_}}); }

    [[nodiscard]] bool letter_at(std::size_t at) const {
        if (at >= text_.size()) return false;
        const char32_t c = utf8::next(text_, at);
        return utf8::is_letter_or_digit(c) && (c < U'0' || c > U'9');
    }

    // The end of the word that begins at `from`.
    [[nodiscard]] std::size_t word_end(std::size_t from) const {
        while (from < text_.size()) {
            std::size_t next = from;
            if (!utf8::is_letter_or_digit(utf8::next(text_, next))) break;
            from = next;
        }
        return from;
    }

    // Behind one blank, hyphen or apostrophe, where the next word of a phrase may begin.
    [[nodiscard]] std::size_t next_word(std::size_t from) const {
        while (from < text_.size() && (text_[from] == ' ' || text_[from] == '-' || text_[from] == '\'')) ++from;
        for (const std::string_view sign : {"\u2019", "\u00A0", "\u202F", "\u2011"})
            if (text_.substr(from).starts_with(sign)) return from + sign.size();
        return from;
    }

    // The words from here on, at most four: more than any phrase has.
    bool phrase() {
        const std::size_t end = word_end(at_);
        if (end == at_) return false;
        constexpr std::size_t most = 4;
        std::vector<std::string> words;
        std::vector<std::size_t> ends;
        for (std::size_t from = at_; words.size() < most;) {
            const std::size_t to = word_end(from);
            if (to == from) break;
            words.push_back(fold::text(text_.substr(from, to - from)));
            ends.push_back(to);
            from = next_word(to);
        }
        const std::size_t begin = at_;
        for (std::size_t size = words.size(); size > 0; --size) {
            std::string joined = words.front();
            for (std::size_t i = 1; i < size; ++i) joined += " " + words[i];
            const auto known =
                std::find_if(phrases.begin(), phrases.end(), [&](const Known& one) { return one.words == joined; });
            if (known == phrases.end()) continue;
            at_ = ends[size - 1];
            add(known->kind, known->value, begin);
            return true;
        }
        at_ = end;
        if (const int day = number_of(day_names, words.front())) {
            add(Kind::day, day, begin);
            abbreviation_point();
        } else if (const int month = number_of(month_names, words.front())) {
            add(Kind::month, month, begin);
        } else {
            add(Kind::unknown, 0, begin);
        }
        return true;
    }

    // "lun." is no end of a sentence.
    void abbreviation_point() {
        if (tokens_.back().span.size() <= 4 && at_ < text_.size() && text_[at_] == '.') ++at_;
    }

    void sign() {
        const std::size_t begin = at_;
        const char32_t c = utf8::next(text_, at_);
        switch (c) {
            case U' ':
            case U'\t':
            case 0x00A0:
            case 0x202F:
            case U':':
            case U'(':
            case U')':
            case U'\'':
            case 0x2019: return;
            case U',':
            case U'/':
            case U'&':
            case U'+': return add(Kind::with, 0, begin);
            case U';':
            case U'.':
            case U'|':
            case U'\n': return add(Kind::separator, 0, begin);
            case U'-':
            case 0x2011:
            case 0x2013:
            case 0x2014:
            case 0x2192: return add(Kind::range, 0, begin);
            default: return add(Kind::unknown, 0, begin);
        }
    }

    void number() {
        const std::size_t begin = at_;
        for (const std::string_view always : {"24h/24", "24/24", "24 h/24", "24H/24"})
            if (take(always)) return add(Kind::always, 0, begin);
        for (const std::string_view week : {"7j/7", "7/7", "7 j/7", "7J/7"})
            if (take(week)) return add(Kind::days, 7, begin);
        int value = 0;
        constexpr int most = 9999;
        while (at_ < text_.size() && is_digit(text_[at_])) value = std::min(most, value * 10 + (text_[at_++] - '0'));
        const bool colon = at_ + 1 < text_.size() && text_[at_] == ':' && is_digit(text_[at_ + 1]);
        if (colon) {
            ++at_;
            return time(value, begin);
        }
        const std::size_t sign = hour_sign();
        if (sign > 0) {
            at_ = sign;
            return time(value, begin);
        }
        const std::size_t end = word_end(at_);
        const std::string suffix = fold::text(text_.substr(at_, end - at_));
        if (suffix == "er" || suffix == "e" || suffix == "eme" || suffix == "nd" || suffix == "d" || suffix == "ers" ||
            suffix == "st" || suffix == "rd" || suffix == "th") {
            at_ = end;
            return add(Kind::rank, value, begin);
        }
        if (end > at_) {
            at_ = end;
            return add(Kind::unknown, 0, begin);
        }
        add(Kind::number, value, begin);
    }

    bool take(std::string_view words) {
        if (!text_.substr(at_).starts_with(words)) return false;
        at_ += words.size();
        return true;
    }

    // Behind the "h", " h" or " heures" that makes a number a time; 0 when there is none.
    [[nodiscard]] std::size_t hour_sign() const {
        std::size_t at = at_;
        while (at < text_.size() && text_[at] == ' ') ++at;
        for (const std::string_view sign : {"\u00A0", "\u202F"})
            if (text_.substr(at).starts_with(sign)) at += sign.size();
        for (const std::string_view word : {"heures", "heure", "h", "H"})
            if (text_.substr(at).starts_with(word) && !letter_at(at + word.size())) return at + word.size();
        return 0;
    }

    void time(int hour, std::size_t begin) {
        const std::size_t before = at_;
        if (text_[at_ - 1] != ':')
            while (at_ < text_.size() && text_[at_] == ' ') ++at_;
        std::size_t end = at_;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        const bool other = end < text_.size() && (text_[end] == 'h' || text_[end] == 'H' || text_[end] == ':');
        int minute = 0;
        if (end - at_ == 2 && !other)
            for (; at_ < end; ++at_) minute = minute * 10 + (text_[at_] - '0');
        else
            at_ = before;
        const bool possible = hour <= 24 && minute <= 59 && hour * 60 + minute <= 24 * 60;
        add(possible ? Kind::time : Kind::unknown, hour * 60 + minute, begin);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
};

// ---- From tokens to rules ------------------------------------------------------------------------------------------

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
    explicit WordReader(std::string_view text) : text_(text), tokens_(Tokens(text).run()) {}

    Attempt run() {
        Attempt attempt;
        attempt.exact = false;
        if (read()) attempt.hours = std::move(hours_);
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
        return flush() && (!hours_.rules.empty() || fail_at(tokens_.front()));
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
        rule_.always = rule_.days.empty() && rule_.dates.empty();
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
        if (whole_) return fail(first_, which_hours(said(first_)), give_hours());
        HoursRule rule = std::exchange(rule_, HoursRule{});
        const bool says_when = !rule.days.empty() || !rule.dates.empty() || !rule.times.empty() || rule.always;
        const bool off = rule.state == HoursRule::State::off;
        if (off && !says_when && !hours_.rules.empty()) return fail_at(Token{Kind::closed, 0, first_});
        if (!off && rule.times.empty() && !rule.always && (rule.comment.empty() || says_when) && !is_free(rule))
            return fail(first_, which_hours(said(first_)), give_hours());
        if (!hours_.rules.empty()) rule.join = join_of(rule, says_when);
        hours_.rules.push_back(std::move(rule));
        if (exception_) hours_.rules.push_back(*std::exchange(exception_, std::nullopt));
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

    bool appointment(const Token& token, std::string_view said_so) {
        ++at_;
        const bool after_times = !rule_.times.empty();
        std::size_t ahead = 0;
        while (next_is(Kind::filler, ahead)) ++ahead;
        // « lundi 9h-12h, sur rendez-vous mardi 14h-16h »: which of them?
        if (after_times && next_is(Kind::day, ahead)) return fail(token.span, two_ways(said(token.span)), cut());
        begin(token);
        rule_.comment = said_so;
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
        if (other_kind_said && glued) return new_rule(rule_.state == HoursRule::State::off);
        return true;
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
        if (!glued) narrow_holidays();
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
                if (token.value == 0 || token.value > 5) return fail_at(Token{Kind::unknown, 0, token.span});
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
    [[nodiscard]] bool begins_date(std::size_t ahead) const {
        if (next_is(Kind::month, ahead)) return true;
        const auto is_day = [&](std::size_t at) { return next_is(Kind::rank, at) || next_is(Kind::number, at); };
        if (!is_day(ahead)) return false;
        if (next_is(Kind::month, ahead + 1)) return true;
        return next_is(Kind::range, ahead + 1) && is_day(ahead + 2) && next_is(Kind::month, ahead + 3);
    }

    bool year_day(YearDay& day) {
        const std::size_t begin = at_;
        if (next_is(Kind::rank) || next_is(Kind::number)) day.day = std::max(1, tokens_[at_++].value);
        const bool month_later = !next_is(Kind::month);
        day.month = month_later ? tokens_[at_ + 2].value : tokens_[at_].value;
        if (!month_later) ++at_;
        // A leap year has every day that a month can have.
        if (day.day == 0 || Date::of(2024, day.month, day.day)) return true;
        const Span span{tokens_[begin].span.begin, tokens_[at_ - 1].span.end};
        return fail(span, no_such_day(said(span)), put_day_right());
    }

    bool dates(bool glued) {
        if (!make_room(!rule_.days.empty(), glued)) return false;
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
        if (between || open_end) ++at_;
        skip_fillers();
        begin(first);
        TimeSpan span;
        if (!clock(span.from.minutes, true)) return false;
        if (span.from.minutes == 24 * 60) span.from.minutes = 0;
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
    bool complete_ = false;               // « mercredi : fermé » says all
    bool times_first_ = false;            // « de 9h à 12h le lundi »: the days came last
    std::optional<HoursRule> whole_;      // days whose exception is being read before their hours
    std::optional<HoursRule> exception_;  // of the rule being read
    Hours hours_;
    std::optional<HoursFault> fault_;
};

}  // namespace

Attempt read_words(std::string_view text) {
    return WordReader(text).run();
}

}  // namespace cafe::calendar::hours_detail
