// From bytes to a tree with exact places: the one door through which record text comes in, safe against hostile bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "yaml/limits.hpp"
#include "yaml/tree.hpp"

namespace cafe::yaml {

/// `root` is a mapping; it is absent when any finding is an error. Warnings and hints may come with a root.
/// The findings are in the order of reports, each with a line and a column.
struct Parsed {
    std::optional<Node> root;
    Findings findings;
};

/// Which texts yaml-cpp reads too. `all` is for tests: nothing that is read, said or refused may differ.
enum class Confirm { unusual, all };

/// Reads one record. Never throws, never runs long: time and memory grow with the size of the text. `file` is only the
/// name in the places of findings. A text that is more than everyday YAML (`is_everyday`) is read by yaml-cpp too, and
/// refused where the two do not agree on every part (E049).
Parsed parse(std::string_view bytes, const std::string& file, Confirm confirm = Confirm::unusual);

}  // namespace cafe::yaml
