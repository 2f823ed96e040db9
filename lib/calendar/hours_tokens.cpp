#include "calendar/hours_tokens.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/utf8.hpp"

namespace cafe::calendar::hours_detail {

namespace {

using ascii::is_digit;

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

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
    return Tokens(text).run();
}

}  // namespace cafe::calendar::hours_detail
