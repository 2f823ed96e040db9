#include <doctest/doctest.h>

#include <string>

#include "base/text.hpp"
#include "edit/difference.hpp"
#include "history/words.hpp"
#include "model/fields.hpp"
#include "yaml/parse.hpp"

namespace {

using namespace cafe;

std::string told(const std::string& before, const std::string& after, Lang lang = Lang::fr) {
    const auto a = yaml::parse(before, "");
    const auto b = yaml::parse(after, "");
    REQUIRE(a.root);
    REQUIRE(b.root);
    std::vector<std::string> lines;
    for (const auto& change : edit::difference(to_value(*a.root), to_value(*b.root), model::partner_shape()))
        lines.push_back(history::in_words(change, model::partner_shape()).in(lang));
    return text::join(lines, "; ");
}

}  // namespace

TEST_CASE("changes are told by the labels of their fields") {
    CHECK(told("hours: Mo\n", "hours: Tu\n", Lang::en) == "hours Mo → Tu");
    CHECK(told("phones: [{number: \"05 36 49 00 01\", label: a}]\n",
               "phones: [{number: \"05 36 49 00 02\", label: a}]\n",
               Lang::en) == "phones, number 05 36 49 00 01 → 05 36 49 00 02");
    CHECK(told("themes: [a]\n", "themes: [a, b]\n", Lang::en) == "themes + b");
    CHECK(told("themes: [a, b]\n", "themes: [a]\n", Lang::en) == "themes − b");
    CHECK(told("contacts: [{person: marie, role: x}]\n", "contacts: [{person: marie, role: y}]\n", Lang::en) ==
          "contacts, marie, role x → y");
    CHECK(told("contacts: [{person: marie}]\n", "contacts: [{person: marie}, {person: paul, role: y}]\n", Lang::en) ==
          "contacts + paul, y");
}

TEST_CASE("a long text is cut between letters, a text over lines is one line") {
    const std::string letters(200, 'x');
    CHECK(history::on_one_line(Value{letters}).ends_with("x…"));
    CHECK(history::on_one_line(Value{"un\ndeux\n"}) == "un deux");
    std::string accents;
    for (int i = 0; i < 200; ++i) accents += "é";
    CHECK(history::on_one_line(Value{accents}).ends_with("é…"));
}
