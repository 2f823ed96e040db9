#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "query/ask.hpp"
#include "store/book.hpp"

using namespace cafe;

namespace {

const std::string source = CAFE_SOURCE_DIR;

struct Asked {
    std::string question;
    std::vector<std::string> first;  // any of these
};

std::vector<Asked> questions() {
    std::ifstream in(source + "/tests/questions/fumel.tsv");
    std::vector<Asked> all;
    bool titles = true;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with('#') || std::exchange(titles, false)) continue;
        const auto columns = text::split(line, '\t');
        Asked asked{std::string(columns.at(0)), {}};
        for (const auto part : text::split(columns.at(1), '|')) asked.first.emplace_back(part);
        all.push_back(std::move(asked));
    }
    return all;
}

// What comes first: "partner/service", "-" for nobody, "!" for a question that is refused.
std::string first_of(const Result<query::Answer>& answer) {
    if (!answer) return "!";
    if (answer->hits.empty()) return "-";
    return answer->hits.front().partner + "/" + answer->hits.front().service;
}

bool is_right(const Asked& asked, const std::string& got) {
    return std::any_of(asked.first.begin(), asked.first.end(),
                       [&](const std::string& one) { return got == one || got.starts_with(one + "/"); });
}

}  // namespace

TEST_CASE("the questions put to the example are answered by the right one first") {
    const auto disk = real_disk();
    auto book = store::load(*disk, source + "/examples/fumel", {1});
    REQUIRE(book.ok());
    const store::Catalog catalog(std::move(*book));
    const query::Lexicon lexicon(catalog);
    const auto all = questions();
    REQUIRE(all.size() >= 40);
    std::size_t right = 0;
    for (const Asked& asked : all) {
        const std::string got =
            first_of(query::ask(std::array{asked.question}, catalog, lexicon, {}, {*Date::parse("2026-11-20"), false}));
        CAPTURE(asked.question);
        CAPTURE(got);
        CHECK(is_right(asked, got));
        right += is_right(asked, got) ? 1 : 0;
    }
    MESSAGE("success@1: ", right, " of ", all.size());
}
