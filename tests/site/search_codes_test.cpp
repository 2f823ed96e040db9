#include "site/search_codes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"

using namespace cafe;

namespace {

std::string read_again(const site::Paired& paired) {
    std::string text = paired.text;
    for (std::size_t at = paired.pairs.size(); at > 0; at -= 3)
        text = text::replace_all(text, paired.pairs.substr(at - 3, 1), paired.pairs.substr(at - 2, 2));
    return text;
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("search codes: pairs are those that are most frequent when their turn comes, of equals the one met first") {
    const site::Paired aid = site::paired(repeated("aide ", 9));
    CHECK(aid.pairs == "EaiFEdGFeHG IHH");
    CHECK(aid.text == "IIIIH");
    CHECK(site::paired(repeated("ab", 7)).pairs.empty());
    for (const std::string& text : {repeated("a", 40), repeated("ab", 33), repeated("aab", 25), repeated("é aaa;", 20),
                                    repeated("aide a domicile;1aidant;", 12), std::string("E"), std::string()})
        CHECK(read_again(site::paired(text)) == text);
}

TEST_CASE("search codes: a text counted on as it changes gives the pairs that counting it anew would give") {
    std::string text;
    unsigned seed = 7;
    for (int i = 0; i < 3000; ++i) {
        seed = seed * 1103515245U + 12345U;
        text += static_cast<char>('a' + seed / 65536U % 5U);
    }
    const site::Paired paired = site::paired(text);
    for (std::size_t at = 0; at < paired.pairs.size(); at += 3) {
        const std::string pair = paired.pairs.substr(at + 1, 2);
        std::map<std::string, std::size_t> times;
        std::size_t most = 0;
        for (std::size_t from = 0; from + 1 < text.size(); ++from) most = std::max(most, ++times[text.substr(from, 2)]);
        CHECK(times[pair] == most);
        text = text::replace_all(text, pair, paired.pairs.substr(at, 1));
    }
    CHECK(text == paired.text);
    CHECK(paired.pairs.size() > 60);
}

TEST_CASE("search codes: positions, lines and shared texts are written once and short") {
    site::Postings postings;
    postings.add(0, 0);
    postings.add(1, 1);
    postings.add(40, 99);
    CHECK(postings.written() == "AB13~");
    site::Lines lines;
    for (const char* line : {"aide", "aider", "été", "étés"}) lines.add(line);
    CHECK(lines.written() == "0aide;4r;0été;0étés");
    site::Shared shared;
    CHECK(shared.place("Fumel") == 0);
    CHECK(shared.place("Agen") == 1);
    CHECK(shared.place("Fumel") == 0);
    CHECK(shared.list() == std::vector<std::string>{"Fumel", "Agen"});
    CHECK(site::list_text("a|b;c^d") == "a b,c d");
}
