// QR codes (ISO/IEC 18004) as squares to draw.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cafe::render {

/// A row or column of squares, the first one in the lowest bit. The widest code that is drawn has 69 squares.
__extension__ typedef unsigned __int128 QrLine;

/// Without the quiet border of four squares that a reader needs around it.
struct QrSquares {
    std::size_t width = 0;
    std::vector<QrLine> rows;  ///< a bit for each dark square

    [[nodiscard]] bool is_dark(std::size_t row, std::size_t column) const { return (rows[row] >> column & 1U) != 0; }
};

/// The smallest code of the lowest error correction (7 %) that holds the bytes; nothing for an empty text, for one
/// with a NUL, and for more than a page should show (400 bytes).
std::optional<QrSquares> qr_squares(std::string_view text);

/// The dark squares as the `d` of an SVG path, each run of a row one stroke of width 1: "M0 .5h7m2 0h3".
std::string qr_path(const QrSquares& squares);

}  // namespace cafe::render
