// Texts as `Secrets` compares them: words of a street, rows of digits, what a link hides behind %XX.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"

namespace cafe::facts {

using Strings = std::vector<std::string>;

/// A word that counts, and where it stands.
struct Token {
    std::string word;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The words of a text that count, each in one form (« imp. » is « impasse », a plural its singular); "14bis" is two.
std::vector<Token> tokens_of(std::string_view text);
/// The same without their places.
Strings words_of(std::string_view text);
/// How many bytes they have together.
std::size_t letters_of(const Strings& words);
/// Whether the words stand there, one after the other.
bool stand_at(const std::vector<Token>& tokens, std::size_t at, const Strings& words);

/// A text whose %XX are read, with where each byte of it stood.
struct Readable {
    std::string text;
    std::vector<std::size_t> at;  // empty: as it stands

    [[nodiscard]] Span back(Span span) const { return at.empty() ? span : Span{at[span.begin], at[span.end]}; }
};

/// Whether a text has bytes written as %XX.
bool has_percent(std::string_view text);
Readable readable(std::string_view text);

/// Writes small letters without accents into `out`: good enough to pass over a text. What it does not know stays.
void roughly_folded(std::string_view text, std::string& out);

/// A row of digits, whatever people write between its groups.
struct Digits {
    std::string digits;
    std::vector<std::size_t> at;  // where each stands
};

std::vector<Digits> digits_of(std::string_view text);

}  // namespace cafe::facts
