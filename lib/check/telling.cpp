#include "check/telling.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/ascii.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/needs.hpp"
#include "check/notebook_rules.hpp"
#include "check/rules.hpp"
#include "model/fields.hpp"
#include "model/values.hpp"

namespace cafe::check {

namespace {

using Strings = std::span<const std::string_view>;

bool is_one_of(std::string_view word, Strings words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// ---- Social security numbers ---------------------------------------------------------------------------------------

using ascii::is_digit;

// Blanks, points and hyphens between groups, one at a time; the no-break spaces of French typography too.
std::size_t separator_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == ' ' || text[at] == '.' || text[at] == '-' || text[at] == '/') return 1;
    if (text.substr(at).starts_with("\xC2\xA0")) return 2;
    return text.substr(at).starts_with("\xE2\x80\xAF") ? 3 : 0;
}

constexpr std::size_t length_of_number = 15;

bool key_holds(std::string_view number) {
    constexpr unsigned long long modulus = 97;
    unsigned long long value = 0;
    unsigned long long taken = 0;
    for (std::size_t i = 0; i < 13; ++i) {
        char c = number[i];
        if (!is_digit(c)) {
            if (i != 6 || number[5] != '2') return false;
            taken = c == 'A' ? 1000000ULL : 2000000ULL;  // INSEE: 2A is 19, 2B is 18
            c = '0';
        }
        value = value * 10 + static_cast<unsigned long long>(c - '0');
    }
    const auto month = text::to_integer(number.substr(3, 2)).value_or(0);
    const bool is_month = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    const auto key = text::to_integer(number.substr(13, 2));
    return is_month && key && static_cast<unsigned long long>(*key) == modulus - (value - taken) % modulus;
}

std::optional<Span> number_from(std::string_view text, std::size_t begin) {
    std::string number;
    std::size_t at = begin;
    while (number.size() < length_of_number && at < text.size()) {
        const char c = text[at];
        const bool corsica = number.size() == 6 && (c == 'A' || c == 'B' || c == 'a' || c == 'b');
        if (is_digit(c) || corsica) {
            number.push_back(corsica ? static_cast<char>(c & ~0x20) : c);
            ++at;
            continue;
        }
        const std::size_t skip = separator_at(text, at);
        if (skip == 0) return std::nullopt;
        at += skip;
    }
    if (number.size() < length_of_number || (at < text.size() && is_digit(text[at])) || !key_holds(number))
        return std::nullopt;
    return Span{begin, at};
}

// ---- Alphabets -----------------------------------------------------------------------------------------------------

enum class Alphabet { none, latin, other };

Alphabet alphabet_of(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7))
        return Alphabet::latin;
    const bool greek = c >= 0x370 && c <= 0x3FF && c != 0x3BC;
    const bool cyrillic = c >= 0x400 && c <= 0x52F;
    const bool armenian = c >= 0x531 && c <= 0x587;
    return greek || cyrillic || armenian ? Alphabet::other : Alphabet::none;
}

// The first letter that is not of its word's alphabet: U+0430 in "Fum<U+0430>l". Nothing when there is none.
char32_t stranger_in(std::string_view text) {
    const bool may_have = std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xCD && byte <= 0xD6;  // the first bytes of U+0370 to U+0587
    });
    if (!may_have) return 0;
    bool latin = false;
    char32_t other = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        const Alphabet alphabet = alphabet_of(c);
        if (alphabet == Alphabet::none && !utf8::is_mark(c)) {
            latin = false;
            other = 0;
        }
        latin = latin || alphabet == Alphabet::latin;
        if (alphabet == Alphabet::other) other = c;
        if (latin && other != 0) return other;
    }
    return 0;
}

// ---- People who are helped -----------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 13> titles{
    "mme", "madame", "m", "mr", "monsieur", "mlle", "melle", "mademoiselle", "famille", "mrs", "miss", "ms", "couple"};
constexpr std::array<std::string_view, 22> numbers{"un",    "une",   "deux", "trois", "quatre", "cinq",  "six",  "sept",
                                                   "huit",  "neuf",  "dix",  "one",   "two",    "three", "four", "five",
                                                   "seven", "eight", "nine", "ten",   "ses",    "leurs"};
constexpr std::array<std::string_view, 6> children{"enfant", "enfants", "child", "children", "kids", "filles"};
constexpr std::array<std::string_view, 17> hardships{
    "enceinte", "pregnant", "sdf",          "surendette",  "surendettee", "battue",
    "expulse",  "expulsee", "homeless",     "evicted",     "toxicomane",  "alcoolique",
    "veuve",    "divorcee", "beneficiaire", "allocataire", "endettee"};
constexpr std::array<std::string_view, 5> born{"ne", "nee", "naissance", "born", "ddn"};
// What a text must hold to be looked at: cut so that case and accents do not matter.
constexpr std::array<std::string_view, 18> signs{"nfant",     "child",  "kids",  "nceinte",   "regnant",   "SDF",
                                                 "ndett",     "battue", "xpuls", "omeless",   "victed",    "toxicomane",
                                                 "lcoolique", "euve",   "ivorc", "n\xC3\xA9", "N\xC3\xA9", "aissance"};
constexpr std::array<std::string_view, 5> more_signs{"born", "Born", "DDN", "ddn", "locataire"};

constexpr std::array<std::string_view, 2> without_title{"naissance", "ddn"};

constexpr bool is_first(char c) {
    return c == 'm' || c == 'f' || c == 'c' || c == 'n' || c == 'd';
}
static_assert(std::all_of(titles.begin(), titles.end(), [](std::string_view word) { return is_first(word.front()); }));

// Whether a word of the text may be a title, or say a birth without one: a look at the beginnings of words, before any
// of them is folded. Wide letters (U+FF21 and on) fold to those looked for.
bool may_name_somebody(std::string_view text) {
    constexpr char wide = '\xEF';
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto begins_with = [&](std::size_t at, std::string_view word) {
        if (text.size() - at < word.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (i > 1 && static_cast<unsigned char>(text[at + i]) >= 0x80U) return true;  // an accent too many: look
            if (static_cast<char>(text[at + i] | 0x20) != word[i]) return false;
        }
        return at + word.size() == text.size() || !is_letter(text[at + word.size()]);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == wide) return true;
        if (!is_letter(text[at]) || (at > 0 && is_letter(text[at - 1]))) continue;
        const char first = static_cast<char>(text[at] | 0x20);
        if (!is_first(first)) continue;
        const auto begins = [&](std::string_view word) { return word.front() == first && begins_with(at, word); };
        if (std::any_of(titles.begin(), titles.end(), begins)) return true;
        if (std::any_of(without_title.begin(), without_title.end(), begins)) return true;
    }
    return false;
}

bool may_speak_of_somebody(std::string_view text) {
    const auto holds = [text](std::string_view sign) { return text.find(sign) != std::string_view::npos; };
    return std::any_of(signs.begin(), signs.end(), holds) || std::any_of(more_signs.begin(), more_signs.end(), holds);
}

using fold::Word;

// Whether a sentence ends between two words. The point of "M." and of "née L." ends none.
bool ends_sentence(std::string_view text, const Word& before, const Word& after) {
    const std::string_view between = text.substr(before.end, after.begin - before.end);
    if (between.find_first_of("!?;\n") != std::string_view::npos) return true;
    return between.find('.') != std::string_view::npos && before.folded.size() > 1 && !is_one_of(before.folded, titles);
}

bool is_capital(std::string_view text, const Word& word) {
    std::size_t at = word.begin;
    return word.begin < text.size() && utf8::is_upper(utf8::next(text, at));
}

// The last word of a date that begins here; nothing where none does.
std::optional<std::size_t> date_at(const std::vector<Word>& words, std::size_t at) {
    constexpr std::size_t longest_day = 2;
    const auto is_number = [&](std::size_t i) { return i < words.size() && text::is_digits(words[i].folded); };
    if (is_number(at) && words[at].folded.size() == 4 && is_number(at + 1))  // 1985-03-12
        return is_number(at + 2) ? at + 2 : at + 1;
    const bool is_date =
        is_number(at) && words[at].folded.size() <= longest_day && at + 2 < words.size() && is_number(at + 2);
    return is_date ? std::optional(at + 2) : std::nullopt;
}

// "née le 12/03/1985", "date de naissance : 12 mars 1985", "born on 1985-03-12"
std::optional<std::size_t> birth_at(const std::vector<Word>& words, std::size_t at) {
    constexpr std::size_t farthest = 4;
    if (!is_one_of(words[at].folded, born)) return std::nullopt;
    for (std::size_t i = at + 1; i <= at + farthest && i < words.size(); ++i)
        if (const auto last = date_at(words, i)) return last;
    return std::nullopt;
}

bool is_hardship_at(const std::vector<Word>& words, std::size_t at) {
    if (is_one_of(words[at].folded, hardships)) return true;
    if (words[at].folded == "papiers" && at > 0 && words[at - 1].folded == "sans") return true;
    const std::string& before = at > 0 ? words[at - 1].folded : words[at].folded;
    return is_one_of(words[at].folded, children) && at > 0 && (text::is_digits(before) || is_one_of(before, numbers));
}

enum class Told { nothing, birth, household };
/// What a text tells of somebody, and where.
struct Telling {
    Told told = Told::nothing;
    Span span{};
};

// What the words after a title tell, up to the end of the sentence.
Telling told_after(std::string_view text, const std::vector<Word>& words, std::size_t title) {
    constexpr std::size_t farthest = 14;
    Telling found;
    const auto tell = [&](Told told, std::size_t word) { found = {told, {words[title].begin, words[word].end}}; };
    for (std::size_t i = title + 1; i < words.size() && i <= title + farthest; ++i) {
        if (i > title + 1 && ends_sentence(text, words[i - 1], words[i])) break;
        if (const auto last = birth_at(words, i)) {
            tell(Told::birth, *last);
            break;
        }
        if (is_hardship_at(words, i)) tell(Told::household, i);
    }
    return found;
}

Telling told_in(std::string_view text, const std::set<std::string, std::less<>>& known) {
    if (!may_name_somebody(text) || !may_speak_of_somebody(text)) return {};
    const std::vector<Word> words = fold::words(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        // "date de naissance : …" speaks of somebody without any name.
        if (is_one_of(words[i].folded, without_title))
            if (const auto last = birth_at(words, i)) return {Told::birth, {words[i].begin, words[*last].end}};
        if (!is_one_of(words[i].folded, titles) || i + 1 == words.size() || !is_capital(text, words[i + 1])) continue;
        // A colleague's good news is no secret.
        if (known.contains(words[i + 1].folded) || (i + 2 < words.size() && known.contains(words[i + 2].folded)))
            continue;
        if (const Telling found = told_after(text, words, i); found.told != Told::nothing) return found;
    }
    return {};
}

// ---- Who said no ---------------------------------------------------------------------------------------------------

bool objects_to_being_shown(const model::Person& person) {
    if (!person.privacy || !person.privacy->objection) return false;
    const std::string& scope = person.privacy->objection->scope;
    return scope.empty() || scope == "all" || scope == "directory";
}

bool stands_in(std::string_view folded, std::string_view name) {
    for (std::size_t at = folded.find(name); at != std::string_view::npos; at = folded.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' ')) return true;
    }
    return false;
}

// A text that somebody writes freely, as against ids, numbers and words of a list.
bool is_prose(const store::Met& met) {
    if (met.node.kind != yaml::Kind::scalar || met.users_key || met.node.text.empty()) return false;
    if (met.field == nullptr || met.field->type == model::Type::line || met.field->type == model::Type::markdown ||
        met.field->type == model::Type::record)
        return true;
    return met.field->or_words && !model::is_id(met.node.text);
}

// Coordinates and addresses of pages have long rows of digits of their own.
bool may_hold_a_number(const store::Met& met) {
    if (met.field == nullptr) return true;
    const model::Type type = met.field->type;
    return type != model::Type::decimal && type != model::Type::number && type != model::Type::url;
}

// Fields that themselves name a person.
bool is_name(const store::Met& met) {
    return met.field != nullptr &&
           (met.field->key == "name" || met.field->key == "guest" || met.field->key == "sort_as");
}

constexpr Phrase<> take_out{"l'enlever : le besoin s'écrit, jamais la personne",
                            "take it out: write the need, never the person"};

}  // namespace

std::optional<Span> social_security_number(std::string_view text) {
    if (text.size() < length_of_number) return std::nullopt;
    for (std::size_t at = 0; at < text.size(); ++at) {
        // Sex and special cases (INSEE): 1 to 4, 7 and 8; never inside a longer number.
        const char c = text[at];
        const bool may_begin = (c >= '1' && c <= '4') || c == '7' || c == '8';
        if (!may_begin || (at > 0 && is_digit(text[at - 1]))) continue;
        if (const auto found = number_from(text, at)) return found;
    }
    return std::nullopt;
}

bool keeps_silent(const Rule& rule) {
    return &rule == &rule::told_street || &rule == &rule::told_place || &rule == &rule::told_number ||
           &rule == &rule::told_birth || &rule == &rule::told_household || &rule == &rule::journal_form;
}

TellingCheck::TellingCheck(const store::Book& book) {
    for (const auto& person : book.people) {
        const std::string folded = fold::text(person.value.name);
        for (const std::string_view word : text::words(folded)) known_.emplace(word);
        // One word alone would be found in everybody's name.
        if (objects_to_being_shown(person.value) && folded.find(' ') != std::string::npos)
            objectors_.push_back({person.id, person.source->path, folded});
    }
}

void TellingCheck::check_people(const store::Met& met, Report& report) const {
    static constexpr Phrase<> number{"ce texte porte un numéro de sécurité sociale",
                                     "this text holds a social security number"};
    static constexpr Phrase<> birth{"ce texte dit la date de naissance de quelqu'un",
                                    "this text gives somebody's date of birth"};
    static constexpr Phrase<> household{"ce texte semble nommer une personne accompagnée",
                                        "this text seems to name a person who is helped"};
    if (may_hold_a_number(met))
        if (const auto part = social_security_number(met.node.text))
            return report.add(rule::told_number, span_in(met.node, report, *part), number(), take_out());
    if (!is_prose(met)) return;
    const auto [told, part] = told_in(met.node.text, known_);
    if (told == Told::nothing) return;
    const Span span = span_in(met.node, report, part);
    if (told == Told::birth) report.add(rule::told_birth, span, birth(), take_out());
    if (told == Told::household) report.add(rule::told_household, span, household(), take_out());
}

void TellingCheck::check_objectors(const store::Met& met, Report& report) const {
    static constexpr Phrase<std::string> told{"ce texte nomme {}, qui s'est opposé(e) à paraître",
                                              "this text names {}, who objected to being shown"};
    static constexpr Phrase<> by_id{
        "l'enlever du texte, ou citer la personne par son identifiant là où un champ le permet",
        "take it out of the text, or cite the person by id where a field allows it"};
    if (met.field != nullptr && met.field->internal) return;
    if (!is_prose(met) || is_name(met)) return;
    std::string folded;
    for (const Objector& objector : objectors_) {
        if (report.source().path == objector.file) continue;
        if (folded.empty()) folded = fold::text(met.node.text);
        if (folded.size() < objector.name.size() || !stands_in(folded, objector.name)) continue;
        return report.add(rule::told_objector, met.node.span, told(objector.id), by_id());
    }
}

std::vector<facts::Withheld> TellingCheck::naming_objectors(const store::Source& source) const {
    std::vector<facts::Withheld> fields;
    if (objectors_.empty()) return fields;
    Findings found;
    Report report(source, found);
    store::walk(source.tree, model::shape_of(source.ref.kind), [&](const store::Met& met) {
        if (met.node.kind != yaml::Kind::scalar) return;
        const std::size_t before = found.size();
        check_objectors(met, report);
        if (found.size() > before) fields.push_back({source.path, met.path});
    });
    return fields;
}

void TellingCheck::value(const store::Met& met, Report& report) const {
    static constexpr Phrase<std::string> mixed{"un mot mêle deux alphabets : {} n'est pas une lettre latine",
                                               "a word mixes two alphabets: {} is not a Latin letter"};
    static constexpr Phrase<> again{"retaper le mot au clavier", "type the word again"};
    if (met.node.kind != yaml::Kind::scalar) return;
    if (const char32_t stranger = stranger_in(met.node.text); stranger != 0)
        report.add(rule::mixed_alphabets, met.node.span,
                   mixed(fmt::format("U+{:04X}", static_cast<unsigned>(stranger))), again());
    check_people(met, report);
    if (!objectors_.empty()) check_objectors(met, report);
}

}  // namespace cafe::check
