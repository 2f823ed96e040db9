#include "model/vocabulary.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace cafe;
using namespace cafe::model;

namespace {

using Ids = std::vector<std::string>;

ThemesFile built_in_themes() {
    return {
        {Family{
             "logement",
             {"Logement et hébergement", "Housing and shelter"},
             {{"se loger", "toit"}, {"housing"}},
             {Term{"logement-impayes", {"Impayés de loyer", "Rent arrears"}, {{"expulsion"}, {"eviction"}}, {"x"}, {}},
              Term{"hebergement", {"Hébergement d'urgence", "Shelter"}, {{"115"}, {"homeless"}}, {}, {}}},
             {}},
         Family{"sante",
                {"Santé", "Health"},
                {{"soins"}, {}},
                {Term{"sante-mentale", {"Santé mentale", ""}, {}, {}, {}}},
                {}}}};
}

Vocabulary small() {
    Vocabulary vocabulary;
    vocabulary.add(built_in_themes());
    vocabulary.add(PublicsFile{{Term{"jeunes", {"Jeunes", "Young people"}, {{"ados"}, {"teenagers"}}, {}, {}}}});
    vocabulary.add(KindsFile{{Term{"ccas-cias", {"CCAS / CIAS", ""}, {{"CCAS", "CIAS"}, {}}, {}, {"CCAS"}}}});
    vocabulary.add(
        AcronymsFile{{{"CAF", "Caisse d'allocations familiales"}}, {{"115", "Samu social", {"hebergement"}}}});
    return vocabulary;
}

}  // namespace

TEST_CASE("a family stands for all its children") {
    const Vocabulary words = small();
    CHECK(words.expand("logement") == Ids{"logement", "logement-impayes", "hebergement"});
    CHECK(words.expand("hebergement") == Ids{"hebergement"});
    CHECK(words.expand("unknown").empty());
    CHECK(words.answers("logement", "hebergement"));
    CHECK(words.answers("hebergement", "logement"));
    CHECK(words.answers("hebergement", "hebergement"));
    CHECK_FALSE(words.answers("hebergement", "logement-impayes"));
    CHECK_FALSE(words.answers("logement", "sante"));
    CHECK_FALSE(words.answers("logement", "sante-mentale"));
    CHECK_FALSE(words.answers("unknown", "logement"));
}

TEST_CASE("words are found by their id and by nothing else") {
    const Vocabulary words = small();
    CHECK(words.family("logement") != nullptr);
    CHECK(words.family("hebergement") == nullptr);
    CHECK(words.theme("hebergement") != nullptr);
    CHECK(words.theme("logement") == nullptr);
    CHECK(words.family_of("hebergement")->id == "logement");
    CHECK(words.family_of("logement")->id == "logement");
    CHECK(words.family_of("jeunes") == nullptr);
    CHECK(words.find_public("jeunes") != nullptr);
    CHECK(words.find_public("Jeunes") == nullptr);
    CHECK(words.find_kind("ccas-cias") != nullptr);
    CHECK(words.find_kind("ccas") == nullptr);
    CHECK(words.knows(VocabularyKind::themes, "sante-mentale"));
    CHECK_FALSE(words.knows(VocabularyKind::themes, "jeunes"));
    CHECK_FALSE(words.knows(VocabularyKind::publics, "logement"));
    CHECK_FALSE(words.knows(VocabularyKind::kinds, ""));
    CHECK(words.ids(VocabularyKind::themes) ==
          Ids{"logement", "logement-impayes", "hebergement", "sante", "sante-mentale"});
    CHECK(words.ids(VocabularyKind::kinds) == Ids{"ccas-cias"});
}

TEST_CASE("a label missing in one language is the other's, and without any the id") {
    Vocabulary words = small();
    words.add(PublicsFile{{Term{"bare", {}, {}, {}, {}}}});
    CHECK(words.label(VocabularyKind::themes, "logement") == Words{"Logement et hébergement", "Housing and shelter"});
    CHECK(words.label(VocabularyKind::themes, "sante-mentale") == Words{"Santé mentale", "Santé mentale"});
    CHECK(words.label(VocabularyKind::publics, "bare") == Words{"bare", "bare"});
    CHECK(words.label(VocabularyKind::publics, "unknown") == Words{"unknown", "unknown"});
    CHECK(words.label(VocabularyKind::themes, "unknown") == Words{"unknown", "unknown"});
}

TEST_CASE("a notebook adds words after the built-in ones") {
    Vocabulary words = small();
    words.add(ThemesFile{{Family{"logement", {}, {}, {Term{"habitat-jeune", {"Habitat jeune", ""}, {}, {}, {}}}, {}},
                          Family{"vignes", {"Vignes", ""}, {}, {Term{"vendanges", {}, {}, {}, {}}}, {}}}});
    CHECK(words.ids(VocabularyKind::themes) == Ids{"logement", "logement-impayes", "hebergement", "habitat-jeune",
                                                   "sante", "sante-mentale", "vignes", "vendanges"});
    CHECK(words.label(VocabularyKind::themes, "logement").fr == "Logement et hébergement");
    words.add(PublicsFile{{Term{"saisonniers", {"Saisonniers", ""}, {}, {}, {}}}});
    CHECK(words.ids(VocabularyKind::publics) == Ids{"jeunes", "saisonniers"});
}

TEST_CASE("a notebook's entry replaces what it gives and keeps what it leaves out") {
    Vocabulary words = small();
    words.add(ThemesFile{{Family{"logement", {"Se loger", ""}, {{"nid"}, {}}, {}, {}}}});
    CHECK(words.family("logement")->label == Bilingual{"Se loger", "Housing and shelter"});
    CHECK(words.family("logement")->synonyms == BilingualLists{{"nid"}, {"housing"}});
    CHECK(words.family("logement")->children.size() == 2);
    words.add(ThemesFile{{Family{"sante", {}, {}, {Term{"sante-mentale", {"Psy", ""}, {}, {}, {}}}, {}}}});
    CHECK(words.theme("sante-mentale")->label.fr == "Psy");
    words.add(KindsFile{{Term{"ccas-cias", {"Action sociale", ""}, {}, {}, {"CIAS"}}}});
    CHECK(words.find_kind("ccas-cias")->synonyms.fr == Ids{"CCAS", "CIAS"});
    CHECK(words.find_kind("ccas-cias")->di_v0 == Ids{"CIAS"});
}

TEST_CASE("one id never becomes two themes") {
    Vocabulary words = small();
    // A theme named at the top, a theme named below another family, a family named as a child, a family named twice.
    words.add(ThemesFile{
        {Family{"hebergement", {"Dormir au chaud", ""}, {}, {}, {}},
         Family{"sante",
                {},
                {},
                {Term{"logement-impayes", {"Loyers", ""}, {}, {}, {}}, Term{"logement", {"Non", ""}, {}, {}, {}}},
                {}},
         Family{"neuf", {}, {}, {}, {}}, Family{"neuf", {"Neuf", ""}, {}, {}, {}}}});
    CHECK(words.ids(VocabularyKind::themes) ==
          Ids{"logement", "logement-impayes", "hebergement", "sante", "sante-mentale", "neuf"});
    CHECK(words.theme("hebergement")->label.fr == "Dormir au chaud");
    CHECK(words.family_of("logement-impayes")->id == "logement");
    CHECK(words.theme("logement-impayes")->label.fr == "Loyers");
    CHECK(words.family("logement")->label.fr == "Logement et hébergement");
    CHECK(words.family("neuf")->label.fr == "Neuf");
}

TEST_CASE("an entry without an id adds nothing") {
    Vocabulary words = small();
    words.add(ThemesFile{{Family{"", {"Vide", ""}, {}, {Term{"orphelin", {}, {}, {}, {}}}, {}},
                          Family{"sante", {}, {}, {Term{"", {"Vide", ""}, {}, {}, {}}}, {}}}});
    words.add(PublicsFile{{Term{}}});
    words.add(AcronymsFile{{}, {EmergencyNumber{}}});
    CHECK(words.ids(VocabularyKind::themes).size() == 5);
    CHECK(words.publics.size() == 1);
    CHECK(words.emergency.size() == 1);
}

TEST_CASE("acronyms are found by their letters, emergency numbers replaced by their number") {
    Vocabulary words = small();
    words.add(AcronymsFile{{{"Caf", "Caf du 47"}, {"CLS", "Contrat local de santé"}}, {{"115", "", {"logement"}}}});
    words.add(std::vector<EmergencyNumber>{{"3018", "Harcèlement", {}}});
    for (const std::string_view written : {"CAF", "caf", "C.A.F.", "Caf"}) {
        CAPTURE(written);
        REQUIRE(words.acronym(written) != nullptr);
        CHECK(words.acronym(written)->meaning == "Caf du 47");
    }
    CHECK(words.acronym("CA") == nullptr);
    CHECK(words.acronym("") == nullptr);
    CHECK(words.acronyms.size() == 2);
    CHECK(words.emergency ==
          std::vector<EmergencyNumber>{{"115", "Samu social", {"logement"}}, {"3018", "Harcèlement", {}}});
}

TEST_CASE("a mistyped or spoken word finds the id that was meant") {
    const Vocabulary words = small();
    struct Case {
        VocabularyKind kind;
        std::string_view written, id;
    };
    constexpr auto themes = VocabularyKind::themes;
    for (const Case& row :
         {Case{themes, "Logement", "logement"}, Case{themes, "logment", "logement"},
          Case{themes, "logements", "logement"}, Case{themes, "logement_impayes", "logement-impayes"},
          Case{themes, "Hébergement", "hebergement"}, Case{themes, "Impayés de loyer", "logement-impayes"},
          Case{themes, "expulsion", "logement-impayes"}, Case{themes, "evicton", "logement-impayes"},
          Case{themes, "housing", "logement"}, Case{themes, "xyzzy", ""}, Case{themes, "", ""}, Case{themes, "!?", ""},
          Case{themes, "jeunes", ""}, Case{VocabularyKind::kinds, "CCAS", "ccas-cias"},
          Case{VocabularyKind::publics, "ados", "jeunes"}, Case{VocabularyKind::publics, "jeune", "jeunes"},
          Case{VocabularyKind::publics, "logement", ""}}) {
        const auto& [kind, written, id] = row;
        CAPTURE(row.written);
        CHECK(words.nearest(kind, written).value_or("") == id);
    }
}

TEST_CASE("the built-in vocabularies are in the program, whole") {
    struct Case {
        std::string_view text, key, last;
    };
    for (const Case& row :
         {Case{builtin_themes(), "\nthemes:\n", "\n"}, Case{builtin_publics(), "\npublics:\n", "\n"},
          Case{builtin_kinds(), "\nkinds:\n", "\n"}, Case{builtin_acronyms(), "\nacronyms:\n", "\n"}}) {
        const auto& [text, key, last] = row;
        CAPTURE(row.key);
        CHECK(text.starts_with("# "));
        CHECK(text.find(key) != std::string_view::npos);
        CHECK(text.ends_with(last));
        CHECK(text.find('\0') == std::string_view::npos);
    }
    CHECK(builtin_themes().size() > 30000);
    CHECK(builtin_acronyms().find("number: \"115\"") != std::string_view::npos);
}
