// The page of an area: who serves it, by theme; who is on the spot; who serves a part of it.
#pragma once

#include "view/directory.hpp"

namespace cafe::view {

/// `area` is one that has a page in the directory.
Page area_page(const Directory& directory, const territory::AreaRef& area);

}  // namespace cafe::view
