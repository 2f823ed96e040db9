// The words of a question as the recognition of danger reads them: sounds, concepts, phrases, features. Pure functions
// of a table; lib/site/assets/danger.js follows the same rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cafe::query::danger {

/// A word as it sounds, so that slips of spelling fall together: "ph" is f, "qu" is k, "eau" is o, an accent is
/// nothing, a doubled letter is one ("frappé" and "frapé" are "frape"). Words with a digit stay as they are.
std::string sound_of(std::string_view folded);
/// The sound without its endings (-s, -x, -t, -d, -e, -er), while four letters stay: "frap".
std::string key_of(std::string_view sound);

/// One kind of danger, as declared in lib/query/data/danger/classes.tsv.
struct Class {
    std::string_view id;                    ///< "own-life"
    std::vector<std::string_view> numbers;  ///< the first one is the number of this danger; "3114", "15"
    std::int32_t threshold = 0;             ///< the least score that is heard
};

/// One word of a phrase: by its key, by the beginning of its sound, or by its concept.
struct Atom {
    enum class Kind { key, start, meaning };
    Kind kind = Kind::key;
    std::string letters;
    std::size_t concept_at = 0;  ///< place in Table::concepts
};

/// What one place of a phrase accepts: any of some runs of words.
struct Element {
    std::vector<std::vector<Atom>> any;
    std::size_t gap = 0;  ///< words that may stand before it
};

struct Phrase {
    int about = harmless;  ///< place of its class, or one of the two below
    std::vector<Element> elements;
    std::string_view text;        ///< as declared
    std::vector<Element> unless;  ///< not where the question says one of these anywhere

    static constexpr int harmless = -1;  ///< the words are taken out before anything else is heard
};

/// A word's concept: by its key, or by the beginning of its sound.
struct Entry {
    std::string key;
    std::size_t concept_at = 0;
};

struct Table {
    std::vector<Class> classes;
    std::vector<std::string_view> concepts;
    std::vector<Entry> whole;   ///< sorted by key
    std::vector<Entry> starts;  ///< sorted by key
    std::vector<Phrase> phrases;
};

/// Reads the table's text: `class`, `word` and `phrase` lines (make_danger joins them). What a line names must stand
/// before it; a line that does not read is an error of the build, named in `wrong`.
Table read_table(std::string_view text, std::string& wrong);

/// A table with all of its keys and sounds worked out, as text: what the build makes for the program, which reads it in
/// a tenth of the time.
std::string worked_out(const Table& table);
/// The same table but for `Phrase::text`. Reads nothing but what `worked_out` wrote.
Table read_worked_out(std::string_view text);

constexpr std::size_t no_concept = static_cast<std::size_t>(-1);

struct Word {
    std::string sound;
    std::string key;
    std::size_t concept_at = no_concept;
};

/// The words of a question, in order. A "j" written onto its verb stands alone ("jdors" is "j dors").
std::vector<Word> words_of(std::string_view question, const Table& table);

/// Takes out what harmless phrases say (« tuer le temps »); a word "|" stands where they stood.
std::vector<Word> without_harmless(std::vector<Word> words, const Table& table);

/// Whether a phrase is said somewhere in the words.
bool says(const std::vector<Word>& words, const Phrase& phrase);

constexpr std::size_t buckets = 1U << 13U;

/// The buckets of the question's features, sorted, each once: words, pairs of words, concepts, pairs and triples of
/// concepts, runs of three to five letters.
std::vector<std::uint32_t> features_of(const std::vector<Word>& words);

}  // namespace cafe::query::danger
