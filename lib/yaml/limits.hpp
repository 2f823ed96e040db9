// How much one text may hold: the bounds that keep reading safe against hostile bytes.
#pragma once

#include <cstddef>

namespace cafe::yaml {

inline constexpr std::size_t largest_text = std::size_t{1} << 20U;  ///< bytes
inline constexpr std::size_t deepest_level = 16;                    ///< collections inside each other, the root is 1
inline constexpr std::size_t most_nodes = 50'000;                   ///< keys, values and collections together
inline constexpr std::size_t longest_key = 1'024;                   ///< bytes as written: yaml-cpp counts so
inline constexpr std::size_t most_findings = 50;                    ///< of one text; the reading stops there

}  // namespace cafe::yaml
