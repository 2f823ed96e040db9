// A page on paper, by the browser of this machine.
#pragma once

#include <string>

#include "base/result.hpp"
#include "world.hpp"

namespace cafe::cmd {

/// Prints `html` (a file, absolute path) as a tagged PDF with bookmarks to `pdf`, by the first of Chromium, Chrome or
/// Edge that is there. An Error of kind environment when there is none, or it fails; then nothing stands at `pdf` that
/// did not before.
Result<Done> print_pdf(World& world, const std::string& html, const std::string& pdf);

}  // namespace cafe::cmd
