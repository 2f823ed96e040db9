#include "render/json.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

using namespace cafe;
using namespace cafe::render;

TEST_CASE("JSON texts escape what breaks readers, terminals and scripts, and keep the rest") {
    struct Case {
        std::string text;
        std::string written;
    };
    const Case cases[] = {
        {"", "\"\""},
        {"été 😀 日本語", "\"été 😀 日本語\""},
        {"a\"b\\c", "\"a\\\"b\\\\c\""},
        {"a\nb\tc\rd", "\"a\\nb\\tc\\rd\""},
        {std::string("\0", 1), "\"\\u0000\""},
        {"\x1b[2J", "\"\\u001b[2J\""},
        {"\x7f", "\"\\u007f\""},
        {"\xC2\x9B", "\"\\u009b\""},
        {"\xE2\x80\xA8\xE2\x80\xA9", "\"\\u2028\\u2029\""},
        {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"x\xFF\xFEy", "\"x\xEF\xBF\xBD\xEF\xBF\xBDy\""},
        {"NaN", "\"NaN\""},
        {"0123", "\"0123\""},
        {"</script>", "\"</script>\""},
    };
    for (const Case& row : cases) CHECK(json_text(row.text).bytes() == row.written);
}

TEST_CASE("JSON that stands inside a page can spell no tag, no comment and no entity") {
    CHECK(json_in_page(json_text("<!--<script>&amp;</script>-->")) ==
          "\"\\u003c!--\\u003cscript\\u003e\\u0026amp;\\u003c/script\\u003e--\\u003e\"");
    CHECK(json_in_page(json_text("\\u003c/script")) == "\"\\\\u003c/script\"");
}

TEST_CASE("JSON objects keep the order they were given") {
    const std::vector<std::string> themes = {"logement", "sante"};
    const Json record = JsonObject().add("id", "x").add("themes", json_list(themes)).add("n", 3).done();
    CHECK(record.bytes() == R"({"id": "x", "themes": ["logement", "sante"], "n": 3})");
    const std::vector<Json> records = {record, JsonObject().done()};
    CHECK(json_document(JsonObject().add("schema", "cafe/list/1").add("records", json_lines(records)).done()) ==
          "{\"schema\": \"cafe/list/1\", \"records\": [\n  {\"id\": \"x\", \"themes\": [\"logement\", \"sante\"], "
          "\"n\": 3},\n  {}\n]}\n");
    CHECK(json_lines(std::vector<Json>{}).bytes() == "[]");
}

TEST_CASE("JSON numbers are written with the fewest digits, and infinity is none") {
    CHECK(json_number(0.93).bytes() == "0.93");
    CHECK(json_number(44.5).bytes() == "44.5");
    CHECK(json_number(std::int64_t{-12}).bytes() == "-12");
    CHECK(json_number(std::numeric_limits<double>::infinity()).bytes() == "null");
    CHECK(json_number(std::numeric_limits<double>::quiet_NaN()).bytes() == "null");
}

TEST_CASE("Only what RFC 8259 calls a number is one") {
    for (const char* yes : {"0", "12", "-0.62", "44.5000", "-7"}) {
        REQUIRE(json_number_as_written(yes));
        CHECK(json_number_as_written(yes)->bytes() == yes);
    };
    for (const char* no : {"", "-", "012", "+1", "1.", ".5", "1e5", "0x10", "12abc", "NaN", "1_000", " 1", "1 "})
        CHECK_FALSE(json_number_as_written(no));
}
