#include "territory/outline.hpp"

#include <algorithm>
#include <map>

namespace cafe::territory {

namespace {

Ring dots_of(const tables::Border& border) {
    Ring dots{{border.longitude, border.latitude}};
    for (const blob::Step& step : border.steps) dots.push_back({dots.back().x + step.east, dots.back().y + step.north});
    return dots;
}

// Each line of the edge, running with the area on its left, by where it begins.
std::multimap<Dot, Ring> edge_of(std::span<const tables::Index> communes) {
    const auto in = [&](tables::Index row) { return std::binary_search(communes.begin(), communes.end(), row); };
    std::multimap<Dot, Ring> edge;
    for (tables::Index row = 0; row < tables::borders(); ++row) {
        const tables::Border border = tables::border(row);
        const bool left = in(border.left);
        if (left == (border.right && in(*border.right))) continue;
        Ring dots = dots_of(border);
        if (!left) std::reverse(dots.begin(), dots.end());
        const Dot start = dots.front();
        edge.emplace(start, std::move(dots));
    }
    return edge;
}

}  // namespace

Outline outline_of(std::span<const tables::Index> communes) {
    std::multimap<Dot, Ring> edge = edge_of(communes);
    Outline outline;
    while (!edge.empty()) {
        Ring ring;
        // As many lines begin in a dot as end there, so the way goes on until it is back.
        auto next = edge.begin();
        while (next != edge.end()) {
            const Dot end = next->second.back();
            ring.insert(ring.end(), next->second.begin(), next->second.end() - 1);
            edge.erase(next);
            next = end == ring.front() ? edge.end() : edge.find(end);
        }
        outline.push_back(std::move(ring));
    }
    return outline;
}

}  // namespace cafe::territory
