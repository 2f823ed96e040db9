#include "base/punycode.hpp"

#include <doctest/doctest.h>

TEST_CASE("punycode of hosts that exist, and of the RFC's own samples") {
    CHECK(cafe::punycode("lucé") == "luc-dma");
    CHECK(cafe::punycode("münchen") == "mnchen-3ya");
    CHECK(cafe::punycode("académie-française") == "acadmie-franaise-npb1a");
    // RFC 3492 §7.1: (L) and (R), in small letters, and (A) Arabic.
    CHECK(cafe::punycode("3年b組金八先生") == "3b-ww4c5e180e575a65lsy2b");
    CHECK(cafe::punycode("パフィーdeルンバ") == "de-jg4avhby1noc0d");
    CHECK(cafe::punycode("ليهمابتكلموشعربي؟") == "egbpdaj6bu4bxfgehfvwxn");
}
