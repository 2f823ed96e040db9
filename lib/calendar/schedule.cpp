#include "calendar/schedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numeric>
#include <string>

#include "base/ascii.hpp"
#include "base/did_you_mean.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"

namespace cafe::calendar {

namespace {

constexpr Phrase<std::string> not_understood{"« {} » ne se comprend pas", "'{}' is not understood"};
constexpr Phrase<std::string, std::string> not_from_here{"dans « {} », « {} » ne se comprend pas",
                                                         "in '{}', '{}' is not understood"};
constexpr Phrase<std::string> no_day{"« {} » ne dit pas quel jour de la semaine",
                                     "'{}' does not say which day of the week"};
constexpr Phrase<std::string> which_weeks{"« {} » ne dit pas lesquels", "'{}' does not say which ones"};
constexpr Phrase<std::string> which_months{"« {} » ne dit pas quels mois", "'{}' does not say which months"};
constexpr Phrase<> nothing_said{"aucun rythme n'est écrit", "no rhythm is written"};

constexpr Phrase<> like_these{
    "écrire par exemple « premier vendredi », « troisième mardi des mois impairs » ou « chaque jeudi »",
    "write for example 'first friday', 'third tuesday of odd months' or 'every thursday'"};
constexpr Phrase<> two_a_month{"écrire « premier et troisième vendredi », ou « deuxième et quatrième »",
                               "write 'first and third friday', or 'second and fourth'"};
constexpr Phrase<> name_months{"écrire « mois pairs », « mois impairs », ou nommer les mois",
                               "write 'even months', 'odd months', or name the months"};
constexpr Phrase<> in_except{"ce qui fait exception se met dans except : [august, public-holidays]",
                             "exceptions belong in except: [august, public-holidays]"};
constexpr Phrase<> exceptions_are{"un mois (august), un jour (2026-12-04) ou public-holidays",
                                  "a month (august), a day (2026-12-04) or public-holidays"};

struct Named {
    std::string_view words;  // folded; several are parted by a blank
    int number;
};

// A longer phrase stands before the one it begins with.
constexpr std::array<Named, 45> ordinals{{
    {"second to last", -2},
    {"second last", -2},
    {"last but one", -2},
    {"avant dernier", -2},
    {"avant derniers", -2},
    {"penultimate", -2},
    {"last", -1},
    {"dernier", -1},
    {"derniers", -1},
    {"first", 1},
    {"1st", 1},
    {"premier", 1},
    {"premiers", 1},
    {"1er", 1},
    {"1ers", 1},
    {"second", 2},
    {"seconds", 2},
    {"2nd", 2},
    {"2d", 2},
    {"deuxieme", 2},
    {"deuxiemes", 2},
    {"2e", 2},
    {"2eme", 2},
    {"2emes", 2},
    {"third", 3},
    {"3rd", 3},
    {"troisieme", 3},
    {"troisiemes", 3},
    {"3e", 3},
    {"3eme", 3},
    {"3emes", 3},
    {"fourth", 4},
    {"4th", 4},
    {"quatrieme", 4},
    {"quatriemes", 4},
    {"4e", 4},
    {"4eme", 4},
    {"4emes", 4},
    {"fifth", 5},
    {"5th", 5},
    {"cinquieme", 5},
    {"cinquiemes", 5},
    {"5e", 5},
    {"5eme", 5},
    {"5emes", 5},
}};

constexpr std::array<Named, 14> weekdays{{
    {"monday", 1},
    {"tuesday", 2},
    {"wednesday", 3},
    {"thursday", 4},
    {"friday", 5},
    {"saturday", 6},
    {"sunday", 7},
    {"lundi", 1},
    {"mardi", 2},
    {"mercredi", 3},
    {"jeudi", 4},
    {"vendredi", 5},
    {"samedi", 6},
    {"dimanche", 7},
}};

constexpr std::array<Named, 24> months{{
    {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
    {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
    {"janvier", 1}, {"fevrier", 2},  {"mars", 3},      {"avril", 4},    {"mai", 5},       {"juin", 6},
    {"juillet", 7}, {"aout", 8},     {"septembre", 9}, {"octobre", 10}, {"novembre", 11}, {"decembre", 12},
}};

constexpr std::array<std::string_view, 12> french_months{"janvier",   "février", "mars",     "avril",
                                                         "mai",       "juin",    "juillet",  "août",
                                                         "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 7> french_days{"lundi",    "mardi",  "mercredi", "jeudi",
                                                      "vendredi", "samedi", "dimanche"};

// A rhythm whose beginning nobody said.
constexpr std::array<std::string_view, 9> every_other_week{"every other", "sur deux",  "quinze jours",
                                                           "15 jours",    "two weeks", "deux semaines",
                                                           "fortnight",   "biweekly",  "alternate"};
constexpr std::array<std::string_view, 6> every_other_month{"two months", "deux mois",   "three months",
                                                            "trois mois", "other month", "mois sur deux"};

bool says(std::string_view folded, std::string_view phrase) {
    return (" " + std::string(folded) + " ").find(" " + std::string(phrase) + " ") != std::string::npos;
}

std::vector<int> from_to(int first, int last) {
    std::vector<int> all;
    for (int month = first;; month = month % 12 + 1) {
        all.push_back(month);
        if (month == last) return all;
    }
}

Error refusal(Words message, Words remedy) {
    return Error{ErrorKind::usage, std::move(message), std::move(remedy)};
}

// The words of a text, taken one phrase after the other.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text::trim(text)), words_(fold::words(text_)) {}

    [[nodiscard]] bool done() const { return at_ == words_.size(); }
    [[nodiscard]] std::size_t position() const { return at_; }
    void back_to(std::size_t position) { at_ = position; }

    bool take(std::string_view phrase) {
        const auto parts = text::words(phrase);
        if (at_ + parts.size() > words_.size()) return false;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (words_[at_ + i].folded != parts[i]) return false;
        at_ += parts.size();
        return true;
    }
    bool take_any(std::initializer_list<std::string_view> phrases) {
        return std::any_of(phrases.begin(), phrases.end(), [this](std::string_view phrase) { return take(phrase); });
    }
    void skip(std::initializer_list<std::string_view> phrases) {
        while (take_any(phrases)) {
        }
    }
    template <std::size_t N>
    std::optional<int> take_number(const std::array<Named, N>& table) {
        for (const Named& named : table)
            if (take(named.words)) return named.number;
        return std::nullopt;
    }
    std::optional<int> take_weekday() {
        if (done()) return std::nullopt;
        std::string_view word = words_[at_].folded;
        if (word.ends_with('s')) word.remove_suffix(1);
        for (const Named& named : weekdays)
            if (word == named.words) return ++at_, named.number;
        return std::nullopt;
    }
    /// Whether a comma, or a hyphen, stands right before the next word.
    [[nodiscard]] bool after(std::string_view sign) const {
        if (done() || at_ == 0) return false;
        const std::size_t from = words_[at_ - 1].end;
        return text_.substr(from, words_[at_].begin - from).find(sign) != std::string_view::npos;
    }

    [[nodiscard]] std::string whole() const { return std::string(text_); }
    [[nodiscard]] std::string rest() const {
        return done() ? std::string() : std::string(text_.substr(words_[at_].begin));
    }
    [[nodiscard]] std::string word() const { return done() ? std::string() : words_[at_].folded; }

private:
    std::string_view text_;
    std::vector<fold::Word> words_;
    std::size_t at_ = 0;
};

template <std::size_t N>
void add_words(std::vector<std::string>& known, const std::array<Named, N>& table) {
    for (const Named& named : table)
        if (named.words.find(' ') == std::string_view::npos) known.emplace_back(named.words);
}

// What stops the reading, quoted as it was written.
Error stuck(const Reader& reader) {
    Words remedy = like_these();
    std::vector<std::string> known;
    add_words(known, ordinals);
    add_words(known, weekdays);
    add_words(known, months);
    const std::string word = reader.word();
    if (word == "sauf" || word == "except" || word == "hors" || word == "excepte")
        remedy = in_except();
    else if (const auto near = text::nearest(word, known))
        remedy = did_you_mean(*near);
    return refusal(
        reader.position() == 0 ? not_understood(reader.whole()) : not_from_here(reader.whole(), reader.rest()),
        std::move(remedy));
}

// "march", "march and october", "september to june", "juillet-août"; empty when no month stands here.
std::vector<int> take_months(Reader& reader) {
    std::vector<int> all;
    std::size_t good = reader.position();
    for (;;) {
        reader.skip({"de", "d", "du", "des", "of", "in", "en", "from", "the", "le", "mois"});
        const auto first = reader.take_number(months);
        if (!first) break;
        std::vector<int> named{*first};
        good = reader.position();
        const bool joined = reader.after("-") || reader.after("–") ||
                            reader.take_any({"to", "through", "until", "till", "a", "au", "jusqu en", "jusqu a"});
        if (joined) {
            reader.skip({"la", "fin", "the", "end", "of"});
            const auto last = reader.take_number(months);
            if (last) named = from_to(*first, *last);
            if (last) good = reader.position();
        }
        all.insert(all.end(), named.begin(), named.end());
        if (good != reader.position()) break;
        if (!reader.after(",") && !reader.take_any({"et", "and"})) break;
    }
    reader.back_to(good);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::vector<int> every_second(int first) {
    return first == 1 ? std::vector<int>{1, 3, 5, 7, 9, 11} : std::vector<int>{2, 4, 6, 8, 10, 12};
}

// "of the month", "des mois impairs", "in march": the months, nothing when none are named; `said` whether any words
// were.
std::vector<int> take_when(Reader& reader, bool& said) {
    const std::size_t start = reader.position();
    const auto article = [&reader] {
        reader.skip({"of", "in", "du", "de", "des", "d", "en", "the", "le", "les", "l", "each", "every", "chaque",
                     "tous", "dans"});
    };
    article();
    said = true;
    if (reader.take_any({"odd months", "odd month", "odd numbered months", "mois impairs", "mois impair"}))
        return every_second(1);
    if (reader.take_any({"even months", "even month", "even numbered months", "mois pairs", "mois pair"}))
        return every_second(2);
    const std::size_t before_months = reader.position();
    if (reader.take_any({"month", "months", "mois"})) {
        const std::size_t plain = reader.position();
        std::vector<int> named = take_months(reader);
        if (named.empty()) reader.back_to(plain);
        return named;
    }
    reader.back_to(before_months);
    std::vector<int> named = take_months(reader);
    said = !named.empty();
    if (!said) reader.back_to(start);
    return named;
}

// "first and third friday", "first friday and third tuesday". False when a day of the week is missing.
bool take_days(Reader& reader, std::vector<DayOfMonth>& days) {
    std::size_t good = reader.position();
    for (;;) {
        std::vector<int> nths;
        if (!days.empty()) reader.take_any({"every", "each", "chaque"});
        for (;;) {
            reader.skip({"le", "la", "les", "l", "the"});
            const auto nth = reader.take_number(ordinals);
            if (!nth) break;
            nths.push_back(*nth);
            reader.take_any({"et", "and"});
        }
        const auto weekday = reader.take_weekday();
        if (!weekday) {
            if (days.empty() || !nths.empty()) return false;
            reader.back_to(good);
            return true;
        }
        if (nths.empty()) nths.push_back(0);
        for (const int nth : nths) days.push_back({nth, *weekday});
        good = reader.position();
        const bool more = reader.take_any({"et", "and"}) || reader.after(",");
        if (!more) return true;
    }
}

std::optional<Date> day_in(int year, int month, DayOfMonth day, int nth) {
    if (nth > 0) {
        const auto first = Date::of(year, month, 1);
        if (!first) return std::nullopt;
        const int ahead = (day.weekday - first->weekday() + 7) % 7;
        return Date::of(year, month, 1 + ahead + 7 * (nth - 1));
    }
    std::optional<Date> last;
    for (int i = 5; i >= 4 && !last; --i) last = day_in(year, month, day, i);
    return last && nth == -2 ? std::optional(last->plus_days(-7)) : last;
}

std::vector<int> all_months() {
    std::vector<int> all(12);
    std::iota(all.begin(), all.end(), 1);
    return all;
}

Words nth_in_words(int nth) {
    switch (nth) {
        case -2: return {"avant-dernier", "last but one"};
        case -1: return {"dernier", "last"};
        case 1: return {"premier", "first"};
        case 2: return {"deuxième", "second"};
        case 3: return {"troisième", "third"};
        case 4: return {"quatrième", "fourth"};
        default: return {"cinquième", "fifth"};
    }
}

std::string capital(std::string_view word) {
    std::string out(word);
    if (!out.empty()) out[0] = ascii::upper(out[0]);
    return out;
}

Words day_in_words(const DayOfMonth& day) {
    const std::string fr(french_days[static_cast<std::size_t>(day.weekday) - 1]);
    const std::string en = capital(weekdays[static_cast<std::size_t>(day.weekday) - 1].words);
    if (day.nth == 0) return {"chaque " + fr, "every " + en};
    const Words nth = nth_in_words(day.nth);
    return {(day.nth == -2 ? "l'" : "le ") + nth.fr + " " + fr, "the " + nth.en + " " + en};
}

// « de mars et d'octobre » / "of March and October".
Words months_in_words(const std::vector<int>& named) {
    std::string fr;
    std::string en;
    for (std::size_t i = 0; i < named.size(); ++i) {
        const Words name = month_name(named[i]);
        const bool vowel = name.fr.starts_with('a') || name.fr.starts_with('o');
        const bool last = i > 0 && i + 1 == named.size();
        fr += (i == 0 ? "" : last ? " et " : ", ") + std::string(vowel ? "d'" : "de ") + name.fr;
        en += (i == 0 ? "" : last ? " and " : ", ") + name.en;
    }
    return {fr, "of " + en};
}

}  // namespace

Result<Schedule> read_schedule(std::string_view written) {
    Reader reader(written);
    if (reader.done()) return refusal(nothing_said(), like_these());
    const std::string folded = fold::text(written);
    for (const std::string_view phrase : every_other_month)
        if (says(folded, phrase)) return refusal(which_months(reader.whole()), name_months());
    for (const std::string_view phrase : every_other_week)
        if (says(folded, phrase)) return refusal(which_weeks(reader.whole()), two_a_month());

    const bool weekly = reader.take_any({"weekly", "hebdomadaire", "chaque semaine", "toutes les semaines",
                                         "every week", "each week", "une fois par semaine", "once a week"});
    const bool english_each = !weekly && reader.take_any({"every", "each"});
    if (!english_each) reader.take_any({"chaque", "tous", "toutes", "on"});
    Schedule schedule;
    if (!take_days(reader, schedule.days))
        return reader.done() ? refusal(no_day(reader.whole()), like_these()) : stuck(reader);
    const auto comes_weekly = [](const DayOfMonth& day) { return day.nth == 0; };
    if (weekly && !std::all_of(schedule.days.begin(), schedule.days.end(), comes_weekly))
        return refusal(not_understood(reader.whole()), like_these());
    bool said = false;
    schedule.months = take_when(reader, said);
    if (!reader.done()) return stuck(reader);
    // "every second friday" is every other one to most people, the second of the month to some.
    const bool ambiguous = english_each && !said && schedule.days.size() == 1 && schedule.days.front().nth > 1;
    if (ambiguous) return refusal(which_weeks(reader.whole()), two_a_month());
    std::sort(schedule.days.begin(), schedule.days.end());
    schedule.days.erase(std::unique(schedule.days.begin(), schedule.days.end()), schedule.days.end());
    if (schedule.months.size() == 12) schedule.months.clear();
    return schedule;
}

std::vector<Date> dates_in(const Schedule& schedule, int year) {
    std::vector<Date> dates;
    for (const int month : schedule.months.empty() ? all_months() : schedule.months) {
        for (const DayOfMonth& day : schedule.days) {
            for (int nth = day.nth == 0 ? 1 : day.nth; nth <= (day.nth == 0 ? 5 : day.nth); ++nth)
                if (const auto date = day_in(year, month, day, nth)) dates.push_back(*date);
        }
    }
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

Words in_words(const Schedule& schedule) {
    std::string fr;
    std::string en;
    bool weekly = true;
    for (std::size_t i = 0; i < schedule.days.size(); ++i) {
        const Words day = day_in_words(schedule.days[i]);
        weekly = weekly && schedule.days[i].nth == 0;
        fr += (i == 0 ? "" : i + 1 == schedule.days.size() ? " et " : ", ") + day.fr;
        en += (i == 0 ? "" : i + 1 == schedule.days.size() ? " and " : ", ") + day.en;
    }
    if (schedule.months == every_second(1)) return {fr + " des mois impairs", en + " of odd months"};
    if (schedule.months == every_second(2)) return {fr + " des mois pairs", en + " of even months"};
    if (!schedule.months.empty()) {
        const Words named = months_in_words(schedule.months);
        return {fr + " " + named.fr, en + " " + named.en};
    }
    return weekly ? Words{fr, en} : Words{fr + " du mois", en + " of the month"};
}

Result<Exception> read_exception(std::string_view written) {
    Exception exception;
    exception.date = Date::parse(text::trim(written));
    if (exception.date) return exception;
    Reader reader(written);
    if (reader.done()) return refusal(nothing_said(), exceptions_are());
    reader.skip({"le", "les", "the", "en"});
    exception.public_holidays = reader.take_any({"public holidays", "public holiday", "bank holidays", "holidays",
                                                 "jours feries", "jour ferie", "feries", "ferie"});
    if (!exception.public_holidays) exception.months = take_months(reader);
    if (reader.done() && (exception.public_holidays || !exception.months.empty())) return exception;
    Error error = stuck(reader);
    error.remedy = exceptions_are();
    return error;
}

Words month_name(int month) {
    const auto at = static_cast<std::size_t>(month) - 1;
    return {std::string(french_months[at]), capital(months[at].words)};
}

}  // namespace cafe::calendar
