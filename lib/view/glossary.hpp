// The glossary: what the acronyms of the field and of the network stand for.
#pragma once

#include "view/directory.hpp"

namespace cafe::view {

/// Every acronym of the vocabulary in alphabetical order, under its first letter.
Page glossary_page(const Directory& directory);

}  // namespace cafe::view
