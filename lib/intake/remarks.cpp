#include "intake/remarks.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "model/fields.hpp"

namespace cafe::intake {

namespace {

constexpr Phrase<Words, Words> remark{"{} : {}", "{}: {}"};
constexpr Noun rows_noun{"ligne", "lignes", "row", "rows"};

// What people call a field: « territoire » for "territory".
Words label_of(const std::string& key) {
    const model::Field* field = model::partner_shape().find(key);
    return field == nullptr ? same(key) : Words{std::string(field->label.fr), std::string(field->label.en)};
}

}  // namespace

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

std::vector<Words> Remarks::sentences() const {
    std::vector<Words> said_of_all;
    for (const auto& [sentence, n] : all()) said_of_all.push_back(remark(cafe::count(n, rows_noun), sentence));
    static constexpr Phrase<Words, std::string, Words> unknown{"mot inconnu pour {} : « {} » ({})",
                                                               "unknown word for {}: '{}' ({})"};
    static constexpr Phrase<Words, std::string, Words, std::string> near{
        "mot inconnu pour {} : « {} » ({}) ; le plus proche : {}", "unknown word for {}: '{}' ({}); the nearest: {}"};
    constexpr std::size_t most = 30;
    std::size_t said = 0;
    const auto words = unknown_words();
    for (const Remarks::Unknown& word : words) {
        if (++said > most) break;
        const Words rows = cafe::count(word.rows, rows_noun);
        const std::string shown(utf8::fit(utf8::printable(word.word), 60));
        const Words field = label_of(word.field);
        said_of_all.push_back(word.nearest.empty() ? unknown(field, shown, rows)
                                                   : near(field, shown, rows, word.nearest));
    }
    static constexpr Phrase<std::size_t> more{"et {} autres mots inconnus", "and {} more unknown words"};
    if (words.size() > most) said_of_all.push_back(more(words.size() - most));
    return said_of_all;
}

}  // namespace cafe::intake
