// Identifiers that follow from a name (RFC 9562 §5.5): the same name gives the same one for ever.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace cafe {

using Uuid = std::array<std::uint8_t, 16>;

/// The namespace of addresses (RFC 9562 §6.6).
inline constexpr Uuid uuid_of_urls{0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1,
                                   0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8};

/// Version 5: of the SHA-1 of namespace and name.
Uuid uuid5(const Uuid& space, std::string_view name);

/// `2ed6657d-e927-568b-95e1-2665a8aea6a2`
std::string to_text(const Uuid& uuid);

}  // namespace cafe
