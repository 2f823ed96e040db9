// What phrases mean: those of the vocabularies, of everyday speech, and the names of partners.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/fold.hpp"
#include "model/vocabulary.hpp"
#include "query/spellings.hpp"

namespace cafe::query {

enum class MeaningKind { theme, public_, kind, partner };

/// What a phrase may mean.
struct Meaning {
    MeaningKind kind = MeaningKind::theme;
    std::string id;
    std::string said;      ///< the spelling that the vocabulary or the fiche has: "logement social"
    bool acronym = false;  ///< said in capitals: it matches whole and unbent
    enum class Breadth {
        broad,     ///< the theme's own words, or a family's
        everyday,  ///< what people say of it, « plus de courant »
        narrow,    ///< a synonym that is less than the theme, « microcrédit »: who says it comes before who does not
    };
    Breadth breadth = Breadth::broad;
    bool operator==(const Meaning&) const = default;
};

/// What the vocabulary and everyday speech call themes, publics and kinds: each spelling with its words, in the order
/// they are learnt. An id that only everyday speech has means nothing in this vocabulary.
using Learn = std::function<void(Meaning meaning, std::span<const Token> words)>;
void each_meaning(const model::Vocabulary& vocabulary, Spellings& spellings, const Learn& learn);

/// A spelling of something before its words are worked out. What it views lives as long as the vocabulary and the
/// catalog.
struct Spoken {
    enum class How : std::uint8_t {
        label,
        synonym,
        everyday,  ///< as people speak
        broad,     ///< the same of a family, of a public, of a kind; a name
    };
    MeaningKind kind = MeaningKind::theme;
    How how = How::broad;
    bool in_family = false;  ///< a theme below a family
    std::string_view id;
    std::string_view text;
    const model::Bilingual* label = nullptr;  ///< of what a synonym is another word for
};

/// How broad a spelling is, beside what its theme and the others are called.
class Breadths {
public:
    Breadths(const model::Vocabulary& vocabulary, Spellings& spellings);

    [[nodiscard]] Meaning meaning_of(const Spoken& spoken, std::span<const Token> words) const;

private:
    [[nodiscard]] Meaning::Breadth breadth_of(const Spoken& spoken, std::span<const Token> words) const;

    Spellings& spellings_;
    std::unordered_map<std::string, std::string> theme_called_;  ///< a label's light form → the theme
};

/// The two letters that each first word of a text begins with, up to the first that may say something: little words at
/// the beginning may be left out. A letter that is not there is a zero.
std::vector<std::string> beginnings_of(std::string_view text);

/// Whether a misspelt word may have been this one.
inline bool may_be_meant(const Token& token) {
    return !token.little && !token.acronym;
}

/// Names with one of their first words beginning with two letters.
using NamesThatBegin = std::function<void(std::string_view letters, const std::function<void(const Spoken&)>& visit)>;

/// Phrases by their words. Nothing of a phrase is worked out before a word is looked up that begins with the same two
/// letters, which no stem touches: of four thousand phrases a question needs some two hundred.
class PhraseBook {
public:
    enum class Depth : std::uint8_t { same, light, root, bare };

    explicit PhraseBook(const model::Vocabulary& vocabulary);

    /// A name; before anything is looked up.
    void add(const Spoken& spoken);
    /// Asks for names when they are looked up, instead; how many words the longest has.
    void ask_for_names(NamesThatBegin names, std::size_t longest);

    /// The meanings of words in a form, in the order they were added; null when they have none.
    const std::vector<std::uint32_t>* find(Depth depth, const std::string& words);
    /// The kinds of organisation whose business a phrase usually is: its light forms without little words.
    std::vector<std::string> usual_kinds(const std::string& words);
    [[nodiscard]] const Meaning& meaning(std::uint32_t number) const { return meanings_[number]; }
    /// How many words a phrase has at most.
    [[nodiscard]] std::size_t longest() const { return longest_; }

    /// Every word of every phrase that is no little word and no acronym, folded, sorted, each once. Works all of them
    /// out.
    std::vector<std::string> single_words();

private:
    using Beginning = std::uint16_t;
    struct Bucket {
        std::vector<std::uint32_t> spoken;
        std::vector<std::uint32_t> usual;
    };

    void make_ready(std::string_view words);
    void work_out(Beginning beginning, const Bucket& bucket);
    void learn(Beginning beginning, std::uint32_t spoken);
    void add_key(Beginning beginning, Depth depth, const std::string& words, std::uint32_t meaning);

    Spellings spellings_;
    Breadths breadths_;
    std::vector<Spoken> spoken_;
    std::vector<Spoken> usual_;                      ///< `id` is the kind
    std::unordered_map<Beginning, Bucket> buckets_;  ///< that are not worked out yet
    NamesThatBegin names_;                           ///< may be empty
    std::unordered_set<Beginning> asked_;            ///< whose names were asked for
    std::size_t longest_ = 1;
    std::vector<Meaning> meanings_;
    std::vector<std::uint32_t> meaning_of_;  ///< by spoken; `unknown` before it is worked out
    std::unordered_map<std::string, std::vector<std::uint32_t>> keys_;  ///< looked up only, never walked
    std::unordered_map<std::string, std::vector<std::string>> usual_kinds_;
};

}  // namespace cafe::query
