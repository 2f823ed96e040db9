#include "render/map_svg.hpp"

#include <array>
#include <charconv>

namespace cafe::render {

namespace {

// A minus sign parts two numbers as well as a blank.
void append_number(std::string& out, int number, bool first) {
    if (!first && number >= 0) out += ' ';
    std::array<char, 12> digits{};
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(static_cast<const char*>(digits.data()), end);
}

}  // namespace

std::string map_path(const view::Map::Shape& shape) {
    std::string path;
    for (const std::vector<view::Map::Dot>& ring : shape.rings) {
        view::Map::Dot at = ring.front();
        path += 'M';
        append_number(path, at.x, true);
        append_number(path, at.y, false);
        path += 'l';
        for (std::size_t i = 1; i < ring.size(); ++i) {
            append_number(path, ring[i].x - at.x, i == 1);
            append_number(path, ring[i].y - at.y, false);
            at = ring[i];
        }
        path += 'z';
    }
    return path;
}

}  // namespace cafe::render
