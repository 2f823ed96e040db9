#include "intake/three_way.hpp"

#include <doctest/doctest.h>

using namespace cafe;
using intake::Mode;

namespace {

// The table of docs/import.md for one field: what the last import said, what stands here, what the file says.
struct Row {
    std::optional<std::string> last;
    std::string here;
    std::string file;
    std::string after;
    bool conflict = false;
};

Value record(const std::string& name) {
    Map map;
    if (!name.empty()) map.push_back(Member{"summary", name});
    return Value{std::move(map)};
}

intake::Seen seen(const std::optional<std::string>& last) {
    intake::Seen base;
    if (last) base.fields["summary"] = {intake::hash_of(intake::normalised("summary", Value{*last}))};
    return base;
}

std::string after(const Value& here, const intake::ThreeWay& result) {
    const auto wanted = edit::wanted(here, model::partner_shape(), result.edits);
    REQUIRE(wanted.ok());
    const Value* value = wanted->find("summary");
    return value == nullptr ? "" : *value->text();
}

Value phones(const std::vector<std::string>& numbers) {
    List list;
    for (const std::string& number : numbers) list.push_back(Value{number});
    return Value{Map{Member{"phones", Value{std::move(list)}}}};
}

intake::Seen seen_phones(const std::vector<std::string>& numbers) {
    intake::Seen base;
    for (const std::string& number : numbers)
        base.fields["phones"].push_back(intake::hash_of(intake::normalised("phones", Value{number})));
    return base;
}

std::vector<std::string> numbers_after(const Value& here, const intake::ThreeWay& result) {
    const auto wanted = edit::wanted(here, model::partner_shape(), result.edits);
    REQUIRE(wanted.ok());
    std::vector<std::string> numbers;
    if (const Value* value = wanted->find("phones"))
        for (const Value& item : *value->list()) numbers.push_back(*item.text());
    return numbers;
}

const std::string one = "05 36 49 00 01";
const std::string two = "05 36 49 00 02";
const std::string three = "05 36 49 00 03";

}  // namespace

TEST_CASE("import: field by field, a hand is never written over") {
    const std::vector<Row> table{
        {"a", "a", "a", "a"},
        {"a", "a", "b", "b"},
        {"a", "b", "a", "b"},
        {"a", "b", "b", "b"},
        {"a", "b", "c", "b", true},
        {"a", "", "a", ""},
        {"a", "", "b", "", true},
        {"a", "b", "", "b"},
        {"a", "a", "", "a"},
        {std::nullopt, "", "b", "b"},
        {std::nullopt, "b", "c", "b", true},
        {std::nullopt, "b", "b", "b"},
    };
    for (const Row& row : table) {
        CAPTURE(row.last.value_or("-"));
        CAPTURE(row.here);
        CAPTURE(row.file);
        const Value here = record(row.here);
        const auto result = intake::three_way(here, record(row.file), seen(row.last), false, Mode::all);
        CHECK(after(here, result) == row.after);
        CHECK(result.conflicts.empty() != row.conflict);
        // Once the source is remembered, asking again says the same and writes nothing.
        intake::Seen next;
        next.fields = result.remembered;
        const Value written = record(row.after);
        const auto again = intake::three_way(written, record(row.file), next, false, Mode::all);
        CHECK(again.edits.empty());
        CHECK(again.conflicts.size() == result.conflicts.size());
    }
}

TEST_CASE("import: case, accents and spelling are no change") {
    const Value here = record("Aide aux démarches");
    CHECK(intake::three_way(here, record("AIDE AUX DEMARCHES"), {}, false, Mode::all).conflicts.empty());
    CHECK(intake::normalised("phones", Value{"+33 5 36 49 00 01"}) == intake::normalised("phones", Value{one}));
    CHECK(intake::normalised("hours", Value{"lundi 9h-12h"}) == intake::normalised("hours", Value{"Mo 09:00-12:00"}));
    CHECK(intake::normalised("website", Value{"http://www.x.fr/"}) ==
          intake::normalised("website", Value{"https://x.fr"}));
}

TEST_CASE("import: what somebody checked after the source is not written over") {
    const Value here = record("a");
    const auto result = intake::three_way(here, record("b"), seen("a"), true, Mode::all);
    CHECK(result.edits.empty());
    CHECK(result.conflicts.size() == 1);
}

TEST_CASE("import: only what is empty is filled in") {
    const Value here = record("a");
    const auto kept = intake::three_way(here, record("b"), seen("a"), false, Mode::only_fill);
    CHECK(kept.edits.empty());
    CHECK(kept.conflicts.empty());
    const Value empty = record("");
    CHECK(after(empty, intake::three_way(empty, record("b"), {}, false, Mode::only_fill)) == "b");
}

TEST_CASE("import: lists go item by item") {
    const auto merged = [](const std::vector<std::string>& here, const std::vector<std::string>& file,
                           const std::vector<std::string>& last) {
        const Value record = phones(here);
        return numbers_after(record, intake::three_way(record, phones(file), seen_phones(last), false, Mode::all));
    };
    using Numbers = std::vector<std::string>;
    CHECK(merged({one}, {one, two}, {one}) == Numbers{one, two});      // a new number of the source
    CHECK(merged({one, three}, {two}, {one}) == Numbers{three, two});  // one replaced, one by hand stays
    CHECK(merged({one}, {one, two}, {one, two}) == Numbers{one});      // taken away by hand: does not come back
    CHECK(merged({one, two}, {one}, {one}) == Numbers{one, two});      // added by hand
    const Value here = phones({one});
    const auto first = intake::three_way(here, phones({two}), {}, false, Mode::all);
    CHECK(first.edits.empty());
    CHECK(first.conflicts.size() == 1);
}
