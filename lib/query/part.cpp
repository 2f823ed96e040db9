#include "query/part.hpp"

#include <algorithm>

#include "query/fiche.hpp"

namespace cafe::query {

Part part_of(const Clue& clue) {
    if (clue.excluded) return Part::other;
    switch (clue.kind) {
        case Clue::Kind::area: return Part::area;
        case Clue::Kind::age: return Part::people;
        case Clue::Kind::situation: return clue.ranks_only ? Part::hint : Part::situation;
        case Clue::Kind::text: return clue.ranks_only ? Part::hint : Part::word;
        case Clue::Kind::phrase:
        case Clue::Kind::person:
        case Clue::Kind::phone: return Part::need;
        case Clue::Kind::field: return Part::other;
        case Clue::Kind::words: break;
    }
    if (clue.denied) return Part::denied;
    if (clue.ranks_only) return Part::hint;
    if (is_about_themes(clue) || names_partner(clue)) return Part::need;
    return clue.meanings.front().kind == MeaningKind::kind ? Part::kind : Part::people;
}

std::string_view key_of(Part part) {
    switch (part) {
        case Part::need: return "need";
        case Part::area: return "area";
        case Part::people: return "people";
        case Part::kind: return "kind";
        case Part::hint: return "hint";
        case Part::denied: return "denied";
        case Part::word: return "word";
        case Part::situation: return "situation";
        case Part::other: break;
    }
    return "other";
}

bool tells_of_people(const Clue& clue) {
    return clue.kind == Clue::Kind::age ||
           std::any_of(clue.meanings.begin(), clue.meanings.end(),
                       [](const Meaning& meaning) { return meaning.kind == MeaningKind::public_; });
}

}  // namespace cafe::query
