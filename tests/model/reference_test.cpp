#include "model/reference.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "base/chance.hpp"

using namespace cafe;

namespace {
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
}

TEST_CASE("a reference is read however it is typed, and written one way") {
    for (const auto* typed : {"K7QF2M-8", "k7qf2m-8", "K7QF2M8", " k7qf2m8 "})
        CHECK(model::read_reference(typed) == "K7QF2M-8");
    const auto zeros = model::read_reference("000000-0");
    CHECK(zeros == "000000-0");
    CHECK(model::read_reference("OoOoOo-0") == zeros);
    CHECK(model::read_reference("Il1iL1"
                                 "0")
              .has_value() == model::read_reference("1111110").has_value());
    for (const auto* typed : {"", "K7QF2M", "K7QF2M-9", "K7QF2M-88", "K7QF-2M8", "K7QF2U-8", "K7QF2M--8", "K7QFéM-8"}) {
        CAPTURE(typed);
        CHECK_FALSE(model::read_reference(typed));
    }
    CHECK(model::looks_like_reference("K7QF2M-9"));
    CHECK_FALSE(model::looks_like_reference("ccas-fumel"));
    CHECK_FALSE(model::looks_like_reference("escale"));
}

TEST_CASE("every single slip and every swap of neighbours is found") {
    const std::string good = "K7QF2M-8";
    for (std::size_t at = 0; at < good.size(); ++at) {
        if (good[at] == '-') continue;
        for (const char other : alphabet) {
            std::string typed = good;
            typed[at] = other;
            CHECK(model::read_reference(typed).has_value() == (other == good[at]));
        }
        const std::size_t next = good[at + 1] == '-' ? at + 2 : at + 1;
        if (next >= good.size()) continue;
        std::string typed = good;
        std::swap(typed[at], typed[next]);
        CHECK(model::read_reference(typed).has_value() == (typed == good));
    }
}

TEST_CASE("references are drawn: all letters alike, all of them readable, none twice") {
    std::set<std::string> drawn;
    std::map<char, int> letters;
    for (int i = 0; i < 20'000; ++i) {
        const std::string reference = model::draw_reference(random_bytes);
        CHECK(model::read_reference(reference) == reference);
        drawn.insert(reference);
        for (const char c : reference.substr(0, 6)) ++letters[c];
    }
    CHECK(drawn.size() > 19'990);
    CHECK(letters.size() == alphabet.size());
    // 3,750 of each are expected; a quarter more or less does not happen by chance.
    for (const auto& counted : letters) {
        CAPTURE(counted.first);
        CHECK(counted.second > 2800);
        CHECK(counted.second < 4700);
    }
}

TEST_CASE("references between brackets are found in a subject, and what follows") {
    const auto one = model::bracketed("Re: [K7QF2M-8] liste d'attente");
    CHECK(one.references == std::vector<std::string>{"K7QF2M-8"});
    CHECK(one.rest == " liste d'attente");
    CHECK(model::bracketed("[EXTERNE] Re : [k7qf2m-8] non").rest == " non");
    CHECK(model::bracketed("[K7QF2M-9] non").references.empty());
    CHECK(model::bracketed("K7QF2M-8 non").references.empty());
    CHECK(model::bracketed("[K7QF2M-8").references.empty());
    CHECK(model::bracketed("[K7QF2M-8] et [000000-0]").references.size() == 2);
    CHECK(model::bracketed("[K7QF2M-8] [K7QF2M-8] oui").references.size() == 1);
}
