// Folding: what a search ignores. One algorithm for questions, names, areas and ids; the published page runs the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cafe::fold {

/// Lower case, no accents (NFKD without marks), œ→oe, æ→ae, ß→ss, every apostrophe, hyphen and space as one space,
/// other punctuation dropped to a space, no space at the ends. "L’Église-Neuve" → "l eglise neuve".
std::string text(std::string_view text);

/// A word of a text with where it stands, so that an answer can point at it.
struct Word {
    std::string folded;
    std::size_t begin = 0;  ///< bytes in the text it was cut from
    std::size_t end = 0;
    bool acronym = false;  ///< written in capitals, at least two of them, or with points: "CAF", "C.A.F."
    bool operator==(const Word&) const = default;
};

/// The words of a text in order, folded. Elisions come apart ("l'église" → "l", "eglise"); an acronym with points is
/// one word ("C.A.F." → "caf").
std::vector<Word> words(std::string_view text);

/// Where a word stands, before it is folded.
struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool acronym = false;
};
/// The words of a text in order, not folded yet: for who reads many texts and folds each spelling once. A cut that
/// `word` folds to nothing is no word.
std::vector<Cut> cuts(std::string_view text);
/// The bytes of one cut, folded, without the points of an acronym.
std::string word(std::string_view cut);

/// As `text`, with the short forms of place names written out: st → saint, ste → sainte.
std::string place(std::string_view name);

/// An id made from a name: folded, without the little words of French and English, joined by hyphens, at most
/// `limit` bytes, cut between words. "CCAS de Fumel" → "ccas-fumel". Empty when nothing is left.
std::string slug(std::string_view name, std::size_t limit = 64);

}  // namespace cafe::fold
