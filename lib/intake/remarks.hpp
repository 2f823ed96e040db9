// What an import says once, with the number of rows it is true of.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.hpp"

namespace cafe::intake {

/// What is said once, with how many rows: by sentence.
class Remarks {
public:
    void add(const Words& sentence) { ++counts_[sentence.fr].first, counts_[sentence.fr].second = sentence; }
    /// A word that is not known, of a column.
    void unknown_word(std::string_view field, const std::string& word, const std::string& nearest);
    struct Unknown {
        std::string field;
        std::string word;
        std::string nearest;
        std::size_t rows = 0;
    };
    [[nodiscard]] std::vector<Unknown> unknown_words() const;
    /// In the order of sentences, each with its count.
    [[nodiscard]] std::vector<std::pair<Words, std::size_t>> all() const;
    /// All of it as it is said: « 3 lignes : … », then the words that are not known.
    [[nodiscard]] std::vector<Words> sentences() const;

private:
    std::map<std::string, std::pair<std::size_t, Words>> counts_;
    std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::string>> unknown_;
};

}  // namespace cafe::intake
