// The remedy for a word that is nearly another one.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/words.hpp"

namespace cafe {

inline Words did_you_mean(const std::string& word) {
    static constexpr Phrase<std::string> perhaps{"vouliez-vous dire « {} » ?", "did you mean '{}'?"};
    return perhaps(word);
}
/// The same when there is a nearest word, else another remedy.
inline Words did_you_mean(const std::optional<std::string>& nearest, Words otherwise) {
    return nearest ? did_you_mean(*nearest) : std::move(otherwise);
}

}  // namespace cafe
