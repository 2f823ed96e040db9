#include "render/map_svg.hpp"

#include <array>
#include <charconv>

namespace cafe::render {

namespace {

// A minus sign parts two numbers as well as a blank.
void append_number(std::string& out, int number, bool first) {
    if (!first && number >= 0) out += ' ';
    if (number > -10 && number < 10) {
        if (number < 0) out += '-';
        out += static_cast<char>('0' + (number < 0 ? -number : number));
        return;
    }
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
        // Most steps of a simplified border go straight up, down or aside, and need one number.
        char last = 'M';
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const int across = ring[i].x - at.x;
            const int down = ring[i].y - at.y;
            const char way = across == 0 ? 'v' : down == 0 ? 'h' : 'l';
            const bool turns = way != last;
            if (turns) path += way;
            if (way != 'v') append_number(path, across, turns);
            if (way != 'h') append_number(path, down, turns && way == 'v');
            last = way;
            at = ring[i];
        }
        path += 'z';
    }
    return path;
}

}  // namespace cafe::render
