#include "intake/memory.hpp"

#include <doctest/doctest.h>

using namespace cafe;
using namespace cafe::intake;

TEST_CASE("import: the memory reads back as it was written, whatever a key holds") {
    Memory memory;
    memory.file = "0123456789ab";
    memory.day = "2026-11-23";
    memory.count = 3;
    for (const std::string key : {"16", "temp_1", "#last", "a\tb", "a\nb", "a\\tb", "~0f", "é", ""})
        memory.rows[key] =
            Seen{"ccas-fumel", {{"name", {"3f9a00000000"}}, {"phones", {"07c100000000", "07c200000000"}}}, 2};
    memory.rows["gone"] = Seen{"-", {}, 0};
    CHECK(read_memory(write_memory(memory)) == memory);
    CHECK(write_memory(memory).starts_with("cafe-import-memory 1\n"));
}

TEST_CASE("import: a memory of another version, or none, is an unknown base") {
    CHECK(read_memory("").rows.empty());
    CHECK(read_memory("cafe-import-memory 2\n16\tccas-fumel\tname:3f9a\n").rows.empty());
    CHECK(read_memory("16\tccas-fumel\tname:3f9a\n").rows.empty());
    // Lines that a merge broke are passed over; of one key the later counts.
    const Memory merged = read_memory("cafe-import-memory 1\n<<<<<<< a\n16\tx\tname:aa\n16\ty\tname:bb\n>>>>>>> b\n");
    CHECK(merged.rows.at("16").partner == "y");
    CHECK(merged.rows.size() == 1);
}

TEST_CASE("import: open conflicts read back as they were written") {
    const std::vector<Conflict> open{{"ccas-fumel", "phones", "16", {"05 36 49 00 01", "05 36 49 00 02"}},
                                     {"ccas-fumel", "description", "16", {"deux\nlignes\tet une tabulation"}}};
    CHECK(read_conflicts(write_conflicts(open)) == open);
}
