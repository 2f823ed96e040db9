#include "render/qr.hpp"

#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <string>

namespace cafe::render {

namespace {

constexpr std::size_t largest = 400;

// A code has some five hundred strokes and every fiche a code; no side of a code has more than 177 squares.
void append_number(std::string& out, std::size_t number) {
    if (number >= 100) out += static_cast<char>('0' + number / 100);
    if (number >= 10) out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
}

}  // namespace

std::optional<QrSquares> qr_squares(std::string_view text) {
    if (text.empty() || text.size() > largest || text.find('\0') != std::string_view::npos) return std::nullopt;
    // As a string: runs of digits and capitals take fewer bits, so that a third of the codes are a size smaller.
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_L, QR_MODE_8, 1), &QRcode_free);
    if (!code || code->width <= 0) return std::nullopt;
    QrSquares squares;
    squares.width = static_cast<std::size_t>(code->width);
    squares.dark.resize(squares.width * squares.width);
    // The lowest bit of a square says whether it is dark (qrencode.h).
    for (std::size_t i = 0; i < squares.dark.size(); ++i) squares.dark[i] = code->data[i] & 1U;
    return squares;
}

std::string qr_path(const QrSquares& squares) {
    std::string path;
    path.reserve(squares.dark.size() * 3);
    for (std::size_t row = 0; row < squares.width; ++row) {
        const auto begin = squares.dark.begin() + static_cast<std::ptrdiff_t>(row * squares.width);
        const auto end = begin + static_cast<std::ptrdiff_t>(squares.width);
        auto pen = end;  // where the last stroke of this row ended
        for (auto at = std::find(begin, end, 1); at != end; at = std::find(at, end, 1)) {
            if (pen != end) {
                path += 'm';
                append_number(path, static_cast<std::size_t>(at - pen));
                path += " 0h";
            } else {
                path += 'M';
                append_number(path, static_cast<std::size_t>(at - begin));
                path += ' ';
                append_number(path, row);
                path += ".5h";
            }
            pen = std::find(at, end, 0);
            append_number(path, static_cast<std::size_t>(pen - at));
            at = pen;
        }
    }
    return path;
}

}  // namespace cafe::render
