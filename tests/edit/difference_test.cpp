#include <doctest/doctest.h>

#include <string>

#include "base/text.hpp"
#include "edit/difference.hpp"
#include "model/fields.hpp"
#include "yaml/parse.hpp"

namespace {

using namespace cafe;

Value read(const std::string& text) {
    const auto parsed = yaml::parse(text, "x.yaml");
    REQUIRE(parsed.root);
    return to_value(*parsed.root);
}

std::string shown(const std::optional<Value>& value) {
    if (!value) return "-";
    if (value->text() != nullptr) return *value->text();
    return value->list() != nullptr ? "[…]" : "{…}";
}

// "phones.0.number: 1 → 2; themes.logement: - → logement"
std::string changes(const std::string& before, const std::string& after,
                    const model::Shape& shape = model::partner_shape()) {
    std::vector<std::string> lines;
    for (const auto& change : edit::difference(read(before), read(after), shape))
        lines.push_back(change.path.print() + ": " + shown(change.before) + " → " + shown(change.after));
    return text::join(lines, "; ");
}

}  // namespace

TEST_CASE("a difference names values by key and by identity") {
    CHECK(changes("name: A\n", "name: B\n") == "name: A → B");
    CHECK(changes("name: A\n", "name: A\nhours: Mo-Fr\n") == "hours: - → Mo-Fr");
    CHECK(changes("contacts: [{person: a, role: x}, {person: b}]\n",
                  "contacts: [{person: b}, {person: a, role: y}]\n") == "contacts.a.role: x → y");
    CHECK(changes("phones: [\"05 36 49 00 01\"]\n", "phones:\n  - {number: \"05 36 49 00 01\", label: accueil}\n") ==
          "phones.05 36 49 00 01.label: - → accueil");
    CHECK(changes("services:\n  - {id: fsl, name: FSL}\n",
                  "services:\n  - {id: fsl, name: FSL, capacity: {free: 3}}\n  - {id: b, name: B}\n") ==
          "services.fsl.capacity: - → {…}; services.b: - → {…}");
}

TEST_CASE("a set knows no order, a list in order does") {
    CHECK(changes("themes: [a, b]\n", "themes: [b, a]\n").empty());
    CHECK(changes("themes: [a, b]\n", "themes: [b, c]\n") == "themes.c: - → c; themes.a: a → -");
    CHECK(changes("tags: [sante]\n", "tags: [santé]\n") == "tags.santé: sante → santé");
    CHECK(changes("themes: [a]\n", "name: A\n") == "name: - → A; themes.a: a → -");
    CHECK(changes("missions: [Un, Deux]\n", "missions: [Deux, Un]\n") == "missions: […] → […]");
    CHECK(changes("missions: [Un, Deux]\n", "missions: [Un, Deux bis]\n") == "missions.1: Deux → Deux bis");
}

TEST_CASE("a corrected number is the same telephone, another person is another contact") {
    CHECK(changes("phones: [{number: \"05 36 49 00 01\", label: accueil}]\n",
                  "phones: [{number: \"05 36 49 00 02\", label: accueil}]\n") ==
          "phones.05 36 49 00 02.number: 05 36 49 00 01 → 05 36 49 00 02");
    CHECK(changes("phones: [\"05 36 49 00 01\"]\n", "phones: [\"05.36.49.00.01\"]\n") ==
          "phones.05\\.36\\.49\\.00\\.01.number: 05 36 49 00 01 → 05.36.49.00.01");
    CHECK(changes("contacts: [{person: a, role: x}]\n", "contacts: [{person: b, role: x}]\n") ==
          "contacts.b: - → {…}; contacts.a: {…} → -");
}

TEST_CASE("layout is no difference") {
    CHECK(changes("description: Un mot\n", "description: |\n  Un mot\n").empty());
    CHECK(changes("themes: a\n", "themes: [a]\n").empty());
    CHECK(changes("name: A\nkind: b\n", "kind: b\nname: A\n").empty());
    CHECK(changes("attendance: [a]\n", "attendance:\n  - person: a\n", model::meeting_shape()).empty());
}

TEST_CASE("a round of news is named by partner and speaker, a guest by the name") {
    CHECK(changes("round_table: [{partner: p, news: Un}]\n", "round_table: [{partner: p, speaker: s, news: Deux}]\n",
                  model::meeting_shape()) == "round_table.0.speaker: - → s; round_table.0.news: Un → Deux");
    CHECK(changes("attendance: []\n", "attendance: [{guest: Lucie, partner: p}, {guest: Luc, partner: p}]\n",
                  model::meeting_shape()) == "attendance.Lucie: - → {…}; attendance.Luc: - → {…}");
    CHECK(changes("aliases: {Libos: A}\n", "aliases: {Libos: B}\n", model::own_areas_shape()) ==
          "aliases.Libos: A → B");
}
