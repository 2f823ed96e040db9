// Which theme a question is about, by all of its words and pieces of words: a linear recogniser, learnt from example
// lines (lib/query/data/questions.tsv), for questions in words that no vocabulary has.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/spellings.hpp"
#include "store/taught.hpp"

namespace cafe::query {

/// A piece of a question that tells: a root, two roots in a row, three to five letters, each hashed, with its weight.
struct Feature {
    std::uint32_t hash = 0;
    std::uint8_t weight = 0;
};
/// Each once, in rising order of the hashes. What learns the table and what reads it agree on them here.
std::vector<Feature> features_of(std::span<const Token> words);

/// A theme, or a kind of organisation, and how sure it is, 0 to 1.
struct Guess {
    std::string id;
    double p = 0;
    bool operator==(const Guess&) const = default;
};

/// The likeliest themes of words with these features, best first, at most `most`. What is about no theme at all takes
/// its share of the certainty and is not named. A taught line weighs the more, the more of its pieces the words have;
/// it may teach a theme that the table has not.
std::vector<Guess> recognise(std::span<const Feature> features, std::span<const store::Taught> taught = {},
                             std::size_t most = 3);

/// Whose business they usually are: kinds of organisation, the likeliest first.
std::vector<Guess> usual_kinds_of(std::span<const Feature> features);

/// Whether something was learnt of a word's root.
bool is_learnt(const Token& word);

/// The table itself, for the published page, whose script reads it by itself.
struct Learnt {
    using Pairs = std::vector<std::pair<std::uint8_t, std::int8_t>>;  ///< the place of a theme or kind, and its weight
    struct Feature {
        std::uint32_t hash = 0;
        Pairs themes;
        Pairs kinds;
    };
    std::vector<std::string_view> themes;
    std::vector<std::string_view> kinds;  ///< of organisations
    double scale = 1;                     ///< of the weights of themes
    double scale_of_kinds = 1;
    std::vector<Feature> features;  ///< in rising order of their hashes
};
Learnt learnt();

/// Of the shortest run of words that carries seven tenths of what speaks for a theme: position and length. For saying
/// why.
struct Run {
    std::size_t begin = 0;
    std::size_t length = 0;
};
Run telling_run(std::span<const Token> words, std::string_view theme);

}  // namespace cafe::query
