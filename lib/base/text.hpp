// Small jobs on text that several rooms need: cutting, joining, numbers, the nearest word.
#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cafe::text {

/// Without ASCII blanks (space, tab, line ends) at both ends.
std::string_view trim(std::string_view text);
/// Between each `separator`; an empty text gives no parts.
std::vector<std::string_view> split(std::string_view text, char separator);
/// At runs of ASCII blanks; no part is empty.
std::vector<std::string_view> words(std::string_view text);
// Parts of a text that is gone at the end of the line would dangle: name the text first.
template <std::same_as<std::string> Gone>
std::vector<std::string_view> split(Gone&&, char) = delete;
template <std::same_as<std::string> Gone>
std::vector<std::string_view> words(Gone&&) = delete;
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

/// A whole number in decimal that fills the whole text, with an optional minus.
std::optional<long long> to_integer(std::string_view text);
/// A decimal number that fills the whole text (`44.5`, `-0.62`); no exponent, no infinity.
std::optional<double> to_number(std::string_view text);
bool is_digits(std::string_view text);

/// The fewest single-character insertions, removals, changes and swaps of neighbours (optimal string alignment)
/// between two texts, in code points. Stops counting beyond `limit` and returns `limit + 1`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);
/// The candidate nearest to a mistyped word, within a third of its length (at least one, at most three letters);
/// the first of equals. Nothing when none is near enough. Compares folded text.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace cafe::text
