#include "site/word_filter.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "query/dictionary.hpp"
#include "query/word_lists.hpp"
#include "site/search_codes.hpp"

namespace cafe::site {

namespace {

constexpr unsigned bits_of_letter = 6;

std::uint32_t mixed(std::uint32_t hash) {
    hash ^= hash >> 16U;
    hash *= 0x85ebca6bU;
    hash ^= hash >> 13U;
    hash *= 0xc2b2ae35U;
    return hash ^ hash >> 16U;
}

std::uint32_t hashed(std::string_view word, std::uint32_t basis) {
    return mixed(fnv32(word, fnv32({}) + basis));
}

/// Where the parts of a word's fingerprint stand, one in each block.
struct Place {
    std::array<std::uint32_t, 3> slots{};
    std::uint32_t print = 0;
};

Place place_of(std::string_view word, std::uint32_t seed, std::uint32_t block, unsigned bits) {
    const std::uint32_t one = hashed(word, 2 * seed);
    const std::uint32_t two = hashed(word, 2 * seed + 1);
    const std::uint32_t three = mixed(one ^ two * 0x9e3779b1U);
    return {{one % block, block + two % block, 2 * block + three % block}, mixed(one + two) & ((1U << bits) - 1)};
}

using Order = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // a slot that one word alone has, and the word

// Words one behind the other that have a slot alone, once those before are taken away; all of them where that works.
Order peeled(const std::vector<Place>& places, std::uint32_t slots) {
    std::vector<std::uint32_t> count(slots);
    std::vector<std::uint32_t> words(slots);  // which, joined by xor
    for (std::uint32_t word = 0; word < places.size(); ++word)
        for (const std::uint32_t slot : places[word].slots) {
            ++count[slot];
            words[slot] ^= word;
        }
    std::vector<std::uint32_t> alone;
    for (std::uint32_t slot = 0; slot < slots; ++slot)
        if (count[slot] == 1) alone.push_back(slot);
    Order order;
    while (!alone.empty()) {
        const std::uint32_t slot = alone.back();
        alone.pop_back();
        if (count[slot] != 1) continue;
        const std::uint32_t word = words[slot];
        order.emplace_back(slot, word);
        for (const std::uint32_t other : places[word].slots) {
            words[other] ^= word;
            if (--count[other] == 1) alone.push_back(other);
        }
    }
    return order;
}

std::string packed(const std::vector<std::uint32_t>& prints, unsigned bits) {
    std::string text;
    std::uint32_t rest = 0;
    unsigned filled = 0;
    for (const std::uint32_t print : prints) {
        rest |= print << filled;
        for (filled += bits; filled >= bits_of_letter; filled -= bits_of_letter, rest >>= bits_of_letter)
            text += plain_sign(rest & 63U);
    }
    return text + plain_sign(rest) + plain_sign(0);
}

}  // namespace

std::string word_filter(const std::set<std::string>& words, unsigned bits, std::uint32_t seed) {
    const auto block = static_cast<std::uint32_t>(words.size() * 123 / 300 + 11);
    for (;; ++seed) {
        std::vector<Place> places;
        for (const std::string& word : words) places.push_back(place_of(word, seed, block, bits));
        Order order = peeled(places, 3 * block);
        if (order.size() < words.size()) continue;
        std::vector<std::uint32_t> prints(3 * std::size_t{block});
        std::reverse(order.begin(), order.end());
        for (const auto& [slot, word] : order) {
            std::uint32_t print = places[word].print;
            for (const std::uint32_t other : places[word].slots)
                if (other != slot) print ^= prints[other];
            prints[slot] = print;
        }
        return std::to_string(bits) + "," + std::to_string(seed) + "," + std::to_string(block) + "," +
               packed(prints, bits);
    }
}

bool may_have(std::string_view filter, std::string_view word) {
    std::array<std::uint32_t, 3> numbers{};  // bits, seed, block
    std::size_t at = 0;
    for (std::uint32_t& number : numbers) {
        const std::size_t end = filter.find(',', at);
        number = static_cast<std::uint32_t>(text::to_integer(filter.substr(at, end - at)).value_or(1));
        at = end + 1;
    }
    const auto [bits, seed, block] = numbers;
    const Place place = place_of(word, seed, block, bits);
    std::uint32_t print = place.print;
    for (const std::uint32_t slot : place.slots) {
        const std::size_t bit = std::size_t{slot} * bits;
        const std::size_t letter = at + bit / bits_of_letter;
        const auto pair =
            static_cast<std::uint32_t>(plain_value(filter[letter]) | plain_value(filter[letter + 1]) << bits_of_letter);
        print ^= pair >> bit % bits_of_letter & ((1U << bits) - 1);
    }
    return print == 0;
}

std::string filtered_form(std::string_view folded) {
    constexpr std::size_t shortest = 4;
    const std::string_view word = query::dictionary_form(folded);
    for (std::size_t from = shortest; from < word.size(); ++from)
        if (query::stands_in(query::WordList::forms, word.substr(from))) return std::string(word.substr(0, from)) + "-";
    return std::string(word);
}

}  // namespace cafe::site
