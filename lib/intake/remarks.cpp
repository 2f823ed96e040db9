#include "intake/remarks.hpp"

#include <algorithm>

namespace cafe::intake {

void Remarks::unknown_word(std::string_view field, const std::string& word, const std::string& nearest) {
    auto& entry = unknown_[{std::string(field), word}];
    ++entry.first;
    entry.second = nearest;
}

std::vector<Remarks::Unknown> Remarks::unknown_words() const {
    std::vector<Unknown> all;
    for (const auto& [key, entry] : unknown_) all.push_back({key.first, key.second, entry.second, entry.first});
    std::stable_sort(all.begin(), all.end(), [](const Unknown& a, const Unknown& b) { return a.rows > b.rows; });
    return all;
}

std::vector<std::pair<Words, std::size_t>> Remarks::all() const {
    std::vector<std::pair<Words, std::size_t>> found;
    for (const auto& [sentence, entry] : counts_) found.emplace_back(entry.second, entry.first);
    return found;
}

}  // namespace cafe::intake
