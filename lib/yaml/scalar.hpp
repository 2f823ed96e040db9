// How to write a text as YAML so that every reader, of YAML 1.1 or 1.2, reads that very text back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cafe::yaml {

/// Where a text will stand: behind `key:` or `-` on a line; inside brackets or braces; as a key.
enum class Context { block, flow, key };

/// One line: the value as it is when nobody can misread it, else between double quotes with escapes. Quoted are the
/// empty text, blanks at the ends, numbers, dates, times and digits as in a phone, yes/no/on/off/oui/non/true/false/
/// null/~ in any case, signs that YAML reserves, `: `, ` :`, ` #`, and punctuation of lists inside one. Keys of letters
/// and underscores stay plain, `on` and `no` too: they are the format's own. The value is valid UTF-8 without
/// characters that `parse` refuses (is_forbidden); a line end becomes `\n`.
std::string write_text(std::string_view value, Context context);

/// As `write_text` for a field that is a number, a date, or true or false: plain whenever this reader reads it back.
std::string write_typed(std::string_view value, Context context);

/// Between double quotes with escapes, whatever it is.
std::string write_quoted(std::string_view value);

/// A text of several lines as a block text (`|`), to stand behind `key: ` of a key in column `key_column` (from 0):
/// header and lines, each indented by two more, without the last line's end. `|-`, `|` or `|+` say how the text ends.
/// A text that no block can carry exactly (empty, lines of blanks alone, a tab at the start of a line) comes back as
/// `write_quoted` gives it. Lines end with LF.
std::string write_block(std::string_view text, std::size_t key_column);

/// What stands between curly quotes (“…”, „…“, ‘…’) that a text program wrote for straight ones, one of them perhaps
/// straight still. Nothing when they do not hold the whole text: “A” et “B”.
std::optional<std::string_view> between_curly_quotes(std::string_view plain);

/// What other readers of YAML make of a plain text.
enum class Reading {
    text,        ///< a text, everywhere
    usual,       ///< a number, a date, true or false, as it looks
    surprising,  ///< another thing than it looks: 05000, 12:30, no, 1e3, ~
};
Reading other_reading(std::string_view plain);

}  // namespace cafe::yaml
