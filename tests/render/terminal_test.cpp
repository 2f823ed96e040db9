#include "render/terminal.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "render/every_block.hpp"
#include "render/payloads.hpp"

using namespace cafe;
using namespace cafe::render;
using test::every_block;

TEST_CASE("No record commands a terminal or a pipe") {
    const auto hostile = test::payloads("terminal");
    REQUIRE(hostile.size() > 8);
    for (const std::string& payload : hostile) {
        CAPTURE(payload);
        const std::string text = terminal(every_block(payload), {80, false});
        for (std::size_t at = 0; at < text.size();) {
            const char32_t character = utf8::next(text, at);
            CHECK_FALSE((utf8::is_unprintable(character) && character != U'\n'));
        }
    }
}

TEST_CASE("Lines are broken at the width that is given, and never without one") {
    view::Page page;
    page.title = "Titre";
    page.body = {{view::Paragraph{view::plain("un deux trois quatre cinq six sept huit neuf dix onze"), {}}},
                 {view::items({view::plain("un deux trois quatre cinq six sept huit neuf dix onze")})}};
    CHECK(
        terminal(page, {24, false}) ==
        "Titre\nun deux trois quatre\ncinq six sept huit neuf\ndix onze\n- un deux trois quatre\n  cinq six sept huit\n"
        "  neuf dix onze\n");
    CHECK(terminal(page, {0, false}) ==
          "Titre\nun deux trois quatre cinq six sept huit neuf dix onze\n- un deux trois quatre cinq six sept huit "
          "neuf dix "
          "onze\n");
}

TEST_CASE("Columns stand below each other whatever the characters are wide") {
    view::Page page;
    page.title = "T";
    page.body = {{view::Table{
        "",
        {"Lieu", "Quand"},
        {{view::plain("日本語"), view::plain("lundi")}, {view::plain("He\xCC\x81lène"), view::plain("mardi")}}}}};
    CHECK(terminal(page, {0, false}) == "T\nLieu    Quand\n日本語  lundi\nHélène  mardi\n");
}

TEST_CASE("Colour is written only when asked for") {
    CHECK(terminal(every_block("x"), {80, false}).find('\x1b') == std::string::npos);
    CHECK(terminal(every_block("x"), {80, true}).find("\x1b[1mx\x1b[0m") != std::string::npos);
}
