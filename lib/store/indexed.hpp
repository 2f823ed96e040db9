// Loading a notebook through its index: for commands that ask, never for those that write.
#pragma once

#include "store/book.hpp"
#include "store/index.hpp"

namespace cafe::store {

/// As `load`, with the same book and the same findings; what the index keeps of unchanged files is not read again, and
/// what had to be read is kept for the next time.
Result<Book> load_indexed(StampedDisk& disk, const std::string& root, const LoadOptions& options,
                          const IndexPlace& place);

}  // namespace cafe::store
