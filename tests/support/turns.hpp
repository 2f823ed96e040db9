// How many turns a test takes that tries many things made by chance.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace cafe::test {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif
#else
inline constexpr bool sanitized = false;
#endif

/// Says whether tests are to be brief: under sanitizers, where each turn takes seven times as long and looks at memory
/// rather than at what comes out, unless CAFE_LONG is set.
inline bool in_brief() {
    return sanitized && std::getenv("CAFE_LONG") == nullptr;
}

/// Gives the turns of a test that takes `all` of them: in brief a quarter, and at least `least`.
inline std::size_t turns(std::size_t all, std::size_t least = 1) {
    return in_brief() ? std::min(all, std::max(least, all / 4)) : all;
}

}  // namespace cafe::test
