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

TEST_CASE("a text of several lines stands deeper than a comment below it, which stays a comment") {
    struct Case {
        std::string before;
        std::string text;
        std::string after;
    };
    const std::vector<Case> cases{
        {"name: CCAS\n  # à revoir\ntags: [a]\n", "un\ndeux",
         "name: CCAS\nsummary: |-\n   un\n   deux\n  # à revoir\ntags: [a]\n"},
        {"name: CCAS\n\n      # plus loin\ntags: [a]\n", "un\ndeux\n",
         "name: CCAS\nsummary: |\n       un\n       deux\n\n      # plus loin\ntags: [a]\n"},
        {"name: CCAS\nsummary: court\n   # à revoir\n", "un\ndeux",
         "name: CCAS\nsummary: |-\n    un\n    deux\n   # à revoir\n"},
        {"name: CCAS\n# à la marge\ntags: [a]\n", "un\ndeux",
         "name: CCAS\nsummary: |-\n  un\n  deux\n# à la marge\ntags: [a]\n"},
        // Blank lines below a text that keeps them all would be its own.
        {"name: CCAS\n\ntags: [a]\n", "un\n\n\n", "name: CCAS\nsummary: \"un\\n\\n\\n\"\n\ntags: [a]\n"},
        // Other readers take the last line end of a block text away where the file has none.
        {"name: CCAS", "un\ndeux\n", "name: CCAS\nsummary: \"un\\ndeux\\n\""},
        {"name: CCAS", "un\ndeux", "name: CCAS\nsummary: |-\n  un\n  deux"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.before);
        edit::Edit set;
        set.path.steps = {"summary"};
        set.value = row.text;
        const auto after = edit::apply(row.before, "x.yaml", model::RecordKind::partner, {set});
        REQUIRE(after.ok());
        CHECK(*after == row.after);
    }
}

TEST_CASE("the last field of a file without a last line end goes alone") {
    struct Case {
        std::string before;
        std::string after;
    };
    const std::vector<Case> cases{
        {"name: CCAS\n\ntags: [a]", "name: CCAS\n\n"}, {"name: CCAS\n\n\ntags: [a]", "name: CCAS\n\n\n"},
        {"name: CCAS\ntags: [a]", "name: CCAS"},       {"name: CCAS\r\n\r\ntags: [a]", "name: CCAS\r\n\r\n"},
        {"name: CCAS\r\ntags: [a]", "name: CCAS"},     {"name: |-\n  CCAS\n\ntags: [a]", "name: |-\n  CCAS\n\n"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.before);
        edit::Edit remove;
        remove.op = edit::Op::remove;
        remove.path.steps = {"tags"};
        const auto after = edit::apply(row.before, "x.yaml", model::RecordKind::partner, {remove});
        REQUIRE(after.ok());
        CHECK(*after == row.after);
    }
}

TEST_CASE("what goes behind a block text that keeps its blank lines leaves it as it was") {
    const std::string before = "name: |+\n  CCAS\ntags: [a]\n\nkind: caf\n";
    edit::Edit remove;
    remove.op = edit::Op::remove;
    remove.path.steps = {"tags"};
    const auto after = edit::apply(before, "x.yaml", model::RecordKind::partner, {remove});
    REQUIRE(after.ok());
    CHECK(*after == "name: |+\n  CCAS\nkind: caf\n");
}

TEST_CASE("a comment behind the sign of a block text stays when its item becomes a mapping") {
    const std::string before = "name: CCAS\nphones:\n  - |- # le standard\n    05 36 49 00 01\n";
    edit::Edit set;
    set.path.steps = {"phones", "0", "label"};
    set.value = "accueil";
    const auto after = edit::apply(before, "x.yaml", model::RecordKind::partner, {set});
    REQUIRE(after.ok());
    CHECK(*after == "name: CCAS\nphones:\n  - {number: \"05 36 49 00 01\", label: accueil} # le standard\n");
}
