// What languages are called.
#pragma once

#include <string_view>

#include "base/words.hpp"

namespace cafe::model {

/// « arabe » for `ar` (ISO 639-1), of static lifetime; a code that the table does not have stays as it is.
std::string_view language_name(std::string_view code, Lang lang);

}  // namespace cafe::model
