// The table of fates against the field list: a field that nobody has decided about is a red test.
#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "exchange/fates.hpp"
#include "exchange/formats.hpp"
#include "model/fields.hpp"
#include "model/path.hpp"

using namespace cafe;

namespace {

// The fields of a shape that hold a value, in its order.
std::vector<std::string> value_paths(const model::Shape& shape) {
    std::vector<std::string> paths;
    for (const std::string& path : model::all_paths(shape)) {
        const model::Field* field = model::column_of(shape, *model::RecordPath::parse(path));
        REQUIRE(field != nullptr);
        if (field->shape == nullptr) paths.push_back(path);
    }
    return paths;
}

void check_rows(std::span<const exchange::FateRow> rows, const model::Shape& shape) {
    std::vector<std::string> listed;
    for (const exchange::FateRow& row : rows) listed.emplace_back(row.path);
    const std::vector<std::string> paths = value_paths(shape);
    for (std::size_t i = 0; i < std::max(listed.size(), paths.size()); ++i) {
        const std::string wanted = i < paths.size() ? paths[i] : "(no further field)";
        const std::string found = i < listed.size() ? listed[i] : "(no further row)";
        REQUIRE_MESSAGE(found == wanted, "lib/exchange/fates.cpp has " << found << " where the model has " << wanted
                                                                       << ": decide what becomes of it");
    }
}

}  // namespace

TEST_CASE("every field of a fiche and of a person stands once in the table of fates, in the order of the field list") {
    check_rows(exchange::partner_fates(), model::partner_shape());
    check_rows(exchange::person_fates(), model::person_shape());
}

TEST_CASE("what never leaves a notebook is private in every way of exchange") {
    for (const auto& [rows, shape] : {std::pair{exchange::partner_fates(), &model::partner_shape()},
                                      std::pair{exchange::person_fates(), &model::person_shape()}})
        for (const exchange::FateRow& row : rows) {
            const auto path = model::RecordPath::parse(row.path);
            bool internal = false;
            const model::Shape* at = shape;
            for (const std::string& step : path->steps) {
                const model::Field* field = at->find(step);
                internal = internal || field->internal || field->seen == model::Audience::private_;
                at = field->shape == nullptr ? nullptr : &field->shape();
            }
            if (!internal) continue;
            CAPTURE(row.path);
            for (const exchange::Way way : exchange::all_ways) CHECK(row.in(way) == exchange::Fate::private_);
        }
}

TEST_CASE("a path that no row names does not leave") {
    CHECK(exchange::fate_of("brand_new", exchange::Way::table) == exchange::Fate::private_);
}

TEST_CASE("formats have names of their own") {
    for (const exchange::Format& format : exchange::formats()) CHECK(exchange::format_named(format.name) == &format);
    CHECK(exchange::format_named("parquet") == nullptr);
}
