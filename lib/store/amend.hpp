// A Book some of whose files are others: what a change would make of it, or what a reader may see of it.
#pragma once

#include <memory>
#include <vector>

#include "store/book.hpp"
#include "store/changes.hpp"

namespace cafe::store {

/// Adds the record of a file to the lists of a book, at their end, and its words to the vocabulary. The first step of
/// `load` and of `put`.
void place(const std::shared_ptr<const Source>& source, Book& book);

/// Puts files in the place of those at their paths, or beside the others. Findings of the book stay as they are.
void put(Book& book, const std::vector<std::shared_ptr<const Source>>& sources);

/// The book as it would be loaded after a change. A text that is no record is in `unreadable` and in `findings`.
Book with_changes(Book book, const Changes& changes);

}  // namespace cafe::store
