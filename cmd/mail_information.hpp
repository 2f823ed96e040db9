// The mail that tells people what the notebook keeps of them: `mail draft --template information`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "meetings/mailing.hpp"
#include "store/catalog.hpp"

namespace cafe::cmd {

/// The built-in text of that name; `{{held}}` in it is what is kept of the reader.
inline constexpr std::string_view information_template = "information";

/// Everybody of whom nothing says that they were informed, by id.
std::vector<meetings::Addressee> never_informed(const store::Catalog& catalog);

/// "nom : Marie Delmas ; courriel : …": one line of plain words.
std::string held_in_words(const store::Catalog& catalog, const std::string& person, const Date& today, Lang lang);

}  // namespace cafe::cmd
