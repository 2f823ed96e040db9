#include "render/markdown.hpp"

#include <doctest/doctest.h>

#include "render/every_block.hpp"
#include "render/markup.hpp"
#include "render/payloads.hpp"

using namespace cafe;
using namespace cafe::render;
using test::every_block;

namespace {

std::string address(const view::PageRef& page) {
    return page.key == "missing" ? "" : "x/" + page.key + ".md";
}

std::string written(const view::Page& page) {
    return markdown_page(page, {"Annuaire", "", {}, {}}, address);
}

void shape_of(const std::vector<view::Block>& blocks, std::string& shape) {
    shape += "(";
    for (const view::Block& block : blocks) {
        shape += std::to_string(block.is.index());
        if (const auto* list = std::get_if<view::Items>(&block.is))
            for (const view::Item& item : list->items) shape_of(item.below, shape);
        if (const auto* quote = std::get_if<view::Quote>(&block.is)) shape_of(quote->blocks, shape);
    }
    shape += ")";
}

// The blocks that a reader of Markdown finds, without their words.
std::string shape_of(const std::string& markdown) {
    std::string shape;
    shape_of(blocks_of(markdown), shape);
    return shape;
}

std::string words_of(const std::string& markdown) {
    std::string words;
    for (const view::Block& block : blocks_of(markdown))
        if (const auto* paragraph = std::get_if<view::Paragraph>(&block.is))
            for (const view::Inline& part : paragraph->text) words += part.text;
    return words;
}

view::Page one_paragraph(const std::string& words) {
    view::Page page;
    page.lang = Lang::en;
    page.title = "t";
    page.body = {{view::Paragraph{view::plain(words), {}}}};
    return page;
}

}  // namespace

TEST_CASE("No record can add a heading, item, quote, code or picture to a page of Markdown") {
    const auto hostile = test::payloads("markdown");
    REQUIRE(hostile.size() > 10);
    const std::string plain = shape_of(written(every_block("x", Lang::en)));
    for (const std::string& payload : hostile) {
        CAPTURE(payload);
        // Fields on one line hold no line ends: the reader refuses them.
        std::string line = payload;
        for (char& byte : line)
            if (byte == '\n') byte = ' ';
        CHECK(shape_of(written(every_block(line, Lang::en))) == plain);
    }
}

TEST_CASE("Words come back from Markdown as they were") {
    for (const char* words : {"<b>x</b>", "[x](javascript:alert(1))",
                              "![x](y)",  "# Titre",
                              "- x",      "+ x",
                              "> x",      "1. x",
                              "12) x",    "===",
                              "---",      "\\",
                              "a*b*c",    "_x_",
                              "`x`",      "| a | b |",
                              "&lt;",     "~~x~~",
                              "[[x]]",    "a_b_c",
                              "*",        "#",
                              "x\\*y",    "$x$",
                              "@moi"})
        CHECK(words_of(written(one_paragraph(words))) == words);
    CHECK(words_of(written(one_paragraph("a\nb"))) == "a\nb");
    CHECK(words_of(written(one_paragraph("    code"))) == "code");
}

TEST_CASE("A bare address in a record is not made a link by a forge") {
    CHECK(markdown_escaped("voir https://evil.example ou www.evil.example") ==
          "voir https\\://evil.example ou www\\.evil.example");
}

TEST_CASE("Sentences stay readable in the source") {
    CHECK(markdown_escaped("Le CCAS (mairie) : tél. 05 36 49 00 01, du lundi au jeudi.") ==
          "Le CCAS (mairie) : tél. 05 36 49 00 01, du lundi au jeudi.");
}
