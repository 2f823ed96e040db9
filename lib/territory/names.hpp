// How the name of a French area is taken apart: what the speaker says it is ("CC", "département"), the article, the
// core.
#pragma once

#include <string>
#include <string_view>

namespace cafe::territory {

/// What a name says it is the name of.
enum class Said { nothing, commune, epci, departement, region };

/// A name without the words that say what it is: "cc de la dombes" → epci, "dombes".
struct Designated {
    Said said = Said::nothing;
    std::string_view rest;  ///< without the linking words behind ("de la", "du"); a part of the text that was given
};

// All of these read and return folded text (fold::place) and cut only between words.

/// Takes one leading "cc", "communauté de communes", "agglo", "département"… off; nothing said when there is none or
/// when nothing would be left.
Designated designated(std::string_view folded);

/// Without a leading "le", "la", "les", "l'"; the text itself when there is none or nothing else.
std::string_view without_article(std::string_view folded);

/// What distinguishes an EPCI: without designators at both ends and linking words at the front. "ca agglomeration d
/// agen" → "agen", "ca val de garonne agglomeration" → "val de garonne".
std::string_view epci_core(std::string_view folded);

/// The last word of `epci_core` fell: "albret communaute" says that an EPCI is meant.
bool says_epci_at_the_end(std::string_view folded);

}  // namespace cafe::territory
