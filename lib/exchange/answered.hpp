// What a fiche or a service answers for, and how surely: what rankings elsewhere go by.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/partner.hpp"
#include "model/vocabulary.hpp"

namespace cafe::exchange {

struct Answered {
    std::string theme;       ///< that is asked
    double strength = 0;     ///< how surely
    double level = 0;        ///< how near to doing it
    bool inherited = false;  ///< a service has it of its fiche: it answers where it says the words
};

/// Every theme that may be asked and is answered by what the fiche states, or one of its services (by its place;
/// without one, the fiche as a whole); by id.
std::vector<Answered> answered(const model::Vocabulary& vocabulary, const model::Partner& partner,
                               std::optional<std::size_t> service);

}  // namespace cafe::exchange
