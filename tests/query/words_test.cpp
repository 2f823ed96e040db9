#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <string>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "query/little.hpp"
#include "query/says.hpp"
#include "query/stem.hpp"
#include "query/syntax.hpp"
#include "query/weights.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
using namespace cafe::query;

namespace {

// The rows of a table in tests/query, without comments and without the line of titles.
std::vector<std::vector<std::string>> rows_of(const std::string& name) {
    std::ifstream in(cafe::test::source_folder("tests/query") + "/" + name);
    std::vector<std::vector<std::string>> rows;
    bool titles = true;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        if (!std::exchange(titles, false)) {
            std::vector<std::string> row;
            for (const auto part : text::split(line, '\t')) row.emplace_back(part);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::string light(std::string_view word) {
    return stem::light(fold::text(word));
}
std::string root(std::string_view word) {
    return stem::root(fold::text(word));
}

std::string shown(const std::vector<Piece>& pieces) {
    constexpr std::array names{"word", "phrase", "field", "not", "or", "(", ")"};
    std::string out;
    for (const Piece& piece : pieces) {
        if (!out.empty()) out += ' ';
        out += names[static_cast<std::size_t>(piece.kind)];
        if (!piece.key.empty()) out += '<' + piece.key + '>';
        if (!piece.text.empty() && piece.kind != Piece::Kind::or_) out += '[' + piece.text + ']';
    }
    return out;
}

}  // namespace

TEST_CASE("stems are those of the table that the published page shares") {
    const auto rows = rows_of("stems.tsv");
    REQUIRE(rows.size() > 80);
    for (const auto& row : rows) {
        REQUIRE(row.size() == 3);
        CAPTURE(row[0]);
        CHECK(light(row[0]) == row[1]);
        CHECK(root(row[0]) == row[2]);
    }
}

TEST_CASE("families of words share a root, and words that only look alike do not") {
    struct Case {
        std::string a, b;
        bool together;
    };
    for (const auto& [a, b, together] :
         std::array{Case{"hébergement", "hébergés", true}, Case{"hébergements", "héberger", true},
                    Case{"loger", "logement", true}, Case{"domiciliation", "domicilié", true},
                    Case{"expulsé", "expulsions", true}, Case{"payer", "paie", true}, Case{"travaux", "travail", false},
                    Case{"pays", "payer", false}, Case{"loyer", "loi", false}, Case{"carer", "car", false},
                    Case{"papiers", "papi", false}, Case{"hiver", "hiv", false}, Case{"foyer", "foi", false},
                    Case{"caf", "café", false}, Case{"permis", "permit", false}}) {
        CHECK((root(a) == root(b)) == together);
    }
}

TEST_CASE("a text says what the folding table says it does") {
    const auto rows = rows_of("folding.tsv");
    REQUIRE(rows.size() == 21);
    for (const auto& row : rows) {
        REQUIRE(row.size() == 4);
        CAPTURE(row[0]);
        CAPTURE(row[1]);
        CHECK(says(row[1], sought_in(row[0])) == (row[2] == "1"));
    }
}

TEST_CASE("acronyms in capitals match whole words only") {
    struct Case {
        std::string question, text;
        bool match;
    };
    for (const auto& [question, text, match] :
         std::array{Case{"CAF", "la Caf de Lot-et-Garonne", true}, Case{"CAF", "café associatif", false},
                    Case{"C.A.F.", "cafétéria", false}, Case{"AS", "assistante sociale", false},
                    Case{"RSA", "bénéficiaires du RSA", true}, Case{"ado", "adolescents", true},
                    Case{"ad", "adolescents", false}, Case{"logement urgence", "logement", false},
                    Case{"", "logement", true}}) {
        CHECK(says(text, sought_in(question)) == match);
    }
}

TEST_CASE("telephone numbers are found in any shape, and other digits are none") {
    for (const auto* text : {"05 36 49 10 30", "0536491030", "05.36.49.10.30", "05-36-49-10-30", "+33 5 36 49 10 30",
                             "0033536491030", "+33 (0)5 36 49 10 30", "le 05 36 49 10 30, le matin"}) {
        CAPTURE(text);
        const auto numbers = numbers_in(text);
        REQUIRE(numbers.size() == 1);
        CHECK(numbers.front().dial == "+33536491030");
    }
    for (const auto* text : {"47500", "2026-11-06", "115", "05 36 49", "12345678901234567890", "", "16-25 ans"}) {
        CAPTURE(text);
        CHECK(numbers_in(text).empty());
    }
}

TEST_CASE("a phrase is said in its order, with other endings") {
    const auto phrase = sought_in("logement social");
    CHECK(says_phrase("demande de logements sociaux", phrase));
    CHECK_FALSE(says_phrase("travailleur social du logement", phrase));
    CHECK_FALSE(says_phrase("logement", phrase));
    CHECK_FALSE(says_phrase("anything", {}));
}

TEST_CASE("little words are little in both languages, and words of need are not") {
    for (const auto* word : {"le", "qui", "aide", "who", "the", "handles", "s", "rdv"}) CHECK(is_little(word));
    for (const auto* word : {"logement", "loyer", "sans", "housing", "caf", "manger", "car", ""})
        CHECK_FALSE(is_little(word));
}

TEST_CASE("the signs of a query come apart") {
    struct Case {
        std::string query, pieces;
    };
    for (const auto& [query, pieces] :
         std::array{Case{"logement à Fumel", "word[logement] word[à] word[Fumel]"},
                    Case{"theme:housing in:Fumel", "field<theme>[housing] field<in>[Fumel]"},
                    Case{"siret: not:kind:caf", "field<siret> not field<kind>[caf]"},
                    Case{"in:\"Penne d'Agenais\" x", "field<in>[Penne d'Agenais] word[x]"},
                    Case{"(caf OR msa) \"le loyer\"", "( word[caf] or word[msa] ) phrase[le loyer]"},
                    Case{"« le loyer » “x”", "phrase[le loyer] phrase[x]"},
                    Case{"verified.on:2026-01-01..", "field<verified.on>[2026-01-01..]"},
                    Case{"http://example.org 9:00 enfant(s) :)",
                         "word[http://example.org] word[9:00] word[enfant(s)] word[:)]"},
                    Case{"not:(a b)", "not ( word[a] word[b] )"}, Case{"or OR", "word[or] or"}, Case{"  ", ""},
                    Case{")", ""}}) {
        const auto cut = pieces_of(query);
        REQUIRE(cut.ok());
        CHECK(shown(*cut) == pieces);
    }
    for (const auto* wrong : {"\"never closed", "in:\"Fumel", "(a", "((a)", "« a"}) {
        CAPTURE(wrong);
        const auto cut = pieces_of(wrong);
        REQUIRE_FALSE(cut.ok());
        CHECK(cut.error().kind == ErrorKind::usage);
    }
    CHECK_FALSE(pieces_of(std::string(100000, '(') + std::string(100000, ')')).ok());
}

TEST_CASE("every weight stands in the table, once, and nothing else does") {
    std::vector<std::string_view> names;
    for (const auto& weight : each_weight()) {
        names.push_back(weight.first);
        CHECK_MESSAGE(weight.second > 0, weight.first);
    }
    CHECK(names == names_of_weights());
}
