// A booklet as one HTML file that needs no other and runs nothing: read on a screen, printed by any browser.
#pragma once

#include <string>
#include <string_view>

#include "render/html.hpp"
#include "view/booklet.hpp"

namespace cafe::render {

/// The word in the file's head that tells it from somebody else's: only such a file is ever written anew.
inline constexpr std::string_view booklet_mark = "<meta name=\"generator\" content=\"cafe booklet\">";

/// Each fiche begins a sheet and bears its number. `sheet`: all its style. A link to another fiche of the booklet leads
/// there, one to another page of the directory is words.
std::string html_booklet(const view::Booklet& booklet, std::string_view sheet, const Abbreviations* abbreviations);

}  // namespace cafe::render
