// The files that tell editors what records are.
#pragma once

#include <string>
#include <vector>

#include "base/words.hpp"

namespace cafe::cmd {

struct EditorFile {
    std::string path;
    std::string text;
};

/// What makes VS Code complete and explain the records of a notebook: its settings, the extension that it needs, and a
/// schema for each kind with the words that are built in. All in `.vscode`.
std::vector<EditorFile> editor_files(Lang lang);

}  // namespace cafe::cmd
