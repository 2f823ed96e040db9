#include "base/hashes.hpp"

#include <fmt/format.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include "base/base64.hpp"

namespace cafe {

namespace {

const std::uint8_t* octets(std::string_view bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

std::array<std::uint8_t, SHA256_DIGEST_SIZE> sha256_bytes(std::string_view bytes) {
    sha256_ctx state;
    sha256_init(&state);
    sha256_update(&state, bytes.size(), octets(bytes));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&state, digest.size(), digest.data());
    return digest;
}

}  // namespace

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
    sha1_ctx state;
    sha1_init(&state);
    sha1_update(&state, bytes.size(), octets(bytes));
    std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
    sha1_digest(&state, digest.size(), digest.data());
    return digest;
}

std::string hexadecimal(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return text;
}

std::string sha256_of_policy(std::string_view bytes) {
    const auto digest = sha256_bytes(bytes);
    return "sha256-" + base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string sha256(std::string_view bytes) {
    const auto digest = sha256_bytes(bytes);
    return hexadecimal({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace cafe
