#include "territory/names.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace cafe::territory;

TEST_CASE("a designator says what is meant and falls with the words that link it") {
    struct Case {
        std::string_view folded;
        Said said;
        std::string_view rest;
    };
    for (const Case& row : std::array{
             Case{"cc de la dombes", Said::epci, "dombes"},
             Case{"communaute de communes fumel vallee du lot", Said::epci, "fumel vallee du lot"},
             Case{"la communaute d agglomeration d agen", Said::epci, "agen"},
             Case{"agglo d agen", Said::epci, "agen"},
             Case{"departement du lot", Said::departement, "lot"},
             Case{"region nouvelle aquitaine", Said::region, "nouvelle aquitaine"},
             Case{"ville d agen", Said::commune, "agen"},
             // Nothing is taken from these.
             Case{"agen", Said::nothing, "agen"},
             Case{"cc", Said::nothing, "cc"},
             Case{"ville", Said::nothing, "ville"},
             Case{"villeneuve", Said::nothing, "villeneuve"},
             Case{"caen", Said::nothing, "caen"},
             Case{"la reunion", Said::nothing, "la reunion"},
             Case{"", Said::nothing, ""},
         }) {
        CAPTURE(row.folded);
        CHECK(designated(row.folded).said == row.said);
        CHECK(designated(row.folded).rest == row.rest);
    }
}

TEST_CASE("the core of an EPCI is what distinguishes it") {
    struct Case {
        std::string_view folded, core;
    };
    for (const Case& row :
         std::array{Case{"ca agglomeration d agen", "agen"}, Case{"ca val de garonne agglomeration", "val de garonne"},
                    Case{"cc albret communaute", "albret"}, Case{"metropole du grand paris", "grand paris"},
                    Case{"bordeaux metropole", "bordeaux"}, Case{"grand villeneuvois", "grand villeneuvois"},
                    Case{"communaute", "communaute"}, Case{"cc", "cc"}, Case{"", ""}}) {
        CAPTURE(row.folded);
        CHECK(epci_core(row.folded) == row.core);
    }
    CHECK(says_epci_at_the_end("albret communaute"));
    CHECK_FALSE(says_epci_at_the_end("communaute"));
    CHECK_FALSE(says_epci_at_the_end("albret"));
}

TEST_CASE("only an article that is followed by a name falls") {
    CHECK(without_article("le passage") == "passage");
    CHECK(without_article("l abergement clemenciat") == "abergement clemenciat");
    CHECK(without_article("lepassage") == "lepassage");
    CHECK(without_article("le") == "le");
    CHECK(without_article("") == "");
}
