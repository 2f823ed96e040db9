#include "render/html.hpp"

#include <doctest/doctest.h>

#include "render/every_block.hpp"
#include "render/payloads.hpp"

using namespace cafe;
using namespace cafe::render;
using test::every_block;

namespace {

std::string address(const view::PageRef& page) {
    return page.key == "missing" ? "" : "x/" + page.key + ".html";
}

std::string html(const view::Page& page, const std::string& title = "Annuaire") {
    return html_page(page, {title, title, {{title, {view::PageKind::home, ""}}}, view::plain(title)},
                     {address, "../assets/style.css"});
}

// Every tag with the names of its attributes, in order: what a browser would build. Our own writer never leaves a `<`
// or `>` in a text or a value, so the next `>` ends the tag.
std::string elements(const std::string& page) {
    std::string tree;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        const std::size_t end = page.find('>', at);
        REQUIRE(end != std::string::npos);
        bool quoted = false;
        for (std::size_t i = at; i <= end; ++i) {
            if (page[i] == '"') quoted = !quoted;
            if (!quoted && page[i] != '"') tree.push_back(page[i]);
        }
        tree.push_back('\n');
    }
    return tree;
}

}  // namespace

TEST_CASE("what is no UTF-8 and what HTML forbids becomes U+FFFD, all else stays") {
    const std::string mark = "\xEF\xBF\xBD";
    CHECK(render::html_escaped("é’ “ 日 \U0001F600") == "é’ “ 日 \U0001F600");
    CHECK(render::html_escaped("a" + mark + "b") == "a" + mark + "b");
    CHECK(render::html_escaped("a\xFFz\xE9") == "a" + mark + "z" + mark);
    CHECK(render::html_escaped("\x01\x7F\xC2\x85\xC2\xA0") == mark + mark + mark + "\xC2\xA0");
    CHECK(render::html_escaped("é<é") == "é&lt;é");
}

TEST_CASE("Hostile words give the same elements as plain ones") {
    const auto hostile = test::payloads("html-text-and-attr");
    REQUIRE(hostile.size() > 15);
    const std::string plain = elements(html(every_block("x"), "x"));
    for (const std::string& payload : hostile) {
        CAPTURE(payload);
        CHECK(elements(html(every_block(payload), payload)) == plain);
    }
}

TEST_CASE("Hostile words are read back as they were") {
    for (const std::string& payload : test::payloads("html-text-and-attr")) {
        std::string written = html_escaped(payload);
        for (const char active : {'<', '>', '"', '\''}) CHECK(written.find(active) == std::string::npos);
        constexpr std::pair<std::string_view, std::string_view> entities[] = {
            {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
        for (const auto& [entity, character] : entities)
            for (std::size_t at = 0; (at = written.find(entity, at)) != std::string::npos; at += 1)
                written.replace(at, entity.size(), character);
        CHECK(written == payload);
    }
}

TEST_CASE("Characters that HTML forbids and bytes that are no UTF-8 do not reach a page") {
    CHECK(html_escaped(std::string("a\0b\x1b\x7f", 5)) ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(html_escaped("a\xFF") == "a\xEF\xBF\xBD");
    CHECK(html_escaped("a\xC2\x9B") == "a\xEF\xBF\xBD");
    CHECK(html_escaped("a\nb\tc é") == "a\nb\tc é");
}

TEST_CASE("No hostile address becomes a link") {
    for (const std::string& payload : test::payloads("url")) {
        CAPTURE(payload);
        CHECK_FALSE(view::Outside::web(payload));
        CHECK_FALSE(view::Outside::mail(payload));
        CHECK_FALSE(view::Outside::phone(payload));
    }
    CHECK_FALSE(view::Outside::mail("a@b.example?bcc=v@evil.example"));
    CHECK_FALSE(view::Outside::phone("115;phone-context=evil"));
}

TEST_CASE("Good addresses become links of the right kind") {
    view::Page page;
    page.title = "x";
    page.body = {{view::Paragraph{view::to_web("https://ccas.example.org/"), {}}},
                 {view::Paragraph{view::to_mail("o'neil+x@example.org"), {}}},
                 {view::Paragraph{view::to_phone("05.36.49.00.01"), {}}}};
    const std::string text = html(page);
    CHECK(text.find("<a href=\"https://ccas.example.org/\" rel=\"noopener noreferrer\">ccas.example.org</a>") !=
          std::string::npos);
    CHECK(text.find("<a href=\"mailto:o%27neil+x@example.org\">o&#39;neil+x@example.org</a>") != std::string::npos);
    CHECK(text.find("<a href=\"tel:+33536490001\">05 36 49 00 01</a>") != std::string::npos);
}

TEST_CASE("A link to a page that does not exist is words alone") {
    view::Page page;
    page.title = "x";
    page.body = {{view::Paragraph{view::to_page("words", {view::PageKind::fiche, "missing"}), {}}}};
    CHECK(html(page).find("<p>words</p>") != std::string::npos);
}

TEST_CASE("A page has one title, a language, landmarks, a way past the menu, and runs no script") {
    const std::string text = html(every_block("x"));
    for (const char* part :
         {"<!DOCTYPE html>\n<html lang=\"fr\">", "<h1>x</h1>", "<main id=\"contenu\"", "href=\"#contenu\"", "<header",
          "<nav ", "<footer", "default-src &#39;none&#39;", "aria-current=\"page\"", "<meta name=\"viewport\""}) {
        CAPTURE(part);
        const std::size_t at = text.find(part);
        CHECK(at != std::string::npos);
    }
    CHECK(text.find("<h1", text.find("<h1") + 1) == std::string::npos);
    for (const char* part : {"<script", " style=", " onclick", "javascript:"})
        CHECK(text.find(part) == std::string::npos);
    CHECK(html(every_block("x", Lang::en)).find("<html lang=\"en\">") != std::string::npos);
}
