// What `cafe explain` says of a word: pages about rules, fields, kinds of record, words of the network, acronyms.
#pragma once

#include <string>
#include <vector>

#include "base/words.hpp"
#include "model/vocabulary.hpp"
#include "view/page.hpp"

namespace cafe::view {

/// The pages about a word, which may be a field, a theme and an acronym at once: a code (E201), a field
/// (phones.number), a kind of record (partner), a word of the vocabulary by its id or name, by a synonym where nothing
/// else bears it, an acronym. None when nothing is called so.
std::vector<Page> explanations(const std::string& word, const model::Vocabulary& vocabulary, Lang lang);

/// All that can be explained, as it is called.
std::vector<std::string> all_explained(const model::Vocabulary& vocabulary);

}  // namespace cafe::view
