// `field:value` against the field list: what it asks, and whether a record answers.
#pragma once

#include <string>
#include <string_view>

#include "query/clue.hpp"
#include "yaml/tree.hpp"

namespace cafe::query {

/// What `key:value` asks of records of a kind. `key` is a path of the field list or `id`. Errors of kind usage: a field
/// that the kind does not have, a value that the field cannot have, both with the nearest one; bounds where none can
/// be.
Result<FieldTest> field_test(std::string_view key, std::string_view value, const store::Catalog& catalog,
                             const Lexicon& lexicon, model::RecordKind kind);

/// Whether a record's tree answers. What a file does not say counts as its default (`status:active`).
bool answers(const FieldTest& test, const std::string& id, const yaml::Node& tree, const model::Shape& shape,
             const store::Catalog& catalog);

}  // namespace cafe::query
