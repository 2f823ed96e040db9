// The example network shows what a notebook can hold: every field of every kind of record, at least once.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/fields.hpp"
#include "store/book.hpp"
#include "support/memory_disk.hpp"
#include "support/source_folder.hpp"

using namespace cafe;

namespace {

// Every field below a shape by its path; below the user's own keys only once.
void expect(const model::Shape& shape, const std::string& above, std::vector<std::string>& paths) {
    for (const model::Field& field : shape.fields) {
        const std::string path = above + std::string(field.key);
        paths.push_back(path);
        if (field.shape != nullptr)
            expect(field.shape(), path + (field.storage == model::Storage::keyed ? ".*." : "."), paths);
    }
}

// What a tree holds, by the same paths. An item in short form shows its main field.
void note(const yaml::Node& node, const model::Shape& shape, const std::string& above, std::set<std::string>& shown) {
    if (node.kind == yaml::Kind::scalar && shape.main() != nullptr)
        shown.insert(above + std::string(shape.main()->key));
    for (const yaml::Entry& entry : node.entries) {
        const model::Field* field = shape.find(entry.key.text);
        if (field == nullptr || entry.value.kind == yaml::Kind::empty) continue;
        const std::string path = above + std::string(field->key);
        shown.insert(path);
        if (field->shape == nullptr) continue;
        if (field->storage == model::Storage::keyed)
            for (const yaml::Entry& own : entry.value.entries) note(own.value, field->shape(), path + ".*.", shown);
        else if (entry.value.kind == yaml::Kind::sequence)
            for (const yaml::Node& item : entry.value.items) note(item, field->shape(), path + ".", shown);
        else
            note(entry.value, field->shape(), path + ".", shown);
    }
}

}  // namespace

TEST_CASE("the example network shows every field at least once") {
    using model::RecordKind;
    test::MemoryDisk disk;
    disk.put_real_folder("/nb", cafe::test::source_folder("examples/fumel"));
    const auto book = store::load(disk, "/nb", {1});
    REQUIRE(book.ok());
    for (const RecordKind kind : {RecordKind::partner, RecordKind::person, RecordKind::cafe, RecordKind::meeting,
                                  RecordKind::network, RecordKind::settings, RecordKind::territory}) {
        std::set<std::string> shown;
        for (const auto& source : book->sources)
            if (source->ref.kind == kind) note(source->tree, model::shape_of(kind), "", shown);
        std::vector<std::string> paths;
        expect(model::shape_of(kind), "", paths);
        CHECK(paths.size() > 2);
        std::vector<std::string> missing;
        for (const std::string& path : paths)
            if (!shown.contains(path)) missing.push_back(path);
        CAPTURE(model::shape_of(kind).name);
        CHECK(text::join(missing, " ") == "");
    }
}
