#include "render/html_frame.hpp"

#include <doctest/doctest.h>

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
