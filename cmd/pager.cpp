#include "pager.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace cafe::cmd {

namespace {

constexpr Phrase<std::string> cannot_page{"l'afficheur page à page ne peut pas être lancé : {}",
                                          "the pager cannot be started: {}"};
constexpr Phrase<std::string> needs_a_shell{
    "{} demande un interpréteur de commandes, que cafe ne lance pas : donner un programme et ses options",
    "{} needs a shell, which cafe does not run: give a program and its options"};

struct Asked {
    std::string variable;  // empty: nobody asked
    std::string text = "less";
};

// A variable that is set to nothing asks for no pager.
Asked asked_for(const World& world) {
    for (const std::string name : {"CAFE_PAGER", "PAGER"})
        if (const auto text = world.variable(name)) return {name, *text};
    return {};
}

void add_unless_set(const World& world, CommandLine& command, const std::string& name, const std::string& value) {
    const bool said = std::any_of(command.variables.begin(), command.variables.end(),
                                  [&](const auto& variable) { return variable.first == name; });
    if (!said && !world.variable(name)) command.variables.emplace_back(name, value);
}

}  // namespace

void use_pager(World& world, const Command& command) {
    if (!world.page || !world.out_is_terminal || !only_asks(command)) return;
    if (const std::string terminal = world.variable("TERM").value_or(""); terminal.empty() || terminal == "dumb")
        return;
    const Asked asked = asked_for(world);
    const auto line = split_command_line(asked.text);
    if (!line) {
        world.say(needs_a_shell(asked.variable));
        return;
    }
    if (line->arguments.empty() || line->arguments == std::vector<std::string>{"cat"}) return;
    Pager pager{*line, {}};
    // cafe prints UTF-8 whatever the locale; less would otherwise show the bytes of accents where it is "C".
    add_unless_set(world, pager.command, "LESS", "FRX");
    add_unless_set(world, pager.command, "LESSCHARSET", "utf-8");
    // Where less is not installed nobody asked for it, and nothing is said.
    if (!asked.variable.empty() && !world.quiet)
        pager.otherwise = cannot_page(utf8::printable(asked.text)).in(world.lang);
    world.page(std::move(pager));
}

}  // namespace cafe::cmd
