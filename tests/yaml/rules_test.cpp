#include "yaml/rules.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

using namespace cafe;

TEST_CASE("each rule has its own code, of its severity, and words in both languages") {
    std::set<std::string_view> codes;
    for (const Rule* rule : yaml::rules()) {
        CAPTURE(rule->code);
        CHECK(codes.insert(rule->code).second);
        REQUIRE(rule->code.size() == 4);
        CHECK(rule->code[0] == (rule->severity == Severity::error     ? 'E'
                                : rule->severity == Severity::warning ? 'W'
                                                                      : 'H'));
        for (const auto words : {rule->title_fr, rule->title_en, rule->why_fr, rule->why_en})
            CHECK_FALSE(words.empty());
    }
    CHECK(codes.size() >= 48);
}
