#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "query/ask.hpp"
#include "query/dictionary.hpp"
#include "query/recogniser.hpp"
#include "store/book.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
using namespace cafe::query;

namespace {

const Date day = *Date::parse("2026-11-20");

// A village network: two landlords, a doctor's house, a refuge, a centre.
store::Catalog network() {
    test::MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
    disk.put("/n/partners/agen-logis.yaml",
             "name: Agen Logis\nkind: bailleur\nthemes: [logement-recherche]\nterritory: [Lot-et-Garonne]\n"
             "address: {commune: Agen, postcode: \"47000\"}\nhours: \"Mo-Fr 14:00-17:00\"\n"
             "contacts:\n  - {person: luc-roussel, role: directeur, since: 2020-01-01}\n");
    disk.put("/n/partners/fumel-logis.yaml",
             "name: Fumel Logis\nkind: bailleur\nthemes: [logement-recherche]\nterritory: [Lot-et-Garonne]\n"
             "address: {commune: Fumel, postcode: \"47500\"}\nhours: \"Mo-Fr 09:00-12:00\"\n"
             "phones: [{number: \"05 36 49 10 01\", label: accueil}]\n"
             "contacts:\n  - {person: ada-brun, role: responsable d'agence, since: 2015-01-01, until: 2024-12-31}\n"
             "  - {person: eve-noir, role: responsable d'agence, since: 2025-01-01}\n");
    disk.put("/n/partners/refuge.yaml",
             "name: Le Refuge\nkind: hebergement\nthemes: [separation-conflits]\npublics: [femmes]\nterritory: "
             "[Lot-et-Garonne]\n");
    disk.put("/n/partners/atelier.yaml",
             "name: Atelier adapté\nkind: association\nthemes: [recherche-emploi]\npublics: [handicap]\nterritory: "
             "[Lot-et-Garonne]\n");
    disk.put("/n/partners/emploi.yaml",
             "name: Maison de l'emploi\nkind: association\nthemes: [recherche-emploi]\npublics: [tous-publics]\n"
             "territory: [Lot-et-Garonne]\n");
    for (const auto& [id, name] : {std::pair{"luc-roussel", "Luc Roussel"},
                                   {"ada-brun", "Ada Brun"},
                                   {"eve-noir", "Ève Noir"},
                                   {"tom-seul", "Tom Seul"}})
        disk.put(std::string("/n/people/") + id + ".yaml", std::string("name: ") + name + "\n");
    return test::catalog_in(disk, "/n");
}

Result<Answer> asked(const store::Catalog& catalog, const std::string& question) {
    return ask(std::array{question}, catalog, Lexicon(catalog), {}, {day, false});
}

std::string ids(const Answer& answer) {
    std::string all;
    for (const Hit& hit : answer.hits) all += (all.empty() ? "" : " ") + hit.partner;
    return all;
}

}  // namespace

TEST_CASE("what is excluded does not answer") {
    const auto catalog = network();
    for (const auto& [question, expected] :
         std::array<std::pair<const char*, const char*>, 10>{{{"un logement sauf Fumel Logis", "agen-logis"},
                                                              {"logement, mais pas Fumel Logis", "agen-logis"},
                                                              {"logement pas à Fumel", "agen-logis"},
                                                              {"housing but not in Fumel", "agen-logis"},
                                                              {"housing, except Agen Logis", "fumel-logis"},
                                                              {"un logement hors Fumel", "agen-logis"},
                                                              {"trouver un emploi, il n'est pas handicapé", "emploi"},
                                                              {"logement autre que Agen Logis", "fumel-logis"},
                                                              {"logement sauf Agen Logis et Fumel Logis", ""},
                                                              {"violences conjugales, not the police", "refuge"}}}) {
        const std::string said = question;
        CAPTURE(said);
        const auto answer = asked(catalog, said);
        REQUIRE(answer.ok());
        CHECK(ids(*answer) == expected);
    }
    // What one has not, one looks for.
    CHECK(ids(*asked(catalog, "j'ai pas le logement")).find("agen-logis") != std::string::npos);
}

TEST_CASE("for whom it is hides no need") {
    const auto catalog = network();
    for (const std::string question : {"femme victime de violences conjugales",
                                       "femmes victimes de violences intrafamiliales", "une femme battue"}) {
        CAPTURE(question);
        const auto answer = asked(catalog, question);
        REQUIRE(answer.ok());
        REQUIRE_FALSE(answer->hits.empty());
        CHECK(answer->hits.front().partner == "refuge");
    }
}

TEST_CASE("somebody, a function, a number, a place are answers") {
    const auto catalog = network();
    using Kind = Direct::Kind;
    const auto direct = [&](const std::string& question) {
        auto answer = asked(catalog, question);
        REQUIRE(answer.ok());
        REQUIRE(answer->direct);
        return *answer->direct;
    };
    for (const std::string question : {"who is Luc Roussel", "le mail de Luc Roussel", "roussel luc", "M. Roussel"}) {
        CAPTURE(question);
        const Direct found = direct(question);
        CHECK(found.kind == Kind::person);
        CHECK(found.person == "luc-roussel");
        CHECK(found.partner == "agen-logis");
    }
    CHECK(direct("la directrice d'Agen Logis").person == "luc-roussel");
    CHECK(direct("le directeur de Fumel Logis").person ==
          "eve-noir");  // the one who leads it, whatever they are called
    CHECK(direct("la directrice d'Agen Logis").kind == Kind::function);
    const Direct next = direct("qui remplace Ada Brun");
    CHECK(next.person == "eve-noir");
    CHECK(next.predecessor == "ada-brun");
    CHECK(direct("from Ada Brun").until == Date::parse("2024-12-31"));
    CHECK(direct("05 36 49 10 01").label == "accueil");
    CHECK(direct("05 36 49 10 01").kind == Kind::number);
    CHECK(direct("47500").area == territory::AreaRef{territory::AreaKind::postcode, "cp:47500"});
    CHECK(direct("Tom Seul").partner.empty());
    CHECK_FALSE(asked(catalog, "logement à Fumel")->direct);
}

TEST_CASE("who is open at the time that was asked comes first of equals") {
    const auto catalog = network();
    CHECK(ids(*asked(catalog, "logement lundi matin")).starts_with("fumel-logis"));
    CHECK(ids(*asked(catalog, "logement lundi après-midi")).starts_with("agen-logis"));
}

TEST_CASE("those that answer as well as the first are told") {
    const auto catalog = network();
    const auto answer = asked(catalog, "logement");
    REQUIRE(answer.ok());
    CHECK(answer->ties == std::vector<std::size_t>{0, 1});
    CHECK(asked(catalog, "Agen Logis")->ties.empty());
}

TEST_CASE("months, common words and people are no misspelt places") {
    const auto catalog = network();
    for (const std::string question : {"logement from Eve Noir", "logement en Mars", "logement aux Pompiers",
                                       "un logement pour Décembre", "housing in December"}) {
        CAPTURE(question);
        CHECK(asked(catalog, question).ok());
    }
    CHECK_FALSE(asked(catalog, "logement à Fumell").ok());
}

// Titles of administrative pages: every word is right as it stands.
TEST_CASE("no word that is spelled right is read as another one") {
    const auto catalog = network();
    const Lexicon lexicon(catalog);
    std::ifstream titles(test::source_folder() + "/tests/query/titles.txt");
    std::size_t count = 0;
    for (std::string title; std::getline(titles, title); ++count) {
        CAPTURE(title);
        const auto answer = ask(std::array{title}, catalog, lexicon, {}, {day, false});
        if (!answer) continue;  // a place of the title may be refused
        CHECK(answer->query.corrected.empty());
    }
    CHECK(count > 300);
    for (const std::string_view word : {"contravention", "mangerions", "janvier", "december"})
        CHECK(is_dictionary_word(word));
    for (const std::string_view word : {"lojement", "alimantaire", "habitalys"}) CHECK_FALSE(is_dictionary_word(word));
}

TEST_CASE("a question in words that no vocabulary has is recognised by all of them together") {
    const auto first = [](std::string_view question) {
        const auto guesses = recognise(features_of(tokens_of(question)));
        return guesses.empty() ? std::string() : guesses.front().id;
    };
    CHECK(first("mon gamin de 15 ans passe la nuit sur ses jeux et fume du shit") == "addictions");
    CHECK(first("plus une goutte au robinet, facture d'eau énorme") == "energie-eau");
    CHECK(recognise({}).empty());
    const auto guesses = recognise(features_of(tokens_of("une place en crèche pour mon bébé")), {}, 2);
    REQUIRE(guesses.size() == 2);
    CHECK(guesses[0].p >= guesses[1].p);
    CHECK(guesses[0].p <= 1);
}

TEST_CASE("a place behind what is not wanted is asked, unless a word joins it") {
    const auto catalog = network();
    const auto excluded = [&](const std::string& question) {
        const auto answer = asked(catalog, question);
        REQUIRE(answer.ok());
        std::string all;
        for (const Clue& clue : answer->query.clues)
            if (clue.excluded) all += clue.asked + ";";
        return all;
    };
    CHECK(excluded("logement mais pas Agen Logis à Fumel") == "Agen Logis;");
    CHECK(excluded("logement sauf à Fumel et à Agen") == "Fumel;Agen;");
    CHECK(excluded("logement sauf Agen Logis ou le Refuge") == "Agen Logis;le Refuge;");
}

TEST_CASE("courses are no lessons") {
    const auto catalog = network();
    const auto themes = [&](const std::string& question) {
        const auto answer = asked(catalog, question);
        REQUIRE(answer.ok());
        return themes_asked(answer->query);
    };
    const auto has = [](const std::vector<std::string>& all, std::string_view one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    CHECK_FALSE(has(themes("prendre des cours"), "aide-alimentaire"));
    CHECK(has(themes("des courses"), "aide-alimentaire"));
}
