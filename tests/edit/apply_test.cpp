// What an edit writes, by example; laws_test.cpp has what holds for every edit.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "edit/edit.hpp"

using namespace cafe;

TEST_CASE("an item comes into an empty list as it would into any other") {
    struct Case {
        std::string before;
        std::string item;
        std::string after;
    };
    const std::vector<Case> cases{
        {"tags: []\n", "colis", "tags: [colis]\n"},
        {"tags: []   # à compléter\n", "colis", "tags: [colis]   # à compléter\n"},
        {"tags: []\n", "oui", "tags: [\"oui\"]\n"},
        {"tags: []", "a, b", "tags: [\"a, b\"]"},
        {"tags: [\"colis\"]\n", "épicerie", "tags: [\"colis\", \"épicerie\"]\n"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.before);
        CAPTURE(row.item);
        edit::Edit add;
        add.op = edit::Op::add;
        add.path.steps = {"tags"};
        add.value = row.item;
        const auto after = edit::apply(row.before, "x.yaml", model::RecordKind::partner, {add});
        REQUIRE(after);
        CHECK(*after == row.after);
    }
}
