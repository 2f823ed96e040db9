// Every finding that reading a YAML text can raise: E001 to E049, W001 to W009, H001 to H009.
#pragma once

#include <span>

#include "base/diagnostic.hpp"

namespace cafe::yaml {

/// All rules of this room, sorted by code within errors, warnings and hints.
std::span<const Rule* const> rules();

namespace rule {

// The bytes.
extern const Rule empty_text;
extern const Rule no_record;
extern const Rule too_large;
extern const Rule not_utf8;
extern const Rule control_character;
extern const Rule lone_carriage_return;
extern const Rule line_separator;
extern const Rule conflict_marker;

// Texts and keys.
extern const Rule unclosed_quote;
extern const Rule quoted_over_lines;
extern const Rule plain_over_lines;
extern const Rule colon_in_text;
extern const Rule no_space_after_colon;
extern const Rule no_break_space_colon;
extern const Rule missing_colon;
extern const Rule text_after_value;
extern const Rule reserved_start;
extern const Rule tab;

// Parts of YAML that a record does not use.
extern const Rule anchor;
extern const Rule alias;
extern const Rule tag;
extern const Rule merge_key;
extern const Rule directive;
extern const Rule several_documents;
extern const Rule complex_key;
extern const Rule empty_key;
extern const Rule long_key;
extern const Rule twin_key;
extern const Rule too_deep;
extern const Rule too_many_nodes;
extern const Rule not_a_mapping;

// Layout.
extern const Rule indentation;
extern const Rule unclosed_bracket;
extern const Rule comma;
extern const Rule bad_escape;
extern const Rule forbidden_escape;
extern const Rule list_on_key_line;
extern const Rule block_header;
extern const Rule block_indentation;
extern const Rule pair_in_list;
extern const Rule key_without_value;
extern const Rule two_readings;

// Read all the same.
extern const Rule glued_comment;
extern const Rule invisible_in_key;
extern const Rule no_break_space_in_key;
extern const Rule bom;
extern const Rule lookalike;
extern const Rule invisible_in_text;
extern const Rule curly_quotes;
extern const Rule closing_bracket;

}  // namespace rule

}  // namespace cafe::yaml
