#include "support/writing_commands.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "base/text.hpp"
#include "support/shell_words.hpp"
#include "support/source_folder.hpp"

namespace cafe::test {

namespace {

WritingCommand command_of(std::string line) {
    constexpr std::string_view git = "git: ";
    WritingCommand command;
    command.needs_git = line.starts_with(git);
    if (command.needs_git) line.erase(0, git.size());
    constexpr std::string_view state = "state: ";
    if (line.starts_with(state)) line.erase(0, state.size());
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) throw std::runtime_error("commands.txt: what is it? " + line);
    command.what = line.substr(0, colon);
    std::vector<std::string> words;
    for (std::string& word : shell_words(line.substr(colon + 2))) {
        if (word != "&&") {
            words.push_back(std::move(word));
            continue;
        }
        command.lines.push_back(std::move(words));
        words.clear();
    }
    command.lines.push_back(std::move(words));
    return command;
}

// `.cafe-….tmp` is a file or a folder on its way.
bool is_temporary(const std::string& path) {
    const auto parts = text::split(path, '/');
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
               return part.starts_with(".cafe-") && part.ends_with(".tmp");
           });
}

}  // namespace

const std::vector<WritingCommand>& writing_commands() {
    static const std::vector<WritingCommand> all = [] {
        std::vector<WritingCommand> found;
        std::ifstream in(source_folder("tests/writing/commands.txt"));
        for (std::string line; std::getline(in, line);)
            if (!line.empty() && !line.starts_with('#')) found.push_back(command_of(line));
        return found;
    }();
    return all;
}

void put_writing_notebook(MemoryDisk& disk) {
    static const std::map<std::string, std::string> files = [] {
        MemoryDisk real;
        real.put_real_folder("/n", source_folder("tests/writing/notebook"));
        return real.files("/n");
    }();
    for (const auto& [path, bytes] : files) disk.put("/home/n/" + path, bytes);
    disk.enter("/home/n");
}

Written written_on(const MemoryDisk& disk) {
    constexpr std::string_view out = "out/";
    Written written;
    for (auto& [path, bytes] : disk.files("/home/n")) {
        if (is_temporary(path)) continue;
        (path.starts_with(out) ? written.made : written.records).emplace(path, bytes);
    }
    // The journal of orientations is the user's own, in no notebook.
    for (auto& [path, bytes] : disk.files("/home"))
        if (path::name(path).starts_with("orientations-") && path.ends_with(".yaml"))
            written.records.emplace(path, bytes);
    return written;
}

}  // namespace cafe::test
