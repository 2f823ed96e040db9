// A short fingerprint of bytes: to notice that something changed, never to prove who wrote it.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace cafe {

/// FNV-1a with 64 bits, as 16 hexadecimal digits. The same on every machine.
inline std::string fingerprint(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
    return fmt::format("{:016x}", hash);
}

}  // namespace cafe
