// A set of words in a few bits each, that says of nearly every word whether it is one of them: an xor filter (Graf and
// Lemire 2019), in the letters of a script. assets/reader.js asks it in the page.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace cafe::site {

/// "BITS,SEED,BLOCK," and the fingerprints, six bits a letter. Of words that are none of the set one in 2 to the power
/// of `bits` is taken for one.
/// Which of the others they are depends on the seed: the first from `seed` on that the words can be told apart by.
std::string word_filter(const std::set<std::string>& words, unsigned bits, std::uint32_t seed = 0);

bool may_have(std::string_view filter, std::string_view word);

/// What the filter of a dictionary (lib/site/data/words.txt) has of a folded word: its beginning and a hyphen, where it
/// ends like a form of a verb or of a word of its family (WordList::forms).
std::string filtered_form(std::string_view folded);

}  // namespace cafe::site
