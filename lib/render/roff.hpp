// Manual pages in roff: what `man` reads. Text goes in as it is and comes out escaped; nothing else writes roff.
#pragma once

#include <string>
#include <string_view>

namespace cafe::render {

/// Text as roff shows it, letter by letter: no backslash, point, apostrophe or hyphen of it is a command, and letters
/// beyond ASCII are named by their code, so that the page reads the same in every locale.
std::string roff_text(std::string_view text);

/// A page, written from top to bottom.
class ManualPage {
public:
    /// `name` and `section` as in `cafe-find(1)`; `source` is what the page belongs to ("cafe 0.1.0"), `manual` the
    /// title in the middle of the first line.
    ManualPage(std::string_view name, int section, std::string_view source, std::string_view manual);

    ManualPage& section(std::string_view title);
    ManualPage& subsection(std::string_view title);
    ManualPage& paragraph(std::string_view text);
    /// A line of a synopsis: the command bold, what follows as it is.
    ManualPage& call(std::string_view command, std::string_view arguments);
    /// A word in bold and, indented below it, what it means.
    ManualPage& term(std::string_view word, std::string_view meaning);
    /// Lines kept as they are.
    ManualPage& lines(std::string_view text);

    [[nodiscard]] const std::string& roff() const { return roff_; }

private:
    std::string roff_;
};

/// A page that is another one: the `.so` line that man follows. `target` is a path like "man1/cafe-find.1".
std::string roff_link(std::string_view target);

}  // namespace cafe::render
