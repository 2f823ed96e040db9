// Struct → value → text → struct: whatever is read is written back, for the records of the example.
#include "model/value_of.hpp"

#include <doctest/doctest.h>

#include <string>

#include "edit/create.hpp"
#include "model/fields.hpp"
#include "store/book.hpp"
#include "store/read.hpp"
#include "support/source_folder.hpp"
#include "yaml/parse.hpp"

using namespace cafe;
using model::RecordKind;

namespace {

template <class T>
void check_round_trip(const T& record, RecordKind kind, const std::string& id) {
    CAPTURE(id);
    const model::Shape& shape = model::shape_of(kind);
    const std::string text = edit::create(kind, model::value_of(&record, shape));
    CAPTURE(text);
    const auto parsed = yaml::parse(text, id);
    REQUIRE(parsed.root);
    CHECK(store::read<T>(*parsed.root, shape) == record);
}

template <class T>
void check_all(const std::vector<store::Record<T>>& records, RecordKind kind) {
    CHECK(records.size() > 0);
    for (const auto& record : records) check_round_trip(record.value, kind, record.id);
}

}  // namespace

TEST_CASE("a record written from its struct reads back as the same struct") {
    const auto disk = real_disk();
    const auto book = store::load(*disk, std::string(test::source_folder()) + "/examples/fumel", {1});
    REQUIRE(book.ok());
    check_all(book->partners, RecordKind::partner);
    check_all(book->people, RecordKind::person);
    check_all(book->cafes, RecordKind::cafe);
    check_all(book->meetings, RecordKind::meeting);
    check_round_trip(book->settings.value, RecordKind::settings, "cafe.yaml");
    check_round_trip(book->network.value, RecordKind::network, "network.yaml");
}

TEST_CASE("every row of every kind gives its values, but those under the user's own keys") {
    for (const RecordKind kind : model::all_record_kinds)
        for (const model::Field& field : model::shape_of(kind).fields) {
            CAPTURE(field.key);
            CHECK((field.count != nullptr) == (field.storage != model::Storage::keyed));
            CHECK((field.at != nullptr) == (field.count != nullptr));
        }
}

TEST_CASE("what a struct does not say is not written") {
    model::Partner partner;
    partner.name = "A";
    partner.themes = {"logement"};
    partner.age_min = 16;
    partner.address.emplace().confidential = true;
    const Value value = model::value_of(&partner, model::partner_shape());
    CHECK(value == Value{Map{Member{"name", "A"}, Member{"themes", List{Value{"logement"}}}, Member{"age_min", "16"},
                             Member{"address", Map{Member{"confidential", "true"}}}}});
}
