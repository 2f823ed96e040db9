// A file that the index keeps, whose text and tree are read when somebody asks: most questions ask for a few of them.
#pragma once

#include <memory>
#include <string>

#include "store/book.hpp"
#include "store/index.hpp"

namespace cafe::store {

/// Where kept files are read from, shared by all of a notebook.
struct Shelf {
    Index index;
    Disk& disk;
    std::string root;
};

/// Its `text` and `tree` stay empty: `tree_of` reads. Where the index then cannot be read, the file itself is.
std::shared_ptr<const Source> kept_source(const Ref& ref, const std::string& path, const Index::Kept& kept,
                                          std::shared_ptr<const Shelf> shelf);

/// The tree of any source. Null where a kept one can be read from nowhere any more. Several threads may ask.
const yaml::Node* tree_of(const std::shared_ptr<const Source>& source);

/// Reads every kept source of a book, for who needs all texts and trees.
void make_whole(Book& book);

}  // namespace cafe::store
