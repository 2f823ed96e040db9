// The network's words and areas as data·inclusion's codes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/partner.hpp"
#include "model/vocabulary.hpp"
#include "territory/territory.hpp"

namespace cafe::exchange {

/// Codes, each once, and of how many words they say less than all.
struct Coded {
    std::vector<std::string> codes;
    std::size_t lost = 0;       ///< words without a code
    std::size_t flattened = 0;  ///< words that became others: a family its themes
};

/// A family stands for all its themes, so it becomes their codes. Words that are not known count as lost.
Coded themes_of(const model::Vocabulary& vocabulary, const std::vector<std::string>& themes);

/// `tous-publics` excludes every other code: where the fiche says it itself the others go; where it is only the code of
/// another word (« gens du voyage ») it goes itself as soon as there are others.
Coded publics_of(const model::Vocabulary& vocabulary, const std::vector<std::string>& publics);

/// The networks that a fiche belongs to by its kind. Of several codes those that its names say: a kind « aide
/// alimentaire » does not belong to four networks at once. May be empty.
std::vector<std::string> networks_of(const model::Vocabulary& vocabulary, const model::Partner& partner);

struct Zone {
    std::vector<std::string> codes;  ///< of communes, EPCI, départements; `france`
    std::size_t unknown = 0;         ///< names of no area
};
/// A région is its départements; an own area its EPCI or département when it is one, else its communes; a quarter the
/// commune that it lies in.
Zone zone_of(const territory::Territory& territory, const std::vector<std::string>& areas);

}  // namespace cafe::exchange
