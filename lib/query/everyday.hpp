// What people say of a need or of somebody, and what the network calls it: data/everyday.tsv, beside the vocabularies.
#pragma once

#include <span>
#include <string_view>

namespace cafe::query {

/// One line of the table: words parted by "; " that all mean the same.
struct Everyday {
    enum class Says {
        theme,
        public_,
        kind,
        usual,  ///< `id` is the kind of organisation that usually does it: it ranks among those who may
    };
    Says says = Says::theme;
    std::string_view id;
    std::string_view words;
};

/// In the order of the vocabularies. An id that a notebook does not have says nothing.
std::span<const Everyday> everyday_words();

}  // namespace cafe::query
