#include "territory/tables.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/fold.hpp"

using namespace cafe::territory;
namespace tables = cafe::territory::tables;

TEST_CASE("the tables hold all of France") {
    CHECK(tables::communes() == 34'969);
    CHECK(tables::epcis() == 1'255);
    CHECK(tables::departements() == 109);
    CHECK(tables::regions() == 18);
    CHECK(tables::parts() == 2'035);  // arrondissements, communes associées and déléguées, former communes
    CHECK(tables::bytes() > 1'000'000);
    CHECK(tables::bytes() < 4'000'000);
}

TEST_CASE("a commune is read as INSEE has it") {
    const auto row = tables::find_commune("47106");
    REQUIRE(row);
    const tables::Commune fumel = tables::commune(*row);
    CHECK(fumel.code == "47106");
    CHECK(fumel.name == "Fumel");
    CHECK(fumel.population.value() == 4690);
    CHECK(tables::departement(fumel.departement).code == "47");
    REQUIRE(fumel.epci);
    CHECK(tables::epci(*fumel.epci).siren == "200068930");
    CHECK(tables::epci(*fumel.epci).name == "CC Fumel Vallée du Lot");
    REQUIRE(fumel.centre);
    CHECK(fumel.centre->latitude == doctest::Approx(44.5).epsilon(0.01));
    REQUIRE(fumel.postcodes.size() == 1);
    CHECK(tables::postcode(fumel.postcodes[0]) == "47500");
}

TEST_CASE("what is missing in the source is missing here") {
    const tables::Commune kerguelen = tables::commune(*tables::find_commune("98412"));
    CHECK(kerguelen.postcodes.empty());
    CHECK_FALSE(kerguelen.population);
    CHECK_FALSE(kerguelen.epci);
    CHECK_FALSE(kerguelen.centre);
    CHECK_FALSE(tables::departement(kerguelen.departement).region);
    CHECK_FALSE(tables::commune(*tables::find_commune("29155")).epci);  // Ouessant
}

TEST_CASE("every commune is found by its code and by its name, and lies where it says") {
    std::size_t wrong = 0;
    for (tables::Index row = 0; row < tables::communes(); ++row) {
        const tables::Commune commune = tables::commune(row);
        const auto named = tables::named(cafe::fold::place(commune.name));
        const bool by_name = std::any_of(named.begin(), named.end(), [&](const blob::Name& name) {
            return name.kind == blob::Kind::commune && name.row == row && name.form == blob::Form::name;
        });
        const tables::Departement departement = tables::departement(commune.departement);
        const bool in_departement = departement.first <= row && row < departement.end;
        const bool in_epci = !commune.epci || std::ranges::binary_search(tables::epci(*commune.epci).communes, row);
        const bool by_postcode = std::ranges::all_of(commune.postcodes, [&](tables::Index postcode) {
            return std::ranges::binary_search(tables::communes_of_postcode(postcode), row);
        });
        const bool fine =
            tables::find_commune(commune.code) == row && by_name && in_departement && in_epci && by_postcode;
        wrong += fine ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("EPCI, départements and régions are found by their codes") {
    for (tables::Index row = 0; row < tables::epcis(); ++row) CHECK(tables::find_epci(tables::epci(row).siren) == row);
    for (tables::Index row = 0; row < tables::departements(); ++row) {
        CHECK(tables::find_departement(tables::departement(row).code) == row);
        CHECK(tables::departement(row).first < tables::departement(row).end);
    }
    for (tables::Index row = 0; row < tables::regions(); ++row)
        CHECK(tables::find_region(tables::region(row).code) == row);
    const tables::Departement lot_et_garonne = tables::departement(*tables::find_departement("47"));
    CHECK(lot_et_garonne.end - lot_et_garonne.first == 319);
    CHECK(tables::region(lot_et_garonne.region.value()).name == "Nouvelle-Aquitaine");
    CHECK(tables::commune(lot_et_garonne.capital.value()).name == "Agen");
}

TEST_CASE("codes that do not exist are not found") {
    for (const std::string code : {"", "0", "4710", "471066", "47999", "99999", "00000", "zzzzz", "47106 ", "2a004"})
        CHECK_FALSE(tables::find_commune(code));
    for (const std::string code : {"", "4", "047", "20", "2a", "99", "insee"})
        CHECK_FALSE(tables::find_departement(code));
    for (const std::string code : {"", "1", "00", "99", "975"}) CHECK_FALSE(tables::find_region(code));
    for (const std::string siren : {"", "200068931", "20006893", "2000689300", "20006893x", "-00068930", "999999999"})
        CHECK_FALSE(tables::find_epci(siren));
    for (const std::string postcode : {"", "47106", "4750", "475000"}) CHECK_FALSE(tables::find_postcode(postcode));
    for (const std::string name : {"", " ", "fume", "fumel ", "zzz"}) CHECK(tables::named(name).empty());
}

TEST_CASE("longer names are those that go on after a whole word") {
    std::set<std::string> longer;
    for (const blob::Name& name : tables::named_longer("tournon")) longer.emplace(tables::folded(name));
    CHECK(longer.contains("tournon d agenais"));
    CHECK_FALSE(longer.contains("tournon"));
    CHECK(tables::named_longer("tourno").empty());
}

TEST_CASE("twenty of the postcodes of the 47 are the INSEE code of a commune") {
    std::set<std::string> postcodes;
    const tables::Departement departement = tables::departement(*tables::find_departement("47"));
    for (tables::Index row = departement.first; row < departement.end; ++row)
        for (const tables::Index postcode : tables::commune(row).postcodes)
            postcodes.emplace(tables::postcode(postcode));
    std::erase_if(postcodes, [](const std::string& code) { return !code.starts_with("47"); });
    CHECK(postcodes.size() == 44);
    CHECK(std::ranges::count_if(postcodes,
                                [](const std::string& code) { return tables::find_commune(code).has_value(); }) == 20);
}
