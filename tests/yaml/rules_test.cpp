#include "yaml/rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "yaml/parse.hpp"

using namespace cafe;

namespace {

bool raises(std::string_view text, const Rule& rule) {
    const auto findings = yaml::parse(text, "x.yaml").findings;
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Diagnostic& finding) { return finding.rule == &rule; });
}

// Their wrong example cannot be shown as it is: forbidden bytes, or far too long.
bool is_described_only(const Rule& rule) {
    static constexpr std::array described{&yaml::rule::too_large,         &yaml::rule::not_utf8,
                                          &yaml::rule::control_character, &yaml::rule::lone_carriage_return,
                                          &yaml::rule::line_separator,    &yaml::rule::long_key,
                                          &yaml::rule::too_many_nodes,    &yaml::rule::two_readings};
    return std::find(described.begin(), described.end(), &rule) != described.end();
}

}  // namespace

TEST_CASE("the wrong example of each rule raises it, the right one raises nothing") {
    for (const Rule* rule : yaml::rules()) {
        CAPTURE(rule->code);
        if (is_described_only(*rule)) continue;
        CHECK(raises(rule->wrong, *rule));
        CHECK(yaml::parse(rule->right, "x.yaml").findings.empty());
        CHECK(yaml::parse(rule->right, "x.yaml").root.has_value());
    }
}

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
