#include "base/slow_hash.hpp"

#include <doctest/doctest.h>

using namespace cafe;

TEST_CASE("a slow hash is the same under one setting, and another under another salt") {
    const std::string setting = slow_hash_setting("0123456789abcdef");
    const auto hash = slow_hash("marie@example.org", setting);
    REQUIRE(hash.has_value());
    CHECK(hash == slow_hash("marie@example.org", setting));
    CHECK(hash != slow_hash("paul@example.org", setting));
    CHECK(hash != slow_hash("marie@example.org", slow_hash_setting("fedcba9876543210")));
    CHECK(setting_of(*hash) == setting);
}

TEST_CASE("a hash that costs more than ours, or is none, has no setting") {
    const auto hash = slow_hash("x", slow_hash_setting("0123456789abcdef"));
    REQUIRE(hash.has_value());
    std::string dear = *hash;
    dear[4] = 'F';  // $y$jFT$: 16 GiB
    CHECK_FALSE(setting_of(dear).has_value());
    CHECK_FALSE(slow_hash("x", dear).has_value());
    for (const auto* other : {"", "$6$abc$def", "$y$j9T$", "$y$j9T$$", "$y$j9T$a b$x"}) CHECK_FALSE(setting_of(other));
}
