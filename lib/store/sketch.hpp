// What a question asks of every fiche before it knows which may answer, and what completion offers: the index keeps it
// beside each fiche, so that nobody has to read them all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/partner.hpp"

namespace cafe::store {

/// As the fiche has it. The views live as long as what it was made of.
struct Sketch {
    struct Situation {
        std::size_t service = 0;  ///< its position in the fiche
        std::string_view text;
        bool operator==(const Situation&) const = default;
    };
    std::string_view id;
    std::string_view name;
    std::string_view short_name;
    std::vector<std::string_view> aliases;
    std::vector<Situation> situations;
    std::vector<std::string_view> territory;  ///< of the fiche, then of its services
    bool hidden = false;                      ///< its address is confidential
    bool operator==(const Sketch&) const = default;
};

/// Of a fiche in memory.
void sketch_of(std::string_view id, const model::Partner& partner, Sketch& into);

/// Appends the sketch of a fiche, without its id.
void write_sketch(const model::Partner& partner, std::string& out);

/// The same back, all but the id. False where the bytes are no whole sketch.
bool read_sketch(std::string_view bytes, Sketch& into);

}  // namespace cafe::store
