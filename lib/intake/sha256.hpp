// SHA-256 (FIPS 180-4), for fingerprints that are the same for everyone.
#pragma once

#include <string>
#include <string_view>

namespace cafe::intake {

/// 64 hexadecimal digits, in small letters.
std::string sha256(std::string_view bytes);

}  // namespace cafe::intake
