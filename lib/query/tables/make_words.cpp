// A tool beside the build: make_words OUTPUT FILE… writes the filter of lib/query/data/words.bloom from lists of words,
// one a line (lib/query/data/SOURCE.md says which). Words with a capital are names, unless they are months and days.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <set>
#include <string>
#include <string_view>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "query/dictionary.hpp"

namespace {

constexpr std::size_t bytes = 330'000;
constexpr std::size_t shortest = 3;
constexpr std::array<std::string_view, 19> capitals_in_english{
    "January",  "February", "March",  "April",   "May",       "June",     "July",   "August",   "September", "October",
    "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

bool is_name(const std::string& word) {
    std::size_t at = 0;
    return cafe::utf8::is_upper(cafe::utf8::next(word, at)) &&
           std::find(capitals_in_english.begin(), capitals_in_english.end(), word) == capitals_in_english.end();
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::fputs("usage: make_words OUTPUT FILE...\n", stderr);
        return 2;
    }
    std::set<std::string> words;
    for (int i = 2; i < count; ++i) {
        std::ifstream file(arguments[i]);
        for (std::string line; std::getline(file, line);) {
            if (line.empty() || line.find('\'') != std::string::npos || is_name(line)) continue;
            for (const cafe::fold::Word& word : cafe::fold::words(line))
                if (word.folded.size() >= shortest) words.emplace(cafe::query::dictionary_form(word.folded));
        }
    }
    std::string filter(bytes, '\0');
    for (const std::string& word : words)
        cafe::query::each_bit(word, std::uint64_t{bytes} * 8, [&](std::uint64_t bit) {
            filter[bit / 8] = static_cast<char>(static_cast<unsigned char>(filter[bit / 8]) | 1U << (bit % 8));
        });
    std::ofstream out(arguments[1], std::ios::binary);
    out.write(filter.data(), static_cast<std::streamsize>(filter.size()));
    std::fprintf(stderr, "%zu words\n", words.size());
    return out.flush() ? 0 : 1;
}
