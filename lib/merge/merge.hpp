// Three texts of a record → one text and what a person has to decide. The merge is a value; a text with conflict
// markers is one way to write it. docs/merge.md says what is promised.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "merge/fields.hpp"
#include "merge/lines.hpp"
#include "model/fields.hpp"

namespace cafe::merge {

struct Texts {
    std::string_view base;  ///< empty: both sides added the file
    std::string_view ours;
    std::string_view theirs;
};

/// How a text came about.
enum class Way {
    one_side,  ///< only one side changed, or both are equal
    lines,     ///< git's own line merge, which says what the fields say
    fields,    ///< theirs put into ours, field by field
    doubt,     ///< a side cannot be read, or something did not hold: lines between markers
};

struct Merge {
    std::string text;          ///< with ours at each conflict
    std::string theirs_taken;  ///< with theirs at each conflict
    std::vector<Conflict> conflicts;
    Way way = Way::one_side;
    [[nodiscard]] bool clean() const { return conflicts.empty() && way != Way::doubt; }
};

/// Merges by the field list of `kind`. `file` is its name in places. Every merge is counted (losses.hpp) before it is
/// given back: what does not hold is Way::doubt. `choices` are taken at conflicts, which are listed all the same.
Merge merge(const Texts& texts, const std::string& file, model::RecordKind kind,
            const std::vector<Choice>& choices = {});

/// The same for a text that is no record of ours: git's line merge.
Merge merge_plain(const Texts& texts);

/// The merge as one text: itself when clean, else with conflict markers round what differs, each with a line of reason.
/// In doubt every line in which the sides differ stands between markers.
std::string write(const Merge& merge, const Texts& texts, const Labels& labels, Lang lang);

}  // namespace cafe::merge
