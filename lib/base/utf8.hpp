// UTF-8: strict decoding, normal form, width on a terminal, and text made safe to print.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cafe::utf8 {

inline constexpr std::string_view bom = "\xEF\xBB\xBF";
inline constexpr char32_t replacement = 0xFFFD;

/// The offset of the first byte that is not strict UTF-8 (overlong forms, surrogates, beyond U+10FFFF refused), or
/// nothing when all of it is.
std::optional<std::size_t> first_invalid(std::string_view text);

/// Decodes the character at `at` and moves `at` behind it. An invalid byte yields U+FFFD and moves by one.
char32_t next(std::string_view text, std::size_t& at);
void append(std::string& text, char32_t character);

/// The number of code points; an invalid byte counts as one.
std::size_t length(std::string_view text);
/// Columns on a terminal: marks take none, wide East Asian characters and most emoji two, controls none.
std::size_t width(std::string_view text);
/// The longest start of the text that fits `columns`, never cutting a base character from its marks.
std::string_view fit(std::string_view text, std::size_t columns);
/// The text padded with spaces to `columns`; unchanged when it is as wide already.
std::string pad(std::string_view text, std::size_t columns);

/// Normal Form C. Text that is not valid UTF-8 comes back as it is.
std::string nfc(std::string_view text);
bool is_nfc(std::string_view text);
/// Normal Form KD, for folding.
std::string nfkd(std::string_view text);
/// Lower case, character by character, independent of the locale.
char32_t lower(char32_t character);

/// Combining mark (Mn, Mc, Me).
bool is_mark(char32_t character);
bool is_letter_or_digit(char32_t character);
bool is_upper(char32_t character);

/// Characters a reader cannot see or that reorder or obey: C0 (but tab and line feed), DEL, C1, bidi controls,
/// zero-width characters, line and paragraph separators, inner BOM.
bool is_unprintable(char32_t character);
/// The text with every such character shown as `<U+202E>`, so that a record can never command a terminal. In NFC.
/// Line feeds stay; a tab becomes a space.
std::string printable(std::string_view text);
/// The same on one line: runs of blanks and line ends are one space, none stands at the ends.
std::string one_line(std::string_view text);

}  // namespace cafe::utf8
