// `cafe fmt`: a record in its canonical layout, with every comment.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/fields.hpp"

namespace cafe::edit {

/// Keys in the order of the field list, two blanks of indentation, quotes where they must be, LF, one line end at the
/// end, no BOM; hours and times in their canonical form. Brackets and blocks stay as they were chosen, and quotes (as
/// double ones), blanks before a comment on its line, blank lines: one where there were several. Formatting twice
/// changes nothing more. An Error of kind reference when the text cannot be read, of kind conflict when it cannot be
/// shown to say the same, with the same comments.
Result<std::string> format(std::string_view text, const std::string& file, model::RecordKind kind);

}  // namespace cafe::edit
