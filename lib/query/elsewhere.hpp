// Nobody answers where it was asked: who would in another place, and what the place has.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "query/match.hpp"

namespace cafe::query {

struct Elsewhere {
    territory::AreaRef place;   ///< that the question names; the first of several
    std::size_t answering = 0;  ///< partners that answer the question without its places
    struct Nearest {
        std::string partner;
        double kilometres = 0;
    };
    std::optional<Nearest> nearest;  ///< of these the nearest by the areas it serves, none with a confidential address
    std::size_t serving = 0;         ///< partners, open or suspended, that serve the place for whatever it is
    std::vector<std::size_t> families;  ///< of their themes, positions in the vocabulary, in its order
};

/// Nothing when the question names no place.
std::optional<Elsewhere> elsewhere(const store::Catalog& catalog, const Query& query, const MatchOptions& options);

}  // namespace cafe::query
