#include "territory/outline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "territory/territory.hpp"

using namespace cafe::territory;

namespace {

// Square kilometres; an area that lies on the left of its line counts above zero, a hole below.
double square_km(const Outline& outline) {
    constexpr double km = 111.195 / 10'000;
    constexpr double radians = 3.14159265358979323846 / 180;
    double twice = 0;
    for (const Ring& ring : outline)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Dot& a = ring[i];
            const Dot& b = ring[(i + 1) % ring.size()];
            twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
        }
    return twice / 2 * km * km * std::cos(44.35 * radians);
}

Territory lot_et_garonne() {
    return Territory(Setup{{"47"}, {}, {}});
}

}  // namespace

TEST_CASE("A département is one line around, as wide as it is") {
    const Outline outline = lot_et_garonne().outline({AreaKind::departement, "dep:47"});
    REQUIRE(outline.size() == 1);
    CHECK(square_km(outline) == doctest::Approx(5361).epsilon(0.01));  // INSEE: 5,360.9 km²
}

TEST_CASE("Communes drawn each by itself cover the département without gap or overlap") {
    const Territory territory = lot_et_garonne();
    const AreaRef departement{AreaKind::departement, "dep:47"};
    double sum = 0;
    for (const AreaRef& commune : territory.communes_of(departement)) {
        INFO(commune.code);
        const double alone = square_km(territory.outline(commune));
        CHECK(alone > 0.5);
        sum += alone;
    }
    CHECK(sum == doctest::Approx(square_km(territory.outline(departement))).epsilon(1e-9));
}

TEST_CASE("Every border of two communes is drawn once, and both go through its ends") {
    std::set<std::string> seen;
    for (tables::Index row = 0; row < tables::borders(); ++row) {
        const tables::Border border = tables::border(row);
        CHECK(!border.steps.empty());
        CHECK(border.right != border.left);
        const std::string line = std::to_string(border.longitude) + " " + std::to_string(border.latitude) + " " +
                                 std::to_string(border.left) + " " + std::to_string(border.right.value_or(0)) + " " +
                                 std::to_string(border.steps.front().east) + " " +
                                 std::to_string(border.steps.front().north);
        CHECK(seen.insert(line).second);
    }
    CHECK(seen.size() > 900);
}

TEST_CASE("An area is the sum of its communes; a quarter has its commune's outline") {
    const Setup setup{
        {"47"},
        {{"nord", "Nord", "secteur", {"Fumel", "Montayral"}, {}, ""}, {"rive", "La Rive", "quartier", {}, {}, "Fumel"}},
        {}};
    const Territory territory(setup);
    const Outline fumel = territory.outline({AreaKind::commune, "insee:47106"});
    const Outline both = territory.outline({AreaKind::own, "nord"});
    REQUIRE(fumel.size() == 1);
    REQUIRE(both.size() == 1);
    CHECK(square_km(both) ==
          doctest::Approx(square_km(fumel) + square_km(territory.outline({AreaKind::commune, "insee:47185"}))));
    CHECK(territory.outline({AreaKind::quarter, "rive"}) == fumel);
}

TEST_CASE("Where no outline is known there is none, and an area that nobody knows has none") {
    const Territory territory = lot_et_garonne();
    CHECK(territory.outline({AreaKind::commune, "insee:33063"}).empty());
    CHECK(territory.outline({AreaKind::departement, "dep:33"}).empty());
    CHECK(territory.outline({AreaKind::own, "nowhere"}).empty());
}
