#include "base/command_line.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using cafe::CommandLine;
using cafe::split_command_line;

TEST_CASE("a command line of a variable is cut as a shell cuts it, and nothing is expanded") {
    struct Case {
        std::string text;
        CommandLine line;
    };
    const std::vector<Case> cases{
        {"less", {{}, {"less"}}},
        {"less -FRX", {{}, {"less", "-FRX"}}},
        {"  less\t-F  -R ", {{}, {"less", "-F", "-R"}}},
        {"", {}},
        {"   ", {}},
        {"'/opt/my pager/less' -R", {{}, {"/opt/my pager/less", "-R"}}},
        {"\"/opt/my pager/less\" -R", {{}, {"/opt/my pager/less", "-R"}}},
        {"/opt/my\\ pager/less", {{}, {"/opt/my pager/less"}}},
        {"sh -c 'col -b | vim -R -'", {{}, {"sh", "-c", "col -b | vim -R -"}}},
        {"less '-P $HOME'", {{}, {"less", "-P $HOME"}}},
        {"less \"a\\\"b\" \"a\\nb\"", {{}, {"less", "a\"b", "a\\nb"}}},
        {"less ''", {{}, {"less", ""}}},
        {"le'ss'", {{}, {"less"}}},
        {"LESS=FRX less", {{{"LESS", "FRX"}}, {"less"}}},
        {"LESS= LV=-c less A=b", {{{"LESS", ""}, {"LV", "-c"}}, {"less", "A=b"}}},
        {"1A=b less", {{}, {"1A=b", "less"}}},
        {"=b", {{}, {"=b"}}},
        {"less -x4 +/pi#ece", {{}, {"less", "-x4", "+/pi#ece"}}},
        {"afficheur 'd’été'", {{}, {"afficheur", "d’été"}}},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const auto line = split_command_line(one.text);
        REQUIRE(line.has_value());
        CHECK(line->variables == one.line.variables);
        CHECK(line->arguments == one.line.arguments);
    }
}

TEST_CASE("what only a shell could understand is refused, not guessed") {
    for (const std::string text : {"col -b | less",
                                   "less; rm -rf x",
                                   "less && true",
                                   "less &",
                                   "less > out",
                                   "less < in",
                                   "$PAGER",
                                   "less $HOME",
                                   "less `id`",
                                   "less \"$HOME\"",
                                   "less \"`id`\"",
                                   "(less)",
                                   "less *",
                                   "less ?",
                                   "less [a]",
                                   "~/bin/less",
                                   "less # not this",
                                   "less 'open",
                                   "less \"open",
                                   "less \\",
                                   "'",
                                   "\""}) {
        CAPTURE(text);
        CHECK_FALSE(split_command_line(text).has_value());
    }
}
