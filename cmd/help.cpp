#include "help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "args.hpp"
#include "base/did_you_mean.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace cafe::cmd {

namespace {

struct GroupTitle {
    Group group;
    Label title;
};

constexpr std::array<GroupTitle, 5> groups{{
    {Group::ask, {"Chercher et vérifier", "Ask and check"}},
    {Group::change, {"Écrire", "Change"}},
    {Group::meet, {"Se réunir", "Meet"}},
    {Group::send, {"Envoyer et publier", "Send and publish"}},
    {Group::help, {"Aide", "Help"}},
}};

constexpr Label usage_line{"Usage : cafe [-C DOSSIER] [--lang fr|en] COMMANDE …",
                           "Usage: cafe [-C DIR] [--lang fr|en] COMMAND …"};
constexpr Label tagline{"Le carnet d'un Café partenaires : qui aide, où, qui appeler.",
                        "The notebook of a Café partenaires: who helps, where, whom to call."};
constexpr Label more{"« cafe help COMMANDE » en dit plus, avec des exemples.",
                     "'cafe help COMMAND' says more, with examples."};
constexpr Label topics_are{"« cafe help SUJET » aussi, pour : ", "'cafe help TOPIC' too, for: "};
constexpr Label usage_word{"Usage : ", "Usage: "};
constexpr Label also_word{"Aussi : ", "Also: "};
constexpr Label options_word{"Options", "Options"};
constexpr Label global_word{"Pour toutes les commandes", "For every command"};
constexpr Label globals_are{"Pour toutes les commandes, expliquées par « cafe help » : ",
                            "For every command, explained by 'cafe help': "};
constexpr Label examples_word{"Exemples", "Examples"};
constexpr Label unknown_topic{"pas d'aide sur ce sujet", "no help on this topic"};

// Two columns, the second wrapped to the page.
std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows, std::size_t page) {
    std::size_t left = 0;
    for (const auto& row : rows) left = std::max(left, utf8::width(row.first));
    left = std::min<std::size_t>(left, page * 3 / 8);
    std::string out;
    for (const auto& [side, says] : rows) {
        std::string line = "  " + utf8::pad(side, left) + "  ";
        if (utf8::width(side) > left) {
            out += "  " + side + "\n";
            line = std::string(left + 4, ' ');
        }
        std::size_t used = left + 4;
        bool first = true;
        for (const std::string_view word : text::words(says)) {
            if (!first && used + 1 + utf8::width(word) > page) {
                out += line + "\n";
                line = std::string(left + 4, ' ');
                used = left + 4;
                first = true;
            }
            if (!first) {
                line += ' ';
                ++used;
            }
            line += word;
            used += utf8::width(word);
            first = false;
        }
        out += line + "\n";
    }
    return out;
}

std::string wrapped(std::string_view paragraph, std::size_t page) {
    std::string out;
    std::size_t used = 0;
    for (const std::string_view word : text::words(paragraph)) {
        const std::size_t width = utf8::width(word);
        if (used > 0 && used + 1 + width > page) {
            out += '\n';
            used = 0;
        }
        if (used > 0) {
            out += ' ';
            ++used;
        }
        out += word;
        used += width;
    }
    return out + "\n";
}

std::string option_rows(const std::vector<Option>& options, Lang lang, std::size_t page) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Option& option : options) rows.emplace_back(option_in_words(option, lang), option.help.in(lang));
    return two_columns(rows, page);
}

std::string global_names() {
    std::vector<std::string> names;
    for (const Option& option : global_options()) names.emplace_back(option.name);
    return text::join(names, ", ");
}

// "E201": a code of `check`, which `explain` is asked about.
bool is_code(const std::string& topic) {
    const std::string folded = fold::text(topic);
    return folded.size() == 4 && std::string_view("ewh").find(folded[0]) != std::string_view::npos &&
           text::is_digits(std::string_view(folded).substr(1));
}

Result<int> run_help(World& world, const Arguments& arguments) {
    if (arguments.words.empty()) {
        world.out << overview(world.lang, help_width(world));
        return 0;
    }
    const std::string topic = text::join(arguments.words, " ");
    if (const Command* command = command_named(topic)) {
        world.out << help_for(*command, world.lang, help_width(world));
        return 0;
    }
    if (!commands_below(topic).empty()) {
        world.out << help_below(topic, world.lang, help_width(world));
        return 0;
    }
    if (is_code(topic)) return explain_command().run(world, arguments);
    std::vector<std::string> names;
    for (const Topic& about : help_topics()) {
        names.emplace_back(about.name);
        if (about.name != topic) continue;
        world.out << about.summary.in(world.lang) << "\n\n" << about.text.in(world.lang);
        return 0;
    }
    for (const Command* command : commands()) {
        names.emplace_back(command->name);
        names.emplace_back(command->name.substr(0, command->name.find(' ')));
    }
    const auto near = text::nearest(topic, names);
    const Words remedy = near ? did_you_mean("cafe help " + *near) : Words{};
    constexpr Phrase<Words, std::string> message{"{} : {}", "{}: {}"};
    return Error{ErrorKind::usage, message(Words{std::string(unknown_topic.fr), std::string(unknown_topic.en)}, topic),
                 remedy};
}

}  // namespace

Label title_of(Group group) {
    for (const GroupTitle& titled : groups)
        if (titled.group == group) return titled.title;
    return {};
}

std::string option_in_words(const Option& option, Lang lang) {
    std::string words(option.name);
    for (const std::string_view other : {option.long_name, letter_of(option)})
        if (!other.empty()) words += ", " + std::string(other);
    if (option.value != ValueKind::none) words += " " + std::string(option.placeholder.in(lang));
    return words;
}

std::size_t help_width(const World& world) {
    constexpr std::size_t usual = 80;
    constexpr int widest = 100;
    constexpr int narrowest = 40;
    if (!world.out_is_terminal) return usual;
    return static_cast<std::size_t>(std::clamp(world.width, narrowest, widest));
}

std::string overview(Lang lang, std::size_t width) {
    std::string out = fmt::format("{}\n\n{}\n", tagline.in(lang), usage_line.in(lang));
    for (const GroupTitle& group : groups) {
        std::vector<std::pair<std::string, std::string>> rows;
        for (const Command* command : commands()) {
            if (command->group != group.group) continue;
            std::string name(command->name);
            for (const std::string_view alias : command->aliases) name += ", " + std::string(alias);
            rows.emplace_back(name, command->summary.in(lang));
        }
        if (!rows.empty()) out += fmt::format("\n{}\n{}", group.title.in(lang), two_columns(rows, width));
    }
    out += fmt::format("\n{}\n{}", global_word.in(lang), option_rows(global_options(), lang, width));
    std::vector<std::string> topics;
    for (const Topic& topic : help_topics()) topics.emplace_back(topic.name);
    return out + "\n" + wrapped(more.in(lang), width) +
           wrapped(std::string(topics_are.in(lang)) + text::join(topics, ", "), width);
}

std::string help_below(std::string_view head, Lang lang, std::size_t width) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Command* command : commands_below(head))
        rows.emplace_back(std::string(command->name), command->summary.in(lang));
    return fmt::format("{}cafe {} …\n\n{}\n{}", usage_word.in(lang), head, two_columns(rows, width),
                       wrapped(more.in(lang), width));
}

std::string help_for(const Command& command, Lang lang, std::size_t width) {
    std::string out = fmt::format("{}\n\n{}cafe {}", command.summary.in(lang), usage_word.in(lang), command.name);
    if (!command.arguments.in(lang).empty()) out += fmt::format(" {}", command.arguments.in(lang));
    if (!command.options.empty()) out += " [OPTIONS]";
    out += '\n';
    if (!command.aliases.empty()) {
        std::vector<std::string> aliases(command.aliases.begin(), command.aliases.end());
        for (std::string& alias : aliases) alias = "cafe " + alias;
        out += fmt::format("{}{}\n", also_word.in(lang), text::join(aliases, ", "));
    }
    if (!command.about.in(lang).empty()) out += "\n" + wrapped(command.about.in(lang), width);
    if (!command.options.empty())
        out += fmt::format("\n{}\n{}", options_word.in(lang), option_rows(command.options, lang, width));
    out += "\n" + wrapped(std::string(globals_are.in(lang)) + global_names(), width);
    if (!command.examples.empty()) {
        out += fmt::format("\n{}\n", examples_word.in(lang));
        for (const Example& example : command.examples)
            out += fmt::format("  # {}\n  {}\n", example.says.in(lang), example.line);
    }
    return out;
}

const Command& help_command() {
    static const Command command{
        .name = "help",
        .aliases = {},
        .group = Group::help,
        .summary = {"l'aide, en général ou sur une commande", "the help, in general or on one command"},
        .arguments = {"[COMMANDE|SUJET]", "[COMMAND|TOPIC]"},
        .most = 2,
        .about = {},
        .examples = {{"cafe help find", {"tout sur la recherche", "all about asking"}}},
        .run = run_help,
        .word = ValueKind::topic,
    };
    return command;
}

}  // namespace cafe::cmd
