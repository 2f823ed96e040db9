// Whether a merge holds what its sides changed: counted, without knowing how it was merged.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "merge/fields.hpp"

namespace cafe::merge {

/// A value that a side changed and that the result lacks, or has once too often.
struct Loss {
    enum class What { lost, doubled };
    What what = What::lost;
    std::string field;  ///< the keys that lead to it, list items left out: "contacts.role"; "#" for a comment
    std::string value;  ///< of a text over lines the one line
    bool operator==(const Loss&) const = default;
};

/// A version of a record for counting. `text` is for its comments.
struct Counted {
    const Value& value;
    std::vector<std::string> comments;  ///< lines, without `#` and blanks
};

/// Each leaf, line of a text and comment is counted in all four. What both sides left alone must be there as often as
/// before; what a side added or removed must be added or removed. Values of `open` conflicts are not looked at.
std::vector<Loss> losses(const Counted& base, const Counted& ours, const Counted& theirs, const Counted& result,
                         const model::Shape& shape, const std::vector<Conflict>& open = {});

/// The lines of a text's comments, for `Counted`.
std::vector<std::string> comment_lines(std::string_view text, const model::Shape& shape);

}  // namespace cafe::merge
