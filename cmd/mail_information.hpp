// The mail that tells people what the notebook keeps of them: `mail draft --template information`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "store/catalog.hpp"
#include "view/mailing.hpp"

namespace cafe::cmd {

inline constexpr std::string_view information_template = "information";

/// The text that stands where the notebook has no templates/information.md. `{{held}}` is what is kept of the reader.
std::string_view information_text(Lang lang);

/// Everybody of whom nothing says that they were informed, by id.
std::vector<view::Addressee> never_informed(const store::Catalog& catalog);

/// "nom : Marie Delmas ; courriel : …": one line of plain words.
std::string held_in_words(const store::Catalog& catalog, const std::string& person, const Date& today, Lang lang);

}  // namespace cafe::cmd
