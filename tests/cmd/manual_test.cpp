#include "manual.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "args.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "help.hpp"
#include "model/fields.hpp"
#include "render/roff.hpp"
#include "support/source_folder.hpp"

using namespace cafe;

namespace {

std::map<std::string, std::string> by_path() {
    std::map<std::string, std::string> pages;
    for (const cmd::ManualFile& file : cmd::manual_files()) {
        CAPTURE(file.path);
        CHECK(pages.emplace(file.path, file.text).second);
    }
    return pages;
}

std::string folder(Lang lang) {
    return lang == Lang::fr ? "fr/man1/" : "man1/";
}

}  // namespace

TEST_CASE("roff text shows its letters and obeys none of them") {
    struct Case {
        std::string_view text;
        std::string_view roff;
    };
    for (const Case& one : {Case{"a\\fBb", "a\\(rsfBb"}, Case{"--limit", "\\-\\-limit"}, Case{"l'aide", "l\\(aqaide"},
                            Case{"\"x\"", "\\(dqx\\(dq"}, Case{"été", "\\[u00E9]t\\[u00E9]"},
                            Case{"^~`", "\\(ha\\(ti\\(ga"}, Case{"\x1b[31m\t", "\\[u001B][31m\\[u0009]"}, Case{"", ""}})
        CHECK(render::roff_text(one.text) == one.roff);
}

TEST_CASE("no line of a page begins with a command that its text spelled") {
    render::ManualPage page("X", 1, "s", "m");
    page.paragraph(".so /etc/passwd\n'br").term(".TH", ".SH x\n.so y").lines(".nf\n'x\n\n.so z").section("a\n.so b");
    for (const std::string_view line : text::split(page.roff(), '\n')) {
        CAPTURE(line);
        CHECK_FALSE(line.starts_with(".so"));
        CHECK_FALSE(line.starts_with("'"));
    }
    CHECK(page.roff().find("\\&.so /etc/passwd\n") != std::string::npos);
}

TEST_CASE("every command has a page in both languages, with its sections and each of its options") {
    const auto pages = by_path();
    for (const Lang lang : {Lang::fr, Lang::en})
        for (const cmd::Command* command : cmd::commands()) {
            const std::string name = "cafe-" + text::replace_all(command->name, " ", "-");
            CAPTURE(name);
            const auto page = pages.find(folder(lang) + name + ".1");
            REQUIRE(page != pages.end());
            const std::vector<std::string_view> sections =
                lang == Lang::fr
                    ? std::vector<std::string_view>{"NOM",      "SYNOPSIS",       "DESCRIPTION",
                                                    "OPTIONS",  "CODE DE RETOUR", "ENVIRONNEMENT",
                                                    "FICHIERS", "VOIR AUSSI"}
                    : std::vector<std::string_view>{"NAME",        "SYNOPSIS",    "DESCRIPTION", "OPTIONS",
                                                    "EXIT STATUS", "ENVIRONMENT", "FILES",       "SEE ALSO"};
            for (const std::string_view section : sections) {
                CAPTURE(section);
                CHECK(page->second.find(".SH \"" + std::string(section) + "\"\n") != std::string::npos);
            }
            for (const cmd::Option& option : command->options) {
                CAPTURE(option.name);
                const std::string term = "\\fB" + render::roff_text(cmd::option_in_words(option, lang)) + "\\fR\n";
                CHECK(page->second.find(term) != std::string::npos);
            }
            for (const cmd::Example& example : command->examples)
                CHECK(page->second.find(render::roff_text(example.line)) != std::string::npos);
            for (const std::string_view alias : command->aliases)
                CHECK(pages.at(folder(lang) + "cafe-" + std::string(alias) + ".1") ==
                      ".so " + folder(lang) + name + ".1\n");
        }
}

TEST_CASE("cafe(1) names every command, cafe-records(5) every field") {
    const auto pages = by_path();
    for (const Lang lang : {Lang::fr, Lang::en}) {
        const std::string& cafe = pages.at(folder(lang) + "cafe.1");
        for (const cmd::Command* command : cmd::commands())
            CHECK(cafe.find("\\fB" + render::roff_text("cafe " + std::string(command->name)) + "\\fR\n") !=
                  std::string::npos);
        const std::string& records = pages.at(std::string(lang == Lang::fr ? "fr/" : "") + "man5/cafe-records.5");
        for (const model::RecordKind kind : model::all_record_kinds)
            for (const model::Field& field : model::shape_of(kind).fields) {
                CAPTURE(field.key);
                CHECK(records.find("\\fB" + render::roff_text(field.key) + "\\fR\n") != std::string::npos);
            }
    }
    CHECK(pages.contains("man7/cafe-query.7"));
    CHECK(pages.contains("fr/man7/cafe-query.7"));
}

TEST_CASE("every variable of the environment that a command asks for is in its manual page") {
    // Found in the source: a quoted word in capitals, in the files that ask for variables and no other word of the
    // kind.
    const std::set<std::string> others{"POSIX"};
    std::set<std::string> asked;
    for (const char* file : {"run.cpp", "pager.cpp", "editor.cpp", "notebook.cpp"}) {
        std::ifstream in(std::filesystem::path(cafe::test::source_folder("cmd")) / file);
        const std::string source{std::istreambuf_iterator<char>(in), {}};
        const auto pieces = text::split(source, '"');
        for (std::size_t i = 1; i < pieces.size(); i += 2) {
            const bool capitals = pieces[i].size() >= 4 &&
                                  pieces[i].find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string_view::npos;
            if (capitals && !others.count(std::string(pieces[i]))) asked.insert(std::string(pieces[i]));
        }
    }
    CHECK(asked.size() >= 10);
    const auto pages = by_path();
    for (const Lang lang : {Lang::fr, Lang::en}) {
        const std::string& page = pages.at(folder(lang) + "cafe.1");
        for (const std::string& name : asked) {
            CAPTURE(name);
            CHECK(page.find(name) != std::string::npos);
        }
    }
}
