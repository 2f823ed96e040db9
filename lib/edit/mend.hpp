// What `check --fix` does: the changes that findings carry and the blanks that nobody means, each proven before it
// counts.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "store/book.hpp"
#include "store/changes.hpp"

namespace cafe::edit {

struct Mended {
    store::Changes files;        ///< by path
    std::vector<Words> said;     ///< what was done, a line for each of `files`
    std::size_t not_proven = 0;  ///< files left alone: the text would not have said the same
};

enum class Layout { leave, too };

/// The files that the findings' own changes mend, by path. A file changes as a whole or not at all: its new text must
/// be readable, and where the old one was, every value that no change touches must be what it was. `text_of` gives the
/// bytes of a file that could not be read as a record. With Layout::too blanks at the end of lines, the last line end
/// and the form of accents are put right in every readable file, and the older form of a fiche's origin becomes the
/// newer.
Mended mend(const store::Book& book, const Findings& findings,
            const std::function<std::string(const std::string& file)>& text_of, Layout layout);

}  // namespace cafe::edit
