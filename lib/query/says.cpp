#include "query/says.hpp"

#include <algorithm>

#include "model/values.hpp"
#include "query/little.hpp"
#include "query/stem.hpp"

#include "base/ascii.hpp"

namespace cafe::query {

namespace {

constexpr std::size_t shortest_beginning = 3;
constexpr std::size_t fewest_digits = 9;

using ascii::is_digit;
bool may_part_digits(char c) {
    return c == ' ' || c == '.' || c == '-' || c == '/' || c == '(' || c == ')';
}

std::string_view written_out(std::string_view folded) {
    if (folded == "st") return "saint";
    if (folded == "ste") return "sainte";
    return folded;
}

// Stems keep the first two letters of a word, so words that differ there have no stem in common.
bool may_be_related(std::string_view a, std::string_view b) {
    return a.size() >= 2 && b.size() >= 2 && a[0] == b[0] && a[1] == b[1];
}

}  // namespace

Sought sought(const fold::Word& word) {
    const std::string folded(written_out(word.folded));
    return Sought{folded, stem::light(folded), stem::root(folded), word.acronym, {}};
}

Sought sought_number(std::string dial) {
    Sought number;
    number.dial = std::move(dial);
    return number;
}

std::vector<NumberInText> numbers_in(std::string_view text) {
    std::vector<NumberInText> found;
    for (std::size_t at = 0; at < text.size();) {
        const bool starts = is_digit(text[at]) || (text[at] == '+' && at + 1 < text.size() && is_digit(text[at + 1]));
        if (!starts) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        std::size_t digits = is_digit(text[at]) ? 1 : 0;
        for (std::size_t i = end; i < text.size() && (is_digit(text[i]) || may_part_digits(text[i])); ++i) {
            if (!is_digit(text[i])) continue;
            ++digits;
            end = i + 1;
        }
        if (digits >= fewest_digits)
            if (auto number = model::to_phone(text.substr(at, end - at)); number && !number->is_short)
                found.push_back(NumberInText{std::move(number->dial), at, end});
        at = end;
    }
    return found;
}

Likeness likeness(const Sought& sought, std::string_view word) {
    const std::string_view folded = written_out(word);
    if (folded == sought.folded) return Likeness::same;
    if (sought.acronym || sought.folded.empty() || !may_be_related(folded, sought.folded)) return Likeness::none;
    if (stem::light(folded) == sought.light) return Likeness::inflection;
    if (stem::root(folded) == sought.root) return Likeness::family;
    if (sought.folded.size() >= shortest_beginning && folded.starts_with(sought.folded)) return Likeness::beginning;
    return Likeness::none;
}

Likeness likeness_in(const Sought& sought, std::string_view text) {
    if (!sought.dial.empty()) {
        const auto numbers = numbers_in(text);
        const bool there = std::any_of(numbers.begin(), numbers.end(),
                                       [&](const NumberInText& number) { return number.dial == sought.dial; });
        return there ? Likeness::same : Likeness::none;
    }
    Likeness best = Likeness::none;
    for (const fold::Word& word : fold::words(text)) best = std::max(best, likeness(sought, word.folded));
    return best;
}

std::vector<Sought> sought_in(std::string_view question) {
    std::vector<Sought> all;
    std::string rest(question);
    for (NumberInText& number : numbers_in(question)) {
        std::fill(rest.begin() + static_cast<std::ptrdiff_t>(number.begin),
                  rest.begin() + static_cast<std::ptrdiff_t>(number.end), ' ');
        all.push_back(sought_number(std::move(number.dial)));
    }
    const auto words = fold::words(rest);
    for (const fold::Word& word : words)
        if (word.acronym || !is_little(word.folded)) all.push_back(sought(word));
    if (!all.empty()) return all;
    for (const fold::Word& word : words) all.push_back(sought(word));
    return all;
}

bool says(std::string_view text, const std::vector<Sought>& all) {
    return std::all_of(all.begin(), all.end(),
                       [&](const Sought& one) { return likeness_in(one, text) != Likeness::none; });
}

bool says_in_row(const std::vector<fold::Word>& words, const std::vector<Sought>& row, Likeness least) {
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        std::size_t same = 0;
        for (std::size_t at = begin; at < words.size() && same < row.size(); ++at) {
            if (likeness(row[same], words[at].folded) >= least)
                ++same;
            else if (same == 0 || !is_little(words[at].folded))
                break;
        }
        if (same == row.size()) return true;
    }
    return false;
}

bool says_phrase(std::string_view text, const std::vector<Sought>& phrase) {
    return !phrase.empty() && says_in_row(fold::words(text), phrase);
}

}  // namespace cafe::query
