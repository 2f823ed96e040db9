// A sum of bytes that the index reads back: to notice damage, never to prove who wrote it.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cafe::store {

inline std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t sum = bytes.size();
    const auto add = [&](std::uint64_t word) { sum = std::rotl((sum ^ word) * 0x9E3779B97F4A7C15, 31); };
    for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        add(word);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, bytes.data(), bytes.size());
    add(rest);
    return sum ^ sum >> 29U;
}

}  // namespace cafe::store
