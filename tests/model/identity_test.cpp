#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>

#include "model/fields.hpp"
#include "model/identity.hpp"

TEST_CASE("every list of mappings has fields that identify its items") {
    using namespace cafe::model;
    std::set<std::string_view> seen;
    std::size_t lists = 0;
    const std::function<void(const Shape&)> visit = [&](const Shape& shape) {
        if (!seen.insert(shape.name).second) return;
        for (const Field& field : shape.fields) {
            if (field.shape == nullptr) continue;
            const Shape& part = field.shape();
            if (field.list) {
                ++lists;
                bool found = false;
                for (const Field& one : part.fields) found = found || identifies(part, one) != Identifies::no;
                CHECK_MESSAGE(found, shape.name << "." << field.key << ": nothing identifies an item");
            }
            visit(part);
        }
    };
    for (const RecordKind kind : all_record_kinds) visit(shape_of(kind));
    CHECK(lists > 20);
}
