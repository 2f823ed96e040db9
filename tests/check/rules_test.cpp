#include "check/rules.hpp"

#include <set>

#include "check/notebook.hpp"
#include "yaml/rules.hpp"

using namespace cafe;

TEST_CASE("every rule has a code of its own, a letter for its severity, and both languages") {
    std::set<std::string_view> codes;
    for (const Rule* rule : check::all_rules()) {
        CAPTURE(rule->code);
        CHECK(codes.insert(rule->code).second);
        REQUIRE(rule->code.size() == 4);
        const char letter = rule->severity == Severity::error ? 'E' : rule->severity == Severity::warning ? 'W' : 'H';
        CHECK(rule->code.front() == letter);
        CHECK(text::is_digits(rule->code.substr(1)));
        for (const Lang lang : {Lang::fr, Lang::en}) {
            CHECK_FALSE(rule->title(lang).empty());
            CHECK_FALSE(rule->title(lang).ends_with('.'));
            CHECK(rule->why(lang).ends_with('.'));
        }
        CHECK(rule->why_fr != rule->why_en);
    }
    CHECK(codes.size() > 80);
}

TEST_CASE("the list of all rules is in the order of codes and holds those of every room") {
    const auto all = check::all_rules();
    CHECK(std::is_sorted(all.begin(), all.end(), [](const Rule* a, const Rule* b) { return a->code < b->code; }));
    std::set<std::string_view> codes;
    for (const Rule* rule : all) codes.insert(rule->code);
    for (const std::string_view code :
         {"E001", "E010", "E092", "E101", "W101", "E201", "E301", "E401", "E501", "H602"}) {
        CAPTURE(code);
        CHECK(codes.contains(code));
    }
}

namespace {

// Rules that no text is known to raise: they guard against what has not been thought of.
bool has_no_example(const Rule& rule) {
    return &rule == &yaml::rule::two_readings;
}

std::string in_lines(const Findings& findings) {
    std::string out;
    for (const Diagnostic& finding : findings) out += render::finding_in_short(finding, {Lang::en, false});
    return out;
}

// What the people who wrote the rule must do; empty when all is well.
std::string wanting(const Rule& rule) {
    if (has_no_example(rule)) return "";
    const std::string code(rule.code);
    if (rule.wrong.empty() || rule.right.empty())
        return code + ": give the rule a wrong and a right example, where it is declared (docs/hacking.md, \"A rule\")";
    const test::ExampleCheck wrong = test::check_wrong_example(rule);
    const auto found = std::find_if(wrong.findings.begin(), wrong.findings.end(),
                                    [&](const Diagnostic& finding) { return finding.rule->code == rule.code; });
    if (found == wrong.findings.end())
        return code + ": its wrong example does not raise it; it raises\n" + in_lines(wrong.findings);
    const bool names_a_file = std::any_of(wrong.files.begin(), wrong.files.end(), [&](const test::ExampleFile& file) {
        return found->place.file == file.path;
    });
    if (!names_a_file) return code + ": found in " + found->place.file + ", which the wrong example does not show";
    const test::ExampleCheck right = test::check_right_example(rule);
    if (!right.findings.empty()) return code + ": its right example is not right\n" + in_lines(right.findings);
    return "";
}

}  // namespace

TEST_CASE("the wrong example of every rule raises it in a file that it shows, the right one raises nothing at all") {
    for (const Rule* rule : check::all_rules()) CHECK(wanting(*rule) == "");
}

TEST_CASE("an example names its files, its links and the signs that cannot be shown") {
    const auto files = test::files_of_example(
        "# partners/a.yaml\nname: H<0xE9>l<U+00E8>ne\n# à relire\n# partners/b.yaml -> ../c.yaml\n# d.yml\n<ab × 2>\n");
    REQUIRE(files.size() == 3);
    CHECK(files[0].path == "partners/a.yaml");
    CHECK(files[0].text == "name: H\xE9lène\n# à relire\n");
    CHECK(files[1].link_to == "../c.yaml");
    CHECK(files[2].text == "abab\n");
    CHECK(test::files_of_example("name: x\n")[0].path == "partners/ccas-fumel.yaml");
    CHECK(test::true_form("<not a sign> <U+zz> a < b") == "<not a sign> <U+zz> a < b");
}

TEST_CASE("a rule without examples, with a wrong one that is right or a right one that is wrong is told") {
    Rule rule = check::rule::bad_siret;
    rule.right = "";
    CHECK(wanting(rule).find("give the rule a wrong and a right example") != std::string::npos);
    rule = check::rule::bad_siret;
    rule.wrong = rule.right;
    CHECK(wanting(rule).find("does not raise it") != std::string::npos);
}

TEST_CASE("the small notebook that the examples stand in has no finding of its own") {
    test::Notebook notebook;
    CHECK(notebook.check() == Findings{});
}

TEST_CASE("every finding says what is wrong and what to do, in both languages") {
    test::Notebook notebook;
    for (const Rule* rule : check::rules()) notebook.put_all(rule->wrong);
    for (const Diagnostic& finding : notebook.check()) {
        CAPTURE(finding.message.en);
        CHECK_FALSE(finding.message.fr.empty());
        CHECK_FALSE(finding.message.en.empty());
        CHECK_FALSE(finding.remedy.fr.empty());
        CHECK_FALSE(finding.remedy.en.empty());
        CHECK_FALSE(finding.message.fr.ends_with('.'));
        CHECK_FALSE(finding.message.en.ends_with('.'));
    }
}
