#include "yaml/confirm.hpp"
#include "support/source_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "yaml/parse.hpp"
#include "yaml/report.hpp"
#include "yaml/scan.hpp"

using namespace cafe;

namespace {

bool is_everyday(const std::string& text) {
    yaml::Report report(text, "x.yaml");
    const std::vector<yaml::Event> events = yaml::scan(text, {}, report);
    REQUIRE_FALSE(report.refused());
    return yaml::is_everyday(text, events);
}

std::vector<std::string> records() {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cafe::test::source_folder("examples"))) {
        if (entry.path().extension() != ".yaml") continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

// Everything a reader could know of the outcome: what was found where, and the tree down to its spans.
void tell(const yaml::Node& node, std::string& told) {
    const auto tell_span = [&](const Span& span) {
        told += std::to_string(span.begin) + '-' + std::to_string(span.end) + ' ';
    };
    told += std::to_string(static_cast<int>(node.kind)) + std::to_string(static_cast<int>(node.style)) + node.text;
    tell_span(node.span);
    for (const yaml::Node& item : node.items) tell(item, told);
    for (const yaml::Entry& entry : node.entries) {
        told += entry.key.text;
        tell_span(entry.key.span);
        tell(entry.value, told);
    }
}

std::string outcome(const std::string& text, yaml::Confirm confirm) {
    const yaml::Parsed parsed = yaml::parse(text, "x.yaml", confirm);
    std::string told;
    for (const Diagnostic& finding : parsed.findings)
        told += std::string(finding.rule->code) + '@' + std::to_string(finding.place.line) + ':' +
                std::to_string(finding.place.column) + '\n';
    if (parsed.root) tell(*parsed.root, told);
    return told;
}

}  // namespace

TEST_CASE("keys, lists, quotes and block texts on their own lines are everyday YAML") {
    for (const std::string text : {
             "name: CCAS\n",
             "# a comment\nname: CCAS # another\n\nkind: \"ccas\"\n",
             "name: l'été et \"bientôt\"\n",
             "themes: [logement, \"aide, colis\", 'x']\n",
             "place: {commune: Fumel, postcode: 47500, themes: [a, [b]], empty: }\n",
             "name: \"Le \\\"Café\\\" \\\\ de Fumel\"\n",
             "phones:\n  - number: \"05 53 71 00 00\"\n    label:\n  - -5\n",
             "summary: >\n  Une aide\n  pour tous.\n\n  Le lundi.\nname: x\n",
             "summary: >-\n  Une aide\n",
             "summary: |\n  Une aide\n    en retrait\n",
         }) {
        CAPTURE(text);
        CHECK(is_everyday(text));
    }
}

TEST_CASE("what readers of YAML may differ on is unusual") {
    for (const std::string text : {
             "\xEF\xBB\xBFname: CCAS\n",
             "name: CCAS\r\n",
             "name: \"a\tb\"\n",
             "---\nname: CCAS\n",
             "# x\n---\nname: CCAS\n",
             "name: CCAS\n...\n",
             "name: \"a\\nb\"\n",
             "name: ?a\n",
             "name: :a\n",
             "themes: [logement,\n  sante]\n",
             "themes: [[logement], # sante\n  x]\n",
             "themes: {a: [b], c: [\n  d]}\n",
             "summary: >+\n  a\n\n",
             "summary: |2\n    a\n",
             "summary: | # why\n  a\n",
             "summary: >\n  a\n    b\n",
             "summary: |\n\n  a\n",
             "summary: >\n",
         }) {
        CAPTURE(text);
        CHECK_FALSE(is_everyday(text));
    }
}

TEST_CASE("nearly every record of the examples is everyday YAML") {
    const std::vector<std::string> texts = records();
    REQUIRE(texts.size() > 100);
    const auto everyday = std::count_if(texts.begin(), texts.end(), is_everyday);
    CAPTURE(everyday);
    CHECK(everyday * 10 >= static_cast<std::ptrdiff_t>(texts.size()) * 9);
}

TEST_CASE("law: with or without the second opinion on everyday texts, all is read, said and refused alike") {
    const std::vector<std::string> texts = records();
    const std::vector<std::string> pieces{": ",    ":",     "- ",   "-",  " #",  "#",     "\"",   "'",  "[",     "]",
                                          "{",     "}",     ", ",   ",",  "|",   ">",     "|-",   ">-", "\n",    " ",
                                          "  ",    "\n  ",  "\n\n", "?",  "\\n", "~",     "%",    "@",  "`",     "é",
                                          "---\n", "...\n", "!t",   "&a", "*a",  "<<: x", "null", "''", "\u00a0"};
    std::mt19937 random(47);
    const auto below = [&](std::size_t n) { return random() % n; };
    std::size_t read = 0;
    for (int turn = 0; turn < 4'000; ++turn) {
        std::string text = texts[below(texts.size())];
        text.resize(std::min<std::size_t>(text.size(), 200 + below(1'200)));
        for (std::size_t n = below(4); n > 0; --n) {
            const std::size_t at = below(text.size() + 1);
            if (below(3) > 0)
                text.insert(at, pieces[below(pieces.size())]);
            else
                text.erase(at, 1 + below(5));
        }
        CAPTURE(text);
        const std::string unusual = outcome(text, yaml::Confirm::unusual);
        REQUIRE(unusual == outcome(text, yaml::Confirm::all));
        read += yaml::parse(text, "x.yaml").root ? 1U : 0U;
    }
    CHECK(read > 500);
}
