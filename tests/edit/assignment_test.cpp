#include "edit/assignment.hpp"

#include <doctest/doctest.h>

#include <string>

#include "model/fields.hpp"

using namespace cafe;

TEST_CASE("a word is an assignment when a path stands before its sign") {
    CHECK(edit::is_assignment("themes+=mobilite"));
    CHECK(edit::is_assignment("phones.0.number="));
    CHECK_FALSE(edit::is_assignment("ccas-fumel"));
    CHECK_FALSE(edit::is_assignment("=x"));
}

TEST_CASE("the right side is a text, or YAML where the field holds more than a text") {
    const model::Shape& shape = model::partner_shape();
    const auto text = edit::assignment("summary=[aide]", shape);
    REQUIRE(text.ok());
    CHECK(text->op == edit::Op::set);
    CHECK(text->value == Value{"[aide]"});
    const auto list = edit::assignment("themes=[logement, mobilite]", shape);
    REQUIRE(list.ok());
    CHECK(list->value == Value{List{Value{"logement"}, Value{"mobilite"}}});
    CHECK(edit::assignment("themes-=mobilite", shape)->op == edit::Op::remove);
    CHECK(edit::assignment("contacts+={person: marie, role: accueil}", shape)->value.find("role") != nullptr);
}

TEST_CASE("what cannot be written is refused before any file is touched") {
    const model::Shape& shape = model::partner_shape();
    for (const std::string word : {"themes=[a", "themes-=", "..=x", "summary=\x01"}) {
        CAPTURE(word);
        const auto refused = edit::assignment(word, shape);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().kind == ErrorKind::usage);
    }
}

TEST_CASE("edits are said in one line") {
    const auto edits =
        edit::assignments({"themes+=mobilite", "phones.0.number=05 36 49 00 01", "fee="}, model::partner_shape());
    REQUIRE(edits.ok());
    CHECK(edit::in_one_line(*edits) == "themes + mobilite ; phones.0.number = 05 36 49 00 01 ; fee = ∅");
}
