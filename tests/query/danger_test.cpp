#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "model/vocabulary.hpp"
#include "query/danger.hpp"
#include "store/book.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
using namespace cafe::query;

namespace {

struct Sentence {
    std::string number;  // "none" for a harmless one
    std::string text;
};

std::vector<Sentence> sentences(const std::string& file) {
    std::ifstream in(test::source_folder("tests/questions/" + file));
    std::vector<Sentence> all;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        all.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    REQUIRE(all.size() > 50);
    return all;
}

struct Figures {
    std::size_t danger = 0;
    std::size_t heard = 0;
    std::size_t harmless = 0;
    std::size_t alarmed = 0;
    std::string failures;
};

Figures figures(const std::string& file) {
    Figures found;
    for (const Sentence& sentence : sentences(file)) {
        const auto told = alarms(sentence.text, store::builtin_vocabulary());
        const bool right = std::any_of(told.begin(), told.end(),
                                       [&](const Alarm& alarm) { return alarm.number.number == sentence.number; });
        const bool harmless = sentence.number == "none";
        (harmless ? found.harmless : found.danger) += 1;
        (harmless ? found.alarmed : found.heard) += harmless ? !told.empty() : right;
        if (harmless ? told.empty() : right) continue;
        found.failures += "  " + sentence.number + " " + sentence.text + " ->";
        for (const Alarm& alarm : told) found.failures += " " + alarm.number.number + " (" + alarm.why + ")";
        found.failures += "\n";
    }
    std::cout << file << ": danger heard in " << found.heard << " of " << found.danger << ", alarms in "
              << found.alarmed << " of " << found.harmless << " harmless sentences\n";
    return found;
}

std::string numbers(std::string_view question) {
    std::string all;
    for (const Alarm& alarm : alarms(question, store::builtin_vocabulary())) all += alarm.number.number + " ";
    return all;
}

}  // namespace

TEST_CASE("danger is heard in sentences it was made with") {
    const Figures found = figures("danger.tsv");
    INFO(found.failures);
    CHECK(found.heard * 100 >= found.danger * 98);
    CHECK(found.alarmed * 100 <= found.harmless * 2);
}

TEST_CASE("danger is heard in sentences that were put aside") {
    const Figures found = figures("danger-held-out.tsv");
    if (std::getenv("CAFE_SHOW") != nullptr) std::cout << found.failures;
    CHECK(found.heard * 100 >= found.danger * 95);
    CHECK(found.alarmed * 100 <= found.harmless * 3);
}

TEST_CASE("danger is heard in sentences of further voices, half of them put aside") {
    const Figures learnt = figures("danger-others.tsv");
    INFO(learnt.failures);
    CHECK(learnt.heard * 100 >= learnt.danger * 95);
    CHECK(learnt.alarmed * 100 <= learnt.harmless * 10);
    const Figures aside = figures("danger-others-put-aside.tsv");
    if (std::getenv("CAFE_SHOW") != nullptr) std::cout << aside.failures;
    CHECK(aside.heard * 100 >= aside.danger * 85);
    CHECK(aside.alarmed * 100 <= aside.harmless * 15);
}

TEST_CASE("direct sentences are never missed") {
    std::size_t missed = 0;
    for (const Sentence& sentence : sentences("danger-direct.tsv")) {
        const auto told = alarms(sentence.text, store::builtin_vocabulary());
        if (std::any_of(told.begin(), told.end(),
                        [&](const Alarm& alarm) { return alarm.number.number == sentence.number; }))
            continue;
        ++missed;
        MESSAGE(sentence.number << " missed: " << sentence.text);
    }
    CHECK(missed == 0);
}

TEST_CASE("the number of the danger stands first, and only numbers of the notebook") {
    CHECK(numbers("je veux mourir").starts_with("3114 "));
    CHECK(numbers("logement Fumel").empty());
    CHECK(numbers("").empty());
    CHECK(numbers("?!").empty());
    CHECK(alarms("je veux mourir", model::Vocabulary{}).empty());
    CHECK(alarms("je veux mourir", store::builtin_vocabulary()).front().why == "own-life");
}

TEST_CASE("slips of spelling that sound alike are one word") {
    CHECK(danger::sound_of("frappe") == danger::sound_of("frape"));
    CHECK(danger::key_of(danger::sound_of("frapper")) == danger::key_of(danger::sound_of("frapee")));
    CHECK(danger::sound_of("hit") != danger::sound_of("it"));
    CHECK(danger::sound_of("3114") == "3114");
}
