// PATH=VALUE as people type it on a command line → edits.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "edit/edit.hpp"
#include "model/fields.hpp"

namespace cafe::edit {

/// Whether a word of a command line is an assignment: a path, then `=`, `+=` or `-=`.
bool is_assignment(const std::string& word);

/// `PATH=VALUE`, `PATH+=VALUE`, `PATH-=VALUE`, `PATH=`. The right side of a list or mapping is read as YAML when it
/// begins as one does (`[`, `{`, a quote, a dash); a list of words that hold no comma (themes, areas, ids, phones) is
/// cut at commas; everything else is a text, as typed. Errors of kind usage: no such path (with the nearest one), a
/// right side that cannot be read, a path that is set twice.
Result<edit::Edit> assignment(const std::string& word, const model::Shape& shape);
Result<std::vector<edit::Edit>> assignments(const std::vector<std::string>& words, const model::Shape& shape);

/// "« nope » n'est pas dans themes": why edits that only take away changed nothing. Empty when one does anything else.
Words nothing_taken(const std::vector<edit::Edit>& edits);

/// "themes + mobilite, phones.0.number = 05 36 49 00 01": what the words say, in one line.
std::string in_one_line(const std::vector<edit::Edit>& edits);

}  // namespace cafe::edit
