#include "yaml/scalar.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "yaml/parse.hpp"
#include "yaml/rules.hpp"

using namespace cafe;
using yaml::Context;
using yaml::Reading;

namespace {

// What a document that holds the written text reads back as, or a word when it is refused or comes with a finding.
std::string read_back(const std::string& document) {
    const auto parsed = yaml::parse(document, "x.yaml");
    if (!parsed.root) return "<refused: " + parsed.findings.at(0).message.en + ">";
    for (const Diagnostic& finding : parsed.findings)  // an invisible character stays worth a word behind its escape
        if (finding.rule != &yaml::rule::invisible_in_text) return "<finding: " + finding.message.en + ">";
    const yaml::Entry& entry = parsed.root->entries.at(0);
    if (entry.value.kind == yaml::Kind::sequence) return entry.value.items.at(1).text;
    return entry.key.text == "k" ? entry.value.text : entry.key.text;
}

const std::vector<std::string_view> nasty{
    "",
    " ",
    "a",
    "a b",
    " a",
    "a ",
    "\ta",
    "a\t",
    "a\tb",
    "a\nb",
    "\n",
    "a\n",
    "1",
    "0",
    "007",
    "47500",
    "047500",
    "1.5",
    "1.",
    ".5",
    "1e3",
    "-1",
    "+1",
    "1_000",
    "0x1F",
    "0o17",
    "0b1",
    "12:30",
    "9:00",
    "1:30:00",
    "2024-03-05",
    "2024-3-5",
    "2024-03-05T10:00:00Z",
    "05 36 49 00 01",
    "+33 5 36",
    "yes",
    "NO",
    "on",
    "Off",
    "y",
    "N",
    "oui",
    "Non",
    "true",
    "False",
    "null",
    "Null",
    "~",
    "=",
    "<<",
    ".inf",
    "-.INF",
    ".nan",
    "-",
    "--",
    "---",
    "- a",
    "-a",
    "...",
    "...a",
    "?",
    "? a",
    "?a",
    ":",
    ": a",
    ":a",
    "a:",
    "a: b",
    "a : b",
    "a :b",
    "a:b",
    "a\u00A0: b",
    "a:\u00A0b",
    "\u00A0a",
    "a\u202F",
    "#",
    "# a",
    "#a",
    "a #b",
    "a # b",
    "a#b",
    "&a",
    "*a",
    "!a",
    "|",
    "|a",
    ">",
    "> 18 ans",
    "%a",
    "@a",
    "`a`",
    "\"",
    "\"a\"",
    "a\"b",
    "'",
    "'a'",
    "l'été",
    "'tit",
    "\\",
    "\\n",
    "C:\\Users",
    "[",
    "]",
    "[a]",
    "{",
    "}",
    "{a: b}",
    "a]",
    "a}",
    "a, b",
    ",a",
    "a,",
    "a [b]",
    "Qui ?",
    "a?",
    "https://a.fr/?b=c#d",
    "“a”",
    "« a »",
    "a\u200Bb",
    "a\u202Eb",
    "👩‍👩‍👧",
    "e\u0301",
    "é",
    "œuvre",
    "a\\",
    "a\\\"b",
    "\u00ADa",
    "$a",
    "a: \"b\": 'c' # d, [e] {f}",
    "!!str a",
    "a: |",
    "0553694491",
    "2A004",
    "1,5",
    "12h",
    "9 h 30",
    "lun-ven 9h-12h; fermé jours fériés",
    "Mo-Fr 09:00-12:00",
    "a\n\nb\n\n",
};

}  // namespace

TEST_CASE("every text that is written reads back as itself, without any finding") {
    for (const std::string_view value : nasty) {
        CAPTURE(value);
        CHECK(read_back("k: " + yaml::write_text(value, Context::block) + "\n") == value);
        CHECK(read_back("k:\n  - a\n  - " + yaml::write_text(value, Context::block) + " # c\n") == value);
        CHECK(read_back("k: [a, " + yaml::write_text(value, Context::flow) + ", b]\n") == value);
        if (!value.empty() && value.find_first_of("\n\t") == std::string_view::npos)
            CHECK(yaml::parse(yaml::write_text(value, Context::key) + ": b\n", "x.yaml")
                      .root.value()
                      .entries.at(0)
                      .key.text == value);
    }
}

TEST_CASE("a typed value is plain where it reads back, and still safe where it would not") {
    for (const std::string_view value : nasty) {
        CAPTURE(value);
        const auto parsed = yaml::parse("k: " + yaml::write_typed(value, Context::block) + "\n", "x.yaml");
        REQUIRE(parsed.root.has_value());
        CHECK(parsed.root->entries.at(0).value.text == value);
    }
    CHECK(yaml::write_typed("2026-11-06", Context::block) == "2026-11-06");
    CHECK(yaml::write_typed("true", Context::flow) == "true");
    CHECK(yaml::write_typed("-0.62", Context::flow) == "-0.62");
    CHECK(yaml::write_typed("", Context::block) == "\"\"");
    CHECK(yaml::write_typed("a: b", Context::block) == "\"a: b\"");
}

TEST_CASE("quotes stand where another reader could see another thing") {
    for (const std::string_view value :
         {"",     " a",   "a ",   "1",   "007", "1.5", "1e3",  "0x1F",  "12:30", "2024-03-05", "05 36 49 00 01",
          "yes",  "No",   "ON",   "off", "oui", "NON", "true", "False", "null",  "~",          "y",
          "a: b", "a :b", "a #b", "- a", "-",   "@a",  "*a",   "&a",    "!a",    "%a",         "`a",
          "[a",   "{a",   ",a",   "#a",  "|",   ">a",  "'a",   "\"a",   "? a",   ":a",         "---",
          "...",  "<<",   "=",    "a:",  "“a”"}) {
        CAPTURE(value);
        CHECK(yaml::write_text(value, Context::block).front() == '"');
    }
}

TEST_CASE("ordinary words stay as they are") {
    for (const std::string_view value :
         {"a", "CCAS de Fumel", "l'été", "Aide, colis", "a-b", "a/b", "2A004", "12 rue du Port", "a [b]", "« a »",
          "Qui ?", "a#b", "a:b", "é", "note", "yes sir"}) {
        CAPTURE(value);
        CHECK(yaml::write_text(value, Context::block) == value);
    }
    for (const std::string_view value : {"a, b", "a [b]", "Qui ?", "a:b", "{a", "https://a.fr"}) {
        CAPTURE(value);
        CHECK(yaml::write_text(value, Context::flow).front() == '"');
    }
    for (const std::string_view key : {"name", "on", "no", "x-a", "short_name", "a1"})
        CHECK(yaml::write_text(key, Context::key) == key);
    for (const std::string_view key : {"a b", "1a", "null", "true", "é", "-a", "<<", "a:b"})
        CHECK(yaml::write_text(key, Context::key).front() == '"');
}

TEST_CASE("quoted text escapes what may not stand there") {
    CHECK(yaml::write_quoted("a\"b\\c\nd\te") == "\"a\\\"b\\\\c\\nd\\te\"");
    CHECK(yaml::write_quoted("\u202E") == "\"\\u202E\"");
    CHECK(yaml::write_quoted(std::string_view("\0", 1)) == "\"\\u0000\"");
    CHECK(yaml::write_quoted("é’«👩‍👧") == "\"é’«👩‍👧\"");
}

TEST_CASE("a block text reads back to the letter, under any key") {
    for (const std::string_view text : {"a",           "a\n",        "a\n\n",
                                        "a\nb",        "a\n\nb\n",   "  a\nb\n",
                                        "\na\n",       "\n\n a\nb",  "a: b\n- c\n# d\n",
                                        "a \nb",       "a\tb\n",     "é « œ »\n",
                                        "---\n...\n",  "",           "\n",
                                        "\n\n",        " ",          "a\n \nb",
                                        "\ta",         "a\n\tb\n",   "a\n  ",
                                        "\"a\" 'b'\n", "a\n b\n  c", "a\n\n\n\nb\n\n\n"}) {
        CAPTURE(text);
        CHECK(read_back("k: " + yaml::write_block(text, 0) + "\n") == text);
        const auto nested =
            yaml::parse("a:\n  - b: c\n    k: " + yaml::write_block(text, 4) + "\n    d: e\nf: g\n", "x.yaml");
        REQUIRE(nested.root.has_value());
        CHECK(nested.root->find("a")->items.at(0).find("k")->text == text);
        CHECK(nested.root->find("a")->items.at(0).find("d")->text == "e");
    }
    CHECK(yaml::write_block("a\n\nb\n", 2) == "|\n    a\n\n    b");
    CHECK(yaml::write_block("a\nb", 0) == "|-\n  a\n  b");
    CHECK(yaml::write_block(" a\n\n", 0) == "|2+\n   a\n");
    CHECK(yaml::write_block("\ta\n", 0) == "\"\\ta\\n\"");
}

TEST_CASE("what other readers make of a plain text") {
    struct Case {
        Reading reading;
        std::vector<std::string_view> texts;
    };
    for (const auto& [reading, texts] : std::vector<Case>{
             {Reading::usual,
              {"0", "1", "47500", "-1", "1.5", "-0.62", "0.5", "true", "false", "2024-03-05", "77567227221138"}},
             {Reading::surprising, {"007",   "05000",    "+1",
                                    "1_000", "0x1F",     "0o17",
                                    "0b11",  "1e3",      "1E-3",
                                    "2E004", ".5",       "1.",
                                    "12:30", "9:00",     "1:30:00",
                                    "yes",   "No",       "ON",
                                    "off",   "y",        "N",
                                    "~",     "null",     "NULL",
                                    "True",  "FALSE",    ".inf",
                                    "-.inf", ".NaN",     "=",
                                    "<<",    "2024-3-5", "2024-03-05 10:00:00",
                                    "00.5"}},
             {Reading::text,
              {"",     "a",   "oui", "2A004", "1a",  "05 36", "1.2.3", "-",  "+",   ".",  "...", "12h",  "1,5",
               "yess", "nul", "e3",  "0x",    "0xG", "12:",   ":12",   "-a", "1-2", "_1", "a1",  "1 000"}},
         }) {
        for (const std::string_view text : texts) {
            CAPTURE(text);
            CHECK(yaml::other_reading(text) == reading);
        }
    }
}
