// The cases of tests/merge/cases: small folders with base, ours, theirs and what is expected.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "edit/difference.hpp"
#include "merge/losses.hpp"
#include "merge/merge.hpp"
#include "store/layout.hpp"
#include "support/source_folder.hpp"
#include "yaml/parse.hpp"
#include "yaml/splice.hpp"

namespace {

using namespace cafe;
namespace fs = std::filesystem;

struct Case {
    std::string name;
    std::string path;  // inside the notebook: what kind of record it is
    std::string base;
    std::string ours;
    std::string theirs;
    std::string expected;                // nothing: a conflict is
    std::vector<std::string> conflicts;  // the paths of the fields that are asked
};

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::vector<Case> all_cases() {
    std::vector<Case> cases;
    for (const auto& entry : fs::directory_iterator(test::source_folder() + "/tests/merge/cases")) {
        Case one;
        one.name = entry.path().filename().string();
        one.path = std::string(text::trim(read_file(entry.path() / "path")));
        one.base = read_file(entry.path() / "base.yaml");
        one.ours = read_file(entry.path() / "ours.yaml");
        one.theirs = read_file(entry.path() / "theirs.yaml");
        one.expected = read_file(entry.path() / "expected.yaml");
        const std::string open = read_file(entry.path() / "conflicts");
        for (const std::string_view line : text::split(open, '\n'))
            if (!line.empty()) one.conflicts.emplace_back(line);
        cases.push_back(std::move(one));
    }
    std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
    return cases;
}

model::RecordKind kind_of(const Case& one) {
    const auto ref = store::ref_at(one.path);
    REQUIRE_MESSAGE(ref.has_value(), one.name);
    return ref->kind;
}

merge::Merge merged(const Case& one, bool swapped = false) {
    return merge::merge({one.base, swapped ? one.theirs : one.ours, swapped ? one.ours : one.theirs}, one.path,
                        kind_of(one));
}

std::vector<std::string> paths(const merge::Merge& merge) {
    std::vector<std::string> found;
    for (const merge::Conflict& conflict : merge.conflicts)
        found.push_back(conflict.reason == merge::Reason::comment ? "#" : conflict.path.print());
    return found;
}

Value value_of(const std::string& text) {
    const auto parsed = yaml::parse(text, "x.yaml");
    return parsed.root ? to_value(*parsed.root) : Value{};
}

// What a merge of a case came to, for the table of docs/merge.md.
std::string judged(const Case& one, bool conflict, const std::string& text) {
    if (conflict) return one.expected.empty() ? "honest" : "needless";
    if (!yaml::parse(text, "x.yaml").root) return "invalid";
    if (one.expected.empty()) return "wrong";
    return edit::equivalent(value_of(text), value_of(one.expected), edit::meaning_of(model::shape_of(kind_of(one))))
               ? "right"
               : "wrong";
}

}  // namespace

TEST_CASE("merge cases come out as expected") {
    const auto cases = all_cases();
    CHECK(cases.size() >= 100);
    for (const Case& one : cases) {
        const auto merge = merged(one);
        const std::string as_text = merge::write(merge, {one.base, one.ours, one.theirs}, {}, Lang::fr);
        if (one.expected.empty()) {
            CHECK_MESSAGE(!merge.clean(), one.name << " should ask\n" << merge.text);
            CHECK_MESSAGE(as_text.find("<<<<<<< ") != std::string::npos, one.name << "\n" << as_text);
            if (!one.conflicts.empty())
                CHECK_MESSAGE(text::join(paths(merge), " | ") == text::join(one.conflicts, " | "), one.name << "\n"
                                                                                                            << as_text);
        } else {
            CHECK_MESSAGE(merge.clean(), one.name << " asks:\n" << as_text);
            if (merge.clean()) CHECK_MESSAGE(merge.text == one.expected, one.name << "\n" << merge.text);
        }
    }
}

TEST_CASE("merge cases hold the laws") {
    for (const Case& one : all_cases()) {
        const auto kind = kind_of(one);
        const auto same = merge::merge({one.base, one.ours, one.ours}, one.path, kind);
        CHECK_MESSAGE((same.clean() && same.text == one.ours), one.name);
        const auto alone = merge::merge({one.base, one.base, one.theirs}, one.path, kind);
        CHECK_MESSAGE((alone.clean() && alone.text == one.theirs), one.name);
        const auto here = merge::merge({one.base, one.ours, one.base}, one.path, kind);
        CHECK_MESSAGE((here.clean() && here.text == one.ours), one.name);
        const auto one_way = merged(one);
        const auto other_way = merged(one, true);
        CHECK_MESSAGE(one_way.clean() == other_way.clean(), one.name);
        CHECK_MESSAGE(one_way.conflicts.size() == other_way.conflicts.size(), one.name);
        // Each side of the markers is a record.
        for (const std::string* text : {&one_way.text, &one_way.theirs_taken})
            if (one_way.way != merge::Way::doubt) CHECK_MESSAGE(yaml::parse(*text, "x").root.has_value(), one.name);
    }
}

// For tests/merge/table.sh. CAFE_MERGE_TABLE=FOLDER: FOLDER/cafe has a line per case, "name TAB outcome". Each folder
// of CAFE_MERGE_OTHERS holds what another merger made of each case and its exit code; FOLDER/<its name> says the same
// of it.
TEST_CASE("merge table") {
    const char* folder = std::getenv("CAFE_MERGE_TABLE");
    const char* others = std::getenv("CAFE_MERGE_OTHERS");
    if (folder == nullptr || others == nullptr) return;
    fs::create_directories(folder);
    std::ofstream out(fs::path(folder) / "cafe");
    for (const Case& one : all_cases()) {
        const auto merge = merged(one);
        out << one.name << '\t' << judged(one, !merge.clean(), merge.text) << '\n';
    }
    for (const auto& other : fs::directory_iterator(others)) {
        std::ofstream of_other(fs::path(folder) / other.path().filename());
        for (const Case& one : all_cases()) {
            const bool conflict = text::trim(read_file(other.path() / (one.name + ".code"))) != "0";
            of_other << one.name << '\t' << judged(one, conflict, read_file(other.path() / (one.name + ".yaml")))
                     << '\n';
        }
    }
}
