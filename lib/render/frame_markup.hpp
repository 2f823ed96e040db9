// What the markup of a network's own frame may be: a list of what may stand, so that what nobody thought of may not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cafe::render {

/// The first thing in a frame that may not stand there.
struct Misplaced {
    std::size_t at = 0;
    std::string what;  ///< as it is written, cut short: "<meta http-equiv=…>"
};

/// Looks at every tag, attribute and comment of a frame, holes (`{{…}}`) included. Allowed are plain elements of text
/// and layout, links and pictures of the publication itself; every comment must end before the next hole. Nothing when
/// all of it may stand.
std::optional<Misplaced> misplaced_markup(std::string_view frame);

}  // namespace cafe::render
