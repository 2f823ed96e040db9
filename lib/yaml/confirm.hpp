// The second opinion on a text: yaml-cpp reads it too, wherever readers of YAML might differ. Only here is yaml-cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "yaml/event.hpp"

namespace cafe::yaml {

/// True of a text in which nothing calls for a second opinion: keys, lists and texts each on one line, quoted or not,
/// with no escapes but `\"` and `\\`; brackets on one line; block texts under a bare `|`, `>`, `|-` or `>-`, none
/// deeper than its first line under `>`; no tab, no CR, no document marker. Nearly every record is; `events` are what
/// `scan` met without a refusal. That yaml-cpp agrees on all of them is a law which the fuzzer of the reader and the
/// tests try.
bool is_everyday(std::string_view bytes, const std::vector<Event>& events);

/// The event where yaml-cpp parts from us in kind, place, style or text, or nothing when it agrees to the end. Costs
/// twice what `scan` does.
std::optional<std::size_t> first_disagreement(std::string_view bytes, const std::vector<Event>& events);

}  // namespace cafe::yaml
