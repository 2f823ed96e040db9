#include "base/diff.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/process.hpp"
#include "support/temporary_folder.hpp"

using namespace cafe;

namespace {

std::string numbered_lines(int from, int until) {
    std::string text;
    for (int i = from; i < until; ++i) text += "line " + std::to_string(i) + "\n";
    return text;
}

// Texts that a diff has trouble with: few distinct lines, CRLF, blank lines, no last line end.
std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> words{
        "a", "b", "c", "", "name: CCAS", "\r", "  - themes", "- x\r", "# été à Fumel", "-- not a header"};
    std::string text;
    const auto count = random() % 30;
    for (unsigned i = 0; i < count; ++i) text += words[random() % words.size()] + "\n";
    if (!text.empty() && random() % 3 == 0) text.pop_back();
    return text;
}

std::string changed(std::string text, std::mt19937& random) {
    if (random() % 6 == 0) return random_text(random);
    for (auto i = random() % 4; i > 0 && !text.empty(); --i) {
        const auto place = random() % text.size();
        if (random() % 2 == 0)
            text.insert(place, random() % 2 == 0 ? "b\n" : "é");
        else
            text.erase(place, random() % 5);
    }
    return text;
}

void write(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

std::optional<std::string> content(const std::string& path) {
    if (!std::filesystem::exists(path)) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

struct Pair {
    std::string path;
    std::optional<std::string> before;
    std::optional<std::string> after;
};

std::vector<Pair> many_pairs() {
    std::mt19937 random(2026);
    std::vector<Pair> pairs;
    for (int i = 0; i < 400; ++i) {
        Pair pair{"f" + std::to_string(i) + ".yaml", random_text(random), {}};
        pair.after = changed(*pair.before, random);
        if (i % 9 == 0) pair.before.reset();
        if (i % 9 == 1) pair.after.reset();
        pairs.push_back(pair);
    }
    pairs.push_back({"a folder/with blanks.yaml", "x: 1\n", "x: 2\n"});
    pairs.push_back({"fiche \"à part\"\\.yaml", "x: 1\n", "x: 2"});
    return pairs;
}

void write_all(const std::string& folder, const std::vector<Pair>& pairs) {
    std::filesystem::create_directories(folder + "/a folder");
    for (const auto& pair : pairs)
        if (pair.before) write(folder + "/" + pair.path, *pair.before);
}

std::string whole_patch(const std::vector<Pair>& pairs) {
    std::string patch;
    for (const auto& pair : pairs) patch += diff::unified(pair.path, pair.before, pair.after);
    return patch;
}

bool installed(Process& process, const std::string& program) {
    const auto finished = process.run({program, "--version"}, "", "");
    return finished && finished->code == 0;
}

}  // namespace

TEST_CASE("a diff shows what changes with three lines around it") {
    struct Case {
        std::optional<std::string> before;
        std::optional<std::string> after;
        std::string hunks;
    };
    const std::vector<Case> cases{
        {"a\nb\nc\n", "a\nB\nc\n", "--- a/p.yaml\n+++ b/p.yaml\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"},
        {"a\n", "a", "--- a/p.yaml\n+++ b/p.yaml\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"},
        {"a", "a\nb\n", "--- a/p.yaml\n+++ b/p.yaml\n@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n"},
        {"", "a\n", "--- a/p.yaml\n+++ b/p.yaml\n@@ -0,0 +1 @@\n+a\n"},
        {"a\n", "", "--- a/p.yaml\n+++ b/p.yaml\n@@ -1 +0,0 @@\n-a\n"},
        {"a\r\nb\r\n", "a\nb\r\n", "--- a/p.yaml\n+++ b/p.yaml\n@@ -1,2 +1,2 @@\n-a\r\n+a\n b\r\n"},
        {std::nullopt, "a\n", "new file mode 100644\n--- /dev/null\n+++ b/p.yaml\n@@ -0,0 +1 @@\n+a\n"},
        {"a\n", std::nullopt, "deleted file mode 100644\n--- a/p.yaml\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"},
        {std::nullopt, "", "new file mode 100644\n"},
    };
    for (const auto& row : cases)
        CHECK(diff::unified("p.yaml", row.before, row.after) == "diff --git a/p.yaml b/p.yaml\n" + row.hunks);
}

TEST_CASE("what does not change has no diff") {
    CHECK(diff::unified("p.yaml", "a\n", "a\n").empty());
    CHECK(diff::unified("p.yaml", std::nullopt, std::nullopt).empty());
    CHECK(diff::lines("", "").empty());
    CHECK(diff::lines("a\nb", "a\nb").empty());
}

TEST_CASE("changes far from each other are two hunks, near ones are one") {
    const std::string before = numbered_lines(0, 30);
    const auto with = [&](int first, int second) {
        std::string text;
        for (int i = 0; i < 30; ++i) text += (i == first || i == second ? "new " : "line ") + std::to_string(i) + "\n";
        return diff::unified("p", before, text);
    };
    const auto hunks = [](const std::string& text) {
        std::size_t n = 0;
        for (auto i = text.find("\n@@ "); i != std::string::npos; i = text.find("\n@@ ", i + 1)) ++n;
        return n;
    };
    CHECK(hunks(with(5, 12)) == 1);
    CHECK(hunks(with(5, 13)) == 2);
    CHECK(hunks(with(0, 29)) == 2);
}

TEST_CASE("a new item of a list is shown with its own first line") {
    const auto diff = diff::lines("phones:\n  - number: 1\n    label: a\n",
                                  "phones:\n  - number: 1\n    label: a\n  - number: 2\n    label: a\n");
    CHECK(diff == std::vector<diff::Replaced>{{{3, 3}, {3, 5}}});
}

TEST_CASE("a line that moved is one line gone and one line come") {
    CHECK(diff::lines("a\nb\nc\nd\n", "b\nc\nd\na\n") ==
          std::vector<diff::Replaced>{{{0, 1}, {0, 0}}, {{4, 4}, {3, 4}}});
}

TEST_CASE("a renamed file says from where to where, and what changes on the way") {
    CHECK(diff::unified_rename("partners/a.yaml", "partners/b.yaml", "x\n", "x\n") ==
          "diff --git a/partners/a.yaml b/partners/b.yaml\nrename from partners/a.yaml\nrename to partners/b.yaml\n");
    CHECK(diff::unified_rename("a", "b", "x\n", "y\n") ==
          "diff --git a/a b/b\nrename from a\nrename to b\n--- a/a\n+++ b/b\n@@ -1 +1 @@\n-x\n+y\n");
}

TEST_CASE("git applies the diff of four hundred files, new and gone ones among them, and takes it back") {
    const auto process = real_process();
    const test::TemporaryFolder folder;
    const auto pairs = many_pairs();
    write_all(folder.path(), pairs);
    std::string patch = whole_patch(pairs);
    write(folder.path() + "/old-name.yaml", "name: a\nkind: b\n");
    patch += diff::unified_rename("old-name.yaml", "new-name.yaml", "name: a\nkind: b\n", "name: a\nkind: c\n");

    const auto applied = process->run({"git", "apply", "--whitespace=nowarn", "-"}, folder.path(), patch);
    REQUIRE(applied);
    REQUIRE_MESSAGE(applied->code == 0, applied->err);
    for (const auto& pair : pairs) CHECK_MESSAGE(content(folder.path() + "/" + pair.path) == pair.after, pair.path);
    CHECK(content(folder.path() + "/new-name.yaml") == "name: a\nkind: c\n");
    CHECK_FALSE(content(folder.path() + "/old-name.yaml"));

    const auto back = process->run({"git", "apply", "-R", "--whitespace=nowarn", "-"}, folder.path(), patch);
    REQUIRE(back);
    REQUIRE_MESSAGE(back->code == 0, back->err);
    for (const auto& pair : pairs) CHECK_MESSAGE(content(folder.path() + "/" + pair.path) == pair.before, pair.path);
}

TEST_CASE("patch applies the diff as well") {
    const auto process = real_process();
    if (!installed(*process, "patch")) return;
    const test::TemporaryFolder folder;
    auto pairs = many_pairs();
    // patch knows no empty file that comes or goes: it takes it for one that was patched already.
    pairs.erase(std::remove_if(pairs.begin(), pairs.end(),
                               [](const Pair& pair) {
                                   return pair.before.value_or("").empty() && pair.after.value_or("").empty();
                               }),
                pairs.end());
    write_all(folder.path(), pairs);
    // --binary: else patch takes the CR of a line as damage done by mail.
    const auto applied = process->run({"patch", "-p1", "--binary", "--no-backup-if-mismatch", "--fuzz=0"},
                                      folder.path(), whole_patch(pairs));
    REQUIRE(applied);
    REQUIRE_MESSAGE(applied->code == 0, applied->out);
    for (const auto& pair : pairs) CHECK_MESSAGE(content(folder.path() + "/" + pair.path) == pair.after, pair.path);
}

TEST_CASE("two texts of a megabyte are compared in moments, alike or not") {
    using Clock = std::chrono::steady_clock;
    std::mt19937 random(7);
    std::string distinct;
    std::string other;
    std::string alike;
    std::string few;
    std::string fewer;
    for (int i = 0; i < 40'000; ++i) {
        distinct += "line number " + std::to_string(i) + "....\n";
        other += "another line " + std::to_string(i) + "...\n";
        alike += (i % 50 == 3 ? "changed line " : "line number ") + std::to_string(i) + "....\n";
        few += "only " + std::to_string(random() % 7) + " of these lines ...\n";
        fewer += "only " + std::to_string(random() % 7) + " of these lines ...\n";
    }
    const auto begin = Clock::now();
    CHECK(diff::lines(distinct, other).size() == 1);
    CHECK(diff::lines(distinct, alike).size() == 800);
    CHECK_FALSE(diff::lines(few, fewer).empty());
    // A second in a plain build; sanitizers and a busy machine are given their time.
    CHECK(Clock::now() - begin < std::chrono::seconds(20));
}
