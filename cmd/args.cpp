#include "args.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/did_you_mean.hpp"
#include "base/text.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> unknown_command{"commande inconnue : {}", "unknown command: {}"};
constexpr Phrase<std::string, std::string> unknown_option{"option inconnue pour « cafe {1} » : {0}",
                                                          "unknown option for 'cafe {1}': {0}"};
constexpr Phrase<std::string> unknown_global{"option inconnue : {}", "unknown option: {}"};
constexpr Phrase<std::string> see_help{"voir « cafe help{} »", "see 'cafe help{}'"};
constexpr Phrase<std::string> value_missing{"l'option {} attend une valeur", "option {} needs a value"};
constexpr Phrase<std::string> takes_no_value{"l'option {} ne prend pas de valeur", "option {} takes no value"};
constexpr Phrase<std::string> given_twice{"l'option {} est donnée deux fois", "option {} is given twice"};
constexpr Phrase<std::string, std::string> bad_choice{"l'option {0} n'accepte pas « {1} »",
                                                      "option {0} does not take '{1}'"};
constexpr Phrase<std::string> choose{"choisir parmi : {}", "choose from: {}"};
constexpr Phrase<std::string, std::string> too_few{"« cafe {} » attend : {}", "'cafe {}' needs: {}"};
constexpr Phrase<std::string, std::string> too_many{"« cafe {} » ne prend pas de mot de plus : {}",
                                                    "'cafe {}' takes no further word: {}"};
constexpr Phrase<std::string> part_missing{"« cafe {} » attend encore un mot", "'cafe {}' needs one more word"};

Error usage(Words message, Words remedy) {
    return Error{ErrorKind::usage, std::move(message), std::move(remedy)};
}

Words nearest_or_help(std::string_view word, const std::vector<std::string>& names, const std::string& help) {
    if (const auto near = text::nearest(word, names)) return did_you_mean(*near);
    return see_help(help.empty() ? "" : " " + help);
}

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const Command* command : commands()) {
        names.emplace_back(command->name);
        for (const std::string_view alias : command->aliases) names.emplace_back(alias);
    }
    return names;
}

// "--output" and "-o" of one option, as CLI11 wants them.
std::string flags_of(const Option& option) {
    std::string flags(option.name);
    for (const std::string_view other : {option.long_name, letter_of(option)})
        if (!other.empty()) flags += "," + std::string(other);
    return flags;
}

// CLI11 gives some words a meaning of their own ("[a,b]", "{}", "++"). A mark behind every word and every value that
// could be one takes it away; `unmarked` gives back exactly what was typed.
constexpr char mark = '\x01';

std::string marked(const std::string& typed) {
    const bool names_an_option = typed.starts_with('-');
    const bool ends_specially = typed.ends_with(']') || typed.ends_with('}') || typed.ends_with(mark);
    return names_an_option && !ends_specially ? typed : typed + mark;
}

std::string unmarked(std::string read) {
    if (read.ends_with(mark)) read.pop_back();
    return read;
}

// One CLI11 application with the options of a list; what it reads lands in `found`.
struct Reader {
    CLI::App app;
    std::map<std::string, std::vector<std::string>> values;
    std::map<std::string, int> flags;
    std::vector<std::string> words;

    Reader() { app.set_help_flag(); }

    void add(const Option& option) {
        const std::string name(option.name);
        if (option.value == ValueKind::none)
            app.add_flag(flags_of(option), flags[name])->disable_flag_override();
        else
            app.add_option(flags_of(option), values[name])->allow_extra_args(false);
    }

    void collect(std::map<std::string, std::vector<std::string>, std::less<>>& found) const {
        for (const auto& [name, count] : flags)
            if (count > 0) found[name] = {};
        for (const auto& [name, given] : values)
            for (const std::string& value : given) found[name].push_back(unmarked(value));
    }

    [[nodiscard]] std::vector<std::string> typed_words() const {
        std::vector<std::string> typed;
        for (const std::string& word : words) typed.push_back(unmarked(word));
        return typed;
    }
};

void take_globals(const std::map<std::string, std::vector<std::string>, std::less<>>& found, Globals& globals) {
    const auto take = [&](std::string_view name, std::string& target) {
        if (const auto at = found.find(name); at != found.end() && !at->second.empty()) target = at->second.back();
    };
    const auto flag = [&](std::string_view name, bool& target) { target = target || found.find(name) != found.end(); };
    if (const auto at = found.find("-C"); at != found.end())
        globals.starts.insert(globals.starts.end(), at->second.begin(), at->second.end());
    take("--lang", globals.lang);
    take("--today", globals.today);
    take("--color", globals.colour);
    flag("--no-pager", globals.no_pager);
    flag("--no-input", globals.no_input);
    flag("-q", globals.quiet);
    flag("-h", globals.help);
    flag("-V", globals.version);
    flag("-v", globals.version);
}

bool knows(std::span<const Option> options, std::string_view token) {
    const std::string_view name = token.substr(0, token.find('='));
    return std::any_of(options.begin(), options.end(), [&](const Option& option) {
        if (name == option.name || name == option.long_name || name == letter_of(option)) return true;
        // "-oDIR"
        return option.name.size() == 2 && name.size() > 2 && name.starts_with(option.name) && name[1] != '-';
    });
}

// CLI11 says that something is wrong; which word it was is found here, in the order it was typed.
Error explain_refusal(std::string_view reason, std::span<const std::string> typed, std::span<const Option> options,
                      const std::string& command) {
    for (const std::string& token : typed) {
        if (token == "--") break;
        if (token.size() < 2 || token[0] != '-') continue;
        if (knows(options, token)) continue;
        std::vector<std::string> names;
        for (const Option& option : options) {
            names.emplace_back(option.name);
            if (!option.long_name.empty()) names.emplace_back(option.long_name);
        }
        const std::string shown = token.substr(0, token.find('='));
        return usage(command.empty() ? unknown_global(shown) : unknown_option(shown, command),
                     nearest_or_help(shown, names, command));
    }
    for (std::size_t i = 0; i < typed.size(); ++i) {
        for (const Option& option : options) {
            const bool exact = typed[i] == option.name || typed[i] == option.long_name;
            const std::string_view long_name = option.long_name.empty() ? option.name : option.long_name;
            if (option.value == ValueKind::none && typed[i].starts_with(std::string(long_name) + "="))
                return usage(takes_no_value(std::string(option.name)), {});
            if (option.value != ValueKind::none && exact && i + 1 == typed.size())
                return usage(value_missing(typed[i]), see_help(" " + command));
        }
    }
    return usage(same(std::string(reason)), see_help(command.empty() ? "" : " " + command));
}

Result<Done> run_reader(Reader& reader, std::span<const std::string> typed, std::span<const Option> options,
                        const std::string& command) {
    std::vector<std::string> reversed;
    for (std::size_t i = typed.size(); i-- > 0;) reversed.push_back(marked(typed[i]));
    try {
        reader.app.parse(reversed);
    } catch (const CLI::ParseError& refusal) {
        return explain_refusal(refusal.what(), typed, options, command);
    }
    return Done{};
}

Result<Done> check_values(const Command& command, const Arguments& arguments) {
    for (const Option& option : command.options) {
        const std::string name(option.name);
        const auto values = arguments.values(name);
        if (values.size() > 1 && !option.repeated)
            return usage(given_twice(name), see_help(" " + std::string(command.name)));
        if (option.value != ValueKind::choice) continue;
        for (const std::string& value : values) {
            const std::vector<std::string> choices(option.choices.begin(), option.choices.end());
            if (std::find(choices.begin(), choices.end(), value) == choices.end())
                return usage(bad_choice(name, value), choose(text::join(choices, ", ")));
        }
    }
    const auto words = static_cast<int>(arguments.words.size());
    const std::string name(command.name);
    if (words < command.least && !arguments.has("-h"))
        return usage(Words{too_few(name, std::string(command.arguments.fr)).fr,
                           too_few(name, std::string(command.arguments.en)).en},
                     see_help(" " + name));
    if (command.most >= 0 && words > command.most)
        return usage(too_many(name, arguments.words[static_cast<std::size_t>(command.most)]), see_help(" " + name));
    return Done{};
}

// "mail list" is one command of two words. Moves `rest` behind its name.
Result<const Command*> find_command_in(std::span<const std::string>& rest) {
    if (rest.size() > 1) {
        if (const Command* command = command_named(rest[0] + " " + rest[1])) {
            rest = rest.subspan(2);
            return command;
        }
    }
    if (const Command* command = command_named(rest[0])) {
        rest = rest.subspan(1);
        return command;
    }
    std::vector<std::string> seconds;
    for (const Command* command : commands_below(rest[0])) seconds.emplace_back(command->name);
    if (!seconds.empty()) {
        const bool typed = rest.size() > 1 && !rest[1].starts_with("-");
        return usage(typed ? unknown_command(rest[0] + " " + rest[1]) : part_missing(rest[0]),
                     choose(text::join(seconds, ", ")));
    }
    return usage(unknown_command(rest[0]), nearest_or_help(rest[0], command_names(), ""));
}

}  // namespace

Result<Parsed> parse(std::span<const std::string> typed, Globals& globals) {
    // First what stands before the command, so that its words are not taken for options of ours.
    Reader before;
    for (const Option& option : global_options()) before.add(option);
    before.add(Option{.name = "-v"});
    before.app.prefix_command();
    if (const auto read = run_reader(before, typed, global_options(), ""); !read) return read.error();
    std::map<std::string, std::vector<std::string>, std::less<>> found;
    before.collect(found);
    take_globals(found, globals);

    std::vector<std::string> remaining = before.app.remaining();
    for (std::string& word : remaining) word = unmarked(std::move(word));
    std::span<const std::string> rest = remaining;
    if (rest.empty()) return Parsed{globals, nullptr, {}, {}};
    if (rest[0].size() > 1 && rest[0][0] == '-') return explain_refusal("", rest, global_options(), "");
    auto command = find_command_in(rest);
    // "meeting --help" is about all commands that begin so.
    const bool asks_help =
        std::any_of(rest.begin(), rest.end(), [](const std::string& word) { return word == "-h" || word == "--help"; });
    if (!command && asks_help && !commands_below(rest[0]).empty()) {
        globals.help = true;
        return Parsed{globals, nullptr, {}, rest[0]};
    }
    if (!command) return command.error();

    Reader reader;
    std::vector<Option> options((*command)->options);
    options.insert(options.end(), global_options().begin(), global_options().end());
    for (const Option& option : options) reader.add(option);
    reader.app.add_option("words", reader.words);
    const std::string name((*command)->name);
    if (const auto read = run_reader(reader, rest, options, name); !read) return read.error();

    Parsed parsed{globals, *command, {}, {}};
    parsed.arguments.called = remaining[0];
    parsed.arguments.words = reader.typed_words();
    reader.collect(parsed.arguments.options);
    take_globals(parsed.arguments.options, globals);
    parsed.globals = globals;
    if (const auto checked = check_values(**command, parsed.arguments); !checked) return checked.error();
    return parsed;
}

}  // namespace cafe::cmd
