// The first look at a text, before any reader: encoding, forbidden characters, git's conflict markers.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "yaml/report.hpp"

namespace cafe::yaml {

/// Raises every finding that needs no knowledge of YAML. A text that comes through without an error is strict UTF-8
/// with no control character but tab and line ends (LF, CR LF), no line separator and no byte order mark but one at
/// the start, at most `largest_text` bytes. Returns where the first `most_findings` characters stand that a reader
/// cannot see (zero-width space, bidi controls): allowed, but worth a word.
std::vector<std::size_t> check_bytes(std::string_view bytes, Report& report);

/// True for a character that no record may hold, written out or behind an escape: C0 but tab and line feed, DEL, C1,
/// U+2028, U+2029, U+FEFF, surrogates, U+FFFE and U+FFFF, beyond U+10FFFF.
bool is_forbidden(char32_t character);

/// True for a character that is allowed but invisible, and not one that scripts and emoji need (joiners, variation
/// selectors, tags).
bool is_invisible(char32_t character);

}  // namespace cafe::yaml
