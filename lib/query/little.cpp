#include "query/little.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

#include "base/utf8.hpp"
#include "query/word_lists.hpp"

namespace cafe::query {

namespace {

// The letters beyond ASCII, in lower case.
std::set<char32_t> accented_letters(std::string_view text) {
    const std::string composed = utf8::nfc(text);
    std::set<char32_t> letters;
    for (std::size_t at = 0; at < composed.size();) {
        const char32_t letter = utf8::lower(utf8::next(composed, at));
        if (letter > 0x7F && utf8::is_letter_or_digit(letter)) letters.insert(letter);
    }
    return letters;
}

}  // namespace

bool is_little(std::string_view folded) {
    return stands_in(WordList::little, folded);
}
bool denies(std::string_view folded) {
    return stands_in(WordList::denying, folded);
}
bool denies_with_de(std::string_view folded) {
    return stands_in(WordList::denying_with_de, folded);
}
bool is_vague(std::string_view folded) {
    return stands_in(WordList::vague, folded);
}
bool is_anybody(std::string_view public_id) {
    return stands_in(WordList::anybody, public_id);
}
bool is_also_a_place(std::string_view folded) {
    return stands_in(WordList::also_places, folded);
}
bool leads_to_place(std::string_view folded) {
    return stands_in(WordList::before_places, folded);
}
bool means_near(std::string_view folded) {
    return stands_in(WordList::near, folded);
}
bool is_function(std::string_view folded) {
    return stands_in(WordList::functions, folded);
}
bool leads_a_house(std::string_view folded) {
    return stands_in(WordList::leaders, folded);
}
bool asks_for_successor(std::string_view folded) {
    return stands_in(WordList::succeeding, folded);
}
bool has_other_accents(std::string_view typed, std::string_view name) {
    const auto own = accented_letters(name);
    const auto all = accented_letters(typed);
    return !std::includes(own.begin(), own.end(), all.begin(), all.end());
}
bool is_title(std::string_view folded) {
    return stands_in(WordList::titles, folded);
}

}  // namespace cafe::query
