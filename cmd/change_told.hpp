// What a change did, field by field: for the sentence that says so and for cafe/change/1.
#pragma once

#include <string>
#include <vector>

#include "edit/difference.hpp"
#include "render/json.hpp"
#include "store/changes.hpp"

namespace cafe::cmd {

struct ToldChange {
    std::string file;
    edit::FieldChange change;
};

/// The fields that differ in the records of a change, file by file. A file that is new or gone has a change for each of
/// its fields; what cannot be read as a record has none.
std::vector<ToldChange> field_changes(const store::Changes& files);

/// "phones.0.number : 05 36 49 10 20 → 05 36 49 00 01 ; themes + mobilite", in one line.
std::string in_words(const std::vector<ToldChange>& changes);

/// `[{"file", "path", "before", "after"}]`; what was not there before, or is not any more, is null.
render::Json changes_json(const std::vector<ToldChange>& changes);

}  // namespace cafe::cmd
