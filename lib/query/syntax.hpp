// The signs of a query: words, fields, phrases, parentheses, OR, not. What they mean is the parser's to say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cafe::query {

struct Piece {
    enum class Kind {
        word,    ///< `text`
        phrase,  ///< "text", without its marks
        field,   ///< `key:text`; `text` is empty for `key:`
        not_,    ///< `not:` in front of the next piece
        or_,
        open,
        close,
    };
    Kind kind = Kind::word;
    std::string key;  ///< lower case
    std::string text;
    bool quoted = false;    ///< the value of a field stood in quotation marks
    std::size_t begin = 0;  ///< bytes in the query; of a word exactly its own
    std::size_t end = 0;
};

/// Cuts a query at blanks, quotation marks ("", “”, « ») and parentheses. A closing parenthesis that nothing opened is
/// a sign like any other. Errors of kind usage: a quotation mark or a parenthesis that is never closed, more than 200
/// signs that may stand inside each other.
Result<std::vector<Piece>> pieces_of(std::string_view query);

}  // namespace cafe::query
