// Loading a notebook through its index: for commands that ask, never for those that write.
#pragma once

#include "store/book.hpp"
#include "store/index.hpp"
#include "store/unread.hpp"

namespace cafe::store {

/// When texts and trees of records are read that the index keeps. `when_asked` leaves them for `tree_of`: for a Catalog
/// and nothing else, since such a source's own `text` and `tree` are empty (kept_source.hpp).
enum class Trees { at_once, when_asked };

/// As `load`, with the same book and the same findings; what the index keeps of unchanged files is not read again, and
/// what had to be read is kept for the next time.
Result<Book> load_indexed(StampedDisk& disk, const std::string& root, const LoadOptions& options,
                          const IndexPlace& place, Trees trees = Trees::at_once);

/// The same for a Catalog alone: fiches that the index keeps stay there, but for their sketches.
Result<Sketched> load_sketched(StampedDisk& disk, const std::string& root, const LoadOptions& options,
                               const IndexPlace& place);

}  // namespace cafe::store
