// What a page is made from, as a digest: two pages of one key are the same bytes.
#pragma once

#include <functional>
#include <string>

#include "base/digest.hpp"
#include "render/frame.hpp"
#include "view/page.hpp"

namespace cafe::site {

/// Whether the publication has such a page: a link to one that it has not is written as words.
using Has = std::function<bool(const view::PageRef&)>;

/// Every value of a page and of what it holds. A member that is added to one of these structs does not compile here
/// until it is counted.
void add_to(Digest& digest, const view::Page& page, const Has& has);
void add_to(Digest& digest, const render::Frame& frame, const Has& has);

}  // namespace cafe::site
