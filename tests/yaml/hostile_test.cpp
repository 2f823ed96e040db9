#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "base/text.hpp"
#include "support/source_folder.hpp"
#include "yaml/parse.hpp"

using namespace cafe;

namespace {

const std::filesystem::path folder = std::filesystem::path(cafe::test::source_folder("tests/yaml/hostile"));

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool has_error(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Diagnostic& finding) { return finding.rule->severity == Severity::error; });
}

std::map<std::string, std::string> verdicts() {
    std::map<std::string, std::string> verdicts;
    const std::string table = bytes_of(folder / "EXPECT.tsv");
    const auto rows = text::split(table, '\n');
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (const auto cells = text::split(rows[i], '\t'); cells.size() >= 2)
            verdicts.emplace(std::string(cells[0]), std::string(cells[1]));
    return verdicts;
}

}  // namespace

TEST_CASE("every hostile file is accepted or refused as its table says") {
    const auto expected = verdicts();
    REQUIRE(expected.size() >= 47);
    for (const auto& row : expected) {
        const std::string& name = row.first;
        const std::string& verdict = row.second;
        CAPTURE(name);
        REQUIRE(std::filesystem::exists(folder / name));
        const yaml::Parsed parsed = yaml::parse(bytes_of(folder / name), name);
        const bool accept = verdict.starts_with("accept");
        CHECK(parsed.root.has_value() == accept);
        CHECK(has_error(parsed.findings) == !accept);
    }
}

TEST_CASE("every hostile file has its row") {
    const auto expected = verdicts();
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        CAPTURE(entry.path());
        CHECK((entry.path().extension() != ".yaml" || expected.count(entry.path().filename().string()) == 1));
    }
}

TEST_CASE("each finding of a hostile file has a line, a column, and both languages") {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        CAPTURE(entry.path());
        for (const Diagnostic& finding : yaml::parse(bytes_of(entry.path()), "x.yaml").findings) {
            CHECK(finding.place.file == "x.yaml");
            CHECK(finding.place.line >= 1);
            CHECK(finding.place.column >= 1);
            CHECK(finding.place.end_column > finding.place.column);
            CHECK_FALSE(finding.message.fr.empty());
            CHECK_FALSE(finding.message.en.empty());
            CHECK_FALSE(finding.remedy.fr.empty());
            CHECK_FALSE(finding.remedy.en.empty());
        }
    }
}
