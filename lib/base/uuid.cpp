#include "base/uuid.hpp"

#include <bit>

namespace cafe {

namespace {

using Block = std::array<std::uint8_t, 64>;
using State = std::array<std::uint32_t, 5>;

// One block of SHA-1 (FIPS 180-4 §6.1.2).
void digest(const Block& block, State& state) {
    std::array<std::uint32_t, 80> words{};
    for (std::size_t t = 0; t < 16; ++t)
        words[t] = std::uint32_t{block[4 * t]} << 24U | std::uint32_t{block[4 * t + 1]} << 16U |
                   std::uint32_t{block[4 * t + 2]} << 8U | std::uint32_t{block[4 * t + 3]};
    for (std::size_t t = 16; t < words.size(); ++t)
        words[t] = std::rotl(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], 1);
    auto [a, b, c, d, e] = state;
    for (std::size_t t = 0; t < words.size(); ++t) {
        std::uint32_t mixed = 0;
        std::uint32_t constant = 0;
        if (t < 20) {
            mixed = (b & c) | (~b & d);
            constant = 0x5A827999;
        } else if (t < 40) {
            mixed = b ^ c ^ d;
            constant = 0x6ED9EBA1;
        } else if (t < 60) {
            mixed = (b & c) | (b & d) | (c & d);
            constant = 0x8F1BBCDC;
        } else {
            mixed = b ^ c ^ d;
            constant = 0xCA62C1D6;
        }
        const std::uint32_t next = std::rotl(a, 5) + mixed + e + constant + words[t];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

State sha1(std::string_view bytes) {
    State state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    std::string padded(bytes);
    padded.push_back('\x80');
    while (padded.size() % 64 != 56) padded.push_back('\0');
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    for (int shift = 56; shift >= 0; shift -= 8) padded.push_back(static_cast<char>(bits >> shift & 0xFFU));
    for (std::size_t at = 0; at < padded.size(); at += 64) {
        Block block{};
        for (std::size_t i = 0; i < block.size(); ++i) block[i] = static_cast<std::uint8_t>(padded[at + i]);
        digest(block, state);
    }
    return state;
}

}  // namespace

Uuid uuid5(const Uuid& space, std::string_view name) {
    std::string bytes;
    for (const std::uint8_t byte : space) bytes.push_back(static_cast<char>(byte));
    bytes += name;
    const State state = sha1(bytes);
    Uuid uuid{};
    for (std::size_t i = 0; i < uuid.size(); ++i)
        uuid[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)) & 0xFFU);
    uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0FU) | 0x50U);
    uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3FU) | 0x80U);
    return uuid;
}

std::string to_text(const Uuid& uuid) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < uuid.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text.push_back('-');
        text.push_back(digits[uuid[i] >> 4U]);
        text.push_back(digits[uuid[i] & 0x0FU]);
    }
    return text;
}

}  // namespace cafe
