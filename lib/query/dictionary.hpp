// Whether a word is one of French or English: what is spelled right is never taken for a slip of something else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/hash.hpp"

namespace cafe::query {

/// Whether either language has the word (folded), or more than one of it. Of words that neither has, one in sixty is
/// taken for one: a slip is then left as it is.
bool is_dictionary_word(std::string_view folded);

/// A word without the s of many: what the filter holds.
inline std::string_view dictionary_form(std::string_view folded) {
    return folded.size() > 3 && folded.ends_with('s') ? folded.substr(0, folded.size() - 1) : folded;
}

/// The bits of a word in a Bloom filter of so many bits: what writes the filter and what reads it agree on them here.
template <class Visit>
void each_bit(std::string_view word, std::uint64_t bits, Visit visit) {
    constexpr int hashes = 6;
    const std::uint64_t hash = fnv64(word);
    const std::uint64_t step = (hash >> 17U) | 1U;
    for (int i = 0; i < hashes; ++i) visit((hash + static_cast<std::uint64_t>(i) * step) % bits);
}

}  // namespace cafe::query
