#include "query/embedded.hpp"

#include <cstddef>

// CAFE_QUERY_DATA is set for this file alone; CMake rebuilds it when one of the files changes.
#define CAFE_EMBED(symbol, file)     \
    __asm__(                         \
        ".pushsection .rodata\n"     \
        ".global cafe_query_" symbol \
        "_begin\n"                   \
        ".hidden cafe_query_" symbol \
        "_begin\n"                   \
        "cafe_query_" symbol         \
        "_begin:\n"                  \
        ".incbin \"" file            \
        "\"\n"                       \
        ".global cafe_query_" symbol \
        "_end\n"                     \
        ".hidden cafe_query_" symbol \
        "_end\n"                     \
        "cafe_query_" symbol         \
        "_end:\n"                    \
        ".byte 0\n"                  \
        ".popsection\n")

CAFE_EMBED("words", CAFE_QUERY_DATA "/words.bloom");
CAFE_EMBED("recogniser", CAFE_QUERY_DATA "/recogniser.bin");
CAFE_EMBED("everyday", CAFE_QUERY_DATA "/everyday.tsv");

extern "C" {
extern const char cafe_query_words_begin[], cafe_query_words_end[];
extern const char cafe_query_recogniser_begin[], cafe_query_recogniser_end[];
extern const char cafe_query_everyday_begin[], cafe_query_everyday_end[];
}

namespace cafe::query {

namespace {

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view embedded_words() {
    return between(cafe_query_words_begin, cafe_query_words_end);
}

std::string_view embedded_recogniser() {
    return between(cafe_query_recogniser_begin, cafe_query_recogniser_end);
}
std::string_view embedded_everyday() {
    return between(cafe_query_everyday_begin, cafe_query_everyday_end);
}

}  // namespace cafe::query
