// Short fingerprints of bytes: for tables, and to notice that something changed, never to prove who wrote it.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace cafe {

/// FNV-1a with 32 bits. `from` goes on where another text ended.
constexpr std::uint32_t fnv32(std::string_view bytes, std::uint32_t from = 2166136261U) {
    for (const char byte : bytes) from = (from ^ static_cast<unsigned char>(byte)) * 16777619U;
    return from;
}

/// FNV-1a with 64 bits.
constexpr std::uint64_t fnv64(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
    return hash;
}

/// The latter as 16 hexadecimal digits. The same on every machine.
inline std::string fingerprint(std::string_view bytes) {
    return fmt::format("{:016x}", fnv64(bytes));
}

}  // namespace cafe
