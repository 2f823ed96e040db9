// Single-byte character sets and UTF-16 as UTF-8: what mails, address books and exported tables are written in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cafe {

/// Of 0x80 to 0x9F, Latin-9 and Latin-5 have what Windows-1252 has there: who says one of them mostly means that.
enum class Charset { windows_1252, latin_9, latin_5, mac_roman, cp850 };

/// The character that a byte stands for. A byte that Windows-1252 leaves undefined is the control character of its
/// number (WHATWG Encoding Standard).
char32_t character_of(unsigned char byte, Charset charset);

/// The byte of a character in Windows-1252; nothing where it has none.
std::optional<unsigned char> windows_1252_byte(char32_t character);

std::string from_charset(std::string_view bytes, Charset charset);

/// Unpaired surrogates become U+FFFD; an odd byte at the end is left out.
std::string from_utf16(std::string_view bytes, bool big_endian);

}  // namespace cafe
