// The built-in texts of mails: the files of lib/letters/texts as bytes of the program. `templates/NAME.md` of a
// notebook replaces one.
#pragma once

#include <string_view>

#include "base/words.hpp"

namespace cafe::letters {

/// The text called `name`: invitation, cancellation, minutes, certificate, information. Empty when there is none of
/// that name.
std::string_view built_in(std::string_view name, Lang lang);

}  // namespace cafe::letters
