// Small ways of putting things that all views share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/words.hpp"
#include "model/field.hpp"
#include "model/partner.hpp"
#include "model/settings.hpp"

namespace cafe::view {

/// "a, b et c" / "a, b and c".
std::string list_of(const std::vector<std::string>& words, Lang lang);

/// With a capital first letter.
std::string capitalised(std::string_view words);

/// What people are shown for a value of a closed list: "par téléphone" for `phone`. The value itself when it is not in
/// the list. `path` leads through the partner's shape: "referral.modes".
std::string choice_label(const model::Shape& shape, std::string_view path, const std::string& value, Lang lang);

/// "3 libres sur 12, 4 en attente"; what is not known is left out, and that nobody waits.
std::string numbers_of_places(const std::optional<int>& free, const std::optional<int>& places,
                              const std::optional<int>& waiting, Lang lang);

/// "3 libres sur 12, 4 en attente, au 6 novembre 2026"; what is not known is left out, and that nobody waits.
std::string capacity_in_words(const model::Capacity& capacity, const model::Settings& settings, const Date& today,
                              Lang lang);

}  // namespace cafe::view
