#include "base/charset.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace cafe;

TEST_CASE("a byte is the letter of its character set") {
    CHECK(from_charset("caf\xE9 \x80 \x9C", Charset::windows_1252) == "café € œ");
    CHECK(from_charset("c\xBDur \xA4", Charset::latin_9) == "cœur €");
    CHECK(from_charset("\xDEi\xFEli", Charset::latin_5) == "Şişli");
    CHECK(from_charset("\x8E\xCF", Charset::mac_roman) == "éœ");
    CHECK(from_charset("\x82\x85", Charset::cp850) == "éà");
    CHECK(from_charset("\x81", Charset::windows_1252) == "\u0081");  // undefined there
}

TEST_CASE("each character of Windows-1252 leads back to its byte") {
    for (unsigned byte = 0; byte < 0x100; ++byte) {
        const char32_t character = character_of(static_cast<unsigned char>(byte), Charset::windows_1252);
        CHECK(windows_1252_byte(character) == static_cast<unsigned char>(byte));
    }
    CHECK_FALSE(windows_1252_byte(U'Ş'));
}

TEST_CASE("UTF-16 of both orders, pairs and what is none") {
    CHECK(from_utf16(std::string_view("\xE9\0A\0", 4), false) == "éA");
    CHECK(from_utf16(std::string_view("\0\xE9\0A", 4), true) == "éA");
    CHECK(from_utf16(std::string_view("\xD8\x3D\xDE\x00", 4), true) == "😀");
    CHECK(from_utf16(std::string_view("\xD8\x3D\0A", 4), true) == "\uFFFDA");
    CHECK(from_utf16(std::string_view("\0A\0", 3), true) == "A");
}
