#include "yaml/parse.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/rules.hpp"

using namespace cafe;

namespace {

struct Found {
    std::string_view code;
    int line, column, end_column;
};

struct Case {
    std::string_view text;
    std::vector<Found> findings;
};

void check_findings(const Case& row) {
    const yaml::Parsed parsed = yaml::parse(row.text, "x.yaml");
    REQUIRE(parsed.findings.size() == row.findings.size());
    for (std::size_t i = 0; i < row.findings.size(); ++i) {
        const Diagnostic& finding = parsed.findings[i];
        CHECK(finding.rule->code == row.findings[i].code);
        CHECK(finding.place ==
              Place{"x.yaml", row.findings[i].line, row.findings[i].column, row.findings[i].end_column});
    }
}

}  // namespace

TEST_CASE("a text that is refused says why, at the exact place") {
    for (const Case& row : std::vector<Case>{
             Case{"", {{"E001", 1, 1, 2}}},
             Case{"# rien\n", {{"E002", 1, 1, 2}}},
             Case{"   \n\n", {{"E002", 1, 1, 2}}},
             Case{"a: b\007\n", {{"E005", 1, 5, 6}}},
             Case{"a: b\177\n", {{"E005", 1, 5, 6}}},
             Case{"a: \302\205b\n", {{"E005", 1, 4, 5}}},
             Case{"a: b\357\273\277\n", {{"E005", 1, 5, 6}}},
             Case{"a: b\rc: d\n", {{"E006", 1, 5, 6}}},
             Case{"a: é\342\200\251b\n", {{"E007", 1, 5, 6}}},
             Case{"a: b\nc: caf\351\n", {{"E004", 2, 7, 8}}},
             Case{"a: \355\240\200\n", {{"E004", 1, 4, 5}}},
             Case{"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", {{"E008", 1, 1, 13}}},
             Case{"a: b\n>>>>>>> x\n", {{"E008", 2, 1, 10}}},
             Case{"a: |\n  x\n||||||| base\n", {{"E008", 3, 1, 13}}},
             Case{"phones:\n  - number: \"05 53\n    label: accueil\n", {{"E010", 2, 13, 19}}},
             Case{"a: 'tit café\nb: c\n", {{"E010", 1, 4, 13}}},
             Case{"a: \"x\n  y\"\nb: c\n", {{"E011", 1, 4, 6}}},
             Case{"a: [b, \"c\nd: e\n", {{"E010", 1, 8, 10}}},
             Case{"\"a: b\n", {{"E010", 1, 1, 6}}},
             Case{"name: \"Le \"Café\" de Fumel\"\n", {{"E017", 1, 12, 27}}},
             Case{"name: 'l'accueil'\n", {{"E017", 1, 10, 18}}},
             Case{"a: \"b\"c\n", {{"E017", 1, 7, 8}}},
             Case{"a: \"b\"# c\n", {{"E017", 1, 7, 10}}},
             Case{"tip: \"dites \\\"oui\\\" à \"Marie\n", {{"E017", 1, 24, 29}}},
             Case{"summary: Aide sociale : colis\n", {{"E013", 1, 10, 30}}},
             Case{"- a: b\n", {{"E032", 1, 1, 7}}},
             Case{"a: voir aussi:\n", {{"E013", 1, 4, 15}}},
             Case{"a: \"b\": c\n", {{"E013", 1, 4, 10}}},
             Case{"name:CCAS\n", {{"E014", 1, 5, 6}}},
             Case{"verified:\n  on:2022\n  how: web\n", {{"E014", 2, 5, 6}}},
             Case{"phones:\n  - number:\"05\"\n    label: x\n", {{"E014", 2, 11, 12}}},
             Case{"name:\302\240CCAS\n", {{"E015", 1, 6, 7}}},
             Case{"é:\342\200\257x\n", {{"E015", 1, 3, 4}}},
             Case{"name: A\nville\n", {{"E016", 2, 1, 6}}},
             Case{"name: A\nhttp://x.fr\n", {{"E016", 2, 1, 12}}},
             Case{"just a text\n", {{"E016", 1, 1, 12}}},
             Case{"a: b\n  c\nd: e\n", {{"E012", 2, 3, 4}}},
             Case{"a:\n  b\n  c\n", {{"E012", 3, 3, 4}}},
             Case{"- a\n- b\n", {{"E032", 1, 1, 4}}},
             Case{"a: \"b\"\n  c\n", {{"E012", 2, 3, 4}}},
             Case{"a: @b\n", {{"E018", 1, 4, 6}}},
             Case{"a: `b`\n", {{"E018", 1, 4, 7}}},
             Case{"a: %b\n", {{"E018", 1, 4, 6}}},
             Case{"a: ,b\n", {{"E018", 1, 4, 6}}},
             Case{"a: ]\n", {{"E018", 1, 4, 5}}},
             Case{"a: &x b\n", {{"E020", 1, 4, 6}}},
             Case{"a: *b*\n", {{"E021", 1, 4, 7}}},
             Case{"*a: b\n", {{"E021", 1, 1, 4}}},
             Case{"a: !b c\n", {{"E022", 1, 4, 6}}},
             Case{"a: !!str c\n", {{"E022", 1, 4, 9}}},
             Case{"a:\n  <<: x\n", {{"E023", 2, 3, 5}}},
             Case{"%YAML 1.2\n---\na: b\n", {{"E024", 1, 1, 10}}},
             Case{"---\na: b\n---\nc: d\n", {{"E025", 3, 1, 4}}},
             Case{"a: b\n...\nc: d\n", {{"E025", 3, 1, 5}}},
             Case{"--- a: b\n", {{"E025", 1, 5, 9}}},
             Case{"? a\n: b\n", {{"E026", 1, 1, 4}, {"E027", 2, 1, 4}}},
             Case{"a: ? b\n", {{"E026", 1, 4, 7}}},
             Case{": a\n", {{"E027", 1, 1, 4}}},
             Case{"~: a\n", {{"E027", 1, 1, 2}}},
             Case{"\"\": a\n", {{"E027", 1, 1, 3}}},
             Case{"a: - b\n", {{"E038", 1, 4, 7}}},
             Case{"a: > 18 ans\n", {{"E039", 1, 4, 12}}},
             Case{"a: |x\n  b\n", {{"E039", 1, 4, 6}}},
             Case{"a: [>b]\n", {{"E018", 1, 5, 7}}},
             Case{"a:\tb\n", {{"E019", 1, 3, 4}}},
             Case{"a: b\tc\n", {{"E019", 1, 5, 6}}},
             Case{"\t\na: b\n", {{"E019", 1, 1, 2}}},
             Case{"a:\n\tb: c\n", {{"E019", 2, 1, 2}}},
             Case{"a: b\t# c\n", {{"E019", 1, 5, 6}}},
             Case{"a: |\n  x\n\t\n", {{"E019", 3, 1, 2}}},
             Case{"a: [b,\tc]\n", {{"E019", 1, 7, 8}}},
             Case{"a:\n  -\tb\n", {{"E019", 2, 4, 5}}},
             Case{"a: 1\nb: 2\n\"a\": 3\n", {{"E029", 3, 1, 4}}},
             Case{"a:\n  b: 1\n  b: 2\n", {{"E029", 3, 3, 4}}},
             Case{"a: {b: 1, b: 2}\n", {{"E029", 1, 11, 12}}},
             Case{"société: 1\nsocie\314\201te\314\201: 2\n", {{"E029", 2, 1, 10}}},
             Case{"a: [[[[[[[[[[[[[[[[b]]]]]]]]]]]]]]]]\n", {{"E030", 1, 19, 20}}},
             Case{"a:\n    b: c\n  d: e\n", {{"E033", 3, 3, 7}}},
             Case{"a: b\n  c: d\n", {{"E033", 2, 3, 7}}},
             Case{"a: b\n- c\n", {{"E033", 2, 1, 4}}},
             Case{"a:\n  - b\n  c: d\n", {{"E033", 3, 3, 7}}},
             Case{"a:\n  - b: c\n   d: e\n", {{"E033", 3, 4, 8}}},
             Case{"  a: b\nc: d\n", {{"E033", 2, 1, 5}}},
             Case{"a: |\n    x\n  y: z\n", {{"E033", 3, 3, 7}}},
             Case{"a: |\n     \n  x\n", {{"E040", 2, 1, 6}}},
             Case{"a:\n  - b\n    - c\n", {{"E033", 3, 5, 8}}},
             Case{"a: [b]\n  c: d\n", {{"E033", 2, 3, 7}}},
             Case{"a: [b, c\nd: e\n", {{"E034", 1, 4, 9}}},
             Case{"a: [b, c", {{"E034", 1, 4, 9}}},
             Case{"a: [b}\n", {{"E035", 1, 6, 7}}},
             Case{"a: [b,, c]\n", {{"E035", 1, 7, 8}}},
             Case{"a: [, b]\n", {{"E035", 1, 5, 6}}},
             Case{"a: [\"b\" \"c\"]\n", {{"E035", 1, 9, 10}}},
             Case{"a: [b\n  c]\n", {{"E035", 2, 3, 4}}},
             Case{"a: [b] c\n", {{"E017", 1, 8, 9}}},
             Case{"a: [Aide : colis]\n", {{"E041", 1, 5, 17}}},
             Case{"a: {b, c}\n", {{"E042", 1, 5, 6}}},
             Case{"a: {b: c : d}\n", {{"E013", 1, 8, 13}}},
             Case{"a: {b:c}\n", {{"E014", 1, 6, 7}}},
             Case{"a: {k:[]}\n", {{"E014", 1, 6, 7}}},
             Case{"a: [Qui ?]\n", {{"E018", 1, 5, 10}}},
             Case{"a: {[b]: c}\n", {{"E026", 1, 5, 12}}},
             Case{"[a]: b\n", {{"E032", 1, 1, 7}}},
             Case{"{a: b}\nc: d\n", {{"E017", 2, 1, 5}}},
             Case{"a: [b, - c]\n", {{"E018", 1, 8, 11}}},
             Case{"a: {: b}\n", {{"E027", 1, 5, 8}}},
             Case{"a: [{b: c}: d]\n", {{"E026", 1, 5, 14}}},
             Case{"a: \"C:\\Users\"\n", {{"E036", 1, 7, 9}}},
             Case{"a: \"\\x4\"\n", {{"E036", 1, 5, 8}}},
             Case{"a: \"b\\q\"\n", {{"E036", 1, 6, 8}}},
             Case{"a: \"\\0\"\n", {{"E037", 1, 5, 7}}},
             Case{"a: \"\\e[31m\"\n", {{"E037", 1, 5, 7}}},
             Case{"a: \"\\r\\nBcc: v\"\n", {{"E037", 1, 5, 7}}},
             Case{"a: \"\\uD83D\\uDE00\"\n", {{"E037", 1, 5, 11}, {"E037", 1, 11, 17}}},
             Case{"a: \"\\uFEFF\"\n", {{"E037", 1, 5, 11}}},
             Case{"\"a\\nb\": c\n", {{"E037", 1, 1, 7}}},
             Case{"a: \"\\_\"\n", {{"E036", 1, 5, 7}}},
             Case{"a:b\nc: @d\ne: \"f\ng: h : i\nj: k\n",
                  {{"E014", 1, 2, 3}, {"E018", 2, 4, 6}, {"E010", 3, 4, 6}, {"E013", 4, 4, 9}}},
         }) {
        CAPTURE(row.text);
        check_findings(row);
        CHECK_FALSE(yaml::parse(row.text, "x.yaml").root.has_value());
    }
}

TEST_CASE("a text that is read all the same may come with a word") {
    for (const Case& row : std::vector<Case>{
             Case{"a: Tapez #2\n", {{"W001", 1, 10, 12}}},
             Case{"couleur: #ff0000\n", {{"W001", 1, 10, 17}}},
             Case{"n\342\200\213ame: A\n", {{"W002", 1, 2, 3}}},
             Case{"name: A\342\200\213\n", {{"H003", 1, 8, 9}}},
             Case{"name\302\240: A\n", {{"W003", 1, 5, 6}}},
             Case{"\357\273\277a: b\n", {{"H001", 1, 1, 2}}},
             Case{"a: yes\nb: 05000\nc: 12:30\n", {{"H002", 1, 4, 7}, {"H002", 2, 4, 9}, {"H002", 3, 4, 9}}},
             Case{"a: \342\200\234b\342\200\235\n", {{"H004", 1, 4, 7}}},
             Case{"a: [\n  b\n]\n", {{"H005", 3, 1, 2}}},
             Case{"a: \"\\u202Eb\"\n", {{"H003", 1, 5, 11}}},
         }) {
        CAPTURE(row.text);
        check_findings(row);
        CHECK(yaml::parse(row.text, "x.yaml").root.has_value());
    }
}

TEST_CASE("a good text reads as the data it holds") {
    const Value b{"b"};
    const auto map = [](std::string key, Value value) { return Value{Map{Member{std::move(key), std::move(value)}}}; };
    struct Good {
        std::string_view text;
        Value value;  // of the first key, `a`
    };
    for (const Good& row : std::vector<Good>{
             {"a: b\n", b},
             {"a: b", b},
             {"a: b\r\nc: d\r\n", b},
             {"\xEF\xBB\xBF"
              "a: b\n",
              b},
             {"# c\n\n---\na: b # c\n...\n# c\n", b},
             {"a : b\n", b},
             {"\"a\": 'b'\n", b},
             {"{a: b}\n", b},
             {"{a: b,\nc: d}\n", b},
             {"  a: b\n  c: d\n", b},
             {"a:\n  b\n", b},
             {"a:\n", Value{""}},
             {"a: ''\n", Value{""}},
             {"a: \"\"\nc: d\n", Value{""}},
             {"a: ~\n", Value{"~"}},
             {"a: null\n", Value{"null"}},
             {"a: 047500\n", Value{"047500"}},
             {"a: no\n", Value{"no"}},
             {"a: 9:00\n", Value{"9:00"}},
             {"a: -1\n", Value{"-1"}},
             {"a: http://x.fr/?q=1#top\n", Value{"http://x.fr/?q=1#top"}},
             {"a: l'été, \"vu\"\n", Value{"l'été, \"vu\""}},
             {"a: 'l''été # : - [x]'\n", Value{"l'été # : - [x]"}},
             {"a: \"\\\"\\\\\\/\\t\\n\\x41\\u00e9\\U0001F600\"\n", Value{"\"\\/\t\nAé😀"}},
             {"a: \"\tb\t\" \n", Value{"\tb\t"}},
             {"a: x #\n", Value{"x"}},
             {"a: x#y:z\n", Value{"x#y:z"}},
             {"a: [b, \"c, d\", 'e', [f], {g: h}, ]\n",
              List{b, Value{"c, d"}, Value{"e"}, List{Value{"f"}}, map("g", Value{"h"})}},
             {"a: [] # none\n", List{}},
             {"a: {}\n", Map{}},
             {"a: [b, # c\n\n  # d\n  c\n  ]\n", List{b, Value{"c"}}},
             {"a: {b: c, \"d\":e, f: , g: [h]}\n",
              Map{{"b", Value{"c"}}, {"d", Value{"e"}}, {"f", Value{""}}, {"g", List{Value{"h"}}}}},
             {"a: {b:\n    c}\n", map("b", Value{"c"})},
             {"a:\n- b\n- c\nd: e\n", List{b, Value{"c"}}},
             {"a:\n  - b\n\n  # c\n  - c\n", List{b, Value{"c"}}},
             {"a:\n  -\n  - # c\n    b\n", List{Value{""}, b}},
             {"a:\n  - - b\n    - c\n  - b: c\n    d:\n    - e\n",
              List{List{b, Value{"c"}}, Value{Map{{"b", Value{"c"}}, {"d", List{Value{"e"}}}}}}},
             {"a:\n  -   b: c\n      d: e\n", List{Value{Map{{"b", Value{"c"}}, {"d", Value{"e"}}}}}},
             {"a: # c\n  b:\n      c: d\n", map("b", map("c", Value{"d"}))},
             {"a: |\n  b\n   c\n\n  d: # e\n\nf: g\n", Value{"b\n c\n\nd: # e\n"}},
             {"a: |-\n  b\n\n\nc: d\n", Value{"b"}},
             {"a: |+ # c\n  b\n\nc: d\n", Value{"b\n\n"}},
             {"a: |2\n   b\n", Value{" b\n"}},
             {"a: |\n  b", Value{"b\n"}},
             {"a: |\r\n  b\r\n  c\r\n", Value{"b\nc\n"}},
             {"a: |\n  b\tc\n  \td\n", Value{"b\tc\n\td\n"}},
             {"a: |\nb: c\n", Value{""}},
             {"a:\n  |\n b\n", Value{"b\n"}},
             {"a: >\n  b\n  c\n\n  d\n   e\n   f\n  g\n", Value{"b c\nd\n e\n f\ng\n"}},
             {"a: >-\n  b\n\n\n  c\n", Value{"b\n\nc"}},
             {"a: >\n\n  b\n\n   c\n\n  d\n", Value{"\nb\n\n c\n\nd\n"}},
             {"a: >+\n  b\n\n\n", Value{"b\n\n\n"}},
             {"a:\n- |\n b\n- >\n c\n d\n", List{Value{"b\n"}, Value{"c d\n"}}},
         }) {
        CAPTURE(row.text);
        const yaml::Parsed parsed = yaml::parse(row.text, "x.yaml");
        REQUIRE(parsed.root.has_value());
        REQUIRE_FALSE(parsed.root->entries.empty());
        CHECK(parsed.root->entries[0].key.text == "a");
        CHECK(yaml::to_value(parsed.root->entries[0].value) == row.value);
    }
}

TEST_CASE("a message names what happened and the remedy repairs it, in both languages") {
    const auto parsed = yaml::parse("phones:\n  - number: \"05 53\n    label: accueil\n", "partners/x.yaml");
    REQUIRE(parsed.findings.size() == 1);
    CHECK(parsed.findings[0].message ==
          Words{"un guillemet ouvert n'est jamais fermé", "opening quote is never closed"});
    CHECK(parsed.findings[0].remedy == Words{"ajouter \" à la fin de la ligne 2", "add \" at the end of line 2"});
    const auto colon = yaml::parse("summary: Aide sociale : colis\n", "partners/x.yaml");
    REQUIRE(colon.findings.size() == 1);
    CHECK(colon.findings[0].remedy.fr == "mettre le texte entre guillemets : summary: \"Aide sociale : colis\"");
    CHECK(yaml::parse("summary: \"Aide sociale : colis\"\n", "partners/x.yaml").root.has_value());
}

TEST_CASE("record text reaches a message printable and short") {
    const std::string long_line(100'000, 'x');
    const auto parsed = yaml::parse("a: b\n" + long_line +
                                        "\nc\xE2\x80\xAE"
                                        "d e\n",
                                    "x.yaml");
    REQUIRE(parsed.findings.size() == 2);
    CHECK(parsed.findings[0].message.en.size() < 100);
    CHECK(parsed.findings[1].message.en == "`c<U+202E>d e` is no line `key: value`");
}

TEST_CASE("limits hold exactly: 1 MiB, 16 levels, 50,000 nodes, 1,024 bytes of a key") {
    const auto first_code = [](const std::string& text) -> std::string {
        const auto parsed = yaml::parse(text, "x.yaml");
        CHECK(parsed.root.has_value() == parsed.findings.empty());
        return parsed.findings.empty() ? "" : std::string(parsed.findings[0].rule->code);
    };
    const std::string filling(yaml::largest_text - 4, 'x');
    CHECK(first_code("a: " + filling + "\n") == "");
    CHECK(first_code("a: " + filling + "y\n") == "E003");
    CHECK(first_code("a: " + std::string(15, '[') + std::string(15, ']') + "\n") == "");
    CHECK(first_code("a: " + std::string(16, '[') + std::string(16, ']') + "\n") == "E030");
    CHECK(first_code(std::string(1024, 'k') + ": b\n") == "");
    CHECK(first_code(std::string(1025, 'k') + ": b\n") == "E028");
    std::string accents;
    for (int i = 0; i < 512; ++i) accents += "é";
    CHECK(first_code(accents + ": b\n") == "");
    CHECK(first_code(accents + "é: b\n") == "E028");
    std::string items = "a: [";
    for (int i = 0; i < 49'997; ++i) items += "x,";  // with root, key and list: 50,000
    CHECK(first_code(items + "]\n") == "");
    CHECK(first_code(items + "x]\n") == "E031");
}

TEST_CASE("a text of a thousand errors says fifty, and an error is never lost behind hints") {
    std::string errors;
    std::string hints;
    for (int i = 0; i < 1000; ++i) {
        errors += "a" + std::to_string(i) + ": @b\n";
        hints += "a" + std::to_string(i) + ": 05000\n";
    }
    CHECK(yaml::parse(errors, "x.yaml").findings.size() == yaml::most_findings);
    CHECK(yaml::parse(hints, "x.yaml").root.has_value());
    const auto parsed = yaml::parse(hints + "z: @b\n", "x.yaml");
    CHECK_FALSE(parsed.root.has_value());
    CHECK(std::any_of(parsed.findings.begin(), parsed.findings.end(),
                      [](const Diagnostic& finding) { return finding.rule == &yaml::rule::reserved_start; }));
}

TEST_CASE("a damaged text is refused or read, never anything else") {
    const std::string whole =
        "\xEF\xBB\xBFname: \"L'Arche \\u00e9\"   # c\nthemes: [logement, 'a, b', {k: v}]\nlist:\n- x: 1\n  y: |-\n    "
        "a : b\n"
        "\n     c\n  z: >\n   d\n   e\n-\n  - é\nx-a: {b: [c], d: }\r\nend:\n";
    REQUIRE(yaml::parse(whole, "x.yaml").root.has_value());
    constexpr std::string_view signs = " :-#\"'[]{},|>&*!%@`?\n\t~\r\\\x80";
    unsigned seed = 12345;
    const auto random = [&](std::size_t limit) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<std::size_t>(seed >> 8U) % limit;
    };
    for (int round = 0; round < 3000; ++round) {
        std::string text = whole;
        for (std::size_t changes = 1 + random(3); changes > 0; --changes) {
            const std::size_t at = random(text.size());
            if (random(2) == 0)
                text.erase(at, 1 + random(4));
            else
                text.insert(at, 1, signs[random(signs.size())]);
        }
        CAPTURE(text);
        const yaml::Parsed parsed = yaml::parse(text, "x.yaml");
        const bool error = std::any_of(parsed.findings.begin(), parsed.findings.end(), [](const Diagnostic& finding) {
            return finding.rule->severity == Severity::error;
        });
        CHECK(parsed.root.has_value() != error);
    }
}
