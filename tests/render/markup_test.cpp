#include "render/markup.hpp"

#include <doctest/doctest.h>

#include "render/html.hpp"
#include "render/payloads.hpp"

using namespace cafe;
using namespace cafe::render;

namespace {

// The body of a page that holds nothing but this Markdown.
std::string html(const std::string& markdown) {
    view::Page page;
    page.lang = Lang::en;
    page.title = "x";
    page.body = {{view::Markdown{markdown}}};
    const std::string text = html_page(page, {"x", "", {}, {}}, {[](const view::PageRef&) { return "i"; }, "s"});
    const std::string start = "<h1>x</h1>\n</div>\n";
    const std::size_t from = text.find(start) + start.size();
    return text.substr(from, text.find("</main>") - from);
}

}  // namespace

TEST_CASE("Markdown of a record becomes paragraphs, lists, emphasis and checked links") {
    struct Case {
        std::string markdown;
        std::string written;
    };
    const Case cases[] = {
        {"Une **équipe** de *quinze*.", "<p>Une <strong>équipe</strong> de <em>quinze</em>.</p>\n"},
        {"- a\n- b", "<ul><li>a</li><li>b</li></ul>\n"},
        {"1. a\n2. b", "<ol><li>a</li><li>b</li></ol>\n"},
        {"- a\n  - b", "<ul><li>a<ul><li>b</li></ul>\n</li></ul>\n"},
        {"# Titre", "<h3>Titre</h3>\n"},
        {"> mot", "<blockquote><p>mot</p>\n</blockquote>\n"},
        {"    code <b>", "<pre>code &lt;b&gt;</pre>\n"},
        {"[site](https://example.org/a)",
         "<p><a href=\"https://example.org/a\" rel=\"noopener noreferrer\">site</a></p>\n"},
        {"[nous](mailto:a@example.org)", "<p><a href=\"mailto:a@example.org\">nous</a></p>\n"},
        {"[nous](tel:0536490001)", "<p><a href=\"tel:+33536490001\">nous</a></p>\n"},
        {"a  \nb", "<p>a<br>b</p>\n"},
        // What could do harm is words.
        {"<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"},
        {"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
        {"on attend <rdv> lundi", "<p>on attend &lt;rdv&gt; lundi</p>\n"},
        {"[x](javascript:alert(1))", "<p>x</p>\n"},
        {"[x](java&#115;cript:alert(1))", "<p>x</p>\n"},
        {"[x](//evil.example)", "<p>x</p>\n"},
        {"[x](../../index.html)", "<p>x</p>\n"},
        {"[x](data:text/html,x)", "<p>x</p>\n"},
        {"[x](mailto:a@b.example?bcc=v@evil.example)", "<p>x</p>\n"},
        {"<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"},
        {"![image](http://evil.example/p.gif)", "<p>image</p>\n"},
        {"![](http://evil.example/p.gif)", "<p></p>\n"},
        {"", ""},
    };
    for (const Case& row : cases) {
        CAPTURE(row.markdown);
        CHECK(html(row.markdown) == row.written);
    }
}

TEST_CASE("No payload in Markdown makes an element that was not asked for") {
    const auto hostile = test::payloads("markdown");
    REQUIRE(hostile.size() > 10);
    for (const std::string& payload : hostile) {
        const std::string text = html(payload);
        CAPTURE(payload);
        for (const char* part : {"<script", "<img", "<iframe", "javascript:alert(1)\"", " onerror=\"", "<b>"})
            CHECK(text.find(part) == std::string::npos);
    }
}

TEST_CASE("A thousand levels of quotes, lists and emphasis do no harm") {
    CHECK(html(std::string(5000, '>') + " x").find('x') != std::string::npos);
    std::string list;
    for (int i = 0; i < 500; ++i) list += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- x\n";
    CHECK(html(list).find('x') != std::string::npos);
    CHECK(html(std::string(2000, '*') + "x").find('x') != std::string::npos);
    std::string brackets(3000, '[');
    CHECK(html(brackets + "x").find('x') != std::string::npos);
}
