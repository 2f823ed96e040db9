#include "render/record_json.hpp"

#include <doctest/doctest.h>

#include "model/fields.hpp"
#include "yaml/parse.hpp"

using namespace cafe;

namespace {

std::string json(const std::string& yaml) {
    const yaml::Parsed parsed = yaml::parse(yaml, "partners/x.yaml");
    REQUIRE(parsed.root);
    return render::record_json("x", *parsed.root, model::partner_shape()).bytes();
}

}  // namespace

TEST_CASE("A record in JSON is its id and the file's keys, in their order, without defaults") {
    CHECK(json("kind: mairie\nname: Mairie\n") == R"({"id": "x", "kind": "mairie", "name": "Mairie"})");
}

TEST_CASE("Numbers and booleans are typed where the field list says so, all else is text as written") {
    struct Case {
        std::string yaml;
        std::string member;
    };
    const Case cases[] = {
        {"age_min: 16", R"("age_min": 16)"},
        {"age_min: seize", R"("age_min": "seize")"},
        {"age_min: 016", R"("age_min": "016")"},
        {"verify_every: 6", R"("verify_every": 6)"},
        {"address: {latitude: 44.50, longitude: -0.5}", R"("address": {"latitude": 44.50, "longitude": -0.5})"},
        {"address: {latitude: .5, postcode: 01500}", R"("address": {"latitude": ".5", "postcode": "01500"})"},
        {"address: {confidential: true}", R"("address": {"confidential": true})"},
        {"address: {confidential: oui}", R"("address": {"confidential": "oui"})"},
        {"siret: 21470106200025", R"("siret": "21470106200025")"},
        {"name: null", R"("name": "null")"},
        {"name: no", R"("name": "no")"},
        {"services: [{capacity: {free: 3, as_of: 2026-11-06}}]",
         R"("services": [{"capacity": {"free": 3, "as_of": "2026-11-06"}}])"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.yaml);
        CHECK(json(row.yaml + "\n") == "{\"id\": \"x\", " + row.member + "}");
    }
}

TEST_CASE("An item that is just its main value becomes the full mapping") {
    CHECK(json("phones: [\"05 36 49 00 01\", {number: \"115\", tip: nuit}]\n") ==
          R"({"id": "x", "phones": [{"number": "05 36 49 00 01"}, {"number": "115", "tip": "nuit"}]})");
    CHECK(json("contacts: [marie-delmas]\n") == R"({"id": "x", "contacts": [{"person": "marie-delmas"}]})");
    CHECK(json("themes: logement\n") == R"({"id": "x", "themes": ["logement"]})");
}

TEST_CASE("Unknown keys are kept, an unknown id is left out") {
    CHECK(json("id: y\nx-own: {a: [1, b]}\nnom: Z\n") == R"({"id": "x", "x-own": {"a": ["1", "b"]}, "nom": "Z"})");
    CHECK(json("services: [{id: fsl}]\n") == R"({"id": "x", "services": [{"id": "fsl"}]})");
}
