// Opening hours in plain words: « lundi au vendredi 9h-12h et 14h-17h ; fermé le mercredi ». Each word is known or it
// stops the reading: nothing is guessed.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/ascii.hpp"
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
    weeks,        // value: 1 odd, 2 even
    every_other,  // « sur deux », « une semaine sur deux »
    one,          // « un mardi sur deux »
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
    {"jours de fete", Kind::public_holidays, 0},
    {"public holidays", Kind::public_holidays, 0},
    {"pendant les vacances scolaires", Kind::school_holidays, 1},
    {"pendant vacances scolaires", Kind::school_holidays, 1},
    {"durant les vacances scolaires", Kind::school_holidays, 1},
    {"vacances scolaires", Kind::school_holidays, 0},
    {"school holidays", Kind::school_holidays, 0},
    {"tous les jours", Kind::days, 7},
    {"tous les matins", Kind::days, 7},
    {"tous les apres midi", Kind::days, 7},
    {"tous les apres midis", Kind::days, 7},
    {"tous les soirs", Kind::days, 7},
    {"chaque jour", Kind::days, 7},
    {"every day", Kind::days, 7},
    {"tlj", Kind::days, 7},
    {"en semaine", Kind::days, 5},
    {"week ends", Kind::days, 2},
    {"weekends", Kind::days, 2},
    {"week end", Kind::days, 2},
    {"weekend", Kind::days, 2},
    {"a partir de", Kind::from, 0},
    {"jusqu a", Kind::range, 0},
    {"une semaine sur deux", Kind::every_other, 0},
    {"sur deux", Kind::every_other, 0},
    {"semaines impaires", Kind::weeks, 1},
    {"semaine impaire", Kind::weeks, 1},
    {"semaines paires", Kind::weeks, 2},
    {"semaine paire", Kind::weeks, 2},
    {"odd weeks", Kind::weeks, 1},
    {"even weeks", Kind::weeks, 2},
    {"sans interruption", Kind::filler, 0},
    {"en continu", Kind::filler, 0},
    {"journee continue", Kind::filler, 0},
    {"non stop", Kind::filler, 0},
    {"apres midi", Kind::half_day, 0},
    {"apres midis", Kind::half_day, 0},
    {"matins", Kind::half_day, 0},
    {"matin", Kind::half_day, 0},
    {"soirs", Kind::half_day, 0},
    {"soir", Kind::half_day, 0},
    {"de chaque mois", Kind::filler, 0},
    {"du mois", Kind::filler, 0},
    {"of the month", Kind::filler, 0},
    {"ainsi que", Kind::with, 0},
    {"sauf", Kind::except, 0},
    {"hors", Kind::except, 0},
    {"except", Kind::except, 0},
    {"entre", Kind::between, 0},
    {"excepte", Kind::except, 0},
    {"fermeture annuelle", Kind::closed, 0},
    {"conges annuels", Kind::closed, 0},
    {"ferme", Kind::closed, 0},
    {"fermee", Kind::closed, 0},
    {"fermes", Kind::closed, 0},
    {"fermees", Kind::closed, 0},
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
    {"toutes", Kind::filler, 0},
    {"chaque", Kind::filler, 0},
    {"inclus", Kind::filler, 0},
    {"un", Kind::one, 0},
    {"une", Kind::one, 0},
    {"on", Kind::filler, 0},
    {"the", Kind::filler, 0},
    {"avant dernier", Kind::rank, -2},
    {"avant derniers", Kind::rank, -2},
    {"premier", Kind::rank, 1},
    {"premiere", Kind::rank, 1},
    {"premiers", Kind::rank, 1},
    {"premieres", Kind::rank, 1},
    {"first", Kind::rank, 1},
    {"deuxieme", Kind::rank, 2},
    {"deuxiemes", Kind::rank, 2},
    {"second", Kind::rank, 2},
    {"seconde", Kind::rank, 2},
    {"seconds", Kind::rank, 2},
    {"secondes", Kind::rank, 2},
    {"troisieme", Kind::rank, 3},
    {"troisiemes", Kind::rank, 3},
    {"third", Kind::rank, 3},
    {"quatrieme", Kind::rank, 4},
    {"quatriemes", Kind::rank, 4},
    {"fourth", Kind::rank, 4},
    {"cinquieme", Kind::rank, 5},
    {"cinquiemes", Kind::rank, 5},
    {"fifth", Kind::rank, 5},
    {"dernier", Kind::rank, -1},
    {"derniere", Kind::rank, -1},
    {"derniers", Kind::rank, -1},
    {"dernieres", Kind::rank, -1},
    {"last", Kind::rank, -1},
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
    {1, {"janvier", "january", "janv", "jan"}},
    {2, {"fevrier", "february", "fevr", "fev", "feb"}},
    {3, {"mars", "march"}},
    {4, {"avril", "april", "avr", "apr"}},
    {5, {"mai", "may"}},
    {6, {"juin", "june"}},
    {7, {"juillet", "july", "juil", "jul"}},
    {8, {"aout", "august"}},
    {9, {"septembre", "september", "sept", "sep"}},
    {10, {"octobre", "october", "oct"}},
    {11, {"novembre", "november", "nov"}},
    {12, {"decembre", "december", "dec"}},
}};

template <std::size_t N>
int number_of(const std::array<Name, N>& names, std::string_view word) {
    for (const Name& name : names)
        if (std::find(name.words.begin(), name.words.end(), word) != name.words.end()) return name.number;
    return 0;
}

using ascii::is_digit;

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
            abbreviation_point();
        } else {
            add(Kind::unknown, 0, begin);
        }
        return true;
    }

    // "lun." is no end of a sentence.
    void abbreviation_point() {
        if (tokens_.back().span.size() <= 5 && at_ < text_.size() && text_[at_] == '.') ++at_;
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
        for (const std::string_view always :
             {"24h/24", "24/24", "24 h/24", "24H/24", "24h sur 24", "24 h sur 24", "24H sur 24", "24 heures sur 24"})
            if (take(always)) return add(Kind::always, 0, begin);
        for (const std::string_view week : {"7j/7", "7/7", "7 j/7", "7J/7", "7j sur 7", "7 jours sur 7", "7 jours/7"})
            if (take(week)) return add(Kind::days, 7, begin);
        int value = 0;
        constexpr int most = 9999;
        while (at_ < text_.size() && is_digit(text_[at_])) value = std::min(most, value * 10 + (text_[at_++] - '0'));
        const bool colon = at_ + 1 < text_.size() && text_[at_] == ':' && is_digit(text_[at_ + 1]);
        if (!colon && minutes_behind_point()) {
            ++at_;
            const int minute = (text_[at_] - '0') * 10 + (text_[at_ + 1] - '0');
            at_ += 2;
            return add_time(value, minute, begin);
        }
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
        if (suffix == "er" || suffix == "e" || suffix == "eme" || suffix == "emes" || suffix == "es" ||
            suffix == "re" || suffix == "nd" || suffix == "d" || suffix == "ers" || suffix == "st" || suffix == "rd" ||
            suffix == "th") {
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
        add_time(hour, minute, begin);
    }

    // "9.30": a point, two digits of minutes and no more.
    [[nodiscard]] bool minutes_behind_point() const {
        return at_ + 2 < text_.size() && text_[at_] == '.' && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '5' &&
               is_digit(text_[at_ + 2]) &&
               (at_ + 3 >= text_.size() || !(is_digit(text_[at_ + 3]) || text_[at_ + 3] == '.'));
    }

    void add_time(int hour, int minute, std::size_t begin) {
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
