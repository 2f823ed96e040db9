#include <doctest/doctest.h>

#include <string>

#include "store/memory.hpp"
#include "support/memory_disk.hpp"

namespace {

using namespace cafe;

const store::Folders folders{"/book", "/book/.git/cafe"};

store::Changes change(const std::string& path, const std::string& after) {
    return {{path, std::string("name: A\n"), after}};
}

void remember(Disk& disk, const Date& day, const std::string& path, const std::string& after) {
    REQUIRE(store::remember(disk, folders, day, change(path, after)).ok());
}

}  // namespace

TEST_CASE("changes are remembered, the newest first, with their bytes") {
    test::MemoryDisk disk("/book");
    const Date day = *Date::of(2026, 11, 23);
    remember(disk, day, "partners/a.yaml", "name: B\n");
    remember(disk, day, "partners/b.yaml", "name: C\n");
    const auto kept = store::remembered(disk, folders);
    REQUIRE(kept.ok());
    REQUIRE(kept->size() == 2);
    CHECK(kept->front().changes == change("partners/b.yaml", "name: C\n"));
    CHECK(kept->back().day == day);
    CHECK(disk.info("/book/.git/cafe/memory/000001")->value().mode == 0600);
    REQUIRE(store::forget_change(disk, folders, kept->front().id).ok());
    CHECK(store::remembered(disk, folders)->size() == 1);
}

TEST_CASE("the memory holds fifty changes of ninety days, and nobody who was forgotten") {
    test::MemoryDisk disk("/book");
    const Date day = *Date::of(2026, 11, 23);
    remember(disk, day.plus_days(-91), "partners/a.yaml", "name: old\n");
    remember(disk, day.plus_days(-90), "partners/a.yaml", "name: B\n");
    remember(disk, day, "people/marie.yaml", "name: C\n");
    CHECK(store::remembered(disk, folders)->size() == 2);
    for (int i = 0; i < 60; ++i) remember(disk, day, "partners/a.yaml", "name: " + std::to_string(i) + "\n");
    CHECK(store::remembered(disk, folders)->size() == store::most_remembered);
    remember(disk, day, "people/marie.yaml", "name: D\n");
    REQUIRE(store::forget_changes_of(disk, folders, "people/marie.yaml").ok());
    const auto kept = store::remembered(disk, folders);
    REQUIRE(kept.ok());
    for (const store::Remembered& one : *kept) CHECK(one.changes.front().path != "people/marie.yaml");
}

TEST_CASE("a damaged memory is passed over") {
    test::MemoryDisk disk("/book");
    const Date day = *Date::of(2026, 11, 23);
    remember(disk, day, "partners/a.yaml", "name: B\n");
    disk.put("/book/.git/cafe/memory/000002", "cafe-change 2\n2026-11-23\n");
    disk.put("/book/.git/cafe/memory/notes", "x");
    CHECK(store::remembered(disk, folders)->size() == 1);
    remember(disk, day, "partners/a.yaml", "name: C\n");
    CHECK(store::remembered(disk, folders)->front().id == "000003");
}
