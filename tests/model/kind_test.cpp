#include "model/kind.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "store/layout.hpp"

using namespace cafe;
using model::RecordKind;

TEST_CASE("every kind of record has a row with a place of its own and a shape") {
    std::set<std::string> places;
    for (const model::Kind& row : model::kinds()) {
        CAPTURE(row.one.en);
        CHECK(&row == &model::row_of(row.kind));
        CHECK(row.folder.empty() != row.file.empty());
        CHECK(places.insert(std::string(row.folder) + std::string(row.file)).second);
        CHECK((row.longest_id > 0) == !row.folder.empty());
        CHECK_FALSE(row.shape().fields.empty());
        CHECK_FALSE(row.one.fr.empty());
        CHECK_FALSE(row.many.en.empty());
    }
    CHECK(model::kinds().size() == model::all_record_kinds.size());
}

TEST_CASE("a kind is called by its names in both languages, and no name means two") {
    CHECK(model::kind_called("fiche")->kind == RecordKind::partner);
    CHECK(model::kind_called("PARTENAIRES")->kind == RecordKind::partner);
    CHECK(model::kind_called("personne")->kind == RecordKind::person);
    CHECK(model::kind_called("café")->kind == RecordKind::cafe);
    CHECK(model::kind_called("reunion")->kind == RecordKind::meeting);
    CHECK(model::kind_called("territory.yaml")->kind == RecordKind::territory);
    CHECK(model::kind_called("logement") == nullptr);
    CHECK(model::kind_called("") == nullptr);
    for (const model::Kind& row : model::kinds())
        for (const std::string_view name : row.names)
            if (!name.empty()) CHECK(model::kind_called(name) == &row);
}

TEST_CASE("paths of records follow the rows") {
    for (const model::Kind& row : model::kinds()) {
        const store::Ref ref{row.kind, row.folder.empty() ? "" : "un-nom"};
        CHECK(store::ref_at(store::path_of(ref)) == ref);
    }
    CHECK(model::files_of(model::row_of(RecordKind::partner)) == "partners/*.yaml");
    CHECK(model::files_of(model::row_of(RecordKind::settings)) == "cafe.yaml");
}
