#include "query/dictionary.hpp"

#include "query/embedded.hpp"

namespace cafe::query {

bool is_dictionary_word(std::string_view folded) {
    const std::string_view filter = embedded_words();
    bool there = true;
    each_bit(dictionary_form(folded), std::uint64_t{filter.size()} * 8, [&](std::uint64_t bit) {
        there = there && (static_cast<unsigned char>(filter[bit / 8]) >> (bit % 8) & 1U) != 0;
    });
    return there;
}

}  // namespace cafe::query
