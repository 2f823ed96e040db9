#include <doctest/doctest.h>

#include <set>
#include <string>

#include "site/word_filter.hpp"

using namespace cafe;

TEST_CASE("a filter of words has each of its words, and of others one in eight") {
    std::set<std::string> words;
    for (int i = 0; i < 5000; ++i) words.insert("mot" + std::to_string(i * 7));
    const std::string filter = site::word_filter(words, 3);
    CHECK(filter.starts_with("3,"));
    // Three bits a word and a quarter more, six bits a letter.
    CHECK(filter.size() < 3300);
    for (const std::string& word : words) CHECK(site::may_have(filter, word));
    int others = 0;
    for (int i = 0; i < 8000; ++i) others += site::may_have(filter, "autre" + std::to_string(i)) ? 1 : 0;
    CHECK(others > 800);
    CHECK(others < 1200);
}

TEST_CASE("a filter of few words or none is asked all the same") {
    CHECK(site::may_have(site::word_filter({"seul"}, 8), "seul"));
    const std::string none = site::word_filter({}, 8);
    int others = 0;
    for (int i = 0; i < 1000; ++i) others += site::may_have(none, "mot" + std::to_string(i)) ? 1 : 0;
    CHECK(others < 20);
}

TEST_CASE("forms of a word stand as one in the dictionary of the page") {
    CHECK(site::filtered_form("chassaient") == "chass-");
    CHECK(site::filtered_form("chasses") == "chass-");
    CHECK(site::filtered_form("matchs") == "match");
    // What is left of the word has four letters at least.
    CHECK(site::filtered_form("mise") == "mise");
    CHECK(site::filtered_form("adress") == "adres");
}
