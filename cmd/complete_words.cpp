#include "complete_words.hpp"

#include "args.hpp"
#include "base/text.hpp"
#include "help.hpp"

namespace cafe::cmd {

using view::Offers;

Offers offered_options(const CommandLine& line, Lang lang, const std::string& typed) {
    Offers found;
    const auto add = [&](const std::vector<Option>& declared) {
        for (const Option& option : declared) {
            if (!option.repeated && line.given.contains(option.name)) continue;
            for (const std::string_view name : {option.name, option.long_name, letter_of(option)})
                if (!name.empty() && name.starts_with(typed))
                    found.push_back({std::string(name), std::string(option.help.in(lang))});
        }
    };
    if (line.command != nullptr) add(line.command->options);
    add(global_options());
    return found;
}

Offers offered_commands(const std::vector<std::string>& heads, Lang lang, const std::string& typed) {
    Offers found;
    const std::string before = heads.empty() ? "" : text::join(heads, " ") + " ";
    const auto add = [&](std::string_view name, const Command& command) {
        if (!name.starts_with(before)) return;
        name.remove_prefix(before.size());
        if (!name.starts_with(typed)) return;
        const std::size_t blank = name.find(' ');
        const std::string word(name.substr(0, blank));
        const std::string says(blank == std::string_view::npos ? command.summary.in(lang) : name.substr(blank + 1));
        if (!found.empty() && found.back().value == word)
            found.back().says += ", " + says;
        else
            found.push_back({word, says});
    };
    for (const Command* command : commands()) {
        add(command->name, *command);
        for (const std::string_view alias : command->aliases) add(alias, *command);
    }
    return found;
}

Offers offered_topics(const std::vector<std::string>& words, Lang lang, const std::string& typed) {
    Offers found = offered_commands(words, lang, typed);
    if (!words.empty()) return found;
    for (const Topic& topic : help_topics())
        if (topic.name.starts_with(typed))
            found.push_back({std::string(topic.name), std::string(topic.summary.in(lang))});
    return found;
}

}  // namespace cafe::cmd
