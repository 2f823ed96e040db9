// What stands around every page of a publication, whatever its format.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "view/page.hpp"

namespace cafe::render {

struct Frame {
    std::string title;     ///< of the publication
    std::string subtitle;  ///< a few words below it, may be empty
    std::vector<std::pair<std::string, view::PageRef>> menu;
    view::Text footer;
    view::Text urgent{};    ///< emergency numbers, above the footer; may be empty
    std::string warning{};  ///< whom the publication is not for, above everything; empty: everyone may have it
};

}  // namespace cafe::render
