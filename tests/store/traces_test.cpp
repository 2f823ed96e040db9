#include "store/traces.hpp"

#include <doctest/doctest.h>

#include "support/memory_disk.hpp"

using namespace cafe;

namespace {

bool of_marie(std::string_view text) {
    return text.find("Marie") != std::string_view::npos;
}

}  // namespace

TEST_CASE("what speaks of somebody goes from cafe's folder, and what could; the lock stays") {
    test::MemoryDisk disk;
    disk.put("/s/lock", "");
    disk.put("/s/last-change", "anything");
    disk.put("/s/published-0011", "a page");
    disk.put("/s/memory/000001", "name: Marie");
    disk.put("/s/memory/000002", "name: Paul");
    disk.put("/s/drafts/x.yaml", "Marie");
    disk.put("/s/abc/memory/000001", "Marie");
    const auto cleared = store::clear_traces(disk, "/s", of_marie);
    REQUIRE(cleared.ok());
    CHECK(cleared->changes == 2);
    CHECK(cleared->drafts == 1);
    CHECK(cleared->others == 2);
    CHECK(disk.get("/s/lock").has_value());
    CHECK(disk.get("/s/memory/000002") == "name: Paul");
    CHECK_FALSE(disk.get("/s/memory/000001").has_value());
    CHECK_FALSE(disk.get("/s/abc/memory/000001").has_value());
}

TEST_CASE("rows of imports go where they speak of somebody, whole rows of quoted cells too") {
    test::MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: N\n");
    disk.put("/n/imports/liste.seen", "1\tccas\tname:00\n2\tMarie\tname:01\n");
    disk.put("/n/imports/rejets.csv", "cafe:ligne;cafe:motif;nom\r\n1;x;Paul\r\n2;y;\"Marie\nDelmas\"\r\n3;z;Jean\r\n");
    disk.put("/n/notes.csv", "nom\nMarie\n");
    const auto changes = store::rows_without(disk, "/n", of_marie);
    REQUIRE(changes.ok());
    REQUIRE(changes->size() == 2);
    CHECK((*changes)[0].after == "1\tccas\tname:00\n");
    CHECK((*changes)[1].after == "cafe:ligne;cafe:motif;nom\r\n1;x;Paul\r\n3;z;Jean\r\n");
}

TEST_CASE("other files are listed without records, git and the pages of publications") {
    test::MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: N\n");
    disk.put("/n/people/a.yaml", "name: A\n");
    disk.put("/n/people/a.yaml.txt", "name: A\n");
    disk.put("/n/.git/config", "");
    disk.put("/n/site/.cafe-manifest", "");
    disk.put("/n/site/index.html", "");
    const auto files = store::other_files(disk, "/n");
    REQUIRE(files.ok());
    CHECK(*files == std::vector<std::string>{"people/a.yaml.txt", "site/.cafe-manifest"});
}
