// How words are set: the blanks that French keeps together.
#pragma once

#include <string>
#include <string_view>

#include "base/words.hpp"

namespace cafe::render {

/// In French, a blank before `; : ! ? »`, after `«`, between a number and `h`, `%`, `€`, and between the hour and the
/// minutes becomes a narrow no-break space (U+202F), and one before a dash (–) a no-break space: only blanks that were
/// written, nothing is added. Other languages come back as they are.
std::string typeset(std::string_view words, Lang lang);
void append_typeset(std::string& out, std::string_view words, Lang lang);

/// The apostrophe of the typewriter between two letters becomes the printer's: « l’aide ».
std::string with_apostrophes(std::string words);

}  // namespace cafe::render
