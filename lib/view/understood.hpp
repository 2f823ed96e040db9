// How a question was understood, in the words of the command and of the published page.
#pragma once

#include <cstddef>
#include <string>

#include "base/words.hpp"

namespace cafe::view {

inline constexpr Phrase<Words, std::string> theme_understood{"thème {} (« {} »)", "theme {} ('{}')"};
inline constexpr Phrase<Words, std::string> public_understood{"pour : {} (« {} »)", "for: {} ('{}')"};
inline constexpr Phrase<Words, std::string> kind_understood{"genre : {} (« {} »)", "kind: {} ('{}')"};
inline constexpr Phrase<std::string, std::string> partner_understood{"partenaire {} (« {} »)", "partner {} ('{}')"};
inline constexpr Phrase<std::string> person_understood{"personne : {}", "person: {}"};
inline constexpr Phrase<Words> denied_understood{"sans exiger : {}", "not required: {}"};
inline constexpr Phrase<Words> excluded_understood{"sauf {}", "but not {}"};
inline constexpr Phrase<std::string> word_understood{"mot « {} »", "word '{}'"};
inline constexpr Phrase<std::string> understood_as{"Compris : {}", "Understood: {}"};
/// Of a function that somebody holds.
inline constexpr Phrase<Words> since_day{"depuis le {}", "since {}"};

}  // namespace cafe::view
