#include "store/whole_file.hpp"

#include <doctest/doctest.h>

#include <cerrno>

#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"

namespace cafe {

namespace {

// The writing calls of put_whole: the folder, what an interrupted run left, the new file, its place.
constexpr std::size_t at_create = 3;
constexpr std::size_t at_rename = 4;

bool is_put(test::MemoryDisk& disk, test::Fault fault) {
    fault.counts_readings = false;
    test::FaultyDisk faulty(disk, fault);
    return static_cast<bool>(store::put_whole(faulty, "/n/journal.yaml", "new", 0600));
}

}  // namespace

TEST_CASE("a file whose renaming was done and told as failed is written") {
    test::MemoryDisk disk;
    disk.put("/n/journal.yaml", "old");
    CHECK(is_put(disk, {at_rename, false, EIO, test::FaultStyle::after_effect}));
    CHECK(*disk.read("/n/journal.yaml", 100) == "new");
    CHECK_FALSE(*disk.info(store::temporary_for("/n/journal.yaml")));
}

// Whoever writes the same bytes for other permissions must hear that they are not there.
TEST_CASE("a file that could not be written is not taken for written by the bytes that stood there") {
    for (const std::size_t at : {at_create, at_rename}) {
        CAPTURE(at);
        test::MemoryDisk disk;
        disk.put("/n/journal.yaml", "new");
        CHECK_FALSE(is_put(disk, {at, false, ENOSPC, test::FaultStyle::before_effect}));
        CHECK_FALSE(*disk.info(store::temporary_for("/n/journal.yaml")));
    }
}

}  // namespace cafe
