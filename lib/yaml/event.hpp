// What a reader of YAML meets: the value that scanning, confirming and building the tree share.
#pragma once

#include <cstddef>
#include <string>

#include "yaml/tree.hpp"

namespace cafe::yaml {

/// What a reader meets, in order: a collection begins, ends, or a scalar or an empty value stands there. In a mapping
/// keys (always scalars) and values take turns.
struct Event {
    enum class Type { mapping, sequence, end, scalar, empty };
    Type type = Type::empty;
    Style style = Style::plain;  ///< of a scalar
    bool flow = false;           ///< of a mapping or sequence
    bool key = false;            ///< of a scalar
    Span span;                   ///< as in Node; of a collection only `begin`; of an `end` in flow, its bracket
    std::string text;            ///< of a scalar, decoded
    std::size_t children = 0;    ///< of a mapping (keys and values counted apart) or sequence
};

}  // namespace cafe::yaml
