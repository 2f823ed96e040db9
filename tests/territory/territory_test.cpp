#include "territory/territory.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/fold.hpp"
#include "territory/tables.hpp"

using namespace cafe;
using namespace cafe::territory;

namespace {

// The notebook that most cases are asked in.
const Territory& fumel() {
    static const Territory territory([] {
        Setup setup;
        setup.departments = {"47"};
        setup.areas = {
            {"circo-fumel",
             "Circonscription de Fumel",
             "circonscription",
             {"CC Fumel Vallée du Lot", "Tournon-d'Agenais"},
             {"Cuzorn"},
             ""},
            {"montanou", "Montanou", "quartier", {}, {}, "Agen"},
            {"rodrigues", "Rodrigues", "quartier", {}, {}, "Agen"},
            {"tour-a", "Tour A", "", {}, {}, "montanou"},
            {"agen-hors-montanou", "Agen hors Montanou", "", {"Agen", "Boé"}, {"montanou"}, ""},
            {"deux-quartiers", "Deux quartiers", "", {"montanou", "rodrigues"}, {}, ""},
            {"duras", "Pays de Duras et environs", "bassin", {"Duras", "CC du Pays de Duras"}, {}, ""},
        };
        setup.aliases = {
            {"Libos", "Monsempron-Libos"}, {"Fumélois", "CC Fumel Vallée du Lot"}, {"Casse", "Casseneuil"}};
        return setup;
    }());
    return territory;
}

Territory of(const std::vector<std::string>& departments) {
    return Territory(Setup{departments, {}, {}});
}

std::string codes(const std::vector<Candidate>& candidates) {
    std::string list;
    for (const Candidate& candidate : candidates) list += (list.empty() ? "" : " ") + candidate.how;
    return list;
}

// "insee:47106", "ambiguous …" or "unknown …" with what to type instead.
std::string answer(const Resolved& resolved) {
    if (const auto* area = std::get_if<AreaRef>(&resolved)) return area->code;
    const auto& refused = std::get<Unresolved>(resolved);
    const std::string why = refused.why == Unresolved::Why::ambiguous ? "ambiguous" : "unknown";
    return refused.candidates.empty() ? why : why + " " + codes(refused.candidates);
}

std::string in_record(std::string_view text) {
    return answer(fumel().resolve(text, Spoken::record));
}
std::string on_command_line(std::string_view text) {
    return answer(fumel().resolve(text, Spoken::command_line));
}

AreaRef area(std::string_view text) {
    const Resolved resolved = fumel().resolve(text, Spoken::record);
    REQUIRE_MESSAGE(std::holds_alternative<AreaRef>(resolved), text);
    return std::get<AreaRef>(resolved);
}

}  // namespace

TEST_CASE("an area is understood as people write it") {
    struct Case {
        std::string_view written, expected;
    };
    for (const Case& row : std::array{
             // communes
             Case{"Fumel", "insee:47106"},
             Case{"fumel", "insee:47106"},
             Case{"  FUMEL ", "insee:47106"},
             Case{"Penne-d'Agenais", "insee:47203"},
             Case{"Penne d’Agenais", "insee:47203"},
             Case{"PENNE D AGENAIS", "insee:47203"},
             Case{"Pe\u0301nne-d'Agenais", "insee:47203"},
             Case{"Ste Livrade sur Lot", "insee:47252"},
             Case{"Ste-Livrade s/ Lot", "insee:47252"},
             Case{"St Sylvestre S/Lot", "insee:47280"},
             Case{"Ste. Bazeille", "insee:47233"},
             Case{"Villeneuve s/Lot", "insee:47323"},
             Case{"Le Passage", "insee:47201"},
             Case{"Passage", "insee:47201"},
             Case{"Mas d'Agenais", "insee:47159"},
             Case{"Saint-Front-sur-Lemance", "insee:47242"},
             Case{"Monsempron Libos", "insee:47179"},
             Case{"Ville d'Agen", "insee:47001"},
             Case{"commune de Fumel", "insee:47106"},
             Case{"Agen Cedex 9", "insee:47001"},
             Case{"47500 Fumel", "insee:47106"},
             Case{"Fumel 47500", "insee:47106"},
             Case{"Fumel (47106)", "insee:47106"},
             Case{"Fumel (47)", "insee:47106"},
             Case{"Fumel, Lot-et-Garonne", "insee:47106"},
             // the notebook's département wins over homonyms elsewhere
             Case{"Brax", "insee:47040"},
             Case{"Bias", "insee:47027"},
             Case{"La Réunion", "insee:47222"},
             Case{"Saint-Robert", "insee:47273"},
             Case{"Montesquieu", "insee:47186"},
             Case{"Meylan", "insee:47166"},
             // … unless it is said
             Case{"Brax (31)", "insee:31088"},
             Case{"Brax, Haute-Garonne", "insee:31088"},
             Case{"Brax 31", "insee:31088"},
             Case{"Bias (40)", "insee:40043"},
             Case{"Penne (81)", "insee:81206"},
             // elsewhere in France, where unique
             Case{"Abergement-Clémenciat", "insee:01001"},
             Case{"L’Abergement Clémenciat", "insee:01001"},
             Case{"Marseille", "insee:13055"},
             Case{"Lyon", "insee:69123"},
             Case{"Paris", "insee:75056"},
             Case{"Nantes", "insee:44109"},
             Case{"Ville-d'Avray", "insee:92077"},
             Case{"Œuilly (02)", "insee:02565"},
             Case{"Paris 12e", "insee:75112"},
             Case{"Paris 12ème arrondissement", "insee:75112"},
             Case{"3e arrondissement de Lyon", "insee:69383"},
             // former communes
             Case{"Gueyze", "insee:47116"},
             Case{"Saint Pierre de Caubel", "insee:47268"},
             // EPCI
             Case{"CC Fumel Vallée du Lot", "epci:200068930"},
             Case{"Fumel Vallée du Lot", "epci:200068930"},
             Case{"C.C. Fumel-Vallée du Lot", "epci:200068930"},
             Case{"communauté de communes de Fumel Vallée du Lot", "epci:200068930"},
             Case{"la Communauté de communes Fumel Vallée du Lot", "epci:200068930"},
             Case{"CA Agglomération d'Agen", "epci:200096956"},
             Case{"Agglomération d'Agen", "epci:200096956"},
             Case{"agglo d'Agen", "epci:200096956"},
             Case{"CA d'Agen", "epci:200096956"},
             Case{"communauté d'agglomération d'Agen", "epci:200096956"},
             Case{"Val de Garonne", "epci:200030674"},
             Case{"le Grand Villeneuvois", "epci:200023307"},
             Case{"CC d'Albret", "epci:200068948"},
             Case{"Albret Communauté", "epci:200068948"},
             Case{"Bordeaux Métropole", "epci:243300316"},
             Case{"Métropole de Lyon", "epci:200046977"},
             Case{"CC du Val d'Essonne", "epci:249100546"},
             // départements, régions, France
             Case{"Lot-et-Garonne", "dep:47"},
             Case{"le Lot et Garonne", "dep:47"},
             Case{"47", "dep:47"},
             Case{"le 47", "dep:47"},
             Case{"département du Lot", "dep:46"},
             Case{"Lot", "dep:46"},
             Case{"les Landes", "dep:40"},
             Case{"Côte d'Or", "dep:21"},
             Case{"l'Hérault", "dep:34"},
             Case{"Nouvelle-Aquitaine", "reg:75"},
             Case{"région Nouvelle Aquitaine", "reg:75"},
             Case{"PACA", "reg:93"},
             Case{"France", "france"},
             Case{"France entière", "france"},
             // codes
             Case{"insee:47106", "insee:47106"},
             Case{"INSEE: 47106", "insee:47106"},
             Case{"47106", "insee:47106"},
             Case{"insee:2a004", "insee:2A004"},
             Case{"2A004", "insee:2A004"},
             Case{"insee:75112", "insee:75112"},
             Case{"epci:200068930", "epci:200068930"},
             Case{"200068930", "epci:200068930"},
             Case{"dep:2a", "dep:2A"},
             Case{"reg:75", "reg:75"},
             Case{"cp:47000", "insee:47001"},
             Case{"cp:75012", "insee:75112"},
             // the notebook's own
             Case{"circo-fumel", "circo-fumel"},
             Case{"Circonscription de Fumel", "circo-fumel"},
             Case{"Circo Fumel", "circo-fumel"},
             Case{"MONTANOU", "montanou"},
             Case{"Libos", "insee:47179"},
             Case{"le Fumélois", "epci:200068930"},
             Case{"fumelois", "epci:200068930"},
         }) {
        CAPTURE(row.written);
        CHECK(in_record(row.written) == row.expected);
    }
}

TEST_CASE("what has several bearers is refused with all of them, the notebook's départements first") {
    CHECK(in_record("Penne") == "ambiguous insee:47203 insee:81206");
    CHECK(in_record("Ste Livrade") == "ambiguous insee:47252 insee:31496");
    CHECK(in_record("Tournon") == "ambiguous insee:47312 insee:73297");
    CHECK(in_record("Landes") == "ambiguous insee:17202 dep:40");
    CHECK(in_record("CC des Quatre Rivières") == "ambiguous epci:247000623 epci:247400666");
    CHECK(in_record("Villeneuve").starts_with("ambiguous insee:47321 insee:47323 insee:01446 "));
    CHECK(in_record("Saint-Sauveur").starts_with("ambiguous insee:47277 insee:05156 "));
    CHECK(answer(of({"24", "33"}).resolve("Saint-Sauveur", Spoken::record)) == "ambiguous insee:24499 insee:33471");
    CHECK(answer(of({"33"}).resolve("Saint-Sauveur", Spoken::record)) == "insee:33471");
    CHECK(in_record("cp:47500").starts_with("ambiguous insee:47029 insee:47070 insee:47077 insee:47106 "));
}

TEST_CASE("what nobody is called is unknown, and what is written nearly like it is only suggested") {
    struct Case {
        std::string_view written, expected;
    };
    for (const Case& row : std::array{
             Case{"Biax", "unknown insee:47027 insee:47040"},
             Case{"Clayrac", "unknown insee:47065 insee:47145 insee:47305"},
             Case{"Agenn", "unknown insee:47001"},
             Case{"Miramont", "unknown insee:47168"},
             Case{"Monsempron", "unknown insee:47179"},
             Case{"Livrade", "unknown insee:47252"},
             Case{"Passage d'Agen", "unknown insee:47201"},
             Case{"Ste Livrade Lot", "unknown insee:47252"},
             Case{"Albret", "unknown epci:200068948 insee:47176"},
             Case{"VGA", "unknown"},
             Case{"zzzzzz", "unknown"},
             Case{"Brax (32)", "unknown insee:47040"},
             Case{"", "unknown"},
             Case{" ", "unknown"},
             Case{"-", "unknown"},
             Case{":", "unknown"},
             Case{"insee:", "unknown"},
             Case{"insee:99999", "unknown"},
             Case{"insee:Fumel", "unknown"},
             Case{"cp:", "unknown"},
             Case{"cp:47", "unknown"},
             Case{"cp:47106", "unknown"},
             Case{"dep:", "unknown"},
             Case{"dep:147", "unknown"},
             Case{"reg:7", "unknown"},
             Case{"reg:975", "unknown"},
             Case{"epci:47106", "unknown"},
             Case{"99999", "unknown"},
             Case{"4", "unknown"},
             Case{"99", "unknown"},
             Case{"12345678901234567890", "unknown"},
             Case{"le", "unknown"},
             Case{"cc", "unknown"},
         }) {
        CAPTURE(row.written);
        CHECK(in_record(row.written) == row.expected);
    }
    CHECK(in_record(std::string(100'000, 'a')) == "unknown");
    CHECK(in_record(std::string(10, '\0')) == "unknown");
    CHECK(on_command_line("Marseile") == "unknown insee:13055");
}

TEST_CASE("a postcode of several communes is the area of all of them") {
    const AreaRef postcode{AreaKind::postcode, "cp:47500"};
    CHECK(answer(fumel().resolve("cp:47500", Spoken::command_line)) == "cp:47500");
    CHECK(fumel().known(postcode));
    CHECK(fumel().name(postcode) == "47500");
    CHECK(fumel().size(postcode) == 9);
    CHECK(fumel().contains(postcode, {AreaKind::commune, "insee:47106"}));
    CHECK_FALSE(fumel().contains(postcode, {AreaKind::commune, "insee:47001"}));
    CHECK(fumel().contains({AreaKind::departement, "dep:47"}, postcode));
    CHECK(fumel().touches({AreaKind::epci, "epci:200068930"}, postcode));
    CHECK_FALSE(fumel().known({AreaKind::postcode, "cp:47999"}));
}

TEST_CASE("former communes are found all over France") {
    CHECK(in_record("Cran-Gevrier") == "insee:74093");
    CHECK(in_record("Andrezé") == "insee:49006");
    CHECK(fumel().contains({AreaKind::commune, "insee:74010"}, {AreaKind::quarter, "insee:74093"}));
    // One that has kept the code of the commune it became is that commune.
    CHECK(in_record("Arbignieu") == "insee:01015");
}

TEST_CASE("what people say and no list has is understood where somebody asks, and only suggested to a record") {
    CHECK(on_command_line("Paris 15") == "insee:75115");
    CHECK(in_record("Paris 15") == "unknown insee:75115");
    CHECK(on_command_line("Grand Lyon") == "epci:200046977");
    CHECK(in_record("Grand Lyon") == "unknown epci:200046977");
    CHECK(on_command_line("Sainte-Livrade") == "insee:47252");
}

TEST_CASE("communes that differ by a letter or two are never taken for each other") {
    for (const auto& [one, other] : {std::pair{"Brax", "Bias"}, {"Layrac", "Clairac"}, {"Layrac", "Tayrac"}})
        CHECK(in_record(one) != in_record(other));
}

TEST_CASE("five bare digits are an INSEE code in a record and refused on the command line when they are two things") {
    CHECK(in_record("47110") == "insee:47110");
    CHECK(on_command_line("47110") == "ambiguous insee:47110 insee:47006 insee:47081 insee:47252 insee:47306");
    CHECK(in_record("13001") == "insee:13001");
    CHECK(on_command_line("13001") == "ambiguous insee:13001 cp:13001");
    CHECK(on_command_line("47106") == "insee:47106");
    CHECK(in_record("47000") == "unknown cp:47000");
    CHECK(on_command_line("47000") == "insee:47001");
    CHECK(on_command_line("47500") == "cp:47500");
    CHECK(in_record("47500").starts_with("unknown insee:47029 "));

    const FiveDigits both = fumel().five_digits("47110");
    REQUIRE(both.by_insee);
    CHECK(fumel().name(*both.by_insee) == "Gontaud-de-Nogaret");
    CHECK(both.by_postcode.size() == 4);
    CHECK_FALSE(fumel().five_digits("47500").by_insee);
    CHECK(fumel().five_digits("x").by_postcode.empty());
}

TEST_CASE("the postcode of an address decides between homonyms, and a wrong one does not") {
    const auto found = [](std::string_view commune, std::string_view postcode) {
        return answer(fumel().resolve_address(commune, postcode));
    };
    CHECK(found("Brax", "47310") == "insee:47040");
    CHECK(found("Brax", "31490") == "insee:31088");
    CHECK(found("BRAX CEDEX", "31490") == "insee:31088");
    CHECK(found("Brax", "75001") == "insee:47040");
    CHECK(found("Brax", "") == "insee:47040");
    CHECK(found("Seyssel", "74910") == "insee:74269");
    CHECK(found("Seyssel", "01420") == "insee:01407");
    CHECK(found("Seyssel", "") == "ambiguous insee:01407 insee:74269");
    CHECK(found("Libos", "47500") == "insee:47179");
    CHECK(found("Montanou", "47000") == "montanou");
    CHECK(found("47106", "47500") == "insee:47106");
    CHECK(found("Agenn", "47000") == "unknown insee:47001");
    CHECK(found("", "47000") == "unknown");
}

TEST_CASE("own names and aliases win over the tables, and never name themselves") {
    Setup setup;
    setup.departments = {"47"};
    setup.areas = {{"fumel", "Fumel", "", {"Fumel", "Condezaygues"}, {}, ""},
                   {"agen", "Grand Agen", "", {"Agen", "Boé"}, {}, ""}};
    setup.aliases = {{"Villeneuve", "Villeneuve-sur-Lot"}, {"Duras", "Duras"}, {"Un", "Deux"}, {"Deux", "Lavardac"}};
    const Territory territory(setup);
    CHECK(territory.problems().empty());
    CHECK(answer(territory.resolve("Fumel", Spoken::record)) == "fumel");
    CHECK(territory.size({AreaKind::own, "fumel"}) == 2);
    CHECK(answer(territory.resolve("Villeneuve", Spoken::record)) == "insee:47323");
    CHECK(answer(territory.resolve("Duras", Spoken::record)) == "insee:47086");
    CHECK(answer(territory.resolve("Un", Spoken::record)) == "insee:47143");
    // An id counts as it is written; the same letters in capitals are the commune.
    CHECK(answer(territory.resolve("agen", Spoken::record)) == "agen");
    CHECK(answer(territory.resolve("Agen", Spoken::record)) == "insee:47001");
}

TEST_CASE("a setup that refers to nothing, to several things or to itself says so and works without") {
    using What = SetupProblem::What;
    Setup setup;
    setup.departments = {"47", "4", "Lot"};
    setup.areas = {
        {"a", "A", "", {"Fumel", "Biax", "Penne"}, {"Agen", "Zzz"}, ""},
        {"b", "B", "", {"c", "Duras"}, {}, ""},
        {"c", "C", "", {"b"}, {}, ""},
        {"d", "D", "", {}, {}, ""},
        {"e", "B", "", {}, {}, "Nowhere at all"},
        {"f", "F", "", {"Agen"}, {"Agen"}, ""},
    };
    setup.aliases = {{"A", "Agen"}, {"X", "Brax, Gers"}, {"Y", "Villeneuve"}};
    const Territory territory(setup);
    struct Case {
        What what;
        std::string_view owner, key;
        std::size_t position;
        std::string_view text;
    };
    const std::array expected{
        Case{What::bad_department, "", "departments", 1, "4"},
        Case{What::bad_department, "", "departments", 2, "Lot"},
        Case{What::doubled_name, "e", "name", 0, "B"},
        Case{What::doubled_name, "A", "aliases", 0, "A"},
        Case{What::unresolved, "X", "aliases", 1, "Brax, Gers"},
        Case{What::unresolved, "Y", "aliases", 2, "Villeneuve"},
        Case{What::unresolved, "a", "areas", 1, "Biax"},
        Case{What::unresolved, "a", "areas", 2, "Penne"},
        Case{What::except_outside, "a", "except", 0, "Agen"},
        Case{What::unresolved, "a", "except", 1, "Zzz"},
        Case{What::cyclic, "c", "areas", 0, "b"},
        Case{What::empty, "c", "areas", 0, ""},
        Case{What::empty, "d", "areas", 0, ""},
        Case{What::unresolved, "e", "within", 0, "Nowhere at all"},
        Case{What::empty, "e", "areas", 0, ""},
        Case{What::empty, "f", "areas", 0, ""},
    };
    REQUIRE(territory.problems().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const SetupProblem& problem = territory.problems()[i];
        CAPTURE(i);
        CHECK(problem.what == expected[i].what);
        CHECK(problem.owner == expected[i].owner);
        CHECK(problem.key == expected[i].key);
        CHECK(problem.position == expected[i].position);
        CHECK(problem.text == expected[i].text);
    }
    CHECK(territory.size({AreaKind::own, "a"}) == 1);
    CHECK(territory.size({AreaKind::own, "b"}) == 1);
    CHECK(answer(territory.resolve("B", Spoken::record)) == "ambiguous b e");
}

TEST_CASE("one area contains another when every part of it lies inside") {
    struct Case {
        std::string_view outer, inner;
        bool contains, touches;
    };
    for (const Case& row : std::array{
             Case{"Lot-et-Garonne", "Fumel", true, true},
             Case{"Fumel", "Lot-et-Garonne", false, true},
             Case{"CC Fumel Vallée du Lot", "Fumel", true, true},
             Case{"CC Fumel Vallée du Lot", "Agen", false, false},
             Case{"Nouvelle-Aquitaine", "Lot-et-Garonne", true, true},
             Case{"Occitanie", "Lot-et-Garonne", false, false},
             Case{"Nouvelle-Aquitaine", "CC Fumel Vallée du Lot", true, true},
             Case{"France", "Nouvelle-Aquitaine", true, true},
             Case{"France", "montanou", true, true},
             Case{"Nouvelle-Aquitaine", "France", false, true},
             Case{"Fumel", "Agen", false, false},
             Case{"dep:47", "dep:46", false, false},
             // EPCI that cross a border
             Case{"dep:47", "epci:248200016", false, true},
             Case{"epci:248200016", "dep:82", false, true},
             // one piece of land under two names
             Case{"Paris", "dep:75", true, true},
             Case{"dep:75", "Paris", true, true},
             Case{"dep:974", "reg:04", true, true},
             // parts of communes
             Case{"Paris", "Paris 12e", true, true},
             Case{"Paris 12e", "Paris", false, true},
             Case{"Paris 12e", "Paris 13e", false, false},
             Case{"reg:11", "Paris 12e", true, true},
             Case{"Sos", "Gueyze", true, true},
             Case{"Gueyze", "Sos", false, true},
             Case{"Gueyze", "Meylan", false, false},
             // own areas
             Case{"circo-fumel", "Fumel", true, true},
             Case{"circo-fumel", "Tournon-d'Agenais", true, true},
             Case{"circo-fumel", "Cuzorn", false, false},
             Case{"circo-fumel", "CC Fumel Vallée du Lot", false, true},
             Case{"CC Fumel Vallée du Lot", "circo-fumel", true, true},
             Case{"dep:47", "circo-fumel", true, true},
             Case{"dep:46", "circo-fumel", false, false},
             Case{"duras", "Duras", true, true},
             Case{"duras", "circo-fumel", false, false},
             Case{"duras", "CC du Pays de Duras", true, true},
             Case{"CC du Pays de Duras", "duras", true, true},
             // quarters
             Case{"Agen", "montanou", true, true},
             Case{"montanou", "Agen", false, true},
             Case{"CA Agglomération d'Agen", "montanou", true, true},
             Case{"Fumel", "montanou", false, false},
             Case{"montanou", "rodrigues", false, false},
             Case{"montanou", "tour-a", true, true},
             Case{"tour-a", "montanou", false, true},
             Case{"rodrigues", "tour-a", false, false},
             Case{"Agen", "tour-a", true, true},
             Case{"deux-quartiers", "montanou", true, true},
             Case{"deux-quartiers", "tour-a", true, true},
             Case{"deux-quartiers", "Agen", false, true},
             Case{"Agen", "deux-quartiers", true, true},
             Case{"montanou", "deux-quartiers", false, true},
             Case{"dep:47", "deux-quartiers", true, true},
             // a quarter cut out
             Case{"agen-hors-montanou", "Boé", true, true},
             Case{"agen-hors-montanou", "Agen", false, true},
             Case{"agen-hors-montanou", "montanou", false, false},
             Case{"agen-hors-montanou", "tour-a", false, false},
             Case{"agen-hors-montanou", "rodrigues", true, true},
             Case{"dep:47", "agen-hors-montanou", true, true},
             Case{"agen-hors-montanou", "deux-quartiers", false, true},
             Case{"deux-quartiers", "agen-hors-montanou", false, true},
         }) {
        CAPTURE(row.outer);
        CAPTURE(row.inner);
        CHECK(fumel().contains(area(row.outer), area(row.inner)) == row.contains);
        CHECK(fumel().touches(area(row.outer), area(row.inner)) == row.touches);
    }
}

TEST_CASE("containing is reflexive and transitive, touching symmetric, and what contains touches") {
    std::vector<AreaRef> areas;
    for (const std::string_view text : {"France",
                                        "Nouvelle-Aquitaine",
                                        "Occitanie",
                                        "reg:04",
                                        "Lot-et-Garonne",
                                        "dep:46",
                                        "dep:82",
                                        "dep:974",
                                        "dep:75",
                                        "Paris",
                                        "Paris 12e",
                                        "Fumel",
                                        "Agen",
                                        "Cuzorn",
                                        "Sos",
                                        "Gueyze",
                                        "CC Fumel Vallée du Lot",
                                        "CA Agglomération d'Agen",
                                        "epci:248200016",
                                        "circo-fumel",
                                        "montanou",
                                        "rodrigues",
                                        "tour-a",
                                        "agen-hors-montanou",
                                        "deux-quartiers",
                                        "duras"})
        areas.push_back(area(text));
    const auto& t = fumel();
    for (const AreaRef& a : areas) {
        CHECK(t.contains(a, a));
        for (const AreaRef& b : areas) {
            CAPTURE(a.code);
            CAPTURE(b.code);
            CHECK(t.touches(a, b) == t.touches(b, a));
            if (!t.contains(a, b)) continue;
            CHECK(t.touches(a, b));
            CHECK(t.size(a) >= t.size(b));
            for (const AreaRef& c : areas)
                if (t.contains(b, c)) CHECK(t.contains(a, c));
        }
    }
}

TEST_CASE("an area that this territory does not know holds nothing and is called nothing") {
    const auto& t = fumel();
    for (const AreaRef& stranger :
         {AreaRef{AreaKind::own, "nowhere"}, AreaRef{AreaKind::commune, "insee:99999"},
          AreaRef{AreaKind::commune, "47106"}, AreaRef{AreaKind::epci, "insee:47106"}, AreaRef{}}) {
        CHECK_FALSE(t.known(stranger));
        CHECK_FALSE(t.contains(stranger, stranger));
        CHECK_FALSE(t.touches(stranger, {AreaKind::country, "france"}));
        CHECK(t.name(stranger).empty());
        CHECK(t.size(stranger) == 0);
        CHECK_FALSE(t.distance_km(stranger, area("Fumel")));
        CHECK(t.communes_of(stranger).empty());
        CHECK(t.postcodes(stranger).empty());
    }
    CHECK_FALSE(t.known({AreaKind::own, "montanou"}));  // a quarter
}

TEST_CASE("an area says its name, its kind and where it lies") {
    const auto& t = fumel();
    CHECK(t.detail(area("Fumel")) == Words{"commune, Lot-et-Garonne", "commune, Lot-et-Garonne"});
    CHECK(t.detail(area("CC Fumel Vallée du Lot")).fr == "communauté de communes, Lot-et-Garonne");
    CHECK(t.detail(area("CC Fumel Vallée du Lot")).en == "community of communes, Lot-et-Garonne");
    CHECK(t.detail(area("dep:47")).fr == "département, Nouvelle-Aquitaine");
    CHECK(t.detail(area("Gueyze")) == Words{"ancienne commune, Sos", "former commune, Sos"});
    CHECK(t.detail(area("montanou")).fr == "quartier, Agen");
    CHECK(t.kind_name(area("circo-fumel")).en == "circonscription");
    CHECK(t.kind_name(area("deux-quartiers")).en == "local area");
    CHECK(t.name(area("reg:93")) == "Provence-Alpes-Côte d'Azur");
    CHECK(t.own_areas().size() == 7);
    CHECK(t.own_areas()[1] == AreaRef{AreaKind::quarter, "montanou"});
}

TEST_CASE("sizes put narrow areas first") {
    const auto& t = fumel();
    CHECK(t.size(area("montanou")) == 0);
    CHECK(t.size(area("Fumel")) == 1);
    CHECK(t.size(area("CC Fumel Vallée du Lot")) == t.communes_of(area("CC Fumel Vallée du Lot")).size());
    CHECK(t.size(area("circo-fumel")) == t.size(area("CC Fumel Vallée du Lot")) - 1);  // Tournon-d'Agenais is a member
    CHECK(t.size(area("dep:47")) == 319);
    CHECK(t.size(area("France")) == 34'969);
    CHECK(t.communes_of(area("montanou")) == std::vector{area("Agen")});
    CHECK(t.communes_of(area("deux-quartiers")) == std::vector{area("Agen")});
}

TEST_CASE("distances are between the nearest communes") {
    const auto& t = fumel();
    const double fumel_agen = t.distance_km(area("Fumel"), area("Agen")).value();
    CHECK(fumel_agen > 35);
    CHECK(fumel_agen < 50);
    CHECK(t.distance_km(area("Agen"), area("Fumel")).value() == doctest::Approx(fumel_agen));
    CHECK(t.distance_km(area("Paris"), area("Marseille")).value() == doctest::Approx(661).epsilon(0.01));
    CHECK(t.distance_km(area("Fumel"), area("CC Fumel Vallée du Lot")) == 0.0);
    CHECK(t.distance_km(area("montanou"), area("Boé")).value() == t.distance_km(area("Agen"), area("Boé")).value());
    const double to_epci = t.distance_km(area("Agen"), area("CC Fumel Vallée du Lot")).value();
    CHECK(to_epci > 0);
    CHECK(to_epci < fumel_agen);
    CHECK_FALSE(t.distance_km(area("Fumel"), area("insee:98412")));  // Kerguelen has no centre
    CHECK_FALSE(t.centre(area("insee:98412")));
}

TEST_CASE("postcodes and communes belong to each other") {
    const auto& t = fumel();
    CHECK(t.postcodes(area("Fumel")) == std::vector<std::string>{"47500"});
    CHECK(t.postcodes(area("Paris 16e")) == std::vector<std::string>{"75016", "75116"});
    CHECK(t.postcodes(area("Paris")).size() == 21);
    CHECK(t.postcodes(area("Gueyze")) == t.postcodes(area("Sos")));
    CHECK(t.postcodes(area("dep:47")).size() >= 44);
    CHECK(t.communes_of_postcode("47500").size() == 9);
    CHECK(t.communes_of_postcode("47106").empty());
}

TEST_CASE("every commune of the 47 is found by its own name, every commune of France by its code") {
    std::size_t lost = 0;
    for (tables::Index row = 0; row < tables::communes(); ++row) {
        const tables::Commune commune = tables::commune(row);
        const std::string code = "insee:" + std::string(commune.code);
        if (in_record(code) != code) ++lost;
        if (tables::departement(commune.departement).code == "47" && in_record(commune.name) != code) ++lost;
    }
    CHECK(lost == 0);
}

TEST_CASE("every EPCI, département and région is found by its own name or is one of several that bear it") {
    const auto names_itself = [](const Resolved& resolved, const std::string& code) {
        if (const auto* found = std::get_if<AreaRef>(&resolved)) return found->code == code;
        const auto& all = std::get<Unresolved>(resolved).candidates;
        return std::ranges::any_of(all, [&](const Candidate& candidate) { return candidate.area.code == code; });
    };
    const Territory t = of({});
    for (tables::Index row = 0; row < tables::epcis(); ++row) {
        const tables::Epci epci = tables::epci(row);
        CHECK(names_itself(t.resolve(epci.name, Spoken::record), "epci:" + epci.siren));
    }
    for (tables::Index row = 0; row < tables::departements(); ++row) {
        const tables::Departement departement = tables::departement(row);
        const std::string code = "dep:" + std::string(departement.code);
        const Resolved found = of({std::string(departement.code)}).resolve(departement.name, Spoken::record);
        const auto* one = std::get_if<AreaRef>(&found);
        // The name of an island may mean its only commune, which is the same land.
        CHECK((one ? t.contains(*one, {AreaKind::departement, code}) : names_itself(found, code)));
    }
    for (tables::Index row = 0; row < tables::regions(); ++row) {
        const Resolved found = t.resolve("région " + std::string(tables::region(row).name), Spoken::record);
        CHECK(names_itself(found, "reg:" + std::string(tables::region(row).code)));
    }
}

TEST_CASE("inside a sentence the longest run of words that names an area is taken") {
    struct Case {
        std::string_view sentence;
        std::size_t start;
        Announced announced;
        std::string_view expected;
        std::size_t count;
        bool certain;
    };
    using enum Announced;
    for (const Case& row : std::array{
             Case{"who handles housing in Fumel", 4, yes, "insee:47106", 1, true},
             Case{"logement fumel", 1, no, "insee:47106", 1, false},
             Case{"à Penne-d'Agenais pour les jeunes", 1, yes, "insee:47203", 3, true},
             Case{"aide CC Fumel Vallée du Lot jeunes", 1, no, "epci:200068930", 5, true},
             Case{"dans le Fumélois", 1, yes, "epci:200068930", 2, true},
             Case{"logement Libos", 1, no, "insee:47179", 1, true},
             Case{"in circo-fumel today", 1, yes, "circo-fumel", 2, true},
             Case{"à Agen et Fumel", 1, yes, "insee:47001", 1, true},
             Case{"à Agen et Fumel", 3, yes, "insee:47106", 1, true},
             Case{"dans le Lot et Garonne", 1, yes, "dep:47", 4, true},
             Case{"dans le 47", 1, yes, "dep:47", 2, true},
             Case{"dans le 33", 1, yes, "dep:33", 2, true},
             Case{"plus de 33 places", 2, yes, "dep:33", 1, false},
             Case{"in insee:47106 now", 1, no, "insee:47106", 2, true},
             Case{"in 47110", 1, yes, "ambiguous insee:47110 insee:47006 insee:47081 insee:47252 insee:47306", 1, true},
             Case{"à Villeneuve sur Lot", 1, yes, "insee:47323", 3, true},
             Case{"à Sainte-Livrade", 1, yes, "insee:47252", 2, true},
             Case{"aide st sylvestre", 1, no, "insee:47280", 2, true},
             Case{"à Penne", 1, yes, "insee:47203", 1, true},
             Case{"numérique Paris 15", 1, yes, "insee:75115", 2, true},
             Case{"dans le Grand Lyon", 2, yes, "epci:200046977", 2, true},
             Case{"in Marseille", 1, yes, "insee:13055", 1, true},
             Case{"toute la France", 0, no, "france", 3, true},
             Case{"aide alimentaire nord", 2, no, "dep:59", 1, false},
             Case{"à l'hôpital", 1, yes, "insee:57336", 2, false},
         }) {
        CAPTURE(row.sentence);
        const auto match = fumel().area_at(fold::words(row.sentence), row.start, row.announced);
        REQUIRE(match);
        CHECK(answer(match->answer) == row.expected);
        CHECK(match->count == row.count);
        CHECK(match->certain == row.certain);
    }
}

TEST_CASE("words of a question that are no area are left alone") {
    struct Case {
        std::string_view sentence;
        std::size_t start;
        Announced announced;
    };
    using enum Announced;
    for (const Case& row : std::array{
             Case{"housing in Fumel", 0, no},
             Case{"housing in Fumel", 1, no},
             Case{"marseille", 0, no},
             Case{"parent isolé", 0, no},
             Case{"die hilfe", 0, no},
             Case{"CAF 47", 1, no},
             Case{"France Travail", 0, no},
             Case{"France services Fumel", 0, no},
             Case{"villeneuve", 0, no},
             Case{"05 53 49 59 69", 0, no},

             Case{"nulle part", 0, yes},
             Case{"cc", 0, yes},
             Case{"l", 0, yes},
             Case{"cedex 9", 0, yes},
             Case{"Fumel", 1, yes},
             Case{"", 0, yes},
         }) {
        CAPTURE(row.sentence);
        CAPTURE(row.start);
        CHECK_FALSE(fumel().area_at(fold::words(row.sentence), row.start, row.announced));
    }
}

TEST_CASE("a refusal is explained in both languages") {
    const auto refused = [](std::string_view text) {
        return explain(text, std::get<Unresolved>(fumel().resolve(text, Spoken::record)));
    };
    CHECK(refused("Penne").fr ==
          "territoire ambigu : « Penne » peut être Penne-d'Agenais (commune, Lot-et-Garonne) : insee:47203 ; "
          "Penne (commune, Tarn) : insee:81206");
    CHECK(refused("Agenn").en == "unknown area: \"Agenn\"; perhaps Agen (commune, Lot-et-Garonne): insee:47001");
    CHECK(refused("{}%s") == Words{"territoire inconnu : « {}%s »", "unknown area: \"{}%s\""});
    CHECK(refused("Villeneuve").fr.ends_with(" ; et 3 de plus"));
}
