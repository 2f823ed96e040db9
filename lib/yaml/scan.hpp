// Our own reading of a text: the safe part of YAML, line by line, with the exact bytes of everything and a cause for
// every refusal. `parse` lets yaml-cpp confirm what is not everyday.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "yaml/event.hpp"
#include "yaml/report.hpp"

namespace cafe::yaml {

/// Reads a text that `check_bytes` let through, with the places of invisible characters that it found. The events are
/// complete and balanced even when the report says that the text is refused: what could not be read is left out. The
/// first event, if there is any, begins the root mapping.
std::vector<Event> scan(std::string_view bytes, const std::vector<std::size_t>& invisible, Report& report);

}  // namespace cafe::yaml
