#include <doctest/doctest.h>

#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/date.hpp"
#include "base/did_you_mean.hpp"
#include "base/fold.hpp"
#include "base/place.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/words.hpp"

using namespace cafe;

TEST_CASE("a phrase is spoken in both languages, with holes in either order") {
    constexpr Phrase<int, std::string> found{"{} fiches pour {}", "for {1}: {0} records"};
    CHECK(found(3, "Fumel").fr == "3 fiches pour Fumel");
    CHECK(found(3, "Fumel").en == "for Fumel: 3 records");
    constexpr Phrase<Words> nested{"champ « {} »", "field \"{}\""};
    CHECK(nested(Words{"nom", "name"}).in(Lang::fr) == "champ « nom »");
    CHECK(nested(Words{"nom", "name"}).in(Lang::en) == "field \"name\"");
}

TEST_CASE("parts are joined in each language by itself") {
    const std::vector<Words> parts{{"un", "one"}, {"deux", "two"}};
    CHECK(joined(parts, " / ") == Words{"un / deux", "one / two"});
    CHECK(joined({}, ", ") == Words{});
    CHECK(did_you_mean("logement") == Words{"vouliez-vous dire « logement » ?", "did you mean 'logement'?"});
    CHECK(did_you_mean(std::nullopt, same("x")) == same("x"));
}

TEST_CASE("ASCII letters change their case whatever the locale, and no other byte does") {
    CHECK(ascii::lower("ÉCOLE Zz9") == "École zz9");
    CHECK(ascii::upper("w201é") == "W201é");
    CHECK(ascii::is_letter_or_digit('z'));
    CHECK_FALSE(ascii::is_letter_or_digit('_'));
    CHECK_FALSE(ascii::is_digit('a'));
}

TEST_CASE("text on one line shows what is hidden and keeps single spaces") {
    CHECK(utf8::one_line("  deux\n\n lignes\t ici ") == "deux lignes ici");
    CHECK(utf8::one_line("a\xE2\x80\xAE b") == "a<U+202E> b");
    CHECK(utf8::one_line(" \n").empty());
}

TEST_CASE("French counts zero and one in the singular, English one alone") {
    constexpr Noun noun{"fiche", "fiches", "record", "records"};
    CHECK(count(0, noun) == Words{"0 fiche", "0 records"});
    CHECK(count(1, noun) == Words{"1 fiche", "1 record"});
    CHECK(count(2, noun) == Words{"2 fiches", "2 records"});
}

TEST_CASE("the quick way of folding is the long way for every letter that it takes") {
    for (char32_t character = 1; character < 0x250; ++character) {
        INFO(static_cast<unsigned>(character));
        std::string between = "Aé";
        utf8::append(between, character);
        between += "Bç ";
        utf8::append(between, character);
        // A dagger is no letter and leads the long way.
        CHECK(fold::text(between) == fold::text(between + "†"));
    }
    CHECK(fold::text("e\xCC\x81t\xC3") == fold::text("e\xCC\x81t\xC3†"));
    CHECK(fold::text("ÉTÉ à Noël") == "ete a noel");
}

TEST_CASE("folding ignores what a search ignores") {
    struct Case {
        std::string_view text, folded;
    };
    for (const auto& [text, folded] :
         std::array{Case{"Hélène", "helene"}, Case{"He\u0301le\u0300ne", "helene"}, Case{"Cœur", "coeur"},
                    Case{"ex æquo", "ex aequo"}, Case{"rue de l’Église-Neuve", "rue de l eglise neuve"},
                    Case{"  ﬁche  ", "fiche"}, Case{"STRAẞE", "strasse"}, Case{"a\u00A0b", "a b"}, Case{"!?", ""},
                    Case{"", ""}}) {
        CHECK(fold::text(text) == folded);
    }
}

TEST_CASE("an acronym with points is one word, and capitals are remembered") {
    const auto words = fold::words("La C.A.F. et l'ADIL, ccas");
    std::vector<std::string> folded;
    std::vector<bool> acronyms;
    for (const auto& word : words) {
        folded.push_back(word.folded);
        acronyms.push_back(word.acronym);
    }
    CHECK(folded == std::vector<std::string>{"la", "caf", "et", "l", "adil", "ccas"});
    CHECK(acronyms == std::vector<bool>{false, true, false, false, true, false});
}

TEST_CASE("ids are made from names without their little words") {
    struct Case {
        std::string_view name, id;
    };
    for (const auto& [name, id] :
         std::array{Case{"CCAS de Fumel", "ccas-fumel"},
                    Case{"Secours populaire – comité de l'Agenais", "secours-populaire-comite-agenais"},
                    Case{"Le Cœur", "coeur"}, Case{"La", "la"}, Case{"ε", ""}, Case{"La 1re Étape !", "1re-etape"}}) {
        CHECK(fold::slug(name) == id);
    }
    CHECK(fold::slug("un deux trois quatre", 10) == "deux-trois");
}

TEST_CASE("places are counted in characters, from one, and stay on their line") {
    const std::string text = "\xEF\xBB\xBFnom: Élan\r\ntel: x\n";
    const LineIndex lines(text);
    CHECK(lines.place("f", {3, 6}) == Place{"f", 1, 1, 4});
    CHECK(lines.place("f", {8, 13}) == Place{"f", 1, 6, 10});
    CHECK(lines.place("f", {15, 18}) == Place{"f", 2, 1, 4});
    CHECK(lines.place("f", {15, 99}) == Place{"f", 2, 1, 7});
    CHECK(lines.line(1) == "nom: Élan");
    CHECK(lines.line(9).empty());
}

TEST_CASE("distance counts letters, and a swap of neighbours once") {
    CHECK(text::edit_distance("logement", "logment", 3) == 1);
    CHECK(text::edit_distance("fumel", "fmuel", 3) == 1);
    CHECK(text::edit_distance("abc", "xyz", 2) == 3);
    CHECK(text::edit_distance("", "ab", 5) == 2);
    const std::vector<std::string> fields{"name", "phones", "summary"};
    CHECK(text::nearest("phone", fields) == "phones");
    CHECK(text::nearest("sumary", fields) == "summary");
    CHECK_FALSE(text::nearest("zzz", fields).has_value());
}

TEST_CASE("dates exist or are refused") {
    CHECK(Date::parse("2026-11-06").has_value());
    CHECK(Date::parse("2024-02-29").has_value());
    for (const auto* wrong :
         {"2023-02-29", "2026-13-01", "2026-00-10", "2026-1-06", "99999-01-01", "06/11/2026", "2026-11-06 ", ""})
        CHECK_FALSE(Date::parse(wrong).has_value());
    CHECK(long_date(*Date::parse("2026-11-06")) == Words{"vendredi 6 novembre 2026", "Friday 6 November 2026"});
    CHECK(plain_date(*Date::parse("2026-05-01")).fr == "1er mai 2026");
    CHECK(Date::parse("2024-01-31")->plus_months(1).iso() == "2024-02-29");
    for (int day = -20000; day < 60000; day += 37) CHECK(Date::from_days(day).days_since_1970() == day);
}

TEST_CASE("times are read as people write them") {
    struct Case {
        std::string_view text, canonical;
    };
    for (const auto& [text, canonical] :
         std::array{Case{"9:00", "09:00"}, Case{"09:30", "09:30"}, Case{"9h", "09:00"}, Case{"9 h 30", "09:30"},
                    Case{"9H05", "09:05"}, Case{"24:00", "24:00"}})
        CHECK(canonical_time(text) == canonical);
    for (const auto* wrong : {"9", "25:00", "9:60", "24:01", "9:0", "h30", "nine", "", "9 :00"})
        CHECK_FALSE(canonical_time(wrong).has_value());
}

TEST_CASE("nothing a record holds can command a terminal") {
    CHECK(utf8::printable("a\x1b[31mb") == "a<U+001B>[31mb");
    CHECK(utf8::printable("\u202Egnp.exe") == "<U+202E>gnp.exe");
    CHECK(utf8::printable("He\u0301") == "Hé");
    CHECK(utf8::width("He\u0301le\u0300ne") == 6);
    CHECK(utf8::width("日本") == 4);
    CHECK(utf8::fit("He\u0301l", 2) == "He\u0301");
    CHECK(utf8::pad("é", 3) == "é  ");
}

TEST_CASE("UTF-8 is read strictly") {
    for (const std::string_view wrong : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE9t", "\xC3", "\x80"})
        CHECK(utf8::first_invalid(wrong) == 0);
    CHECK_FALSE(utf8::first_invalid("Élan 😀 \u2028").has_value());
}

TEST_CASE("what is asked of an ASCII character is answered as the C locale answers it") {
    for (char32_t character = 0; character < 0x80; ++character) {
        CAPTURE(static_cast<int>(character));
        const auto byte = static_cast<int>(character);
        CHECK(utf8::is_letter_or_digit(character) == (std::isalnum(byte) != 0));
        CHECK(utf8::is_upper(character) == (std::isupper(byte) != 0));
        CHECK(utf8::lower(character) == static_cast<char32_t>(std::tolower(byte)));
        CHECK_FALSE(utf8::is_mark(character));
    }
}
