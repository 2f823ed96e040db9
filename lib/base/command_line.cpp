#include "base/command_line.hpp"
#include "base/ascii.hpp"

#include <algorithm>

namespace cafe {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view of_a_shell = "|&;<>()$`*?[";
constexpr std::string_view of_a_shell_at_the_start = "~#";

// The words of a text while they are cut.
struct Cutter {
    std::vector<std::string> words;
    bool inside = false;  // a word is open: '' is one too

    std::string& word() {
        if (!inside) words.emplace_back();
        inside = true;
        return words.back();
    }
};

bool has(std::string_view set, char character) {
    return set.find(character) != std::string_view::npos;
}

// Takes a quoted part whose opening quote stands at `at`, and leaves `at` on the closing one.
bool take_quoted(std::string_view text, std::size_t& at, std::string& word) {
    const char quote = text[at];
    for (++at; at < text.size() && text[at] != quote; ++at) {
        if (quote == '"') {
            if (has("$`", text[at])) return false;
            // As a shell: in double quotes a backslash keeps only these.
            if (text[at] == '\\' && at + 1 < text.size() && has("\"\\$`", text[at + 1])) ++at;
        }
        word += text[at];
    }
    return at < text.size();
}

std::optional<std::vector<std::string>> cut(std::string_view text) {
    Cutter cutter;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        if (has(blanks, character)) {
            cutter.inside = false;
        } else if (has(of_a_shell, character) || (!cutter.inside && has(of_a_shell_at_the_start, character))) {
            return std::nullopt;
        } else if (character == '\'' || character == '"') {
            if (!take_quoted(text, at, cutter.word())) return std::nullopt;
        } else if (character == '\\') {
            if (++at == text.size()) return std::nullopt;
            cutter.word() += text[at];
        } else {
            cutter.word() += character;
        }
    }
    return std::move(cutter.words);
}

// Where the value begins in `NAME=value`; 0 when the word is no such thing.
std::size_t value_of_assignment(std::string_view word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos || equals == 0 || ascii::is_digit(word[0])) return 0;
    const bool is_name = std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals),
                                     [](char c) { return c == '_' || ascii::is_letter_or_digit(c); });
    return is_name ? equals + 1 : 0;
}

}  // namespace

std::optional<CommandLine> split_command_line(std::string_view text) {
    auto words = cut(text);
    if (!words) return std::nullopt;
    CommandLine line;
    for (std::string& word : *words) {
        const std::size_t value = line.arguments.empty() ? value_of_assignment(word) : 0;
        if (value != 0)
            line.variables.emplace_back(word.substr(0, value - 1), word.substr(value));
        else
            line.arguments.push_back(std::move(word));
    }
    return line;
}

}  // namespace cafe
