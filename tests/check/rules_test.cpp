#include "check/rules.hpp"

#include <set>

#include "check/notebook.hpp"

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

TEST_CASE("the wrong example of every check raises its rule, the right one does not") {
    for (const Rule* rule : check::rules()) {
        CAPTURE(rule->code);
        test::Notebook wrong;
        wrong.put_all(rule->wrong);
        CHECK(wrong.raises(rule->code));
        test::Notebook right;
        right.put_all(rule->right);
        CHECK_FALSE(right.raises(rule->code));
    }
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
