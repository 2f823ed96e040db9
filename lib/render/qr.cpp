#include "render/qr.hpp"

#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/ascii.hpp"
#include "base/late_library.hpp"

namespace cafe::render {

namespace {

constexpr std::size_t largest = 400;

struct Encoder : LateLibrary {
    Encoder() : LateLibrary(CAFE_QRENCODE) {}
    static const Encoder& opened() {
        static const Encoder encoder;
        return encoder;
    }

    CAFE_LATE(QRcode_encodeString);
    CAFE_LATE(QRcode_encodeInput);
    CAFE_LATE(QRcode_free);
    CAFE_LATE(QRinput_new2);
    CAFE_LATE(QRinput_append);
    CAFE_LATE(QRinput_appendECIheader);
    CAFE_LATE(QRinput_free);
};

// A code has some five hundred strokes and every fiche a code; no side of a code has more than 177 squares.
void append_number(std::string& out, std::size_t number) {
    if (number >= 100) out += static_cast<char>('0' + number / 100);
    if (number >= 10) out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
}

// As a string: runs of digits and capitals take fewer bits, so that a third of the codes are a size smaller.
QRcode* encoded_ascii(const Encoder& encoder, const std::string& text) {
    return encoder.QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_L, QR_MODE_8, 1);
}

// What is not ASCII says that it is UTF-8 (ISO/IEC 18004: ECI 26): readers guess otherwise, each in its own way.
QRcode* encoded_utf8(const Encoder& encoder, std::string_view text) {
    constexpr unsigned utf8 = 26;
    constexpr std::size_t worth_it = 8;  // digits: a change of mode has its price
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input(encoder.QRinput_new2(0, QR_ECLEVEL_L),
                                                                  encoder.QRinput_free);
    if (!input || encoder.QRinput_appendECIheader(input.get(), utf8) != 0) return nullptr;
    const auto append = [&](QRencodeMode mode, std::string_view part) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(part.data());
        return part.empty() || encoder.QRinput_append(input.get(), mode, static_cast<int>(part.size()), bytes) == 0;
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && ascii::is_digit(text[end])) ++end;
        if (end - at >= worth_it) {
            if (!append(QR_MODE_8, text.substr(begin, at - begin)) || !append(QR_MODE_NUM, text.substr(at, end - at)))
                return nullptr;
            begin = end;
        }
        at = std::max(end, at + 1);
    }
    return append(QR_MODE_8, text.substr(begin)) ? encoder.QRcode_encodeInput(input.get()) : nullptr;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::optional<QrSquares> qr_squares(std::string_view text) {
    if (text.empty() || text.size() > largest || text.find('\0') != std::string_view::npos) return std::nullopt;
    const Encoder& encoder = Encoder::opened();
    if (!encoder) return std::nullopt;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        is_ascii(text) ? encoded_ascii(encoder, std::string(text)) : encoded_utf8(encoder, text), encoder.QRcode_free);
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
