#include "territory/tables/borders.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

namespace cafe::territory {

namespace {

using Side = std::optional<std::uint32_t>;

// A step of a contour, from one place to the next.
using Step = std::pair<GroundPoint, GroundPoint>;

class Weaver {
public:
    explicit Weaver(const std::vector<Contour>& contours) {
        for (const Contour& contour : contours) {
            for (std::size_t i = 0; i < contour.line.size(); ++i) {
                const GroundPoint from = contour.line[i];
                const GroundPoint to = contour.line[(i + 1) % contour.line.size()];
                if (!left_of_.emplace(Step{from, to}, contour.commune).second)
                    throw std::runtime_error("two contours on the same side of a line");
                next_[from].insert(to);
                next_[to].insert(from);
            }
        }
    }

    std::vector<Border> borders() {
        for (const auto& [place, ways] : next_)
            if (is_meeting(place))
                for (const GroundPoint& way : ways) follow(place, way);
        // What is left closes upon itself: an enclave, an island.
        for (const auto& [place, ways] : next_) follow(place, *ways.begin());
        return std::move(borders_);
    }

private:
    [[nodiscard]] Side left_of(const GroundPoint& from, const GroundPoint& to) const {
        const auto found = left_of_.find({from, to});
        return found == left_of_.end() ? std::nullopt : Side(found->second);
    }

    // Where other than two lines come together, or what is on their sides changes.
    [[nodiscard]] bool is_meeting(const GroundPoint& place) const {
        const std::set<GroundPoint>& ways = next_.at(place);
        if (ways.size() != 2) return true;
        const GroundPoint before = *ways.begin();
        const GroundPoint after = *ways.rbegin();
        return left_of(before, place) != left_of(place, after) || left_of(after, place) != left_of(place, before);
    }

    void follow(const GroundPoint& start, const GroundPoint& second) {
        if (done_.count({start, second}) > 0) return;
        std::vector<GroundPoint> line{start};
        GroundPoint from = start;
        GroundPoint to = second;
        while (true) {
            done_.insert({from, to});
            done_.insert({to, from});
            line.push_back(to);
            if (to == start || is_meeting(to)) break;
            const std::set<GroundPoint>& ways = next_.at(to);
            const GroundPoint onward = *ways.begin() == from ? *ways.rbegin() : *ways.begin();
            from = std::exchange(to, onward);
        }
        Side left = left_of(line[0], line[1]);
        Side right = left_of(line[1], line[0]);
        if (!left) {
            std::reverse(line.begin(), line.end());
            std::swap(left, right);
        }
        borders_.push_back({*left, right, std::move(line)});
    }

    std::map<Step, std::uint32_t> left_of_;
    std::map<GroundPoint, std::set<GroundPoint>> next_;
    std::set<Step> done_;
    std::vector<Border> borders_;
};

double hectares(const GroundPoint& a, const GroundPoint& b, const GroundPoint& c) {
    constexpr double metres_per_unit = 1.11195;  // of latitude
    constexpr double radians = 3.14159265358979323846 / 180;
    const double narrowing = std::cos(b.y / 100'000.0 * radians);
    const double twice = static_cast<double>(b.x - a.x) * static_cast<double>(c.y - a.y) -
                         static_cast<double>(c.x - a.x) * static_cast<double>(b.y - a.y);
    return std::abs(twice) / 2 * narrowing * metres_per_unit * metres_per_unit / 10'000;
}

// The inner place whose triangle with its neighbours is smallest goes first, until none is below `least` or only
// `keep` inner places are left. Lines are short: no heap.
void simplify(std::vector<GroundPoint>& line, double least, std::size_t keep) {
    while (line.size() > 2 + keep) {
        std::size_t smallest = 0;
        double area = std::numeric_limits<double>::max();
        for (std::size_t i = 1; i + 1 < line.size(); ++i) {
            const double here = hectares(line[i - 1], line[i], line[i + 1]);
            if (here < area) {
                area = here;
                smallest = i;
            }
        }
        if (area >= least) return;
        line.erase(line.begin() + static_cast<std::ptrdiff_t>(smallest));
    }
}

}  // namespace

std::vector<Border> borders_of(const std::vector<Contour>& contours, double least_hectares) {
    std::vector<Border> borders = Weaver(contours).borders();
    // Two borders between the same ends must not fall into one: what lies between would be gone.
    const auto ends = [](const Border& border) { return std::minmax(border.line.front(), border.line.back()); };
    std::map<std::pair<GroundPoint, GroundPoint>, int> bearers;
    for (const Border& border : borders) ++bearers[ends(border)];
    for (Border& border : borders) {
        const bool closed = border.line.front() == border.line.back();
        simplify(border.line, least_hectares, closed ? 2 : bearers[ends(border)] > 1 ? 1 : 0);
    }
    return borders;
}

}  // namespace cafe::territory
