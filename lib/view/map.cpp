#include "view/map.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.hpp"
#include "territory/tables.hpp"

namespace cafe::view {

namespace {

using territory::AreaKind;
using territory::AreaRef;
using territory::Outline;

constexpr Phrase<> choose{"Carte : choisir un territoire", "Map: choose an area"};
constexpr Phrase<std::string> served_areas{"Carte des lieux d’intervention : {}", "Map of the places served: {}"};
constexpr Phrase<std::string> placed{"Carte : {} et ses environs", "Map: {} and around it"};

// Units of a sheet: a page shows one as a pixel or two, so nothing smaller is worth its bytes.
constexpr int wide = 200;
constexpr int small = 120;

/// A rectangle of the ground, in ten-thousandths of a degree.
struct Extent {
    std::int32_t west = std::numeric_limits<std::int32_t>::max();
    std::int32_t south = std::numeric_limits<std::int32_t>::max();
    std::int32_t east = std::numeric_limits<std::int32_t>::min();
    std::int32_t north = std::numeric_limits<std::int32_t>::min();

    void take_in(const Outline& outline) {
        for (const territory::Ring& ring : outline)
            for (const territory::Dot& dot : ring) {
                west = std::min(west, dot.x);
                east = std::max(east, dot.x);
                south = std::min(south, dot.y);
                north = std::max(north, dot.y);
            }
    }
    [[nodiscard]] bool empty() const { return west >= east || south >= north; }
    // By a part of its own size on each side.
    void widen(int one_in) {
        const std::int32_t across = (east - west) / one_in;
        const std::int32_t up = (north - south) / one_in;
        west -= across;
        east += across;
        south -= up;
        north += up;
    }
    [[nodiscard]] bool meets(const Extent& other) const {
        return west < other.east && other.west < east && south < other.north && other.south < north;
    }
};

// Degrees laid flat on a sheet: a degree of longitude counts as much less as the land is far north.
class Sheet {
public:
    Sheet(const Extent& extent, int longest, std::string label) : extent_(extent) {
        constexpr double radians = 3.14159265358979323846 / 180;
        narrowing_ = std::cos((extent.south + extent.north) / 2.0 / 10'000 * radians);
        const double across = (extent.east - extent.west) * narrowing_;
        const double up = extent.north - extent.south;
        scale_ = longest / std::max(across, up);
        map_.label = std::move(label);
        map_.source = "IGN, Admin Express 2018";
        map_.width = static_cast<int>(std::lround(across * scale_));
        map_.height = static_cast<int>(std::lround(up * scale_));
    }

    // What was drawn on a sheet of the same extent and size.
    void lay(const std::vector<Map::Shape>& shapes) { map_.shapes = shapes; }

    // Says whether anything was left of it.
    bool draw(Map::Fill fill, const Outline& outline, std::string name = "", std::optional<PageRef> page = {}) {
        Map::Shape shape{std::move(name), std::move(page), fill, {}};
        for (const territory::Ring& ring : outline)
            if (auto line = flat(ring); line.size() >= 3) shape.rings.push_back(std::move(line));
        if (shape.rings.empty()) return false;
        map_.shapes.push_back(std::move(shape));
        return true;
    }

    Map take() { return std::move(map_); }

private:
    // Dots that fall together are one, and so is what lies straight between two others.
    [[nodiscard]] std::vector<Map::Dot> flat(const territory::Ring& ring) const {
        std::vector<Map::Dot> line;
        for (const territory::Dot& dot : ring) {
            const Map::Dot here{static_cast<int>(std::lround((dot.x - extent_.west) * narrowing_ * scale_)),
                                static_cast<int>(std::lround((extent_.north - dot.y) * scale_))};
            if (!line.empty() && line.back() == here) continue;
            if (line.size() >= 2 && is_straight(line[line.size() - 2], line.back(), here)) line.pop_back();
            line.push_back(here);
        }
        while (line.size() > 1 && line.front() == line.back()) line.pop_back();
        return line;
    }
    static bool is_straight(const Map::Dot& a, const Map::Dot& b, const Map::Dot& c) {
        const int ahead = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
        return (b.x - a.x) * (c.y - b.y) == (c.x - b.x) * (b.y - a.y) && ahead > 0;
    }

    Extent extent_;
    double narrowing_ = 1;
    double scale_ = 1;
    Map map_;
};

std::vector<AreaRef> departements(const Directory& directory) {
    std::vector<AreaRef> found;
    for (const std::string& code : directory.edition.catalog.settings().departments) {
        const AreaRef area{AreaKind::departement, "dep:" + code};
        if (!directory.outline(area).empty()) found.push_back(area);
    }
    return found;
}

Extent extent_of(const Directory& directory, const std::vector<AreaRef>& areas) {
    Extent extent;
    for (const AreaRef& area : areas) extent.take_in(directory.outline(area));
    return extent;
}

std::optional<PageRef> page_of(const Directory& directory, const AreaRef& area) {
    const auto found = directory.areas.find(area);
    if (found == directory.areas.end()) return std::nullopt;
    return PageRef{PageKind::area, found->second};
}

void draw_linked(const Directory& directory, Sheet& sheet, const AreaRef& area) {
    sheet.draw(Map::Fill::area, directory.outline(area), area_name(directory, area), page_of(directory, area));
}

std::optional<AreaRef> epci_of(const AreaRef& commune) {
    if (!commune.code.starts_with("insee:")) return std::nullopt;
    const auto row = territory::tables::find_commune(std::string_view(commune.code).substr(6));
    const auto epci = row ? territory::tables::epci_of(*row) : std::nullopt;
    if (!epci) return std::nullopt;
    return AreaRef{AreaKind::epci, "epci:" + territory::tables::epci(*epci).siren};
}

std::optional<Map> map_of_commune(const Directory& directory, const AreaRef& area) {
    const territory::Territory& territory = directory.edition.catalog.territory();
    const std::vector<AreaRef> communes = territory.communes_of(area);
    const auto around = communes.empty() ? std::nullopt : epci_of(communes.front());
    if (!around || directory.outline(*around).empty()) return std::nullopt;
    const Lang lang = directory.edition.lang;
    Sheet sheet(extent_of(directory, {*around}), wide, placed(area_name(directory, area)).in(lang));
    for (const AreaRef& commune : territory.communes_of(*around))
        if (commune != communes.front()) draw_linked(directory, sheet, commune);
    if (!sheet.draw(Map::Fill::chosen, directory.outline(area))) return std::nullopt;
    return sheet.take();
}

// The intercommunalities next to it lie below, those cut off by the edge of the sheet too; its communes on top.
std::optional<Map> map_of_sector(const Directory& directory, const AreaRef& area) {
    Extent extent = extent_of(directory, {area});
    if (extent.empty()) return std::nullopt;
    constexpr int one_in = 4;
    extent.widen(one_in);
    const Lang lang = directory.edition.lang;
    Sheet sheet(extent, wide, placed(area_name(directory, area)).in(lang));
    for (const auto& [other, key] : directory.areas)
        if (other.kind == AreaKind::epci && other != area && extent.meets(extent_of(directory, {other})))
            draw_linked(directory, sheet, other);
    sheet.draw(Map::Fill::chosen, directory.outline(area));
    for (const AreaRef& commune : directory.edition.catalog.territory().communes_of(area))
        if (const auto page = page_of(directory, commune))
            sheet.draw(Map::Fill::chosen, directory.outline(commune), area_name(directory, commune), page);
    return sheet.take();
}

}  // namespace

std::optional<Map> home_map(const Directory& directory) {
    const std::vector<AreaRef> around = departements(directory);
    const Extent extent = extent_of(directory, around);
    if (extent.empty()) return std::nullopt;
    Sheet sheet(extent, wide, choose().in(directory.edition.lang));
    for (const AreaRef& departement : around) sheet.draw(Map::Fill::ground, directory.outline(departement));
    for (const AreaRef& area : matrix_areas(directory)) draw_linked(directory, sheet, area);
    return sheet.take();
}

std::vector<Map::Shape> ground_of(const Directory& directory) {
    const std::vector<AreaRef> around = departements(directory);
    const Extent extent = extent_of(directory, around);
    if (extent.empty()) return {};
    Sheet sheet(extent, small, "");
    for (const AreaRef& departement : around) sheet.draw(Map::Fill::ground, directory.outline(departement));
    return sheet.take().shapes;
}

std::optional<Map> served_map(const Directory& directory, const Listing& listing) {
    const std::vector<AreaRef> around = departements(directory);
    const Extent extent = extent_of(directory, around);
    if (extent.empty()) return std::nullopt;
    std::vector<std::string> names;
    for (const AreaRef& area : listing.served) names.push_back(area_name(directory, area));
    Sheet sheet(extent, small, served_areas(text::join(names, ", ")).in(directory.edition.lang));
    sheet.lay(directory.ground);
    bool seen = false;
    for (const AreaRef& area : listing.served) {
        if (area.kind != AreaKind::region && area.kind != AreaKind::country) {
            seen = sheet.draw(Map::Fill::chosen, directory.outline(area)) || seen;
            continue;
        }
        for (const AreaRef& departement : around)
            if (directory.edition.catalog.territory().contains(area, departement))
                seen = sheet.draw(Map::Fill::chosen, directory.outline(departement)) || seen;
    }
    if (!seen) return std::nullopt;
    return sheet.take();
}

std::optional<Map> area_map(const Directory& directory, const AreaRef& area) {
    switch (area.kind) {
        case AreaKind::commune:
        case AreaKind::quarter: return map_of_commune(directory, area);
        case AreaKind::epci:
        case AreaKind::own: return map_of_sector(directory, area);
        case AreaKind::departement: return directory.outline(area).empty() ? std::nullopt : home_map(directory);
        case AreaKind::postcode:
        case AreaKind::region:
        case AreaKind::country: break;
    }
    return std::nullopt;
}

}  // namespace cafe::view
