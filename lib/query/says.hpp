// Whether a text says a word that is looked for: the same word, its plural, its family, its beginning, a phone number.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/fold.hpp"

namespace cafe::query {

/// From the farthest to the same word.
enum class Likeness {
    none,
    beginning,   ///< "log" for "logement": three letters at least
    family,      ///< "héberger" for "hébergement"
    inflection,  ///< "logements" for "logement"
    same,
};

/// A word that is looked for, prepared once. `dial` is set for a telephone number (model::PhoneNumber::dial), and then
/// the rest is empty.
struct Sought {
    std::string folded;
    std::string light;
    std::string root;
    bool acronym = false;  ///< matches the same word only
    std::string dial;
    bool operator==(const Sought&) const = default;
};

/// "st" and "ste" are looked for as "saint" and "sainte".
Sought sought(const fold::Word& word);
Sought sought_number(std::string dial);

/// A telephone number inside a text, in any shape, and the bytes it takes. Numbers of at least nine digits only: a
/// short one is a word.
struct NumberInText {
    std::string dial;
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<NumberInText> numbers_in(std::string_view text);

/// How like a word of a text, already folded, is to the one sought.
Likeness likeness(const Sought& sought, std::string_view folded);
/// The best of a text's words.
Likeness likeness_in(const Sought& sought, std::string_view text);

/// What a question looks for, its little words left out unless there are no others.
std::vector<Sought> sought_in(std::string_view question);
/// Whether a text says all of them, in any order.
bool says(std::string_view text, const std::vector<Sought>& all);
/// Whether words stand one behind the other, in the order of `row`, with other endings perhaps. Little words of the
/// text may stand between: « Restos du Cœur » says "restos coeur".
bool says_in_row(const std::vector<fold::Word>& words, const std::vector<Sought>& row,
                 Likeness least = Likeness::inflection);
/// The same of a text; an empty phrase is never said.
bool says_phrase(std::string_view text, const std::vector<Sought>& phrase);

}  // namespace cafe::query
