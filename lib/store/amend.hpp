// A Book some of whose files are others: what a change would make of it, or what a reader may see of it.
#pragma once

#include <memory>
#include <string>

#include "store/book.hpp"
#include "store/changes.hpp"

namespace cafe::store {

/// Adds the record of a file to the lists of a book, at their end, and its words to the vocabulary. The first step of
/// `load` and of `put`.
void place(const std::shared_ptr<const Source>& source, Book& book);

/// Puts a file in the place of the one at its path, or beside the others. Findings of the book stay as they are.
void put(Book& book, const std::shared_ptr<const Source>& source);

/// Takes a file out of a book: its source, its record and what reading found in it.
void drop(Book& book, const std::string& path);

/// The book as it would be loaded after a change. A text that is no record is in `unreadable` and in `findings`.
Book with_changes(Book book, const Changes& changes);

}  // namespace cafe::store
