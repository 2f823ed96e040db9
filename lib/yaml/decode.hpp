// What the written forms of a text say: quotes undone, escapes resolved, block texts cut out and folded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "yaml/report.hpp"

namespace cafe::yaml {

/// The offset behind the closing quote of a quoted text that opens at `at`, within `[at, line_end)`, or npos when the
/// line ends before it. `quote` is `'` (doubled inside) or `"` (escaped inside).
std::size_t closing_quote(std::string_view bytes, std::size_t at, std::size_t line_end);

/// The inside of a quoted text (quotes excluded). Wrong and forbidden escapes are reported and left out.
std::string decode_single(std::string_view inside);
std::string decode_double(std::string_view bytes, Span inside, Report& report);

/// The first line of a block text behind `|` or `>`, without comment: which indentation and ending it asks for.
struct BlockHeader {
    bool folded = false;
    std::size_t indent = 0;  ///< written indentation indicator 1 to 9; 0 when it is to be found out
    char chomp = ' ';        ///< `-` no line end at the end, `+` all of them, ` ` one
    std::size_t size = 0;    ///< bytes of the header itself
    bool valid = false;      ///< nothing but blanks and a comment follows
};
BlockHeader read_block_header(std::string_view line);

/// The lines of a block text, put together in order.
class BlockText {
public:
    explicit BlockText(const BlockHeader& header) : header_(header) {}
    /// A line without its indentation; empty for a blank one.
    void add(std::string_view line);
    [[nodiscard]] std::string take();

private:
    void add_breaks(std::string_view line);

    BlockHeader header_;
    std::string text_;
    std::size_t blank_lines_ = 0;
    bool begun_ = false;
    bool more_indented_ = false;
};

}  // namespace cafe::yaml
