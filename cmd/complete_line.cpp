#include "complete_line.hpp"

#include "args.hpp"
#include "base/text.hpp"

namespace cafe::cmd {

const Option* find_option(const Command* command, std::string_view name) {
    const auto in = [&](const std::vector<Option>& options) -> const Option* {
        for (const Option& option : options)
            if (!name.empty() && (option.name == name || option.long_name == name || letter_of(option) == name))
                return &option;
        return nullptr;
    };
    const Option* own = command == nullptr ? nullptr : in(command->options);
    return own != nullptr ? own : in(global_options());
}

namespace {

void take_value(CommandLine& line, const Option& option, const std::string& value) {
    if (option.name == "-C") line.starts.push_back(value);
    if (option.name == "--lang") line.lang = value;
    if (option.name == "--today") line.today = value;
}

void take_word(CommandLine& line, const std::string& word) {
    if (line.command == nullptr || line.words.empty()) {
        line.heads.push_back(word);
        if (const Command* command = command_named(text::join(line.heads, " "))) {
            line.command = command;
            return;
        }
        if (line.command == nullptr) return;
    }
    line.words.push_back(word);
}

void take(CommandLine& line, const std::string& word) {
    if (line.pending != nullptr) {
        take_value(line, *line.pending, word);
        line.pending = nullptr;
        return;
    }
    if (line.options_ended || word.size() < 2 || word[0] != '-') return take_word(line, word);
    if (word == "--") {
        line.options_ended = true;
        return;
    }
    const std::size_t equals = word.find('=');
    const Option* option = find_option(line.command, std::string_view(word).substr(0, equals));
    if (option == nullptr) return;
    line.given.insert(std::string(option->name));
    if (option->value == ValueKind::none) return;
    if (equals == std::string::npos)
        line.pending = option;
    else
        take_value(line, *option, word.substr(equals + 1));
}

}  // namespace

CommandLine read_line(const std::vector<std::string>& words, const std::string& start) {
    CommandLine line;
    for (const std::string& word : words) take(line, word);
    if (line.starts.empty()) line.starts.push_back(start);
    return line;
}

}  // namespace cafe::cmd
