// The comments of a record, each with what it comments, and how one is put into another version of the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "model/field.hpp"
#include "yaml/tree.hpp"

namespace cafe::merge {

struct Comment {
    enum class Where { above, behind };  ///< on lines of its own above what it comments; at the end of its line
    std::string anchor;  ///< the entry or item that it comments, items by identity; empty: the end of the file
    Where where = Where::above;
    std::string text;          ///< from `#`, several lines joined by LF
    std::string blanks;        ///< before `#` on the line of the part, for Where::behind
    bool blank_below = false;  ///< an empty line stands between it and its part
    Span span;                 ///< its bytes: whole lines without the last line end, or from the blanks on
};

/// Every comment of a text in the order of the file. `root` is the tree of `text`.
std::vector<Comment> comments_of(std::string_view text, const yaml::Node& root, const model::Shape& shape);

/// The comment of an anchor, or null.
const Comment* find(const std::vector<Comment>& comments, const std::string& anchor, Comment::Where where);

/// The text with another comment, a new one, or none at an anchor. Nothing when that part is not there, or when the
/// record would not say the same, with that comment and all others, afterwards.
std::optional<std::string> with_comment(std::string_view text, const model::Shape& shape, const std::string& anchor,
                                        Comment::Where where, const std::optional<Comment>& comment);

}  // namespace cafe::merge
