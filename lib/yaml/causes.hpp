// The sentences of the reader: each cause of a refusal or a hint, said in both languages with its remedy.
#pragma once

#include <cstddef>
#include <string_view>

#include "yaml/report.hpp"

namespace cafe::yaml::cause {

// `line` is the text of the line that the span stands on, from the span's begin, without a comment; it is shown back
// between quotes as the remedy.

/// `written` is the text from its quote on.
void unclosed_quote(Report& report, Span span, std::string_view written);
void unclosed_before_comma(Report& report, Span span, char quote);
void quoted_over_lines(Report& report, Span span, std::string_view key);
void plain_over_lines(Report& report, Span span);
void colon_in_text(Report& report, Span span, std::string_view key, std::string_view value);
void no_key(Report& report, Span span, std::string_view line);
void text_after_quote(Report& report, Span span, char quote);
void text_after_quote_in_brackets(Report& report, Span span, char quote);
void comment_after_value(Report& report, Span span);
void text_after_bracket(Report& report, Span span);
void reserved_start(Report& report, Span span, std::string_view line);
void question_in_brackets(Report& report, Span span, std::string_view value);
enum class TabIn { text, layout };
void tab(Report& report, std::size_t at, TabIn where = TabIn::layout);

void anchor(Report& report, Span span, std::string_view line);
void alias(Report& report, Span span, std::string_view line);
void tag(Report& report, Span span, std::string_view line);
void merge_key(Report& report, Span span);
void directive(Report& report, Span span);
void second_document(Report& report, Span span);
void text_after_document_start(Report& report, Span span);
void complex_key(Report& report, Span span);
void empty_key(Report& report, Span span);
void long_key(Report& report, Span span);
void key_over_lines(Report& report, Span span);
void twin_key(Report& report, Span span, std::string_view key, int first_line);
void too_deep(Report& report, Span span);
void too_many_nodes(Report& report, Span span);
void not_a_mapping(Report& report, Span span);
void no_record(Report& report);

void second_value(Report& report, Span span, std::size_t column);
void unknown_column(Report& report, Span span, std::size_t column, std::size_t outer, std::size_t inner);
void item_among_keys(Report& report, Span span);
void key_among_items(Report& report, Span span);
void after_block_text(Report& report, Span span);
void unclosed_bracket(Report& report, Span span, char closing, int line);
void bracket_in_comment(Report& report, Span span, char closing);
void wrong_bracket(Report& report, Span span, char found, char expected);
void missing_comma(Report& report, Span span);
void extra_comma(Report& report, Span span);
void bad_escape(Report& report, Span span, std::string_view escape);
void forbidden_escape(Report& report, Span span, std::string_view escape);
void list_on_key_line(Report& report, Span span, std::string_view line);
void block_header(Report& report, Span span, std::string_view line);
void block_indentation(Report& report, Span span);
void pair_in_list(Report& report, Span span, std::string_view line);
/// `before` is the plain value that a comma parts from the key, or empty: `44,4985` was meant as one number.
void key_without_value(Report& report, Span span, std::string_view key, std::string_view before);
void two_readings(Report& report, Span span);

void glued_comment(Report& report, Span span);
void invisible(Report& report, Span span, char32_t character, bool in_key);
/// A key without the no-break spaces around it.
std::string_view meant_key(std::string_view key);
/// `span` is that of the no-break space.
void no_break_space_in_key(Report& report, Span span, std::string_view key);
void no_break_space_before_key(Report& report, Span span, std::string_view key);
void lookalike(Report& report, Span span, std::string_view text);
/// `inner` is what stands between them.
void curly_quotes(Report& report, Span span, std::string_view inner);
void closing_bracket(Report& report, Span span);

}  // namespace cafe::yaml::cause
