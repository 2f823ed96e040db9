#include "render/qr.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace cafe;

TEST_CASE("a code has the three corners by which a telephone finds it") {
    const auto code = render::qr_squares("MECARD:N:CCAS de Fumel;TEL:+33536490001;;");
    REQUIRE(code);
    CHECK(code->dark.size() == code->width * code->width);
    CHECK((code->width - 21) % 4 == 0);  // ISO/IEC 18004: 21 squares, 25, 29 …
    const std::size_t last = code->width - 1;
    const std::size_t rows[] = {0, 0, last - 6};
    const std::size_t columns[] = {0, last - 6, 0};
    for (std::size_t corner = 0; corner < 3; ++corner)
        for (std::size_t row = 0; row < 7; ++row)
            for (std::size_t column = 0; column < 7; ++column) {
                const std::size_t ring = std::min({row, column, 6 - row, 6 - column});
                CHECK(code->dark[(rows[corner] + row) * code->width + columns[corner] + column] == (ring != 1));
            }
}

TEST_CASE("what no code should hold has none") {
    CHECK_FALSE(render::qr_squares(""));
    CHECK_FALSE(render::qr_squares(std::string_view("a\0b", 3)));
    CHECK_FALSE(render::qr_squares(std::string(401, 'x')));
    CHECK(render::qr_squares(std::string(400, 'x')));
}

TEST_CASE("a number takes a smaller code than as many letters, within a text too") {
    const auto width = [](const std::string& text) { return render::qr_squares(text).value().width; };
    CHECK(width(std::string(100, '7')) < width(std::string(100, 'x')));
    CHECK(width("é" + std::string(100, '7') + "é") < width("é" + std::string(100, 'x') + "é"));
}

TEST_CASE("each run of dark squares is one stroke") {
    render::QrSquares squares{3, {true, true, false, false, false, false, true, false, true}};
    CHECK(render::qr_path(squares) == "M0 0.5h2M0 2.5h1m1 0h1");
}
