// Two records that are probably one: what makes it sure, what makes it a question, and what is nobody's business.
#include "facts/lookalike.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "store/book.hpp"
#include "store/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using facts::Likeness;

namespace {

store::Book book_with(const std::string& folder, const std::vector<std::string>& records) {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Café\ndepartments: [\"47\"]\n");
    char letter = 'a';
    for (const std::string& record : records) disk.put("/nb/" + folder + "/" + letter++ + ".yaml", record);
    auto book = store::load(disk, "/nb", {1});
    REQUIRE(book.ok());
    return std::move(*book);
}

std::vector<facts::Twins> partner_twins(const std::vector<std::string>& records) {
    const store::Book book = book_with("partners", records);
    return facts::twins(facts::identified<model::Partner>(book.partners), book.vocabulary);
}

std::vector<facts::Twins> person_twins(const std::vector<std::string>& records) {
    const store::Book book = book_with("people", records);
    return facts::twins(facts::identified<model::Person>(book.people));
}

struct Case {
    std::string a;
    std::string b;
    Likeness likeness;
    std::string why;
};

std::string said(Likeness likeness) {
    return likeness == Likeness::same ? "same" : likeness == Likeness::unsure ? "unsure" : "different";
}

void check_cases(const std::vector<Case>& cases, std::vector<facts::Twins> (*twins)(const std::vector<std::string>&)) {
    for (const Case& one : cases) {
        CAPTURE(one.a);
        CAPTURE(one.b);
        const auto found = twins({one.a, one.b});
        CHECK(found.size() == (one.likeness == Likeness::different ? 0 : 1));
        if (found.empty()) continue;
        CHECK(said(found[0].likeness) == said(one.likeness));
        CHECK(facts::reasons(found[0].agree).en == one.why);
    }
}

const std::string mairie =
    "name: Mairie de Fumel\nkind: mairie\nphones: [05 53 49 59 69]\nemails: [contact@fumel.example]\n"
    "address: {street: 1 place du Château, postcode: \"47500\", commune: Fumel}\n";

}  // namespace

TEST_CASE("fiches are the same when a name and something that is theirs alone agree") {
    check_cases(
        {
            {"name: CCAS de Fumel\nphones: [05 36 49 00 01]\n", "name: CCAS Fumel\nphones: [\"+33 5 36 49 00 01\"]\n",
             Likeness::same, "same name, same phone"},
            {"name: CCAS de Fumel\nemails: [ccas@fumel.example]\n",
             "name: Centre communal d'action sociale de Fumel\nemails: [CCAS@Fumel.example]\n", Likeness::same,
             "same name, same e-mail"},
            {"name: Les Restos du Cœur\naddress: {street: 3 rue du Port, commune: Fumel}\n",
             "name: Restos du Coeur\naddress: {street: \"3, Rue du port\", commune: FUMEL}\n", Likeness::same,
             "same name, same address"},
            {"name: Soliha Lot-et-Garonne\naliases: [Pact 47]\nsiret: \"73282932000074\"\n",
             "name: Pact 47\nsiret: 732 829 320 00074\n", Likeness::same,
             "one's name is the other's alias, same SIRET"},
            {"name: Espace France Services de Fumel\nphones: [05 53 40 00 01]\naddress: {street: 6 rue X, commune: "
             "Fumel}\n",
             "name: France Services de Fumel\nphones: [05 53 40 00 01]\naddress: {street: 6 rue X, commune: Fumel}\n",
             Likeness::same, "similar name, same phone, same address"},
        },
        partner_twins);
}

TEST_CASE("a town hall and its CCAS share a house and are not the same: a person decides") {
    check_cases({{mairie,
                  "name: CCAS de Fumel\nkind: ccas-cias\nphones: [05 53 49 59 69]\nemails: [contact@fumel.example]\n"
                  "address: {street: 1 place du Château, postcode: \"47500\", commune: Fumel}\n",
                  Likeness::unsure, "same phone, same e-mail, same address"}},
                partner_twins);
}

TEST_CASE("fiches are a question when what agrees may have another cause") {
    check_cases(
        {
            {"name: Secours populaire\n", "name: Secours Populaire\n", Likeness::unsure, "same name"},
            {"name: Maison des familles\nsiret: \"73282932000074\"\n", "name: Le Relais\nsiret: \"73282932000074\"\n",
             Likeness::unsure, "same SIRET"},
            {"name: Club informatique\nphones: [05 53 40 00 01]\nemails: [club@x.example]\naddress: {commune: Fumel}\n",
             "name: Club informatique\nphones: [05 53 40 00 01]\nemails: [club@x.example]\naddress: {commune: "
             "Libos}\n",
             Likeness::unsure, "same name, same phone, same e-mail"},
            {"name: CCAS de Fumel\nkind: ccas-cias\nphones: [05 36 49 00 01]\n",
             "name: CCAS de Fumel\nkind: mairie\nphones: [05 36 49 00 01]\n", Likeness::unsure,
             "same name, same phone"},
        },
        partner_twins);
}

TEST_CASE("fiches are two when what they share is a switchboard, a town, a common word, or they know each other") {
    check_cases(
        {
            {"name: France services\naddress: {commune: Fumel}\n", "name: France services\naddress: {commune: Libos}\n",
             Likeness::different, ""},
            {"name: Mairie de Bias\n", "name: Mairie de Brax\n", Likeness::different, ""},
            {"name: ADIL 47\nphones: [05 53 40 00 01]\n", "name: Soliha\nphones: [05 53 40 00 01]\n",
             Likeness::different, ""},
            {"name: Ligue\nphones: [115]\n", "name: SIAO\nphones: [115]\n", Likeness::different, ""},
            {"name: Secours populaire\n", "name: Secours populaire\nstatus: closed\n", Likeness::different, ""},
            {"name: Secours populaire\nsee_also: [b]\nphones: [05 53 40 00 01]\n",
             "name: Secours populaire\nphones: [05 53 40 00 01]\n", Likeness::different, ""},
            {"name: Secours populaire\nphones: [05 53 40 00 01]\n",
             "name: Secours populaire\nphones: [05 53 40 00 01]\nparent: a\n", Likeness::different, ""},
            {"name: Refuge des Lilas\naddress: {street: 3 rue du Port, commune: Fumel, confidential: true}\n",
             "name: Atelier vélo\naddress: {street: 3 rue du Port, commune: Fumel}\nphones: [05 53 40 00 01]\n",
             Likeness::different, ""},
        },
        partner_twins);
}

TEST_CASE("a line that four fiches bear says nothing about who they are") {
    const auto found = partner_twins({
        "name: Mairie de Thil\nphones: [05 53 40 00 01]\nemails: [m@x.example]\naddress: {commune: Fumel}\n",
        "name: Poste\nphones: [05 53 40 00 01]\nemails: [m@x.example]\naddress: {commune: Fumel}\n",
        "name: Atelier\nphones: [05 53 40 00 01]\nemails: [m@x.example]\naddress: {commune: Fumel}\n",
        "name: Gymnase\nphones: [05 53 40 00 01]\nemails: [m@x.example]\naddress: {commune: Fumel}\n",
    });
    CHECK(found.empty());
}

TEST_CASE("people are the same by name and a line of theirs, a question by name alone") {
    check_cases(
        {
            {"name: Marie Delmas\nemails: [m.delmas@x.example]\n", "name: DELMAS Marie\nemails: [M.Delmas@x.example]\n",
             Likeness::same, "same name, same e-mail"},
            {"name: Marie Delmas\nphones: [06 11 22 33 44]\n", "name: M. Delmas\nphones: [\"0611223344\"]\n",
             Likeness::same, "similar name, same phone"},
            {"name: Hélène Dupont\n", "name: Helene Dupont\n", Likeness::unsure, "same name"},
            {"name: Marie Delmas\n", "name: Marie Dellmas\n", Likeness::unsure, "similar name"},
            {"name: Marie Delmas\nemails: [marie.delmas@x.example]\n",
             "name: Anne Petit\nemails: [marie.delmas@x.example]\n", Likeness::unsure, "same e-mail"},
            {"name: Marie Delmas\nemails: [accueil@x.example]\n", "name: Anne Petit\nemails: [accueil@x.example]\n",
             Likeness::different, ""},
            {"name: Marie Delmas\nphones: [05 53 40 00 01]\n", "name: Anne Petit\nphones: [05 53 40 00 01]\n",
             Likeness::different, ""},
            {"name: Marie Delmas\n", "name: Jeanne Marie Delmas\n", Likeness::different, ""},
            {"name: Jean Martin\n", "name: Jeanne Martin\n", Likeness::different, ""},
        },
        person_twins);
}

TEST_CASE("a new record is held against all that stand, the surest first, never against itself") {
    const store::Catalog catalog(book_with(
        "partners", {"name: Secours populaire\nstatus: closed\n", mairie, "name: Secours populaire français\n",
                     "name: Secours populaire\nphones: [05 53 40 00 01]\n"}));
    model::Partner partner;
    partner.name = "secours POPULAIRE";
    partner.phones.push_back({"0553400001", "", "", ""});
    const auto found = facts::lookalikes(catalog, partner);
    REQUIRE(found.size() == 2);
    CHECK(found[0].id == "d");
    CHECK(found[0].likeness == Likeness::same);
    CHECK(found[1].id == "a");
    CHECK(facts::lookalikes(catalog, partner, "d").size() == 1);
    CHECK(facts::lookalikes(catalog, model::Partner{}).empty());
}

TEST_CASE("ten thousand fiches of one name are compared in the time of ten thousand, not of their pairs") {
    std::vector<model::Partner> partners(10000);
    std::vector<facts::Identified<model::Partner>> all;
    for (model::Partner& partner : partners) {
        partner.name = "Association";
        partner.phones.push_back({"05 53 40 00 01", "", "", ""});
        all.push_back({"x", &partner});
    }
    CHECK(facts::twins(all, store::builtin_vocabulary()).size() < 8 * partners.size());
}
