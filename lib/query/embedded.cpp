#include "query/embedded.hpp"

#include "base/embed.hpp"

// CAFE_QUERY_DATA is set for this file alone; CMake rebuilds it when one of the files changes.
CAFE_EMBED(query_words, CAFE_QUERY_DATA "/words.bloom");
CAFE_EMBED(query_recogniser, CAFE_QUERY_DATA "/recogniser.bin");
CAFE_EMBED(query_everyday, CAFE_QUERY_DATA "/everyday.tsv");
CAFE_EMBED(query_lists, CAFE_QUERY_DATA "/lists.tsv");
CAFE_EMBED(query_endings, CAFE_QUERY_DATA "/endings.tsv");
CAFE_EMBED(query_weights, CAFE_QUERY_DATA "/weights.tsv");

namespace cafe::query {

std::string_view embedded_words() {
    return CAFE_EMBEDDED(query_words);
}

std::string_view embedded_recogniser() {
    return CAFE_EMBEDDED(query_recogniser);
}
std::string_view embedded_everyday() {
    return CAFE_EMBEDDED(query_everyday);
}
std::string_view embedded_lists() {
    return CAFE_EMBEDDED(query_lists);
}
std::string_view embedded_endings() {
    return CAFE_EMBEDDED(query_endings);
}
std::string_view embedded_weights() {
    return CAFE_EMBEDDED(query_weights);
}

}  // namespace cafe::query
