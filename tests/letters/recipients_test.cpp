#include "letters/recipients.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "support/catalog.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;

namespace {

store::Catalog catalog() {
    test::MemoryDisk disk;
    disk.put("/nb/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/nb/partners/ccas.yaml",
             "name: \"CCAS ; Fumel\"\nkind: ccas-cias\nterritory: [Fumel]\nphones: [\"05 53 00 00 01\"]\n");
    disk.put("/nb/people/marie.yaml",
             "name: Marie Delmas\nphones: [{number: \"06 12 34 56 78\", for: ccas}]\nemails: [marie@example.org]\n");
    return test::catalog_in(disk, "/nb");
}

meetings::Mailing mailing() {
    meetings::Mailing all;
    meetings::Recipient marie;
    marie.person = "marie";
    marie.name = "Delmas, Marie";
    marie.email = "marie@example.org";
    marie.partner = "ccas";
    meetings::Recipient house;
    house.name = "CCAS";
    house.email = "ccas@example.org";
    house.partner = "ccas";
    all.recipients = {marie, house};
    return all;
}

std::string written(const std::string& form, const meetings::Mailing& to, Lang lang = Lang::fr) {
    return letters::mail_form(form).text(catalog(), to, lang).value_or("not written");
}

}  // namespace

TEST_CASE("every form has a name of its own and writes something") {
    std::set<std::string_view> names;
    for (const letters::MailForm& form : letters::mail_forms()) {
        CHECK(names.insert(form.name).second);
        CHECK(&letters::mail_form(form.name) == &form);
        CHECK(!written(std::string(form.name), mailing()).empty());
    }
    CHECK(&letters::mail_form("no such form") == &letters::mail_forms().front());
}

TEST_CASE("addresses alone, one a line or ended by a zero byte") {
    CHECK(written("plain", mailing()) == "marie@example.org\nccas@example.org\n");
    CHECK(letters::addresses(mailing(), '\0') == std::string("marie@example.org\0ccas@example.org\0", 35));
    CHECK(written("plain", {}).empty());
}

TEST_CASE("names stand beside addresses as each mail program takes them") {
    CHECK(written("rfc5322", mailing()) == "\"Delmas, Marie\" <marie@example.org>,\n \"CCAS\" <ccas@example.org>\n");
    CHECK(written("outlook", mailing()).find("; ") != std::string::npos);
    CHECK(written("rfc5322", {}).empty());
}

TEST_CASE("titles are in the reader's language for a spreadsheet, keys for programs") {
    CHECK(written("csv", mailing()).starts_with("person,name,email,partner,partner_name"));
    CHECK(written("csv-excel", mailing()).find("personne;nom;courriel;partenaire;nom du partenaire\r\n") !=
          std::string::npos);
    CHECK(written("csv-excel", mailing(), Lang::en).find("person;name;email;partner;partner_name\r\n") !=
          std::string::npos);
    CHECK(written("csv-excel", mailing()).find("\"CCAS ; Fumel\"") != std::string::npos);
}

TEST_CASE("a number to dial is the person's for this partner, else the partner's") {
    const std::string json = written("json", mailing());
    CHECK(json.find("+33612345678") != std::string::npos);
    CHECK(json.find("+33553000001") != std::string::npos);
    CHECK(json.find("\"person\": null") != std::string::npos);
}
