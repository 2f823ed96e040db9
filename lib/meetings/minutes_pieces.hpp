// The pieces that a typed line of minutes is taken apart into.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/value.hpp"

namespace cafe::meetings::minutes_page {

/// Sets a key of an item, or takes it away when nothing is said; a text that says the same is left as it was written.
void set(Map& item, std::string_view key, Value value);

/// Takes "[permanence-msa]" off the end of a first line.
std::string take_id(std::string& line);

/// Takes "(…)" off the end of a text, with brackets inside of it.
std::string take_brackets(std::string& text);

/// Whether a line on record says all that a typed one says. An id is made for each typed line, so it tells nothing.
bool says_all(const Value& one, const Value& typed);

/// Joins a list on record with one of a page that somebody began by themselves: what is known already is not said
/// twice.
List joined(List all, const List& said);

/// The text of a value, or of one of its keys; empty when it has none.
std::string text_in(const Value& item, std::string_view key);

/// The colons of a first line at which it may be parted: "Habitalys : texte", "Habitalys: texte".
std::vector<std::pair<std::string, std::string>> partings(const std::string& text);

}  // namespace cafe::meetings::minutes_page
