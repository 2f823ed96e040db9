// Several notebooks as one: the circonscriptions of a département, the départements of a région.
#pragma once

#include <string>
#include <vector>

#include "store/book.hpp"

namespace cafe::store {

/// A notebook beside others, and what it is called there.
struct Beside {
    std::string name;  ///< an id: model::is_id
    Book book;
};

/// One book of all, for reading alone: every id reads NAME:id ("fumel:ccas"), and references lead where they led. The
/// first notebook says the title, the language and the other settings; départements, emergency numbers, words, own
/// areas and what was taught are those of all. An own area whose id another notebook gives to something else reads
/// NAME-id. Findings of reading are left to each notebook's own `check`. No Error: books that could be loaded can
/// be put together. `books` is not empty.
Book together(std::vector<Beside> books);

}  // namespace cafe::store
