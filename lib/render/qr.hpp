// QR codes (ISO/IEC 18004) as squares to draw. libqrencode is known to qr.cpp alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cafe::render {

/// `dark[row * width + column]`, 1 or 0; without the quiet border of four squares that a reader needs around it.
struct QrSquares {
    std::size_t width = 0;
    std::vector<unsigned char> dark;
};

/// The smallest code of the lowest error correction (7 %) that holds the bytes; nothing for an empty text, for one
/// with a NUL, and for more than a page should show (400 bytes).
std::optional<QrSquares> qr_squares(std::string_view text);

/// The dark squares as the `d` of an SVG path, each run of a row one stroke of width 1: "M0 .5h7m2 0h3".
std::string qr_path(const QrSquares& squares);

}  // namespace cafe::render
