// Where a text speaks of somebody, or of an organisation: by name, mail address, telephone or id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "base/words.hpp"
#include "model/partner.hpp"
#include "model/person.hpp"

namespace cafe::facts {

enum class SpokenBy {
    name,     ///< the whole name in any order of its parts, or a surname after a title: « Mme Delmas »
    surname,  ///< a surname alone, with a capital: it may be somebody else's, or a street's
    mailbox,
    number,  ///< a telephone in any spelling, a SIRET
    id,
};

/// What a record is known by, ready for looking through many texts.
struct KnownBy {
    std::string id;
    std::vector<std::vector<std::string>> names;  ///< words as they are folded
    std::vector<std::string> surnames;            ///< folded
    std::vector<std::string> titles;              ///< folded, of the person besides the usual ones
    std::vector<std::string> mailboxes;           ///< in lower case
    std::vector<std::string> numbers;             ///< digits, as they are dialled at home: 0536490001
};

KnownBy known_by(const std::string& id, const model::Person& person);
KnownBy known_by(const std::string& id, const model::Partner& partner);

struct Spoken {
    SpokenBy by = SpokenBy::name;
    Span span;  ///< bytes of the text
    bool operator==(const Spoken&) const = default;
};

/// Every place in the order of the text; of those that overlap the first in the order of SpokenBy. Line breaks, `#` and
/// other marks between the words of a name do not hide it. An id of one word is not looked for: `fumel` is a word like
/// any other.
std::vector<Spoken> spoken_of(std::string_view text, const KnownBy& known);

/// « nom », "mail address".
Words in_words(SpokenBy by);
/// "name", "mailbox": for programs.
std::string_view key_of(SpokenBy by);

}  // namespace cafe::facts
