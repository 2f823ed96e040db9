#include "base/uuid.hpp"

#include <algorithm>

#include "base/hashes.hpp"

namespace cafe {

Uuid uuid5(const Uuid& space, std::string_view name) {
    std::string bytes;
    for (const std::uint8_t byte : space) bytes.push_back(static_cast<char>(byte));
    bytes += name;
    const auto digest = sha1(bytes);
    Uuid uuid{};
    std::copy_n(digest.begin(), uuid.size(), uuid.begin());
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
