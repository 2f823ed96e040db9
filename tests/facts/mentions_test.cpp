#include "facts/mentions.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace cafe;
using facts::SpokenBy;

namespace {

facts::KnownBy marie() {
    model::Person person;
    person.name = "Marie Delmas";
    person.emails = {{"Marie.Delmas@example.org", "", ""}};
    person.phones = {{"06 39 98 00 01", "", ""}};
    return facts::known_by("marie-delmas", person);
}

std::vector<std::string> found(const std::string& text, const facts::KnownBy& known) {
    std::vector<std::string> words;
    for (const facts::Spoken& one : facts::spoken_of(text, known))
        words.push_back(std::string(facts::key_of(one.by)) + ":" + text.substr(one.span.begin, one.span.size()));
    return words;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a name is found in any order, case and layout, and after a title") {
    CHECK(found("vu Marie Delmas hier", marie()) == Found{"name:Marie Delmas"});
    CHECK(found("DELMAS Marie", marie()) == Found{"name:DELMAS Marie"});
    CHECK(found("marie-delmas@x", marie()).size() == 1);
    CHECK(found("# Marie\n# Delmas", marie()) == Found{"name:Marie\n# Delmas"});
    CHECK(found("Mme Delmas et M. Roux", marie()) == Found{"name:Mme Delmas"});
    CHECK(found("Marie Delmaseau, Anne-Marie", marie()).empty());
}

TEST_CASE("a surname alone is found where it has a capital, as something to look at") {
    CHECK(found("la rue Delmas", marie()) == Found{"surname:Delmas"});
    CHECK(found("delmas", marie()).empty());
}

TEST_CASE("a mailbox is found whole, in any case") {
    CHECK(found("écrire à marie.delmas@EXAMPLE.org.", marie()) == Found{"mailbox:marie.delmas@EXAMPLE.org"});
    CHECK(found("anne.marie.delmas@example.org", marie()).empty());
    CHECK(found("marie.delmas@example.org.uk", marie()).empty());
}

TEST_CASE("a telephone is found in every spelling, never inside a longer number") {
    for (const auto* written : {"0639980001", "06 39 98 00 01", "06.39.98.00.01", "06-39-98-00-01", "+33639980001",
                                "+33 6 39 98 00 01", "+33 (0)6 39 98 00 01", "0033639980001", "06 39 98 00 01"}) {
        CAPTURE(written);
        CHECK(found(std::string("tél. ") + written + " le matin", marie()).size() == 1);
    }
    CHECK(found("10639980001", marie()).empty());
    CHECK(found("06399800012", marie()).empty());
    CHECK(found("06 39 98 00", marie()).empty());
}

TEST_CASE("an id of several words is found as a word of its own") {
    CHECK(found("voir marie-delmas", marie()) == Found{"name:marie-delmas"});
    CHECK(found("voir marie-delmas-2, anne-marie-delmas", marie()).empty());
    model::Person person;
    person.name = "M. Delmas";
    CHECK(found("voir delmas-marie", facts::known_by("delmas-marie", person)) == Found{"id:delmas-marie"});
    CHECK(found("voir delmas-marie-2", facts::known_by("delmas-marie", person)).empty());
}

TEST_CASE("a partner is known by its names, lines and SIRET") {
    model::Partner partner;
    partner.name = "CCAS de Fumel";
    partner.siret = "99247856000012";
    const auto known = facts::known_by("ccas-fumel", partner);
    CHECK(found("le C.C.A.S. de Fumel, siret 992 478 560 00012", known).size() == 2);
    CHECK(found("la mairie de Fumel", known).empty());
}
