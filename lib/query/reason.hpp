// Why a fiche answers a question, clue by clue.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "facts/serves.hpp"
#include "territory/territory.hpp"

namespace cafe::query {

enum class ReasonKind { theme, area, public_, kind, name, acronym, text };

/// `theme`, `area`, `public`, `kind`, `name`, `acronym`, `text`: as cafe/find/1 has it.
std::string_view key_of(ReasonKind kind);

/// Why a fiche answers one clue of the question.
struct Reason {
    ReasonKind kind = ReasonKind::text;
    std::string asked;                        ///< as typed
    std::string matched;                      ///< an id of a vocabulary, an area's name, the words of the fiche
    std::string where;                        ///< the field that says it: "themes", "services.fsl.situations"
    facts::Reach reach = facts::Reach::none;  ///< for areas: all of it or a part
    std::optional<territory::AreaRef>
        area{};            ///< for areas: the fiche's that answers; nothing when only its address is near
    std::size_t clue = 0;  ///< which it answers, its position in Query::clues
    bool operator==(const Reason&) const = default;
};

}  // namespace cafe::query
