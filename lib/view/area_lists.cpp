#include "view/area_lists.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/fold.hpp"

namespace cafe::view {

namespace {

using territory::AreaKind;

bool by_name(const Tag& a, const Tag& b) {
    return std::pair(fold::text(a.text), a.page.key) < std::pair(fold::text(b.text), b.page.key);
}

Words kind_title(AreaKind kind) {
    switch (kind) {
        case AreaKind::departement: return {"Départements", "Départements"};
        case AreaKind::own: return {"Secteurs du réseau", "The network’s own sectors"};
        case AreaKind::epci: return {"Intercommunalités", "Intercommunalities"};
        case AreaKind::commune: return {"Communes", "Communes"};
        case AreaKind::quarter: return {"Quartiers", "Quarters"};
        case AreaKind::postcode:
        case AreaKind::region:
        case AreaKind::country: break;
    }
    return {};
}

void add_sections(std::vector<Block>& blocks, const Directory& directory, std::initializer_list<AreaKind> kinds,
                  int level) {
    for (const AreaKind kind : kinds) {
        Tags tags = areas_of_kind(directory, kind);
        if (tags.tags.empty()) continue;
        Section section;
        section.title = kind_title(kind).in(directory.edition.lang);
        section.level = level;
        section.blocks.push_back({std::move(tags)});
        blocks.push_back({std::move(section)});
    }
}

}  // namespace

Tags areas_of_kind(const Directory& directory, AreaKind kind) {
    Tags tags;
    for (const auto& [area, key] : directory.areas)
        if (area.kind == kind) tags.tags.push_back({area_name(directory, area), {PageKind::area, key}, {}});
    std::sort(tags.tags.begin(), tags.tags.end(), by_name);
    return tags;
}

void add_wide_areas(std::vector<Block>& blocks, const Directory& directory, int level) {
    add_sections(blocks, directory, {AreaKind::departement, AreaKind::own, AreaKind::epci}, level);
}

void add_narrow_areas(std::vector<Block>& blocks, const Directory& directory, int level) {
    add_sections(blocks, directory, {AreaKind::commune, AreaKind::quarter}, level);
}

}  // namespace cafe::view
