#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "query/ask.hpp"
#include "query/word_lists.hpp"
#include "store/book.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
using namespace cafe::query;

namespace {

const std::string source = cafe::test::source_folder();

std::string left_out(const Query& query, const store::Catalog& catalog) {
    std::vector<std::string> all;
    for (const Clue& clue : query.clues) {
        if (!clue.excluded) continue;
        if (clue.area) all.push_back(catalog.territory().name(*clue.area));
        for (const Meaning& meaning : clue.meanings) all.push_back(meaning.id);
    }
    return all.empty() ? "-" : text::join(all, " ");
}

}  // namespace

TEST_CASE("negations leave out what is not wanted, and nothing that is missed") {
    const auto disk = real_disk();
    auto book = store::load(*disk, source + "/examples/fumel", {1});
    REQUIRE(book.ok());
    const store::Catalog catalog(std::move(*book));
    const Lexicon lexicon(catalog);
    std::ifstream table(source + "/tests/query/exclusions.tsv");
    std::size_t asked = 0;
    bool titles = true;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        if (std::exchange(titles, false)) continue;
        const auto columns = text::split(line, '\t');
        REQUIRE(columns.size() == 2);
        const std::string question(columns[0]);
        CAPTURE(question);
        const auto answer = ask(std::array{question}, catalog, lexicon, {}, {*Date::parse("2026-11-20"), false});
        REQUIRE(answer.ok());
        CHECK(left_out(answer->query, catalog) == columns[1]);
        ++asked;
        for (const Hit& hit : answer->hits)
            CHECK((" " + std::string(columns[1]) + " ").find(" " + hit.partner + " ") == std::string::npos);
    }
    CHECK(asked > 50);
}

TEST_CASE("the lists of words are what the program reads") {
    CHECK(wrong_lines_of_lists().empty());
    for (std::size_t i = 0; i < word_lists; ++i) {
        const auto list = static_cast<WordList>(i);
        CAPTURE(key_of(list));
        CHECK(words_of(list).empty() == (list >= WordList::leaves_out));
        CHECK(phrases_of(list).empty() == (list < WordList::leaves_out));
    }
    CHECK(stands_in(WordList::little, "chez"));
    CHECK(stands_in(WordList::little, "the"));
    CHECK_FALSE(stands_in(WordList::little, "logement"));
}
