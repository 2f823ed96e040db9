// A meeting's kit to print: one page of HTML for A4 paper, and the same as Markdown.
#pragma once

#include <string>

#include "view/kit.hpp"

namespace cafe::render {

/// Sheets that each begin on a paper of their own: sign-in, name tents (two on a sheet, folded in the middle), the
/// order of the day with what is open, what changed since each partner last came, two blank records.
std::string kit_html(const view::Kit& kit, Lang lang);
std::string kit_markdown(const view::Kit& kit, Lang lang);

}  // namespace cafe::render
