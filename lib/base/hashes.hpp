// Digests that others compute too: SHA-1 for identifiers that follow from a name, SHA-256 for fingerprints that are
// kept.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace cafe {

std::array<std::uint8_t, 20> sha1(std::string_view bytes);

/// Two digits a byte, lower case.
std::string hexadecimal(std::string_view bytes);

/// As 64 hexadecimal digits, lower case.
std::string sha256(std::string_view bytes);

/// As a content security policy names a text that may run: `sha256-` and base64.
std::string sha256_of_policy(std::string_view bytes);

}  // namespace cafe
