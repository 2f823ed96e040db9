// What a change is about to do, written down before it does it: enough to take every step back after a crash.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cafe::store {

/// One file of a change.
struct Step {
    std::string path;                   ///< inside the notebook
    std::string temporary;              ///< inside the notebook, in the same folder
    std::optional<unsigned> mode;       ///< of the file before; nothing for a new one
    std::optional<std::string> before;  ///< nothing: there was no such file
    std::optional<std::string> after;   ///< nothing: the file goes
    bool operator==(const Step&) const = default;
};

struct Journal {
    std::vector<std::string> new_folders;  ///< inside the notebook, the uppermost first
    std::vector<Step> steps;
    bool operator==(const Journal&) const = default;
};

/// As text, with a fingerprint at its end.
std::string write_journal(const Journal& journal);
/// Nothing when the text is not, byte for byte, what `write_journal` wrote, or names a path outside the notebook.
std::optional<Journal> read_journal(std::string_view text);

}  // namespace cafe::store
