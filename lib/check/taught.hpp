// Phrases that the notebook was taught: whether they mean something, and tell of nobody.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "store/book.hpp"
#include "store/taught.hpp"

namespace cafe::check {

/// What is wrong with the lines of `vocabulary/questions.tsv`, in their order.
Findings check_taught(std::span<const store::Taught> lines, const store::Book& book);

/// Whether a phrase has the whole name of somebody of the notebook, a number of five digits or more, or an address.
bool tells_of_somebody(std::string_view phrase, const store::Book& book);

/// The theme that a phrase surely is about by all other lines, where that is another one than its own, its family or
/// one of its family's.
std::optional<std::string> other_theme(const store::Taught& line, std::span<const store::Taught> lines,
                                       const model::Vocabulary& vocabulary);

}  // namespace cafe::check
