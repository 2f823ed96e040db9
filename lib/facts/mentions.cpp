#include "facts/mentions.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/values.hpp"

namespace cafe::facts {

namespace {

using Strings = std::vector<std::string>;

constexpr std::array<std::string_view, 18> usual_titles{
    "m",    "mr", "mme",     "mlle",   "monsieur", "madame", "mr",           "mrs",       "ms",
    "miss", "dr", "docteur", "maitre", "me",       "pr",     "mademoiselle", "messieurs", "mesdames"};

Strings words_of(std::string_view text) {
    Strings words;
    for (fold::Word& word : fold::words(text)) words.push_back(std::move(word.folded));
    return words;
}

void add_name(KnownBy& known, std::string_view name) {
    Strings words = words_of(name);
    if (words.size() > 1) known.names.push_back(std::move(words));
}

// "Delmas Marie" is « Marie Delmas » too: every order that keeps neighbours together.
void add_turned(KnownBy& known, std::string_view name) {
    Strings words = words_of(name);
    if (words.size() < 2) return;
    for (std::size_t turns = 0; turns < words.size(); ++turns) {
        known.names.push_back(words);
        std::rotate(words.begin(), words.begin() + 1, words.end());
    }
}

void add_number(KnownBy& known, std::string_view written) {
    const auto phone = model::to_phone(written);
    if (!phone || phone->is_short) return;
    constexpr std::string_view home = "+33";
    std::string digits = phone->dial.starts_with(home) ? "0" + phone->dial.substr(home.size()) : phone->dial.substr(1);
    known.numbers.push_back(std::move(digits));
}

void add_mailbox(KnownBy& known, const std::string& address) {
    if (!address.empty()) known.mailboxes.push_back(ascii::lower(address));
}

bool begins_with_capital(std::string_view text, const fold::Word& word) {
    std::size_t at = word.begin;
    return word.begin < text.size() && utf8::is_upper(utf8::next(text, at));
}

bool is_title(const KnownBy& known, std::string_view word) {
    return std::find(usual_titles.begin(), usual_titles.end(), word) != usual_titles.end() ||
           std::find(known.titles.begin(), known.titles.end(), word) != known.titles.end();
}

// "marie-delmas-2", "Anne-Marie Delmas": a hyphen makes somebody else of it.
bool goes_on(std::string_view text, Span span) {
    const bool before =
        span.begin > 1 && text[span.begin - 1] == '-' && ascii::is_letter_or_digit(text[span.begin - 2]);
    const bool after =
        span.end + 1 < text.size() && text[span.end] == '-' && ascii::is_letter_or_digit(text[span.end + 1]);
    return before || after;
}

// "marie.delmas@example.org": what stands in a mailbox is the mailbox's.
bool in_a_mailbox(char c) {
    return ascii::is_letter_or_digit(ascii::lower(c)) || c == '-' || c == '_' || c == '.' || c == '+' || c == '%';
}
bool is_of_a_mailbox(std::string_view text, Span span) {
    std::size_t end = span.end;
    while (end < text.size() && in_a_mailbox(text[end])) ++end;
    if (end >= text.size() || text[end] != '@') return false;
    const std::size_t host = end + 1;
    while (++end < text.size() && in_a_mailbox(text[end])) {
    }
    return text.substr(host, end - host).find('.') != std::string_view::npos;
}

void look_for_names(std::string_view text, const KnownBy& known, std::vector<Spoken>& found) {
    if (known.names.empty() && known.surnames.empty()) return;
    const std::vector<fold::Word> words = fold::words(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Strings& name : known.names) {
            if (i + name.size() > words.size()) continue;
            bool same = true;
            for (std::size_t k = 0; same && k < name.size(); ++k) same = words[i + k].folded == name[k];
            const Span span{words[i].begin, words[i + name.size() - 1].end};
            if (same && !goes_on(text, span) && !is_of_a_mailbox(text, span)) found.push_back({SpokenBy::name, span});
        }
        for (const std::string& surname : known.surnames) {
            if (words[i].folded != surname || !begins_with_capital(text, words[i])) continue;
            if (is_of_a_mailbox(text, {words[i].begin, words[i].end})) continue;
            if (i > 0 && is_title(known, words[i - 1].folded))
                found.push_back({SpokenBy::name, {words[i - 1].begin, words[i].end}});
            else
                found.push_back({SpokenBy::surname, {words[i].begin, words[i].end}});
        }
    }
}

void look_for_mailboxes(std::string_view text, const KnownBy& known, std::vector<Spoken>& found) {
    if (known.mailboxes.empty() || text.find('@') == std::string_view::npos) return;
    const std::string lower = ascii::lower(text);
    for (const std::string& mailbox : known.mailboxes)
        for (std::size_t at = lower.find(mailbox); at != std::string::npos; at = lower.find(mailbox, at + 1)) {
            const std::size_t end = at + mailbox.size();
            const bool longer = (at > 0 && in_a_mailbox(lower[at - 1])) ||
                                (end + 1 < lower.size() && (lower[end] == '-' || lower[end] == '.') &&
                                 ascii::is_letter_or_digit(lower[end + 1])) ||
                                (end < lower.size() && ascii::is_letter_or_digit(lower[end]));
            if (!longer) found.push_back({SpokenBy::mailbox, {at, end}});
        }
}

// What people put between the digits of a number: one sign, or a no-break space.
std::size_t gap_at(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 8> gaps{" ", ".", "-", "/", "\u00A0", "\u202F", "\u2009", "_"};
    for (const std::string_view gap : gaps)
        if (text.substr(at).starts_with(gap)) return gap.size();
    return 0;
}

// The end of a number that begins here and says these digits; nothing when it does not.
std::size_t end_of(std::string_view text, std::size_t at, std::string_view digits) {
    std::size_t met = 0;
    while (met < digits.size()) {
        if (at >= text.size()) return 0;
        if (ascii::is_digit(text[at])) {
            if (text[at] != digits[met]) return 0;
            ++met;
            ++at;
            continue;
        }
        if (met == 0) return 0;
        std::size_t gap = gap_at(text, at);
        // "+33 (0)6"
        if (gap == 0 && text.substr(at).starts_with("(0)")) gap = 3;
        if (gap == 0) return 0;
        at += gap;
    }
    return at < text.size() && ascii::is_digit(text[at]) ? 0 : at;
}

void look_for_numbers(std::string_view text, const KnownBy& known, std::vector<Spoken>& found) {
    for (const std::string& number : known.numbers) {
        Strings forms{number};
        if (number.front() == '0')
            for (const auto* abroad : {"33", "0033", "330", "00330"}) forms.push_back(abroad + number.substr(1));
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (!ascii::is_digit(text[at]) || (at > 0 && ascii::is_digit(text[at - 1]))) continue;
            for (const std::string& form : forms)
                if (const std::size_t end = end_of(text, at, form); end != 0) {
                    const bool plus = at > 0 && text[at - 1] == '+';
                    found.push_back({SpokenBy::number, {plus ? at - 1 : at, end}});
                    break;
                }
        }
    }
}

void look_for_id(std::string_view text, const KnownBy& known, std::vector<Spoken>& found) {
    if (known.id.find('-') == std::string::npos) return;
    const auto beside = [](char c) { return ascii::is_letter_or_digit(c) || c == '-' || c == '_'; };
    for (std::size_t at = text.find(known.id); at != std::string_view::npos; at = text.find(known.id, at + 1)) {
        const std::size_t end = at + known.id.size();
        if ((at == 0 || !beside(text[at - 1])) && (end == text.size() || !beside(text[end])))
            found.push_back({SpokenBy::id, {at, end}});
    }
}

}  // namespace

KnownBy known_by(const std::string& id, const model::Person& person) {
    KnownBy known;
    known.id = id;
    add_turned(known, person.name);
    const std::string_view sorted = person.sort_as;
    Strings last = words_of(sorted.substr(0, std::min(sorted.find(','), sorted.size())));
    if (last.empty()) last = words_of(person.name);
    constexpr std::size_t shortest = 3;
    if (!last.empty() && last.back().size() >= shortest) known.surnames.push_back(last.back());
    for (const std::string& word : words_of(person.title)) known.titles.push_back(word);
    for (const model::PersonEmail& email : person.emails) add_mailbox(known, email.address);
    for (const model::PersonPhone& phone : person.phones) add_number(known, phone.number);
    return known;
}

KnownBy known_by(const std::string& id, const model::Partner& partner) {
    KnownBy known;
    known.id = id;
    add_name(known, partner.name);
    add_name(known, partner.short_name);
    for (const std::string& alias : partner.aliases) add_name(known, alias);
    for (const auto& email : partner.emails) add_mailbox(known, email.address);
    for (const auto& phone : partner.phones) add_number(known, phone.number);
    if (model::is_siret(partner.siret)) known.numbers.push_back(partner.siret);
    return known;
}

std::vector<Spoken> spoken_of(std::string_view text, const KnownBy& known) {
    std::vector<Spoken> found;
    look_for_names(text, known, found);
    look_for_mailboxes(text, known, found);
    look_for_numbers(text, known, found);
    look_for_id(text, known, found);
    std::stable_sort(found.begin(), found.end(), [](const Spoken& a, const Spoken& b) { return a.by < b.by; });
    std::vector<Spoken> kept;
    for (const Spoken& one : found) {
        const bool met = std::any_of(kept.begin(), kept.end(), [&](const Spoken& other) {
            return one.span.begin < other.span.end && other.span.begin < one.span.end;
        });
        if (!met) kept.push_back(one);
    }
    std::sort(kept.begin(), kept.end(), [](const Spoken& a, const Spoken& b) { return a.span.begin < b.span.begin; });
    return kept;
}

Words in_words(SpokenBy by) {
    switch (by) {
        case SpokenBy::name: return {"nom", "name"};
        case SpokenBy::surname: return {"nom de famille, à vérifier", "surname, to be looked at"};
        case SpokenBy::mailbox: return {"courriel", "mail address"};
        case SpokenBy::number: return {"numéro", "number"};
        case SpokenBy::id: return {"identifiant", "id"};
    }
    return {};
}

std::string_view key_of(SpokenBy by) {
    switch (by) {
        case SpokenBy::name: return "name";
        case SpokenBy::surname: return "surname";
        case SpokenBy::mailbox: return "mailbox";
        case SpokenBy::number: return "number";
        case SpokenBy::id: return "id";
    }
    return "";
}

}  // namespace cafe::facts
