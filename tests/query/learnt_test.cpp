#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <string>

#include "base/text.hpp"
#include "query/ask.hpp"
#include "query/evidence.hpp"
#include "query/recogniser.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
using namespace cafe::query;

namespace {

const Date day = *Date::parse("2026-11-20");

// Two houses that say the same of themselves, but for what they are.
store::Catalog two_houses(test::MemoryDisk& disk) {
    disk.put("/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
    disk.put("/n/partners/a-sante.yaml", "name: La Passerelle\nkind: sante\nthemes: [acces-soins]\n");
    disk.put("/n/partners/b-caisse.yaml", "name: Le Relais\nkind: cpam\nthemes: [acces-soins]\n");
    return test::catalog_in(disk, "/n");
}

std::string first(const std::string& question) {
    test::MemoryDisk disk;
    const auto catalog = two_houses(disk);
    const Lexicon lexicon(catalog);
    const auto answer = ask(std::array{question}, catalog, lexicon, {}, {day, false});
    return answer && !answer->hits.empty() ? answer->hits.front().partner : "-";
}

std::string kind_for(std::string_view question) {
    const auto kinds = usual_kinds_of(features_of(tokens_of(question)));
    return kinds.empty() ? "-" : kinds.front().id;
}

}  // namespace

TEST_CASE("which kind of organisation is called is learnt of all the words") {
    CHECK(kind_for("mon exploitation agricole est en faillite") == "msa");
    CHECK(kind_for("when will my pension be paid") == "carsat");
    CHECK(kind_for("porter plainte pour un vol") == "securite");
    CHECK(usual_kinds_of({}).empty());
}

TEST_CASE("whose business it usually is comes first of those who do the same") {
    CHECK(first("on m'a refusé le remboursement de mes lunettes") == "b-caisse");
    CHECK(first("renonce à se soigner, douleurs et fièvre") == "a-sante");
}

TEST_CASE("what nobody does is answered by nobody, but for who says all of the words") {
    CHECK(first("location de barnum pour un mariage") == "-");
    CHECK(first("le relais") == "b-caisse");
}

TEST_CASE("where nobody says what was asked, those are asked whose business it usually is") {
    test::MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
    disk.put("/n/partners/a-brigade.yaml", "name: Brigade\nkind: securite\nthemes: [reseau]\n");
    disk.put("/n/partners/b-mairie.yaml", "name: Mairie\nkind: mairie\nthemes: [culture-sport]\n");
    const auto catalog = test::catalog_in(disk, "/n");
    const Lexicon lexicon(catalog);
    const auto first_of = [&](const std::string& question) {
        const auto answer = ask(std::array{question}, catalog, lexicon, {}, {day, false});
        return answer && !answer->hits.empty() ? answer->hits.front().partner : "-";
    };
    CHECK(first_of("cambriolage chez une voisine âgée, porte forcée") == "a-brigade");
    CHECK(first_of("location de barnum pour un mariage") == "-");
}

TEST_CASE("a phrase makes its theme likelier, two of them more than one") {
    test::MemoryDisk disk;
    const auto catalog = two_houses(disk);
    const model::Vocabulary& vocabulary = catalog.vocabulary();
    Clue clue;
    clue.meanings.push_back(Meaning{MeaningKind::theme, "permis", "permis", false, Meaning::Breadth::broad});
    const std::vector<Guess> learnt{{"vehicule", 0.4}, {"permis", 0.3}};
    const std::array once{static_cast<const Clue*>(&clue)};
    const std::array twice{once[0], once[0]};
    const Evidence alone(learnt, {}, vocabulary);
    const Evidence said(learnt, once, vocabulary);
    const Evidence said_twice(learnt, twice, vocabulary);
    CHECK(alone.themes().front().id == "vehicule");
    CHECK(alone.none() == doctest::Approx(0.3));
    CHECK(said.share(clue) > alone.share(clue));
    CHECK(said_twice.share(clue) > said.share(clue));
    CHECK(said_twice.none() < said.none());
    CHECK(said_twice.themes().front().id == "permis");
}

TEST_CASE("lines that are learnt name themes and kinds of organisation that there are") {
    test::MemoryDisk disk;
    const auto catalog = two_houses(disk);
    const model::Vocabulary& vocabulary = catalog.vocabulary();
    std::ifstream lines(test::source_folder("lib/query/data/questions.tsv"));
    std::string line;
    REQUIRE(std::getline(lines, line));
    std::size_t count = 0;
    for (; std::getline(lines, line); ++count) {
        CAPTURE(line);
        const auto columns = text::split(line, '\t');
        REQUIRE(columns.size() >= 3);
        REQUIRE(columns.size() <= 4);
        const bool theme = vocabulary.knows(model::VocabularyKind::themes, columns[0]);
        CHECK((theme || columns[0] == "none" || columns[0].starts_with('!')));
        CHECK((columns[1] == "fr" || columns[1] == "en"));
        if (columns.size() > 3)
            for (const auto kind : text::split(columns[3], ','))
                CHECK(vocabulary.knows(model::VocabularyKind::kinds, kind));
    }
    CHECK(count > 10000);
}
