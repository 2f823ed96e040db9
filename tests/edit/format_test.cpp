#include <doctest/doctest.h>

#include "edit/create.hpp"
#include "edit/format.hpp"
#include "edit/generate.hpp"
#include "yaml/parse.hpp"
#include "yaml/splice.hpp"

namespace {

using namespace cafe;

struct Case {
    const char* what;
    std::string before;
    std::string after;
};

std::string formatted(const std::string& text) {
    const auto out = edit::format(text, "partners/x.yaml", model::RecordKind::partner);
    return out ? *out : "refused: " + out.error().message.en;
}

}  // namespace

TEST_CASE("fmt brings a record to the canonical layout") {
    const std::vector<Case> cases{
        {"keys in the order of the field list", "kind: x\nname: Ab\n", "name: Ab\nkind: x\n"},
        {"comments go with their field", "# le type\nkind: x   # sûr\n# le nom\nname: Ab\n",
         "# le nom\nname: Ab\n# le type\nkind: x   # sûr\n"},
        {"two blanks of indentation", "phones:\n-    number: \"05 36\"\n     label: x\n",
         "phones:\n  - number: \"05 36\"\n    label: x\n"},
        {"quotes where they must be", "name: Ab\nsiret: 123\n", "name: Ab\nsiret: \"123\"\n"},
        {"quotes that are there stay, as double ones",
         "name: 'Ab'\ntags: [\"a\", b]\nphones: [{number: \"115\", tip: 'c'}]\n",
         "name: \"Ab\"\nphones: [{number: \"115\", tip: \"c\"}]\ntags: [\"a\", b]\n"},
        {"comments under one another stay so", "phones:\n- \"115\"     # un\n- \"119\"     # deux\n",
         "phones:\n  - \"115\"     # un\n  - \"119\"     # deux\n"},
        {"one blank line for several", "name: Ab\n\n\n\nkind: x\n", "name: Ab\n\nkind: x\n"},
        {"LF, no mark, one line end at the end", "\xEF\xBB\xBFname: Ab\r\nkind: x", "name: Ab\nkind: x\n"},
        {"brackets stay brackets", "themes: [a,b]\nlimits:\n- c\n", "limits:\n  - c\nthemes: [a, b]\n"},
        {"unknown keys at the end", "x-a: 1\nname: Ab\n", "name: Ab\nx-a: \"1\"\n"},
        {"a block text keeps its words", "notes: |\n     # pas un commentaire\n     deux\nname: Ab\n",
         "name: Ab\nnotes: |\n  # pas un commentaire\n  deux\n"},
        {"comments between items", "phones:\n  # le premier\n  - \"05\"   # ici\n  # fin\nname: Ab\n", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.what);
        const std::string out = formatted(one.before);
        if (!one.after.empty()) CHECK(out == one.after);
        CHECK(formatted(out) == out);
    }
}

TEST_CASE("fmt refuses what it cannot read") {
    CHECK(formatted("name: \"Ab\n").starts_with("refused: partners/x.yaml:1"));
    CHECK(formatted("").starts_with("refused"));
    CHECK(formatted("name: Ab\nname: Cd\n").starts_with("refused"));
}

TEST_CASE("fmt says the same as before, with the same comments, and settles at once") {
    constexpr std::uint64_t first = 300'001;
    constexpr std::uint64_t cases = 1500;
    std::size_t refused = 0;
    for (std::uint64_t seed = first; seed < first + cases; ++seed) {
        test::Chance chance(seed);
        const auto kind = model::all_record_kinds[chance.below(model::all_record_kinds.size())];
        const std::string text = test::record_text(chance, kind);
        const auto once = edit::format(text, "x.yaml", kind);
        if (!once) {
            CHECK(once.error().kind == ErrorKind::conflict);
            ++refused;
            continue;
        }
        const auto twice = edit::format(*once, "x.yaml", kind);
        REQUIRE_MESSAGE(twice.ok(), "seed ", seed, "\n", text, "--- once\n", *once);
        CHECK_MESSAGE(*twice == *once, "seed ", seed, "\n", text, "--- once\n", *once, "--- twice\n", *twice);
    }
    CHECK(refused * 20 < cases);
}

TEST_CASE("a new record is in the canonical layout from the start") {
    const Value record{
        Map{{"kind", "ccas-cias"},
            {"name", "CCAS de Fumel"},
            {"x-casier", "7"},
            {"summary", ""},
            {"age_min", "16"},
            {"themes", List{"logement", "mobilite"}},
            {"missions", List{"Aide sociale : colis", "Un texte qui est bien trop long pour tenir dans des crochets"}},
            {"phones", List{Value{Map{{"label", "accueil"}, {"number", "05 36 49 00 01"}}}}},
            {"notes", "Une ligne.\nDeux lignes.\n"},
            {"verified", Map{{"on", "2026-11-06"}, {"how", "phone"}}}}};
    const std::string text = edit::create(model::RecordKind::partner, record);
    CHECK(text ==
          "name: CCAS de Fumel\n"
          "kind: ccas-cias\n"
          "missions:\n"
          "  - \"Aide sociale : colis\"\n"
          "  - Un texte qui est bien trop long pour tenir dans des crochets\n"
          "themes: [logement, mobilite]\n"
          "age_min: 16\n"
          "phones:\n"
          "  - {number: \"05 36 49 00 01\", label: accueil}\n"
          "verified: {on: 2026-11-06, how: phone}\n"
          "notes: |\n"
          "  Une ligne.\n"
          "  Deux lignes.\n"
          "x-casier: \"7\"\n");
    const auto out = edit::format(text, "partners/x.yaml", model::RecordKind::partner);
    REQUIRE(out.ok());
    CHECK(*out == text);
}
