// JSON Schema of a kind of record, for editors: completion, hover and marks while typing.
#pragma once

#include <string>

#include "base/words.hpp"
#include "model/fields.hpp"
#include "model/vocabulary.hpp"

namespace cafe::render {

/// Draft-07, with what yaml-language-server adds to it (markdownDescription, patternErrorMessage, defaultSnippets).
/// Says the forms of the field list and the words of the vocabulary; what needs other records, a calendar or a check
/// digit is for `check` alone. Titles and descriptions are in both languages, `first` first.
std::string json_schema(model::RecordKind kind, const model::Vocabulary& vocabulary, Lang first);
/// The same of a shape that is called so.
std::string json_schema(const model::Shape& shape, const model::Label& label, const model::Vocabulary& vocabulary,
                        Lang first);

}  // namespace cafe::render
