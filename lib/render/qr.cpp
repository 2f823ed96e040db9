#include "render/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <string>

namespace cafe::render {

namespace {

constexpr std::size_t largest = 400;

// A code has some five hundred strokes and every fiche a code: formatting them one by one was a twentieth of `publish`.
std::string digits(std::size_t number) {
    return std::to_string(number);
}

}  // namespace

std::optional<QrSquares> qr_squares(std::string_view text) {
    if (text.empty() || text.size() > largest || text.find('\0') != std::string_view::npos) return std::nullopt;
    const std::vector<unsigned char> bytes(text.begin(), text.end());
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()), bytes.data(), 0, QR_ECLEVEL_L), &QRcode_free);
    if (!code || code->width <= 0) return std::nullopt;
    QrSquares squares;
    squares.width = static_cast<std::size_t>(code->width);
    squares.dark.resize(squares.width * squares.width);
    // The lowest bit of a square says whether it is dark (qrencode.h).
    for (std::size_t i = 0; i < squares.dark.size(); ++i) squares.dark[i] = (code->data[i] & 1U) != 0;
    return squares;
}

std::string qr_path(const QrSquares& squares) {
    std::string path;
    for (std::size_t row = 0; row < squares.width; ++row) {
        std::optional<std::size_t> pen;  // where the last stroke of this row ended
        for (std::size_t column = 0; column < squares.width;) {
            if (!squares.dark[row * squares.width + column]) {
                ++column;
                continue;
            }
            const std::size_t begin = column;
            while (column < squares.width && squares.dark[row * squares.width + column]) ++column;
            if (pen)
                path.append("m").append(digits(begin - *pen)).append(" 0h");
            else
                path.append("M").append(digits(begin)).append(" ").append(digits(row)).append(".5h");
            path += digits(column - begin);
            pen = column;
        }
    }
    return path;
}

}  // namespace cafe::render
