// Where something stands: byte ranges inside a text, and the line and column that people are shown.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cafe {

/// A range of bytes, `end` exclusive.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
    bool operator==(const Span&) const = default;
};

/// A place in a file as people count: lines and columns from 1, columns in characters (code points), `end_column`
/// exclusive and on the same line. `line` 0 means the file as a whole. An empty file name means no file at all.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    int end_column = 0;
    auto operator<=>(const Place&) const = default;
};

/// The line starts of one text: turns byte ranges into places. A BOM at the start takes no column.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);

    /// The place of a range, cut at the end of its first line. An empty range is widened to one column.
    [[nodiscard]] Place place(std::string file, Span span) const;
    /// The bytes of a line (from 1) without its line end. Empty beyond the text.
    [[nodiscard]] std::string_view line(int number) const;
    /// The line (from 1) that holds a byte.
    [[nodiscard]] int line_of(std::size_t offset) const;

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

}  // namespace cafe
