// The tree of a YAML text with the exact bytes of every part: what was written, where, and how.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "base/value.hpp"

namespace cafe::yaml {

/// How a scalar was written.
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };
/// `empty` is a key, or a list item, with nothing behind it.
enum class Kind : std::uint8_t { empty, scalar, sequence, mapping };

struct Entry;

/// A part of a text. `span` is in bytes of the text as it was given, a BOM counted:
/// - scalar: its exact bytes, quotes included; a block text from its `|` or `>` to the end of its last line, without
///   that line's end (blank lines at the end belong to it only under `|+` and `>+`);
/// - list, mapping: from its first to its last byte, brackets included when `flow`;
/// - empty: no bytes, right behind the colon (or the dash).
struct Node {
    Kind kind = Kind::empty;
    bool flow = false;           ///< a collection in brackets or braces
    Style style = Style::plain;  ///< of a scalar
    Span span;
    std::string text;            ///< of a scalar: what it says, decoded; exactly as written, not normalised
    std::vector<Node> items;     ///< of a sequence
    std::vector<Entry> entries;  ///< of a mapping, in the order of the file; keys are unique after NFC

    /// The value under `key`, or nothing when this is no mapping or has no such key.
    [[nodiscard]] const Node* find(std::string_view key) const;
};

/// A key is always a scalar: of a Node it has `style`, `span` and `text`. Notebooks hold hundreds of thousands.
struct Key {
    Style style = Style::plain;
    Span span;
    std::string text;
};

struct Entry {
    Key key;
    Node value;
};

/// The data without its layout. An empty node is an empty text.
Value to_value(const Node& node);

}  // namespace cafe::yaml
