// What people call a kind of record, a vocabulary or a level of official areas, in both languages.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.hpp"
#include "model/fields.hpp"
#include "territory/area.hpp"

namespace cafe::view {

/// What a list may be about. One of these says what it is.
struct Subject {
    std::vector<std::string_view> names{};  ///< the first is the one that help and completion offer
    std::optional<model::RecordKind> record{};
    model::VocabularyKind vocabulary = model::VocabularyKind::none;
    std::optional<territory::AreaKind> areas{};  ///< the official ones of the notebook's départements
    bool acronyms = false;
    bool all_areas = false;  ///< the network's own and those that partners serve
};

/// What `cafe list` lists, in the order of its help.
std::span<const Subject> subjects();

/// The subject of this name, however it is written (accents, capitals); null when there is none.
const Subject* subject_called(std::string_view word);

/// The name that a mistyped word is near to. Nothing when none is.
std::optional<std::string> nearest_subject(std::string_view word);

}  // namespace cafe::view
