// A digest of much, quickly: what a page is made from, what was written. It notices change and proves nothing to
// anybody: who wants two texts of one digest can make them.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cafe {

/// Eight bytes at a time into two lanes of 64 bits. The same on every machine; what was added in another order, or cut
/// elsewhere, is another digest.
class Digest {
public:
    void add(std::uint64_t number) {
        first_ = std::rotl((first_ ^ number) * 0x9E3779B97F4A7C15, 31);
        second_ = std::rotl((second_ + number) * 0xC2B2AE3D27D4EB4F, 27);
    }
    void add(std::string_view text) {
        add(text.size());
        for (; text.size() >= 8; text.remove_prefix(8)) add(word(text.data()));
        if (text.empty()) return;
        std::array<char, 8> rest{};
        std::copy(text.begin(), text.end(), rest.begin());
        add(word(rest.data()));
    }

    /// 32 hexadecimal digits, lower case.
    [[nodiscard]] std::string hex() const {
        return digits(mixed(first_ ^ std::rotl(second_, 17))) + digits(mixed(second_));
    }

private:
    // Eight bytes, the first one lowest: written out, compilers make one load of it.
    static std::uint64_t word(const char* bytes) {
        const auto at = [&](unsigned i) { return std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i); };
        return at(0) | at(1) | at(2) | at(3) | at(4) | at(5) | at(6) | at(7);
    }
    // So that each bit depends on all (MurmurHash3's last step).
    static std::uint64_t mixed(std::uint64_t number) {
        number = (number ^ number >> 33U) * 0xFF51AFD7ED558CCD;
        number = (number ^ number >> 33U) * 0xC4CEB9FE1A85EC53;
        return number ^ number >> 33U;
    }
    static std::string digits(std::uint64_t number) {
        std::string text(16, '0');
        for (std::size_t i = text.size(); i-- > 0; number >>= 4U) text[i] = "0123456789abcdef"[number & 0xFU];
        return text;
    }

    std::uint64_t first_ = 0x243F6A8885A308D3;  // the digits of pi
    std::uint64_t second_ = 0x13198A2E03707344;
};

/// Of one text.
inline std::string digest_of(std::string_view text) {
    Digest digest;
    digest.add(text);
    return digest.hex();
}

}  // namespace cafe
