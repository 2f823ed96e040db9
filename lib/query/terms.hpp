// What the index keeps of a fiche so that a question finds it without reading any other: its terms.
#pragma once

#include <string>
#include <string_view>

#include "store/terms.hpp"

namespace cafe::query {

/// What a term says; its first byte.
enum class Term : char {
    area = 'a',        ///< as written, of the fiche or of a service
    beginning = 'b',   ///< the two letters by which a phrase book looks a name up
    contact = 'c',     ///< the id of somebody whose name the fiche says
    initials = 'i',    ///< of the full words of a name
    kind = 'k',        ///< an id
    longest = 'l',     ///< how many words the longest name has
    single = 'm',      ///< a folded word of a name that a misspelt word may have been
    name = 'n',        ///< a folded word of a name
    situations = 'q',  ///< how many situations it has that a question may say
    root = 'r',        ///< a telling root of situations, a zero, and how many of them have it
    people = 'p',      ///< a public, of the fiche or of a service; nothing where the fiche has none
    need = 's',        ///< the light form of a word where a service says what need it meets
    theme = 't',       ///< an id, of the fiche or of a service
    word = 'w',        ///< a folded word of a text that is searched
};

/// The bytes of a term.
std::string written(Term term, std::string_view says);
/// What the bytes of one say.
inline std::string_view said_by(std::string_view term) {
    return term.substr(1);
}

/// Every term of a fiche (store::TermsOf).
void terms_of(const model::Partner& partner, const store::TakeTerm& take);

}  // namespace cafe::query
