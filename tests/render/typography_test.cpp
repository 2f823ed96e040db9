#include "render/typography.hpp"

#include <doctest/doctest.h>

#include "base/text.hpp"

using namespace cafe;

TEST_CASE("French keeps together what must not part, and adds nothing") {
    struct Case {
        std::string words;
        std::string set;  // with _ for U+202F and ~ for U+00A0
    };
    const Case cases[] = {
        {"Qui peut aider, et où ?", "Qui peut aider, et où_?"},
        {"« Je ne sais plus »", "«_Je ne sais plus_»"},
        {"Frais : 5 € ; gratuit !", "Frais_: 5_€_; gratuit_!"},
        {"9 h – 12 h, 13 h 30 – 17 h", "9_h~– 12_h, 13_h_30~– 17_h"},
        {"avant 10 h", "avant 10_h"},
        {"10 habitants", "10 habitants"},
        {"de 9 h à 12 h", "de 9_h à 12_h"},
        {"100 %", "100_%"},
        {"12 rue des Fondeurs", "12 rue des Fondeurs"},
        {"https://example.org", "https://example.org"},
        {"12:30", "12:30"},
        {"Ouvert:fermé", "Ouvert:fermé"},
        {" ", " "},
        {"", ""},
    };
    for (const Case& row : cases) {
        std::string set = render::typeset(row.words, Lang::fr);
        set = text::replace_all(set, "\xE2\x80\xAF", "_");
        CHECK(text::replace_all(set, "\xC2\xA0", "~") == row.set);
        CHECK(render::typeset(row.words, Lang::en) == row.words);
    }
}
