#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "facts/contact.hpp"
#include "facts/freshness.hpp"
#include "facts/release.hpp"
#include "meetings/mailing.hpp"
#include "model/fields.hpp"
#include "render/record_json.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using facts::Reader;
using test::MemoryDisk;

namespace {

constexpr std::string_view shelter = R"(name: Le Refuge
kind: hebergement
siret: "21470106600012"
themes: [hebergement]
territory: [Lot-et-Garonne]
address: {street: 12 rue SECRET, postcode: "47500", commune: Fumel, latitude: 44.5, longitude: 0.9, confidential: true, mail: BP 9 SECRET}
phones:
  - "05 36 49 00 01"
  - {number: "05 36 49 00 02", audience: partners}
  - {number: "05 36 49 00 03", audience: private}
referral: {professionals: {phone: "05 36 49 00 04"}}
contacts:
  - {person: open, role: Accueil}
  - {person: usual, role: Référente, as: [referent]}
  - {person: objector, role: Éducatrice}
  - {person: hidden, role: Veilleur}
  - {person: nobody-known, role: Fantôme}
agreement: {on: 2026-01-01, by: OURS}
notes: OURS
x-ours: OURS
)";

struct Fixture {
    MemoryDisk disk;
    std::optional<store::Catalog> catalog;
    Fixture() {
        disk.put("/n/cafe.yaml", "name: A\ndepartments: [\"47\"]\n");
        disk.put("/n/partners/refuge.yaml", shelter);
        disk.put("/n/partners/inside.yaml", "name: Interne\naudience: private\n");
        disk.put("/n/partners/among-us.yaml", "name: Entre nous\naudience: partners\n");
        disk.put("/n/partners/slip.yaml",
                 "name: Faute\naudience: publique\naddress: {street: RUE, confidential: oui}\n");
        disk.put("/n/people/open.yaml",
                 "name: Ouverte\naudience: public\nemails: [open@example.org, {address: pro@example.org, audience: "
                 "partners}]\n");
        disk.put("/n/people/usual.yaml",
                 "name: Habituelle\nemails: [{address: u@example.org, for: refuge}]\nnotes: OURS\n");
        disk.put("/n/people/objector.yaml",
                 "name: Opposée\naudience: public\nemails: [o@example.org]\nprivacy: {objection: {on: 2026-01-01}}\n");
        disk.put("/n/people/hidden.yaml", "name: Cachée\naudience: private\nemails: [h@example.org]\n");
        disk.put("/n/meetings/2026-11-06-reseau.yaml", R"(date: 2026-11-06
title: Réunion
invitations: [open]
attendance: [open, usual, objector, hidden]
round_table:
  - {partner: refuge, speaker: usual, news: entre nous}
  - {partner: refuge, news: pour tous, audience: public}
  - {partner: refuge, news: pour nous seuls, audience: private}
minutes: dit entre nous
)");
        auto book = store::load(disk, "/n", {1});
        REQUIRE(book.ok());
        catalog.emplace(std::move(*book));
    }
    [[nodiscard]] std::string partner(const std::string& id, Reader reader, bool reveal = false) const {
        const auto released = facts::release_partner(*catalog, id, {reader, reveal});
        return released ? render::record_json(id, released->tree(), model::partner_shape()).bytes() : "";
    }
    [[nodiscard]] std::string meeting(Reader reader) const {
        const auto released = facts::release_meeting(*catalog, "2026-11-06-reseau", {reader, false});
        return released ? render::record_json("m", released->tree(), model::meeting_shape()).bytes() : "";
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a confidential address is shown to nobody, and to our own people only when they ask") {
    const Fixture f;
    for (const Reader reader : {Reader::everyone, Reader::partners, Reader::own}) {
        const std::string shown = f.partner("refuge", reader);
        for (const auto* secret : {"rue SECRET", "47500", "Fumel", "44.5", "21470106600012"})
            CHECK_FALSE(has(shown, secret));
        CHECK(has(shown, "Lot-et-Garonne"));
    }
    CHECK_FALSE(has(f.partner("refuge", Reader::partners), "BP 9"));
    CHECK(has(f.partner("refuge", Reader::own), "BP 9"));
    CHECK(has(f.partner("refuge", Reader::own, true), "rue SECRET"));
    CHECK_FALSE(has(f.partner("refuge", Reader::partners, true), "SECRET"));
}

TEST_CASE("a slip of the pen hides rather than shows") {
    const Fixture f;
    CHECK(f.partner("slip", Reader::everyone).empty());
    CHECK(f.partner("slip", Reader::partners).empty());
    CHECK_FALSE(has(f.partner("slip", Reader::own), "RUE"));
}

TEST_CASE("audience: the narrowest wins, for records and their parts") {
    const Fixture f;
    CHECK(f.partner("inside", Reader::everyone).empty());
    CHECK(f.partner("inside", Reader::partners).empty());
    CHECK_FALSE(f.partner("inside", Reader::own).empty());
    CHECK(f.partner("among-us", Reader::everyone).empty());
    CHECK_FALSE(f.partner("among-us", Reader::partners).empty());
    struct Case {
        std::string_view part;
        bool everyone, partners;
    };
    for (const Case& one :
         {Case{"05 36 49 00 01", true, true}, Case{"05 36 49 00 02", false, true}, Case{"05 36 49 00 03", false, false},
          Case{"05 36 49 00 04", false, true}, Case{"OURS", false, false}, Case{"Accueil", true, true},
          Case{"Référente", false, true}, Case{"Éducatrice", false, false}, Case{"Veilleur", false, false},
          Case{"Fantôme", false, false}}) {
        CAPTURE(one.part);
        CHECK(has(f.partner("refuge", Reader::everyone), one.part) == one.everyone);
        CHECK(has(f.partner("refuge", Reader::partners), one.part) == one.partners);
        CHECK(has(f.partner("refuge", Reader::own), one.part));
    }
}

TEST_CASE("who has left and who has not come yet leaves with no edition") {
    test::MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: A\n");
    for (const std::string id : {"left", "coming", "present"})
        disk.put("/n/people/" + id + ".yaml", "name: " + id + "\naudience: public\n");
    disk.put("/n/partners/x.yaml",
             "name: X\ncontacts:\n  - {person: left, role: ROLE-LEFT, until: 2020-01-01}\n"
             "  - {person: coming, role: ROLE-COMING, since: 2027-01-01}\n"
             "  - {person: present, role: ROLE-PRESENT, since: 2020-01-01, until: 2026-11-23}\n"
             "  - {person: left, role: ROLE-SLIP, until: bientôt}\n"
             "services: [{id: s, name: S, contact: left}]\n");
    auto book = store::load(disk, "/n", {1});
    REQUIRE(book.ok());
    const store::Catalog catalog(std::move(*book));
    const Date day{2026, 11, 23};
    for (const Reader reader : {Reader::partners, Reader::everyone}) {
        const auto released = facts::release_partner(catalog, "x", {reader, false, day});
        REQUIRE(released);
        const std::string shown = render::record_json("x", released->tree(), model::partner_shape()).bytes();
        CHECK(has(shown, "ROLE-PRESENT"));
        for (const auto* word : {"ROLE-LEFT", "ROLE-COMING", "ROLE-SLIP", "left", "coming"})
            CHECK_FALSE(has(shown, word));
        CHECK(facts::whom_to_call(catalog, *released, "s", "", day).person.empty());
        // Without a day nobody who may have left is shown.
        CHECK((*facts::release_partner(catalog, "x", {reader, false}))->contacts.size() == 1);
    }
    CHECK((*facts::release_partner(catalog, "x", {Reader::own, false}))->contacts.size() == 4);
}

TEST_CASE("people: partners by default, never against their objection") {
    const Fixture f;
    const auto shown = [&](const std::string& id, Reader reader) {
        return facts::release_person(*f.catalog, id, {reader, false}).has_value();
    };
    CHECK(shown("open", Reader::everyone));
    CHECK_FALSE(shown("usual", Reader::everyone));
    CHECK(shown("usual", Reader::partners));
    for (const auto* id : {"objector", "hidden"}) {
        CHECK_FALSE(shown(id, Reader::everyone));
        CHECK_FALSE(shown(id, Reader::partners));
        CHECK(shown(id, Reader::own));
    }
    CHECK_FALSE(shown("nobody", Reader::own));
    const auto open = facts::release_person(*f.catalog, "open", {Reader::everyone, false});
    CHECK((*open)->emails.size() == 1);
}

TEST_CASE("what is said at the table is for the partners, unless it says otherwise") {
    const Fixture f;
    const std::string everyone = f.meeting(Reader::everyone);
    const std::string partners = f.meeting(Reader::partners);
    CHECK(has(everyone, "Réunion"));
    CHECK(has(everyone, "pour tous"));
    for (const auto* word :
         {"entre nous", "pour nous seuls", "attendance", "invitations", "minutes", "usual", "objector"})
        CHECK_FALSE(has(everyone, word));
    CHECK(has(partners, "entre nous"));
    CHECK(has(partners, "usual"));
    for (const auto* word : {"pour nous seuls", "objector", "hidden", "invitations"}) CHECK_FALSE(has(partners, word));
    CHECK(has(f.meeting(Reader::own), "pour nous seuls"));
}

TEST_CASE("whom to call: the referent, with the desk's line where they have none of their own") {
    const Fixture f;
    const Date today = *Date::of(2026, 11, 23);
    const auto own = facts::release_partner(*f.catalog, "refuge", {Reader::own, false});
    const auto call = facts::whom_to_call(*f.catalog, *own, "", "hebergement", today);
    CHECK(call.person == "usual");
    CHECK(call.email == "u@example.org");
    CHECK(call.phone == "05 36 49 00 01");
    const auto open = facts::release_partner(*f.catalog, "refuge", {Reader::everyone, false});
    CHECK(facts::whom_to_call(*f.catalog, *open, "", "", today).person.empty());
}

TEST_CASE("a mailing goes to everyone with a function, once, and to nobody who objects") {
    const Fixture f;
    const Date today = *Date::of(2026, 11, 23);
    const auto mailing =
        meetings::mailing(*f.catalog, {"refuge", "inside", "unknown"}, meetings::OnePer::person, today);
    std::vector<std::string> addresses;
    for (const auto& one : mailing.recipients) addresses.push_back(one.email);
    // Private bars publishing, not inviting.
    CHECK(addresses == std::vector<std::string>{"open@example.org", "u@example.org", "h@example.org"});
    REQUIRE(mailing.skipped.size() == 2);
    CHECK(mailing.skipped[0].person == "objector");
    CHECK(mailing.skipped[0].reason == "objection");
    CHECK(mailing.skipped[1].partner == "inside");
    CHECK(mailing.skipped[1].reason == "no-email");
    const auto one = meetings::mailing(*f.catalog, {"refuge"}, meetings::OnePer::partner, today);
    REQUIRE(one.recipients.size() == 1);
    CHECK(one.recipients[0].person == "usual");
}

TEST_CASE("a fiche is due again after its own rhythm, else the notebook's, else a year") {
    model::Partner partner;
    model::Settings settings;
    const Date today = *Date::of(2026, 11, 23);
    CHECK(facts::freshness(partner, settings, today).stale);
    partner.verified = model::Verified{};
    partner.verified->on = Date::of(2025, 12, 1);
    CHECK_FALSE(facts::freshness(partner, settings, today).stale);
    settings.freshness = 6;
    CHECK(facts::freshness(partner, settings, today).due == Date::of(2026, 6, 1));
    CHECK(facts::freshness(partner, settings, today).stale);
    partner.verify_every = 12;
    CHECK_FALSE(facts::freshness(partner, settings, today).stale);
}

TEST_CASE("a brief tells what the whole release tells, to every reader") {
    const Fixture fixture;
    const store::Catalog& catalog = *fixture.catalog;
    std::size_t told = 0;
    for (const Reader reader : {Reader::own, Reader::partners, Reader::everyone}) {
        for (const bool reveal : {false, true}) {
            const facts::Disclosure disclosure{reader, reveal};
            for (const auto& entry : catalog.partners()) {
                CAPTURE(entry.id);
                const auto whole = facts::release_partner(catalog, entry.id, disclosure);
                const auto brief = facts::release_partner_in_brief(catalog, entry.id, disclosure);
                REQUIRE(whole.has_value() == brief.has_value());
                if (!whole) continue;
                ++told;
                const std::string phone = (*whole)->phones.empty() ? "" : (*whole)->phones.front().number;
                CHECK(**brief == facts::PartnerInBrief{(*whole)->name, (*whole)->kind, (*whole)->territory, phone});
            }
            for (const auto& entry : catalog.people()) {
                CAPTURE(entry.id);
                const auto whole = facts::release_person(catalog, entry.id, disclosure);
                const auto brief = facts::release_person_in_brief(catalog, entry.id, disclosure);
                REQUIRE(whole.has_value() == brief.has_value());
                if (!whole) continue;
                ++told;
                const std::string email = (*whole)->emails.empty() ? "" : (*whole)->emails.front().address;
                CHECK(**brief == facts::PersonInBrief{(*whole)->name, "", email});
            }
        }
    }
    CHECK(told > 20);
    CHECK(!facts::release_partner_in_brief(catalog, "gone", {Reader::own, false}));
    CHECK(!facts::release_person_in_brief(catalog, "gone", {Reader::own, false}));
}
