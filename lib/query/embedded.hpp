// The data of this room as bytes of the program: the files of lib/query/data, and what the build makes of them.
#pragma once

#include <string_view>

namespace cafe::query {

std::string_view embedded_words();       ///< words.bloom
std::string_view embedded_recogniser();  ///< recogniser.bin
std::string_view embedded_everyday();    ///< everyday.tsv
std::string_view embedded_lists();       ///< lists.tsv
std::string_view embedded_endings();     ///< endings.tsv
std::string_view embedded_weights();     ///< weights.tsv

}  // namespace cafe::query
