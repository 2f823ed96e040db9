#include "render/qr.hpp"

#include <doctest/doctest.h>
#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

using namespace cafe;

TEST_CASE("a code has the three corners by which a telephone finds it") {
    const auto code = render::qr_squares("MECARD:N:CCAS de Fumel;TEL:+33536490001;;");
    REQUIRE(code);
    CHECK(code->rows.size() == code->width);
    CHECK((code->width - 21) % 4 == 0);  // ISO/IEC 18004: 21 squares, 25, 29 …
    const std::size_t last = code->width - 1;
    const std::size_t rows[] = {0, 0, last - 6};
    const std::size_t columns[] = {0, last - 6, 0};
    for (std::size_t corner = 0; corner < 3; ++corner)
        for (std::size_t row = 0; row < 7; ++row)
            for (std::size_t column = 0; column < 7; ++column) {
                const std::size_t ring = std::min({row, column, 6 - row, 6 - column});
                CHECK(code->is_dark(rows[corner] + row, columns[corner] + column) == (ring != 1));
            }
}

// libqrencode as a witness: the same squares, so the same version, corrections, places and mask.
bool is_libqrencodes(const std::string& text) {
    const auto ours = render::qr_squares(text);
    const std::vector<unsigned char> bytes(text.begin(), text.end());
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> theirs(
        QRcode_encodeData(static_cast<int>(bytes.size()), bytes.data(), 0, QR_ECLEVEL_L), &QRcode_free);
    if (!ours || !theirs || ours->width != static_cast<std::size_t>(theirs->width)) return false;
    for (std::size_t i = 0; i < ours->width * ours->width; ++i)
        if (ours->is_dark(i / ours->width, i % ours->width) != ((theirs->data[i] & 1U) != 0)) return false;
    return true;
}

TEST_CASE("a code is drawn as libqrencode draws it, whatever its length and its bytes") {
    std::mt19937 random(18004);
    std::size_t codes = 0;
    for (std::size_t length = 1; length <= 400; ++length) {
        std::string words =
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Épicerie solidaire\r\nTEL;TYPE=WORK,VOICE:+33536490001\r\n";
        while (words.size() < length) words += "NOTE:" + std::to_string(random()) + "\r\n";
        words.resize(length);
        std::string noise;
        while (noise.size() < length) noise += static_cast<char>(1 + random() % 255);
        for (const std::string& text : {words, noise, std::string(length, 'x'), std::string(length, '\xFF')}) {
            INFO(length);
            CHECK(is_libqrencodes(text));
            ++codes;
        }
    }
    CHECK(codes == 1600);
}

TEST_CASE("what no code should hold has none") {
    CHECK_FALSE(render::qr_squares(""));
    CHECK_FALSE(render::qr_squares(std::string_view("a\0b", 3)));
    CHECK_FALSE(render::qr_squares(std::string(401, 'x')));
    CHECK(render::qr_squares(std::string(400, 'x')));
}

TEST_CASE("each run of dark squares is one stroke") {
    const render::QrSquares squares{3, {0b011, 0b000, 0b101}};
    CHECK(render::qr_path(squares) == "M0 0.5h2M0 2.5h1m1 0h1");
}
