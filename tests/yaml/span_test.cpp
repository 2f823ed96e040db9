#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "support/source_folder.hpp"
#include "yaml/parse.hpp"

using namespace cafe;

namespace {

void each_node(const yaml::Node& node, const std::function<void(const yaml::Node&)>& visit) {
    visit(node);
    for (const yaml::Node& item : node.items) each_node(item, visit);
    for (const yaml::Entry& entry : node.entries) {
        yaml::Node key;
        key.kind = yaml::Kind::scalar;
        key.style = entry.key.style;
        key.span = entry.key.span;
        key.text = entry.key.text;
        visit(key);
        each_node(entry.value, visit);
    }
}

std::string_view bytes_of(std::string_view text, const yaml::Node& node) {
    return text.substr(node.span.begin, node.span.size());
}

// What the bytes of a scalar say when they stand alone.
std::string read_alone(std::string_view scalar) {
    const auto parsed = yaml::parse("k: " + std::string(scalar) + "\n", "alone.yaml");
    return parsed.root ? parsed.root->entries.at(0).value.text : "<refused>";
}

std::size_t check_scalars(std::string_view text) {
    std::size_t scalars = 0;
    const auto parsed = yaml::parse(text, "x.yaml");
    REQUIRE(parsed.root.has_value());
    each_node(*parsed.root, [&](const yaml::Node& node) {
        if (node.kind != yaml::Kind::scalar) return;
        ++scalars;
        if (node.style == yaml::Style::plain)  // needs no reading, and a plain key need not be a plain value
            CHECK(bytes_of(text, node) == node.text);
        else
            CHECK(read_alone(bytes_of(text, node)) == node.text);
    });
    return scalars;
}

}  // namespace

TEST_CASE("the bytes of every scalar of the 651 real places say its text again") {
    std::size_t files = 0;
    std::size_t scalars = 0;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(cafe::test::source_folder("examples/places/partners")))) {
        CAPTURE(entry.path());
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        CHECK(yaml::parse(text, "x.yaml").findings.empty());
        scalars += check_scalars(text);
        ++files;
    }
    CHECK(files == 651);
    CHECK(scalars > 25'000);
}

TEST_CASE("the bytes of every scalar say its text again, in odd layouts too") {
    for (const std::string_view text : {
             "\xEF\xBB\xBF"
             "a: b # c\r\n'k d' : \"e\\n\"\r\n",
             "a: |\r\n  b\r\n  c\r\nd: [e, 'f'' g',\r\n  \"h\"]\r\n",
             "a: |-  # c\n  b\n\n   c\n\n\nd: >+\n  e\n  f\n\n\ng: h",
             "a:\n- |\n b\n- - >-\n    c\n    d\n  - e\n",
             "a:\n  \"b\" # c\nd: \n  |\n  e\n",
             "{a: {b: c , d: \"e\"}, f: [ g , h ]}\n",
             "a: |+\n\n\nb: |\nc: >\n\n",
         }) {
        CAPTURE(text);
        check_scalars(text);
    }
}

TEST_CASE("every part knows its first and its last byte") {
    struct Case {
        std::string_view text;
        std::vector<std::string_view> parts;  // of each node in order, root first
    };
    for (const Case& row : std::vector<Case>{
             {"a: b\n", {"a: b", "a", "b"}},
             {"\xEF\xBB\xBF"
              "a: b\n",
              {"a: b", "a", "b"}},
             {"# c\na:  'b'  # d\n\n", {"a:  'b'", "a", "'b'"}},
             {"a:\nb: c\n", {"a:\nb: c", "a", "", "b", "c"}},
             {"a:\n  - b\n  - c: d\n    e: f\n",
              {"a:\n  - b\n  - c: d\n    e: f", "a", "- b\n  - c: d\n    e: f", "b", "c: d\n    e: f", "c", "d", "e",
               "f"}},
             {"a:\n- \n- b\n", {"a:\n- \n- b", "a", "- \n- b", "", "b"}},
             {"a: [b, {c: d}, [] ] # e\n",
              {"a: [b, {c: d}, [] ]", "a", "[b, {c: d}, [] ]", "b", "{c: d}", "c", "d", "[]"}},
             {"a: {b: , c: [\n d ]}\n",
              {"a: {b: , c: [\n d ]}", "a", "{b: , c: [\n d ]}", "b", "", "c", "[\n d ]", "d"}},
             {"a: |\n  b\n\n  c\n\nd: e\n", {"a: |\n  b\n\n  c\n\nd: e", "a", "|\n  b\n\n  c", "d", "e"}},
             {"a: |+\n  b\n\nd: e\n", {"a: |+\n  b\n\nd: e", "a", "|+\n  b\n", "d", "e"}},
             {"a: >-  # c\n  b\n", {"a: >-  # c\n  b", "a", ">-  # c\n  b"}},
             {"a: |\nb: c\n", {"a: |\nb: c", "a", "|", "b", "c"}},
         }) {
        CAPTURE(row.text);
        const auto parsed = yaml::parse(row.text, "x.yaml");
        REQUIRE(parsed.root.has_value());
        std::vector<std::string_view> found;
        each_node(*parsed.root, [&](const yaml::Node& node) { found.push_back(bytes_of(row.text, node)); });
        CHECK(found == row.parts);
    }
}

TEST_CASE("an empty value stands right behind its colon") {
    const auto parsed = yaml::parse("a:   # c\nb : \nc: {d: , e:}\n", "x.yaml");
    REQUIRE(parsed.root.has_value());
    CHECK(parsed.root->find("a")->kind == yaml::Kind::empty);
    CHECK(parsed.root->find("a")->span == Span{2, 2});
    CHECK(parsed.root->find("b")->span == Span{12, 12});
    CHECK(parsed.root->find("c")->find("d")->span == Span{20, 20});
    CHECK(parsed.root->find("c")->find("e")->span == Span{25, 25});
    CHECK(parsed.root->find("z") == nullptr);
}

TEST_CASE("style and brackets are remembered") {
    const auto parsed =
        yaml::parse("a: b\nc: 'd'\ne: \"f\"\ng: |\n  h\ni: >\n  j\nk: [l]\nm: {n: o}\np:\n- q\n", "x.yaml");
    REQUIRE(parsed.root.has_value());
    const yaml::Node& root = *parsed.root;
    CHECK(root.find("a")->style == yaml::Style::plain);
    CHECK(root.find("c")->style == yaml::Style::single_quoted);
    CHECK(root.find("e")->style == yaml::Style::double_quoted);
    CHECK(root.find("g")->style == yaml::Style::literal);
    CHECK(root.find("i")->style == yaml::Style::folded);
    CHECK(root.find("k")->flow);
    CHECK(root.find("m")->flow);
    CHECK_FALSE(root.find("p")->flow);
    CHECK_FALSE(root.flow);
}
