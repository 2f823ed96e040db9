// The words of a text as a search reads them, each spelling worked out once.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cafe::query {

/// What the letters of a word tell, wherever it stands.
struct Spelling {
    std::string folded;
    std::string light;       ///< stem::light
    std::string root;        ///< stem::root
    bool little = false;     ///< is_little
    std::size_t number = 0;  ///< its place among the spellings met so far
};

/// A word where it stands in a text.
struct SpelledWord {
    const Spelling* spelling = nullptr;
    std::size_t begin = 0;  ///< bytes in the text
    std::size_t end = 0;
    bool acronym = false;  ///< written in capitals, and not all the text is
    bool little = false;   ///< says nothing by itself; one in capitals always says something
};

/// The same with its letters, for who keeps it longer than the spellings.
struct Token {
    std::string folded;
    std::string light;
    std::string root;
    std::size_t begin = 0;  ///< bytes in the text
    std::size_t end = 0;
    bool acronym = false;
    bool capitalised = false;  ///< begins with a capital
    bool little = false;
};

/// For who reads many texts: a notebook has a million words and some ten thousand spellings.
class Spellings {
public:
    /// The words of a text in order. What they point to lives as long as this.
    std::vector<SpelledWord> words_of(std::string_view text);
    std::vector<Token> tokens_of(std::string_view text);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    const Spelling& spelling_of(std::string_view cut);

    std::unordered_map<std::string, Spelling, Hash, std::equal_to<>> spellings_;  ///< of no letters: no word
};

/// The words of one text, ready to be looked up.
std::vector<Token> tokens_of(std::string_view text);

/// Words in one of their forms, a blank between them: what a phrase is looked up by.
std::string in_form(std::span<const Token> words, std::string Token::*form, bool without_little);

}  // namespace cafe::query
