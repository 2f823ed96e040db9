// A page as text for a terminal or a pipe.
#pragma once

#include <cstddef>
#include <string>

#include "view/page.hpp"

namespace cafe::render {

struct TerminalStyle {
    int width = 0;        ///< columns; 0: lines are never broken
    bool colour = false;  ///< ANSI bold, faint and colours
    bool letter = false;  ///< as a mail has it: a blank line between blocks, no columns (its font need not be even)
};

/// Ends with a line feed. What a record says can command nothing: controls, bidi marks and hidden characters are
/// spelled out. Words wider than a line stay whole.
std::string terminal(const view::Page& page, const TerminalStyle& style);

}  // namespace cafe::render
