#include "render/report.hpp"

#include <doctest/doctest.h>

using namespace cafe;
using namespace cafe::render;

namespace {

constexpr Rule unclosed{"E010", Severity::error, "guillemet non fermé", "quote never closed", "", "", "", ""};
constexpr Rule advice{"H101", Severity::hint, "", "", "", "", "", ""};

Diagnostic finding() {
    return {&unclosed,
            {"partners/ccas-fumel.yaml", 3, 13, 19},
            {"le guillemet ouvert n'est jamais fermé", "opening quote is never closed"},
            {"ajoutez \" à la fin de la ligne 3", "add \" at the end of line 3"}};
}

SourceLine says(std::string line) {
    return [line = std::move(line)](const std::string&, int) { return line; };
}

constexpr ReportStyle english{Lang::en, false};

}  // namespace

TEST_CASE("A finding shows its line with carets under what is meant") {
    CHECK(finding_for_people(finding(), says("  - number: \"05 53"), english) ==
          "partners/ccas-fumel.yaml:3:13: error[E010]: opening quote is never closed\n"
          "  |\n"
          "3 |   - number: \"05 53\n"
          "  |             ^^^^^^\n"
          "  = help: add \" at the end of line 3\n");
    CHECK(finding_for_people(finding(), says("  - number: \"05 53"), {Lang::fr, false})
              .find("erreur[E010]: le guillemet ouvert n'est jamais fermé\n") != std::string::npos);
}

TEST_CASE("Carets stand at the width the characters have on a terminal") {
    struct Case {
        std::string line;
        int column;
        int end_column;
        std::string shown;
    };
    const Case cases[] = {
        // Wide characters take two columns, marks none, hidden ones are spelled out.
        {"日本: x", 5, 6, "3 | 日本: x\n  |       ^\n"},
        {"x: 日本", 4, 6, "3 | x: 日本\n  |    ^^^^\n"},
        {"e\xCC\x81: x", 5, 6, "3 | é: x\n  |    ^\n"},
        {"a\tb", 3, 4, "3 | a b\n  |   ^\n"},
        {"\x1b[2J: x", 7, 8, "3 | <U+001B>[2J: x\n  |              ^\n"},
        {"name:", 6, 7, "3 | name:\n  |      ^\n"},
        {"name:", 90, 95, "3 | name:\n  |      ^\n"},
    };
    for (const Case& c : cases) {
        Diagnostic diagnostic = finding();
        diagnostic.place.column = c.column;
        diagnostic.place.end_column = c.end_column;
        diagnostic.remedy = {};
        const std::string text = finding_for_people(diagnostic, says(c.line), english);
        CHECK(text.substr(text.find("  |\n") + 4) == c.shown);
    }
}

TEST_CASE("A very long line is cut around the place") {
    Diagnostic diagnostic = finding();
    diagnostic.place.column = 501;
    diagnostic.place.end_column = 504;
    const std::string text =
        finding_for_people(diagnostic, says(std::string(500, 'a') + "bcd" + std::string(5000, 'e')), english);
    CHECK(text.size() < 500);
    CHECK(text.find("abcde") != std::string::npos);
    CHECK(text.find("3 | …aaa") != std::string::npos);
}

TEST_CASE("A finding about a whole file has neither line nor carets") {
    Diagnostic diagnostic = finding();
    diagnostic.place = {"partners/x.yaml", 0, 0, 0};
    CHECK(finding_for_people(diagnostic, says("never shown"), english) ==
          "partners/x.yaml: error[E010]: opening quote is never closed\n  = help: add \" at the end of line 3\n");
    CHECK(finding_in_short(diagnostic, english) == "partners/x.yaml: error[E010]: opening quote is never closed\n");
    CHECK(
        finding_json(diagnostic, Lang::en).bytes() ==
        R"({"code": "E010", "severity": "error", "file": "partners/x.yaml", "line": null, "column": null, )"
        R"("end_column": null, "message": "opening quote is never closed", "remedy": "add \" at the end of line 3"})");
}

TEST_CASE("A record's words in a message can neither command a terminal nor forge a second finding") {
    Diagnostic diagnostic = finding();
    diagnostic.message = same("unknown key “\x1b[2J\nerror[E999]: none”");
    CHECK(finding_in_short(diagnostic, english) ==
          "partners/ccas-fumel.yaml:3:13: error[E010]: unknown key “<U+001B>[2J error[E999]: none”\n");
    diagnostic.message = same("50%\n::error::x");
    CHECK(finding_for_github(diagnostic, english) ==
          "::error file=partners/ccas-fumel.yaml,line=3,col=13,endColumn=19,title=E010::50%25%0A::error::x%0A"
          "add \" at the end of line 3\n");
    diagnostic.place.file = "partners/a,b:c.yaml";
    CHECK(finding_for_github(diagnostic, english).find("file=partners/a%2Cb%3Ac.yaml,") != std::string::npos);
}

TEST_CASE("A name of a file can forge no line, in any form") {
    Diagnostic told = finding();
    told.place.file = "partners/x\n::error file=a::b\r\tz.yaml";
    for (const std::string& shown :
         {finding_in_short(told, english), finding_for_github(told, english), finding_for_people(told, {}, english)}) {
        CAPTURE(shown);
        CHECK(shown.find("\n::") == std::string::npos);
        CHECK(shown.find('\r') == std::string::npos);
        CHECK(shown.find("<U+000A>") != std::string::npos);
    }
    CHECK(finding_in_short(told, english).find('\n') == finding_in_short(told, english).size() - 1);
    CHECK(finding_for_github(told, english).find('\n') == finding_for_github(told, english).size() - 1);
}

TEST_CASE("The JSON report counts errors and warnings, not hints") {
    const Findings findings = {finding(), {&advice, {"cafe.yaml", 1, 1, 2}, same("m"), {}}};
    CHECK(check_json(findings, 212, Lang::en) ==
          "{\"schema\": \"cafe/check/1\", \"findings\": [\n  " + finding_json(findings[0], Lang::en).bytes() + ",\n  " +
              finding_json(findings[1], Lang::en).bytes() + "\n], \"files\": 212, \"errors\": 1, \"warnings\": 0}\n");
    CHECK(summary(tally(findings), 212).fr == "212 fichiers, 1 erreur, 1 conseil");
    CHECK(summary({}, 1).fr == "1 fichier : rien à signaler");
    CHECK(summary({0, 2, 0}, 3).en == "3 files, 2 warnings");
}

TEST_CASE("Colour is written only when asked for") {
    CHECK(finding_for_people(finding(), says("x"), english).find('\x1b') == std::string::npos);
    CHECK(finding_for_people(finding(), says("x"), {Lang::en, true}).find("\x1b[1;31merror[E010]\x1b[0m") !=
          std::string::npos);
}
