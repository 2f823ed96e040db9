#include "model/path.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "model/fields.hpp"

using namespace cafe::model;

TEST_CASE("a path is read and printed back") {
    struct Case {
        std::string_view text;
        std::vector<std::string> steps;
    };
    for (const Case& row : std::vector<Case>{{"name", {"name"}},
                                             {"phones.0.number", {"phones", "0", "number"}},
                                             {"contacts.marie-delmas.role", {"contacts", "marie-delmas", "role"}},
                                             {"aliases.St\\. Vite", {"aliases", "St. Vite"}},
                                             {"aliases.a\\\\b", {"aliases", "a\\b"}}}) {
        const auto& [text, steps] = row;
        CAPTURE(row.text);
        const auto path = RecordPath::parse(text);
        REQUIRE(path.has_value());
        CHECK(path->steps == steps);
        CHECK(path->print() == text);
    }
    CHECK(RecordPath{}.print().empty());
}

TEST_CASE("a path with an empty step or a stray backslash is none") {
    for (const std::string_view text : {"", ".", "a.", ".a", "a..b", "a\\", "a\\b", "\\"}) {
        CAPTURE(text);
        CHECK_FALSE(RecordPath::parse(text).has_value());
    }
}

TEST_CASE("a path leads to its row, naming an item wherever it passes a list") {
    struct Case {
        std::string_view text, key;
        bool item;
    };
    for (const Case& row :
         {Case{"name", "name", false}, Case{"phones", "phones", false}, Case{"phones.0", "phones", true},
          Case{"phones.0.number", "number", false}, Case{"contacts.marie-delmas.role", "role", false},
          Case{"themes.1", "themes", true}, Case{"address.commune", "commune", false},
          Case{"services.fsl.capacity.free", "free", false}, Case{"services.fsl.themes.0", "themes", true},
          Case{"services.name.name", "name", false}}) {
        const auto& [text, key, item] = row;
        CAPTURE(row.text);
        const auto target = target_of(partner_shape(), *RecordPath::parse(text));
        REQUIRE(target.has_value());
        CHECK(target->field->key == key);
        CHECK(target->item == item);
    }
    CHECK(target_of(own_areas_shape(), *RecordPath::parse("areas.circo-fumel.name"))->field->key == "name");
    CHECK(target_of(own_areas_shape(), *RecordPath::parse("aliases.Libos"))->item);
}

TEST_CASE("a path into nothing leads nowhere") {
    for (const std::string_view text : {"nom", "name.first", "phones.0.numero", "phones.0.number.x", "themes.0.x",
                                        "address.0.commune", "address.ville", "services.fsl.capacity.3.free"}) {
        CAPTURE(text);
        CHECK_FALSE(target_of(partner_shape(), *RecordPath::parse(text)).has_value());
    }
    CHECK_FALSE(target_of(partner_shape(), RecordPath{}).has_value());
    CHECK_FALSE(target_of(own_areas_shape(), *RecordPath::parse("aliases.Libos.x")).has_value());
}

TEST_CASE("all paths are columns, and nothing else is") {
    const auto paths = all_paths(partner_shape());
    for (const std::string& path : paths) {
        CAPTURE(path);
        CHECK(column_of(partner_shape(), *RecordPath::parse(path)) != nullptr);
    }
    for (const std::string path :
         {"phones.number", "address", "address.commune", "services.referral.professionals.phone"})
        CHECK(std::count(paths.begin(), paths.end(), path) == 1);
    for (const std::string_view path : {"phones.0.number", "phone", "address.", "services.fsl"}) {
        CAPTURE(path);
        const auto parsed = RecordPath::parse(path);
        CHECK((!parsed || column_of(partner_shape(), *parsed) == nullptr));
    }
}
