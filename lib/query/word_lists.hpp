// The lists of words by which a question is read: lib/query/data/lists.tsv.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// All words are folded (cafe::fold): « l' » is "l", « à » is "a".
namespace cafe::query {

/// What a list is for stands beside it in the data file. Lists from `leaves_out` on have phrases.
enum class WordList {
    little,
    denying,
    denying_with_de,
    before_places,
    near,
    also_places,
    vague,
    anybody,
    functions,
    leaders,
    succeeding,
    titles,
    acronyms_also_words,
    invariable,
    years,
    how_long,
    articles,
    links,
    months,
    when,
    tomorrow,
    mornings,
    afternoons,
    evenings,
    forms,
    being,
    joining,
    leading,
    indefinite,
    stepping_over,
    any_business,
    leaves_out,
    leaves_out_names,
    leaves_out_house,
    leaves_out_near,
    not_wanted,
};
inline constexpr std::size_t word_lists = static_cast<std::size_t>(WordList::not_wanted) + 1;

/// How the data file calls a list.
std::string_view key_of(WordList list);

/// Whether a word stands in a list.
bool stands_in(WordList list, std::string_view folded);
/// The words of a list, parted by blanks, for the published page, whose script reads them by itself.
std::string words_of(WordList list);

/// Words one behind the other, for each those that may stand there.
using WordRow = std::vector<std::vector<std::string_view>>;
/// The phrases of a list, the longest first.
std::span<const WordRow> phrases_of(WordList list);

/// What is wrong in the data file, a line each; empty when it is right.
std::vector<std::string> wrong_lines_of_lists();

}  // namespace cafe::query
