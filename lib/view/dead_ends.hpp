// Pages for whoever comes too late or goes astray: they say so, and where to go on.
#pragma once

#include "view/directory.hpp"

namespace cafe::view {

/// Of one of the directory's closed fiches: that it is closed, nothing of how it was reached, whom to ask instead.
Page closed_page(const Directory& directory, const facts::Released<model::Partner>& closed);

/// What a web server shows where there is no page.
Page missing_page(const Directory& directory);

}  // namespace cafe::view
