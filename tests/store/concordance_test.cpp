// Terms come back with the rows that have them, or not at all.
#include "store/concordance.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "support/turned_disk.hpp"

using namespace cafe;
using store::Concordance;
using store::ConcordanceMaker;

namespace {

using Rows = std::map<std::string, std::vector<std::uint32_t>>;

constexpr std::size_t files = 3000;

Rows found(const Concordance& concordance, OpenFile& file, std::string_view beginning, bool& whole) {
    Rows rows;
    whole = concordance.each(file, beginning, files, [&](std::string_view term, std::span<const std::uint32_t> some) {
        rows[std::string(term)].assign(some.begin(), some.end());
    });
    return rows;
}

// Some rare terms, some that every file has; several blocks of them.
std::map<std::string, std::set<std::uint32_t>> many_terms() {
    std::mt19937 chance(7);
    std::map<std::string, std::set<std::uint32_t>> terms;
    for (std::uint32_t row = 0; row < files; ++row) {
        terms["wde"].insert(row);
        for (int i = 0; i < 10; ++i) {
            std::string term = "w";
            for (std::size_t letters = 1 + chance() % 4; letters > 0; --letters)
                term += static_cast<char>('a' + chance() % 5);
            terms[term].insert(row);
        }
    }
    return terms;
}

}  // namespace

TEST_CASE("every term is found by any of its beginnings, with its rows, whatever block it stands in") {
    const auto terms = many_terms();
    ConcordanceMaker maker;
    for (const auto& [term, rows] : terms)
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
            maker.add(term, *row);
            maker.add(term, *row);
        }
    const auto bytes = maker.written();
    REQUIRE(bytes.directory.size() > 30);
    test::OpenText file("before" + bytes.blocks);
    const auto concordance = Concordance::of(bytes.directory, 6, bytes.blocks.size());
    REQUIRE(concordance);
    for (const std::string beginning : {"", "w", "wd", "wde", "wa", "waaaa", "we", "wzz", "x", "a"}) {
        CAPTURE(beginning);
        Rows expected;
        for (const auto& [term, rows] : terms)
            if (term.starts_with(beginning)) expected[term].assign(rows.begin(), rows.end());
        bool whole = false;
        CHECK(found(*concordance, file, beginning, whole) == expected);
        CHECK(whole);
    }
}

TEST_CASE("a concordance that is cut or changed is refused, in its directory or where it is looked at") {
    ConcordanceMaker maker;
    for (const auto& [term, rows] : many_terms())
        for (const std::uint32_t row : rows) maker.add(term, row);
    const auto bytes = maker.written();
    for (std::size_t size = 0; size < bytes.directory.size(); ++size)
        CHECK(!Concordance::of(std::string_view(bytes.directory).substr(0, size), 0, bytes.blocks.size()));
    const auto concordance = Concordance::of(bytes.directory, 0, bytes.blocks.size());
    REQUIRE(concordance);
    bool whole = true;
    for (std::size_t at = 0; at < bytes.blocks.size(); at += 97) {
        std::string other = bytes.blocks;
        other[at] = static_cast<char>(other[at] ^ 0x20);
        test::OpenText file(other);
        static_cast<void>(found(*concordance, file, "", whole));
        CHECK(!whole);
    }
    test::OpenText cut(bytes.blocks.substr(0, bytes.blocks.size() - 1));
    static_cast<void>(found(*concordance, cut, "", whole));
    CHECK(!whole);
}

TEST_CASE("rows that no file has are refused") {
    ConcordanceMaker maker;
    maker.add("a", files);
    const auto bytes = maker.written();
    test::OpenText file(bytes.blocks);
    const auto concordance = Concordance::of(bytes.directory, 0, bytes.blocks.size());
    REQUIRE(concordance);
    bool whole = true;
    CHECK(found(*concordance, file, "a", whole).empty());
    CHECK(!whole);
}
