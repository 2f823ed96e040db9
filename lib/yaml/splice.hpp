// Changes of a text that touch only the bytes that must change: a part is replaced, put in or taken out where it
// stands.
//
// Nothing here is believed: each function proposes, `splice` reads the result again and takes the first proposal that
// says exactly what was wanted. Comments, blank lines, quotes and line ends outside of a proposal's range stay because
// nobody touches them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/value.hpp"
#include "yaml/tree.hpp"

namespace cafe::yaml {

struct DraftEntry;

/// A value to be written, with the layout it shall have.
struct Draft {
    Kind kind = Kind::scalar;  ///< never empty: that is an empty text
    bool typed = false;        ///< a number, a date, true or false: written plain (`write_typed`)
    bool flow = false;         ///< a collection in brackets; one that holds several lines is written as a block anyway
    std::string text;          ///< of a scalar
    std::string written;       ///< of a scalar: its bytes, kept as they stood; empty: written anew
    std::vector<Draft> items;
    std::vector<DraftEntry> entries;
};

struct DraftEntry {
    std::string key;
    Draft value;
};

/// On one line, as it stands inside brackets.
std::string write_flow(const Draft& draft);
/// What stands right behind `key:` of a key in column `column` (from 0): ` value`, or the lines of a block, each begun
/// by its line end. Lines end with LF.
std::string write_behind(const Draft& draft, std::size_t column);
/// The item of a block list whose dash stands in column `column`, without the blanks before the dash. `gap` stands
/// between dash and content.
std::string write_item(const Draft& draft, std::size_t column, std::string_view gap = " ");

/// Where a part stands: the numbers of entries or items from the root on. Empty: the root.
using Location = std::vector<std::size_t>;

/// The part at a location that exists.
const Node& at(const Node& root, const Location& location);

// Proposals, the best first; none where no way is known. `root` is the tree of `text`.

/// Another value in the place of one. A scalar keeps quotes that it had without need, and the kind of quotes.
std::vector<TextPatch> propose_replace(std::string_view text, const Node& root, const Location& location,
                                       const Draft& value);
/// A new entry (with `key`) or item before the one that has the number `index`; at the end when it is their count.
std::vector<TextPatch> propose_insert(std::string_view text, const Node& root, const Location& collection,
                                      std::size_t index, const std::string& key, const Draft& value);
/// Without an entry or item, and without the comment on the lines directly above it. The last one of a collection
/// cannot go: its collection does.
std::vector<TextPatch> propose_remove(std::string_view text, const Node& root, const Location& location);

/// True when both say the same: the order of a mapping's keys does not count.
bool same(const Value& a, const Value& b);

/// A text that was read again, and found to say what was wanted.
struct Spliced {
    std::string text;
    Node root;
};
/// The first proposal that makes a readable text which says `wanted`.
std::optional<Spliced> splice(std::string_view text, const std::vector<TextPatch>& proposals, const Value& wanted);

}  // namespace cafe::yaml
