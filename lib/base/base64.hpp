// Bytes as letters that stand anywhere (RFC 4648).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cafe {

/// With `=` at its end where it is needed; in one line.
inline std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve(bytes.size() / 3 * 4 + 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t three = 0;
        for (std::size_t i = 0; i < 3; ++i)
            three = three << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            out += at + i > bytes.size() ? '=' : letters[three >> (18U - 6U * static_cast<unsigned>(i)) & 63U];
    }
    return out;
}

}  // namespace cafe
