#include "view/map.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "render/map_svg.hpp"
#include "site/notebook.hpp"

using namespace cafe;
using namespace cafe::test;
using territory::AreaKind;

namespace {

std::string settings(const std::string& departement) {
    return "schema: cafe/1\nname: Essai\ndepartments: [\"" + departement + "\"]\nhome: Fumel\n";
}

std::string fiche(const std::string& area) {
    return "name: Essai\nkind: association\nsummary: On aide.\nterritory: [\"" + area + "\"]\n";
}

// How many shapes lead to a page.
std::size_t linked(const view::Map& map) {
    return static_cast<std::size_t>(std::count_if(
        map.shapes.begin(), map.shapes.end(), [](const view::Map::Shape& shape) { return shape.page.has_value(); }));
}

}  // namespace

TEST_CASE("The first page's map leads to the intercommunalities that somebody serves") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", settings("47"));
    disk.put("/n/partners/a.yaml", fiche("dep:47"));
    const store::Catalog catalog = catalog_of(disk, "/n");
    const view::Directory directory = view::directory({catalog, facts::Reader::everyone, november, Lang::fr});
    const auto map = view::home_map(directory);
    REQUIRE(map);
    CHECK(linked(*map) >= 8);
    for (const view::Map::Shape& shape : map->shapes)
        for (const auto& ring : shape.rings) {
            CHECK(ring.size() >= 3);
            for (const view::Map::Dot& dot : ring) CHECK((dot.x >= 0 && dot.x <= map->width && dot.y <= map->height));
        }
    std::size_t bytes = 0;
    for (const view::Map::Shape& shape : map->shapes) bytes += render::map_path(shape).size();
    CHECK(bytes < 8'000);
}

TEST_CASE("A fiche's map is filled where it serves; a commune's stands among its neighbours") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", settings("47"));
    disk.put("/n/partners/a.yaml", fiche("Fumel"));
    disk.put("/n/partners/b.yaml", fiche("France"));
    const store::Catalog catalog = catalog_of(disk, "/n");
    const view::Directory directory = view::directory({catalog, facts::Reader::everyone, november, Lang::fr});
    const auto chosen = [](const view::Map& map) {
        return std::count_if(map.shapes.begin(), map.shapes.end(),
                             [](const view::Map::Shape& shape) { return shape.fill == view::Map::Fill::chosen; });
    };
    const auto a = view::served_map(directory, *directory.find("a"));
    REQUIRE(a);
    CHECK(a->label == "Carte des lieux d’intervention : Fumel");
    CHECK(chosen(*a) == 1);
    CHECK(linked(*a) == 0);
    // All of France fills the département.
    const auto b = view::served_map(directory, *directory.find("b"));
    REQUIRE(b);
    CHECK(chosen(*b) == 1);
    CHECK(b->shapes.back().rings == b->shapes.front().rings);
    const auto fumel = view::area_map(directory, {AreaKind::commune, "insee:47106"});
    REQUIRE(fumel);
    CHECK(fumel->shapes.size() > 10);
    CHECK(chosen(*fumel) == 1);
}

TEST_CASE("No outline known, no map") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", settings("33"));
    disk.put("/n/partners/a.yaml", fiche("Bordeaux"));
    const store::Catalog catalog = catalog_of(disk, "/n");
    const view::Directory directory = view::directory({catalog, facts::Reader::everyone, november, Lang::fr});
    CHECK(!view::home_map(directory));
    CHECK(!view::served_map(directory, *directory.find("a")));
    CHECK(!view::area_map(directory, {AreaKind::commune, "insee:33063"}));
}

TEST_CASE("A path goes from dot to dot; minus signs part numbers") {
    view::Map::Shape shape;
    shape.rings = {{{3, 4}, {8, 2}, {7, 9}}, {{0, 0}, {1, 0}, {1, 1}}};
    CHECK(render::map_path(shape) == "M3 4l5-2-1 7zM0 0h1v1z");
}
