// Our own reading of a text: the safe part of YAML, line by line, with the exact bytes of everything and a cause for
// every refusal. `parse` lets yaml-cpp confirm what is not everyday.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/report.hpp"
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

/// Reads a text that `check_bytes` let through, with the places of invisible characters that it found. The events are
/// complete and balanced even when the report says that the text is refused: what could not be read is left out. The
/// first event, if there is any, begins the root mapping.
std::vector<Event> scan(std::string_view bytes, const std::vector<std::size_t>& invisible, Report& report);

}  // namespace cafe::yaml
