// The commands that write, as tests/writing/commands.txt lists them, and the notebook that they are tried in.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/memory_disk.hpp"

namespace cafe::test {

struct WritingCommand {
    std::string what;                             ///< "set, one record"
    std::vector<std::vector<std::string>> lines;  ///< without "cafe"; the last is tried, those before prepare it
    bool needs_git = false;                       ///< a real repository with a shared one beside it
};

const std::vector<WritingCommand>& writing_commands();

/// The notebook of tests/writing in /home/n, which becomes the current folder.
void put_writing_notebook(MemoryDisk& disk);

/// What a command may leave behind, by path inside /home/n.
struct Written {
    std::map<std::string, std::string> records;  ///< all old or all new
    std::map<std::string, std::string> made;     ///< what lies in out/: each old, new or not there
    bool operator==(const Written&) const = default;
};
/// Without the temporary files of somebody who was killed.
Written written_on(const MemoryDisk& disk);

}  // namespace cafe::test
