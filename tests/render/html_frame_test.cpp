#include "render/html_frame.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace cafe;
using render::HtmlFrame;

namespace {

constexpr const char* file = "templates/frame.html";

}  // namespace

TEST_CASE("a frame of one's own is filled where its holes are") {
    const auto frame = HtmlFrame::read(
        "\xEF\xBB\xBF<!DOCTYPE html><html lang=\"{{ lang }}\"><head>{{head}}</head><body>{{content}}!</body></html>",
        file);
    REQUIRE(frame);
    CHECK(frame->filled({"fr", "HEAD", "s", "b", "t", "CONTENT", "f", "x"}) ==
          "<!DOCTYPE html><html lang=\"fr\"><head>HEAD</head><body>CONTENT!</body></html>");
}

TEST_CASE("a frame of text, headings, links and the publication's own pictures stands as it is written") {
    for (const std::string text : {
             "<!doctype HTML>\n<html lang=\"{{lang}}\" dir='ltr'><head>{{head}}<link rel=\"stylesheet\" "
             "href=\"departement.css\"></head><body class=departement>{{content}}</body></html>",
             "{{head}}<!-- notre en-tête --><header><a href=\"https://www.lotetgaronne.fr\" rel=\"noopener\"><img "
             "src=\"logo.png\" alt=\"\" width=\"80\"></a></header>{{content}}<footer><p>Écrire : <a "
             "href='mailto:a@example.org'>a</a><br/>© 2026 &amp; après</p></footer>",
             "{{head}}<h1 title=\"{{title}}\">a < b</h1>{{content}}",
         }) {
        CAPTURE(text);
        const bool has_stray = text.find("a < b") != std::string::npos;
        const auto frame = HtmlFrame::read(text, file);
        CHECK(frame.ok() == !has_stray);
    }
}

TEST_CASE("the built-in frame has every part once") {
    const std::string page =
        HtmlFrame::standard().filled({"fr", "HEAD", "SKIP", "BANNER", "TRAIL", "MAIN", "FOOT", ""});
    for (const char* part : {"HEAD", "SKIP", "BANNER", "TRAIL", "MAIN", "FOOT", "lang=\"fr\""})
        CHECK_MESSAGE(page.find(part) == page.rfind(part), part);
}

TEST_CASE("a frame that would lose the content or open a door is refused with its file") {
    for (const char* text : {
             "",
             "{{content}}",
             "{{head}}",
             "{{head}}{{content}}{{content}}",
             "{{head}}{{head}}{{content}}",
             "{{head}}\n{{contnet}}",
             "{{head}}\n{{content",
             "{{head}}{{content}}<script>alert(1)</script>",
             "{{head}}{{content}}<SCRIPT src=x>",
             "{{head}}{{content}}<iframe src=x>",
             "{{head}}{{content}}<base href=x>",
             "<link rel=stylesheet href=//example.org/x.css>{{head}}{{content}}",
             "<header>{{head}}{{content}}",
             "{{head}}{{content}}\xE9",
             "{{head}}<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">{{content}}",
             "{{head}}<META HTTP-EQUIV=refresh content=0>{{content}}",
             "{{head}}<meta name=\"referrer\" content=\"unsafe-url\">{{content}}",
             "{{head}}<p onclick=\"x()\">{{content}}",
             "{{head}}<p/onmouseover=x()>{{content}}",
             "{{head}}<p class=a\tonload=x>{{content}}",
             "{{head}}<img src=\"https://example.org/x.png\">{{content}}",
             "{{head}}<img src=\"//example.org/x.png\">{{content}}",
             "{{head}}<img src=\"ht\ntps://example.org/x.png\">{{content}}",
             "{{head}}<img src=\"data:image/svg+xml,%3Csvg%3E\">{{content}}",
             "{{head}}<link rel=\"prefetch\" href=\"x\">{{content}}",
             "{{head}}<link rel=\"stylesheet\" href=\"https://example.org/x.css\">{{content}}",
             "{{head}}<a href=\"javascript:alert(1)\">x</a>{{content}}",
             "{{head}}<a href=\" java&#115;cript:alert(1)\">x</a>{{content}}",
             "{{head}}<p style=\"position:fixed\">x</p>{{content}}",
             "{{head}}<style>main{display:none}</style>{{content}}",
             "{{head}}<div hidden>{{content}}</div>",
             "{{head}}<template>{{content}}</template>",
             "{{head}}<textarea>{{content}}",
             "{{head}}<title>{{content}}",
             "{{head}}<noscript>{{content}}</noscript>",
             "{{head}}<svg onload=x>{{content}}",
             "{{head}}<!-- a comment {{content}}",
             "{{head}}<!-- {{content}} -->",
             "{{head}}<!--> {{content}} -->",
             "{{head}}<!-- a --!> {{content}} -->",
             "{{head}}<![CDATA[{{content}}]]>",
             "{{head}}<?xml {{content}} ?>",
             "{{head}}<p class=\"{{content}}\">",
             "{{head}}{{content}}<p class=\"a",
             "{{head}}{{content}}<",
         }) {
        const auto frame = HtmlFrame::read(text, file);
        CHECK_MESSAGE(!frame, text);
        if (frame) continue;
        CHECK(frame.error().kind == ErrorKind::usage);
        CHECK(frame.error().message.in(Lang::en).starts_with(file));
    }
    const auto frame = HtmlFrame::read("{{head}}\n{{contnet}}", file);
    REQUIRE(!frame);
    CHECK(frame.error().message.in(Lang::en) == "templates/frame.html:2: nothing is called 'contnet'");
    CHECK(frame.error().remedy.in(Lang::en) == "did you mean {{content}}?");
}
