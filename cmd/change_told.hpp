// What a change did, field by field: for the sentence that says so and for cafe/change/1.
#pragma once

#include <string>
#include <vector>

#include "edit/difference.hpp"
#include "render/json.hpp"
#include "store/changes.hpp"
#include "versions.hpp"

namespace cafe::cmd {

struct ToldChange {
    std::string file;
    edit::FieldChange change;
};

/// What a change did, as the gate lets it be told.
struct ToldChanges {
    std::vector<ToldChange> changes;
    bool hidden = false;  ///< something confidential changed besides
};

/// The fields that differ in the records of a change, file by file. A file that is new or gone has a change for each of
/// its fields; what cannot be read as a record has none.
ToldChanges field_changes(const store::Changes& files, const Versions& versions);

/// "phones.0.number : 05 36 49 10 20 → 05 36 49 00 01 ; themes + mobilite", in one line.
Words in_words(const ToldChanges& told);

/// `[{"file", "path", "before", "after"}]`; what was not there before, or is not any more, is null.
render::Json changes_json(const ToldChanges& told);

}  // namespace cafe::cmd
