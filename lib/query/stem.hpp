// What a word has in common with its plural and its family, in French and English at once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Both functions take a folded word (cafe::fold) and know no language: a question mixes both. They are rules, not
// dictionaries; tests/query/stems.tsv pins them, and the published page's script runs the same table.
namespace cafe::query::stem {

/// The word without the endings of number and gender: "logements" → "logement", "aînées" → "ain", "eaux" → "eau",
/// "families" → "famili". Words of three letters or fewer, words with a digit and words that end in -s already in the
/// singular ("permis", "colis") come back as they are. Rules, in order:
///  1. eaux → eau; aux → al; x after eu or ou falls; s falls, unless the word is invariable or ends in ss;
///  2. up to two e at the end fall, while three letters stay (never of "cafe", which would be the Caf, nor where an
///     invariable word would stay: "course" is no "cours");
///  3. where an e fell, a doubled consonant at the end is written once; y at the end becomes i.
std::string light(std::string_view word);

/// The start that a family of words shares: "hébergement", "héberger", "hébergé" → "heberg"; "expulsion", "expulsé" →
/// "expuls". Coarser than `light`, so it counts for less and is asked last. Rules on the light form, the first that
/// fits with a start long enough: -ement (3 letters stay), -ation, -atif, -ativ, -ateur, -atric (4), -air (5), -sion,
/// -tion without their ion (5), -er (4, or 3 when the last is g, u or y; never -ier, -oyer), -ez (4), -ing, -ed (4).
std::string root(std::string_view word);

// What the rules go by, for the published page, whose script follows them by itself.
/// Words of rule 1 that lose nothing, parted by blanks.
std::string invariable_words();
/// An ending of `root` and how many letters must stay before it. "-sion" and "-tion" leave their s or t.
struct RootEnding {
    std::string_view letters;
    std::size_t least = 0;
};
std::vector<RootEnding> root_endings();

}  // namespace cafe::query::stem
