#include "base/uuid.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace cafe;

TEST_CASE("an identifier of a name is that of RFC 9562") {
    constexpr Uuid names{0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1,
                         0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8};
    CHECK(to_text(uuid5(names, "www.example.com")) == "2ed6657d-e927-568b-95e1-2665a8aea6a2");  // appendix A.4
    // Beyond one block, and at the ends of one (Python's uuid.uuid5).
    CHECK(to_text(uuid5(uuid_of_urls, std::string(200, 'a'))) == "7f4631a0-b493-5760-92a5-27e642bfb142");
    CHECK(to_text(uuid5(uuid_of_urls, std::string(39, 'b'))) == "f56cba14-bd16-5a7d-ad62-1d139b70ee63");
    CHECK(to_text(uuid5(uuid_of_urls, std::string(40, 'c'))) == "493dcb02-a044-57d1-98a8-9729743c4201");
    CHECK(to_text(uuid5(uuid_of_urls, "")) == "1b4db7eb-4057-5ddf-91e0-36dec72071f5");
}
