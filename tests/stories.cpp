// Runs stories: Markdown with files and console blocks, on a disk in memory (docs/hacking.md, "Stories").
//
//   cafe_stories [--accept] [FILE.md…]      without a file: README.md, docs/ and tests/stories/
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "run.hpp"
#include "support/fake_process.hpp"
#include "support/format_tables.hpp"
#include "support/memory_disk.hpp"
#include "support/shell_words.hpp"
#include "support/source_folder.hpp"

namespace {

using namespace cafe;
namespace fs = std::filesystem;

struct Command {
    std::string line;                 // without "$ "
    std::string typed;                // lines "< …": what a person at the terminal answers
    std::vector<std::string> output;  // expected, the exit code's line included
};

// A part of a story file: text kept as it is, or a console block.
struct Part {
    std::string text;  // prose and other blocks, line ends included
    std::vector<Command> commands;
    bool console = false;
    std::string file;  // a block that is a file of the notebook: where it goes
    std::string body;
};

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// ```console is run; ```yaml partners/x.yaml (any word, then a path) is written to the disk before what follows.
std::vector<Part> parts_of(const std::string& story) {
    std::vector<Part> parts;
    parts.emplace_back();
    bool inside = false;
    bool generated = false;  // its blocks are shown, not run
    for (const std::string& line : lines_of(story)) {
        if (!inside && line.starts_with("<!-- generated: ")) generated = true;
        if (generated) {
            parts.back().text += line + "\n";
            if (line == "<!-- end -->") generated = false;
            continue;
        }
        if (!inside && line.starts_with("```")) {
            inside = true;
            const auto info = text::words(std::string_view(line).substr(3));
            parts.back().text += line + "\n";
            Part block;
            block.console = !info.empty() && info[0] == "console";
            if (!block.console && info.size() == 2) block.file = std::string(info[1]);
            parts.push_back(block);
            continue;
        }
        if (inside && line == "```") {
            inside = false;
            parts.emplace_back();
            parts.back().text = line + "\n";
            continue;
        }
        Part& part = parts.back();
        if (!inside) {
            part.text += line + "\n";
        } else if (!part.console) {
            part.body += line + "\n";
        } else if (line.starts_with("$ ")) {
            part.commands.push_back({line.substr(2), "", {}});
        } else if (!part.commands.empty() && part.commands.back().output.empty() && line.starts_with("< ")) {
            part.commands.back().typed += line.substr(2) + "\n";
        } else if (!part.commands.empty()) {
            part.commands.back().output.push_back(line);
        }
    }
    return parts;
}

// One world for a story: what one command writes, the next one finds.
class Stage {
public:
    Stage() : disk_("/home") { process_.answer({"git", "--version"}, {0, "git version 2.39.5\n", ""}); }

    void put(const std::string& path, const std::string& bytes) { disk_.put(path::join(folder_, path), bytes); }

    // The lines a command prints, stdout and stderr together, and `? code` when it is not 0.
    std::vector<std::string> play(const std::string& line, const std::string& typed) {
        typed_ = typed;
        piped_.reset();
        auto words = test::shell_words(line);
        while (!words.empty() && is_assignment(words.front())) {
            once_[words.front().substr(0, words.front().find('='))] = words.front().substr(words.front().find('=') + 1);
            words.erase(words.begin());
        }
        if (words.size() > 4 && words[0] == "cat" && words[2] == "|") {
            piped_ = disk_.get(path::join(folder_, words[1])).value_or("");
            words.erase(words.begin(), words.begin() + 3);
        }
        auto lines = act(words);
        once_.clear();
        return lines;
    }

private:
    static bool is_assignment(const std::string& word) {
        const std::size_t equals = word.find('=');
        return equals != std::string::npos && equals > 0 &&
               std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals),
                           [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
    }

    std::vector<std::string> act(const std::vector<std::string>& words) {
        if (words.empty()) return {};
        if (words[0] == "cd" && words.size() == 2) return enter(words[1]);
        if (words[0] == "export" && words.size() == 2) {
            variables_[words[1].substr(0, words[1].find('='))] = words[1].substr(words[1].find('=') + 1);
            return {};
        }
        if (words[0] == "cat" && words.size() == 2) {
            const auto bytes = disk_.get(path::join(folder_, words[1]));
            return bytes ? lines_of(*bytes) : std::vector<std::string>{"cat: " + words[1] + ": no such file"};
        }
        if (words[0] == "ls" && words.size() <= 2) {
            std::vector<std::string> names;
            for (const auto& [name, bytes] : disk_.files(words.size() == 2 ? path::join(folder_, words[1]) : folder_))
                names.push_back(name);
            return names;
        }
        if (words[0] == "cafe") return cafe({words.begin() + 1, words.end()});
        return {"unknown in stories: " + words[0]};
    }

    // Folders of examples/ are put on the disk when a story goes there.
    std::vector<std::string> enter(const std::string& folder) {
        if (folder.starts_with("examples/") && !disk_.get(path::join("/home", folder + "/cafe.yaml")))
            disk_.put_real_folder(path::join("/home", folder), cafe::test::source_folder() + "/" + folder);
        folder_ = folder == "~" ? "/home" : path::normal(path::join(folder_, folder));
        disk_.put_folder(folder_);
        disk_.enter(folder_);
        return {};
    }

    // The editors of stories: `cp FILE` takes a file for what was typed, `true` types nothing, `false` fails.
    int edit(const std::vector<std::string>& words) {
        if (words.size() == 3 && words[0] == "cp")
            disk_.put(words[2], disk_.get(path::join(folder_, words[1])).value_or(""));
        return words[0] == "false" ? 1 : 0;
    }

    std::vector<std::string> cafe(const std::vector<std::string>& arguments) {
        std::ostringstream out;
        std::istringstream in(piped_ ? *piped_ : typed_);
        process_.person([this](const std::vector<std::string>& words) { return edit(words); });
        cmd::World world{disk_,
                         process_,
                         out,
                         out,
                         in,
                         [this](const std::string& name) -> std::optional<std::string> {
                             for (const auto* table : {&once_, &variables_})
                                 if (const auto at = table->find(name); at != table->end()) return at->second;
                             return std::nullopt;
                         },
                         [](const std::string&) { return *Date::of(2026, 11, 23); }};
        world.threads = 1;
        world.draw = [this](std::size_t bytes) { return draw(bytes); };
        world.program = "stories";
        world.in_is_terminal = world.err_is_terminal = !typed_.empty();
        const int code = cmd::run(arguments, world);
        auto lines = lines_of(out.str());
        if (code != 0) lines.push_back("? " + std::to_string(code));
        return lines;
    }

    // The same bytes in every run, others at every call.
    std::string draw(std::size_t bytes) {
        std::string drawn;
        for (std::size_t i = 0; i < bytes; ++i) drawn += static_cast<char>(0x3f + 0x6b * drawn_++);
        return drawn;
    }

    unsigned drawn_ = 0;
    test::MemoryDisk disk_;
    test::FakeProcess process_;
    std::string folder_ = "/home";
    std::map<std::string, std::string> variables_{{"HOME", "/home/marie"}};
    std::map<std::string, std::string> once_;
    std::string typed_;
    std::optional<std::string> piped_;
};

// A line `…` stands for any number of lines.
bool matches(const std::vector<std::string>& expected, std::size_t e, const std::vector<std::string>& actual,
             std::size_t a) {
    if (e == expected.size()) return a == actual.size();
    if (expected[e] == "…") {
        for (std::size_t rest = a; rest <= actual.size(); ++rest)
            if (matches(expected, e + 1, actual, rest)) return true;
        return false;
    }
    return a < actual.size() && expected[e] == actual[a] && matches(expected, e + 1, actual, a + 1);
}

std::vector<std::string> trimmed(std::vector<std::string> lines) {
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

struct Outcome {
    int passed = 0;
    int failed = 0;
};

void show(const std::string& title, const std::vector<std::string>& lines) {
    std::cout << "  " << title << "\n";
    for (const std::string& line : lines) std::cout << "    | " << line << "\n";
}

// Prose with its generated parts made anew: what stands between <!-- generated: NAME --> and <!-- end -->.
std::string regenerated(const std::string& prose, Outcome& outcome, const fs::path& file) {
    constexpr std::string_view mark = "<!-- generated: ";
    constexpr std::string_view end_mark = "<!-- end -->";
    std::string out;
    std::size_t at = 0;
    for (std::size_t begin = prose.find(mark); begin != std::string::npos; begin = prose.find(mark, at)) {
        const std::size_t name_end = prose.find(" -->", begin);
        const std::size_t body = prose.find('\n', begin) + 1;
        const std::size_t end = prose.find(end_mark, body);
        if (name_end == std::string::npos || end == std::string::npos) break;
        std::string made;
        for (const std::string& line :
             test::generated_lines(prose.substr(begin + mark.size(), name_end - begin - mark.size())))
            made += line + "\n";
        const bool same = !made.empty() && prose.substr(body, end - body) == made;
        ++(same ? outcome.passed : outcome.failed);
        if (!same)
            std::cout << file.string() << ": " << prose.substr(begin, name_end - begin)
                      << ": out of date, run cafe_stories --accept\n";
        out += prose.substr(at, body - at) + made;
        at = end;
    }
    return out + prose.substr(at);
}

Outcome run_story(const fs::path& file, bool accept) {
    Outcome outcome;
    Stage stage;
    std::string rewritten;
    for (const Part& part : parts_of(read_file(file))) {
        rewritten += regenerated(part.text, outcome, file);
        if (!part.file.empty()) stage.put(part.file, part.body);
        rewritten += part.body;
        for (const Command& command : part.commands) {
            const auto expected = trimmed(command.output);
            const auto actual = trimmed(stage.play(command.line, command.typed));
            const bool same = matches(expected, 0, actual, 0);
            ++(same ? outcome.passed : outcome.failed);
            rewritten += "$ " + command.line + "\n";
            for (const std::string& answer : lines_of(command.typed)) rewritten += "< " + answer + "\n";
            for (const std::string& line : same ? command.output : actual) rewritten += line + "\n";
            if (!same && !accept) {
                std::cout << file.string() << ": $ " << command.line << "\n";
                show("expected", expected);
                show("got", actual);
            }
        }
    }
    if (accept && outcome.failed > 0) {
        std::ofstream(file, std::ios::binary) << rewritten;
        std::cout << file.string() << ": " << outcome.failed << " accepted\n";
        outcome.failed = 0;
    }
    return outcome;
}

std::vector<fs::path> all_stories() {
    const fs::path source = cafe::test::source_folder();
    std::vector<fs::path> files{source / "README.md"};
    for (const auto* folder : {"docs", "tests/stories"})
        if (fs::is_directory(source / folder))
            for (const auto& entry : fs::directory_iterator(source / folder))
                if (entry.path().extension() == ".md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

int main(int count, char** words) {
    bool accept = false;
    std::vector<fs::path> files;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--accept")
            accept = true;
        else
            files.emplace_back(word);
    }
    if (files.empty()) files = all_stories();
    Outcome total;
    for (const fs::path& file : files) {
        const Outcome outcome = run_story(file, accept);
        total.passed += outcome.passed;
        total.failed += outcome.failed;
    }
    std::cout << "stories: " << total.passed << " passed, " << total.failed << " failed\n";
    return total.failed == 0 ? 0 : 1;
}
