#include "view/minutes.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "facts/open_items.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"
#include "render/terminal.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using test::MemoryDisk;

namespace {

// What must never be read outside says so in capitals.
constexpr std::string_view meeting = R"(cafe: fumel
date: 2026-11-06
start: "08:30"
end: "10h30"
status: held
facilitator: ana
scribe: objector
breakfast: objector
invite: "kind:caf SECRETQUERY"
calendar: {stamp: 2026-10-19, sequence: 3, digest: SECRETDIGEST}
x-mood: SECRETKEY
invitations:
  - {person: ana, sent: 2026-10-01, reply: declined, instead_of: zz-one}
  - {person: nobody-came, sent: 2026-10-01}
attendance:
  - ana
  - objector
  - zz-one
  - {person: bea, partner: shelter}
  - {guest: Lucie Arnal, organisation: Stagiaire}
  - {guest: OMAR SECRETNAME}
excused: [zz-one, bea, {guest: Paul, organisation: Mairie}]
round_table:
  - {partner: ccas, speaker: ana, news: "Du *neuf*."}
  - {partner: shelter, speaker: objector, news: Deux places.}
  - {partner: ccas, speaker: bea, news: Encore du neuf.}
  - {partner: ccas, news: SECRETNEWS, audience: private}
  - {partner: ccas, news: SECRETSLIP, audience: publique}
  - {partner: inside, speaker: Omar Secretname, news: Dit par quelqu'un.}
questions:
  - {id: one, by: objector, text: "Une question ?"}
  - {id: two, kind: worry, by: ana, text: Une peur, answer: {text: Tout de suite., by: zz-one, on: 2026-11-06}}
  - {id: three, kind: need, by: inside, text: Un besoin, answer: {text: Enfin., by: bea, on: 2026-12-12, meeting: 2026-12-12-fumel}}
  - {id: four, text: Sans jour, answer: {text: Un jour., meeting: 2026-12-12-fumel}}
  - {id: five, by: ana, text: SECRETQUESTION, audience: private, answer: {text: SECRETANSWER}}
decisions:
  - "Se revoir :\n*vite*"
actions:
  - {id: a, what: Faire ceci, who: objector, due: 2026-11-20}
  - {id: b, what: Faire cela, who: bea, status: done, closed: {on: 2026-11-10}}
announcements:
  - {title: Un jour sans date}
  - {date: 2027-01-05, title: Galette, place: mairie, partner: inside}
  - {date: 2026-12-01, title: Forum, partner: ccas}
fiches: {given: [inside], verified: [ccas, shelter]}
minutes: |
  On a parlé. <script>alert(1)</script>

  - un
  - deux
next: 2026-12-12-fumel
)";

struct Fixture {
    MemoryDisk disk;
    std::optional<store::Catalog> catalog;

    explicit Fixture(std::string_view settings = "name: Réseau\ndepartments: [\"47\"]\n") {
        disk.put("/n/cafe.yaml", std::string(settings));
        disk.put("/n/cafes/fumel.yaml",
                 "name: Café de Fumel\nplace: {name: Salle, commune: Fumel}\nnotes: SECRETNOTES\n");
        disk.put("/n/partners/ccas.yaml",
                 "name: CCAS\nnotes: SECRETNOTES\ncontacts: [{person: ana}, {person: objector}, {person: zz-one}]\n");
        disk.put("/n/partners/shelter.yaml",
                 "name: Refuge\naddress: {street: SECRETSTREET, confidential: true}\ncontacts: [{person: bea}]\n");
        disk.put("/n/partners/inside.yaml", "name: SECRETPARTNER\naudience: private\ncontacts: [{person: bea}]\n");
        disk.put("/n/people/ana.yaml",
                 "name: Ana Costa\nemails: [secret@example.org]\nphones: [\"05 36 00 00 01\"]\nnotes: SECRETNOTES\n");
        disk.put("/n/people/bea.yaml", "name: Béa Roux\n");
        disk.put("/n/people/nobody-came.yaml", "name: SECRETINVITED\n");
        disk.put("/n/people/objector.yaml",
                 "name: Omar Secretname\nprivacy: {objection: {on: 2026-01-01, scope: directory}}\n");
        disk.put("/n/people/zz-one.yaml", "name: Hidde SECRETNAME\naudience: private\n");
        disk.put("/n/meetings/2026-11-06-fumel.yaml", std::string(meeting));
        disk.put("/n/meetings/2026-12-12-fumel.yaml",
                 "cafe: fumel\ndate: 2026-12-12\nbreakfast: zz-one\ntitle: Noël\n");
        auto book = store::load(disk, "/n", {1});
        REQUIRE(book.ok());
        catalog.emplace(std::move(*book));
    }

    [[nodiscard]] view::Page page(const std::string& id = "2026-11-06-fumel", Lang lang = Lang::fr,
                                  facts::Reader reader = facts::Reader::partners) const {
        const auto released = facts::release_meeting(*catalog, id, {reader, false});
        REQUIRE(released.has_value());
        return view::minutes_page(*released, *catalog, lang);
    }
};

std::string html(const view::Page& page) {
    return render::html_page(page, {"Réseau", "", {}, {}}, {[](const view::PageRef&) { return ""; }, "", "p {}"});
}
std::string markdown(const view::Page& page) {
    return render::markdown_page(page, {}, [](const view::PageRef&) { return std::string(); });
}
std::string text(const view::Page& page) {
    return render::terminal(page, {});
}

bool has(const std::string& all, std::string_view part) {
    return all.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what is kept to the notebook, and who is not to be named, is in no form of the minutes") {
    const Fixture f;
    for (const facts::Reader reader : {facts::Reader::partners, facts::Reader::everyone}) {
        for (const Lang lang : {Lang::fr, Lang::en}) {
            for (const auto* id : {"2026-11-06-fumel", "2026-12-12-fumel"}) {
                const view::Page page = f.page(id, lang, reader);
                for (const std::string& out : {html(page), markdown(page), text(page)}) {
                    for (const auto* secret : {"SECRET", "Secretname", "objector", "zz-one", "Hidde", "inside",
                                               "secret@example.org", "05 36", "nobody-came"})
                        CHECK_MESSAGE(!has(out, secret), secret << " in " << out);
                }
                CHECK_FALSE(has(html(page), "<script"));
            }
        }
    }
}

TEST_CASE("the notebook's own people read everything that was said") {
    const Fixture f;
    const std::string out = text(f.page("2026-11-06-fumel", Lang::fr, facts::Reader::own));
    for (const auto* part : {"SECRETNEWS", "SECRETQUESTION", "Omar Secretname", "SECRETPARTNER"}) CHECK(has(out, part));
    CHECK_FALSE(has(out, "SECRETNOTES"));
}

TEST_CASE("minutes for partners say who was there, and count those they do not name") {
    const Fixture f;
    const std::string out = text(f.page());
    for (const auto* part :
         {"Compte rendu · Café de Fumel\nRencontre du vendredi 6 novembre 2026\nDe 8 h 30 à 10 h 30\n",
          "Animation  Ana Costa\n", "  6 personnes autour de la table, dont 3 qui ne sont pas nommées ici.\n",
          "  - CCAS : Ana Costa\n  - Refuge : Béa Roux\n  - Invités : Lucie Arnal (Stagiaire)\n",
          "Excusés\n  Béa Roux, Paul (Mairie)\n"})
        CHECK_MESSAGE(has(out, part), part << " is not in " << out);
    for (const auto* part : {"Rédaction", "Petit-déjeuner"}) CHECK_FALSE(has(out, part));
}

TEST_CASE("the round table is told by partner, each once, with who spoke") {
    const Fixture f;
    const std::string out = text(f.page());
    CHECK(has(out, "  CCAS\n    Du neuf.\n    – Ana Costa\n    Encore du neuf.\n    – Béa Roux\n"));
    CHECK(has(out, "  Refuge\n    Deux places.\n\n"));
    CHECK(has(out, "  Un partenaire\n    Dit par quelqu'un.\n\n"));
    CHECK(has(markdown(f.page()), "### CCAS\n\nDu *neuf*.\n"));
    CHECK(has(html(f.page()), "<h3>CCAS</h3>\n<p>Du <em>neuf</em>.</p>"));
}

TEST_CASE("an answer that came after the meeting says so, in both languages") {
    const Fixture f;
    const std::string fr = text(f.page());
    CHECK(has(fr, "  - Question\n    Une question ?\n    Pas encore de réponse.\n"));
    CHECK(has(fr, "  - Inquiétude exprimée par Ana Costa\n    Une peur\n    Réponse\n    Tout de suite.\n"));
    CHECK(has(fr, "  - Besoin\n    Un besoin\n    Réponse donnée plus tard, le 12 décembre 2026, par Béa Roux\n"));
    CHECK(has(fr, "  - Question\n    Sans jour\n    Réponse donnée plus tard, le 12 décembre 2026\n    Un jour.\n"));
    const std::string en = text(f.page("2026-11-06-fumel", Lang::en));
    CHECK(has(en, "  - Worry voiced by Ana Costa\n    Une peur\n    Answer\n"));
    CHECK(has(en, "    Answer given later, on 12 December 2026, by Béa Roux\n"));
    CHECK(has(en, "6 people at the table, 3 of whom are not named here.\n"));
    CHECK(has(en, "Meeting of Friday 6 November 2026\n8:30 to 10:30\n"));
}

TEST_CASE("decisions, actions and dates are written out, and the dates are in order") {
    const Fixture f;
    const std::string out = text(f.page());
    CHECK(has(out, "Décisions\n  - Se revoir : vite\n"));
    CHECK(has(out, "  non précisé  20 novembre 2026  Faire ceci\n"));
    CHECK(has(out, "  Béa Roux     sans date         Faire cela (fait le 10 novembre 2026)\n"));
    CHECK(has(out,
              "  - Mardi 1er décembre 2026 : Forum (CCAS)\n  - Mardi 5 janvier 2027 : Galette, mairie\n  - Un jour "
              "sans date\n"));
    CHECK(has(out, "Fiches\n  Relues à la table  CCAS ; Refuge\n"));
    CHECK(has(out, "Prochaine rencontre\n  Samedi 12 décembre 2026 : Noël\n  Lieu  Salle, Fumel\n"));
}

TEST_CASE("a meeting that is still to come shows its agenda and what is open, and nothing that never was") {
    const Fixture f;
    const std::string out = text(f.page("2026-12-12-fumel"));
    CHECK(has(out, "Réunion prévue · Café de Fumel\nNoël\nSamedi 12 décembre 2026\n"));
    CHECK(has(out, "Resté ouvert\n  - Question, le 6 novembre 2026\n    Une question ?\n"));
    CHECK(has(out, "Faire ceci\n"));
    for (const auto* part :
         {"Une peur", "Faire cela", "Qui était là", "Décisions", "Questions", "Prochaine", "Pas encore"})
        CHECK_FALSE(has(out, part));
}

TEST_CASE("what the next meeting is resolves from an id, a date, or stays words") {
    struct Case {
        std::string_view next, says;
    };
    constexpr std::array<Case, 6> cases{{
        {"2026-12-12-fumel", "Prochaine rencontre\n  Samedi 12 décembre 2026 : Noël\n"},
        {"2027-01-08", "Prochaine rencontre\n  Vendredi 8 janvier 2027\n"},
        {"2027-01-08-fumel", "Prochaine rencontre\n  Vendredi 8 janvier 2027\n"},
        {"en janvier, à Libos", "Prochaine rencontre\n  En janvier, à Libos\n"},
        {"2027-02-30", "Prochaine rencontre\n  2027-02-30\n"},
        {"\"\"", ""},
    }};
    for (const Case& each : cases) {
        CAPTURE(each.next);
        Fixture f;
        f.disk.put("/n/meetings/2026-11-06-fumel.yaml",
                   "cafe: fumel\ndate: 2026-11-06\nstatus: held\nnext: " + std::string(each.next) + "\n");
        auto book = store::load(f.disk, "/n", {1});
        REQUIRE(book.ok());
        f.catalog.emplace(std::move(*book));
        const std::string out = text(f.page());
        CHECK(has(out, each.says));
        CHECK(has(out, "Prochaine") == !each.says.empty());
    }
}

TEST_CASE("a meeting with nothing written, without a date, or moved still has a page") {
    struct Case {
        std::string_view record, says;
    };
    constexpr std::array<Case, 7> cases{{
        {"date: 2026-11-06\n", "Réunion prévue · Réseau\nRencontre du vendredi 6 novembre 2026\n"},
        {"title: Sans jour\n", "Réunion prévue · Réseau\nSans jour\n"},
        {"date: demain\ncafe: nulle-part\n", "Réunion prévue · nulle-part\nRencontre\n"},
        {"date: 2026-11-06\nstatus: cancelled\n", "! Cette réunion a été annulée.\n"},
        {"date: 2026-11-06\nstatus: postponed\n", "! Cette réunion a été reportée.\n"},
        {"date: 2026-11-06\nstatus: postponed\nnext: 2026-11-13\n",
         "! Cette réunion a été reportée au vendredi 13 novembre 2026.\n"},
        {"date: 2026-11-06\nheadcount: 1\n", "  1 personne autour de la table.\n"},
    }};
    for (const Case& each : cases) {
        CAPTURE(each.record);
        Fixture f;
        f.disk.put("/n/meetings/2026-11-06-fumel.yaml", std::string(each.record));
        auto book = store::load(f.disk, "/n", {1});
        REQUIRE(book.ok());
        f.catalog.emplace(std::move(*book));
        const std::string out = text(f.page());
        CHECK_MESSAGE(has(out, each.says), out);
    }
}

TEST_CASE("questions and actions are followed across meetings: open, late, in order") {
    MemoryDisk disk;
    disk.put("/n/cafe.yaml", "name: R\n");
    disk.put("/n/meetings/2026-10-02-a.yaml", R"(cafe: a
date: 2026-10-02
status: held
themes: [logement]
questions:
  - {id: old, text: Vieille, themes: [energie-eau]}
  - {id: done, text: Finie, answer: {text: Oui}}
  - {id: blank, text: Vide, answer: {on: 2026-10-03}}
  - Sans nom
actions:
  - {id: later, what: Plus tard, due: 2026-12-01}
  - {id: whenever, what: Un jour}
  - {id: today, what: Aujourd'hui, due: 2026-11-23}
  - {id: slip, what: Faute, due: 2026-11-22, status: terminé}
  - {id: finished, what: Fini, due: 2026-10-03, status: done}
)");
    disk.put("/n/meetings/2026-11-06-a.yaml",
             "cafe: a\ndate: 2026-11-06\nstatus: held\nquestions: [{id: new, text: Neuve}]\n");
    disk.put("/n/meetings/2026-11-20-a.yaml", "cafe: a\ndate: 2026-11-20\nstatus: cancelled\n");
    disk.put("/n/meetings/2026-10-01-b.yaml", "cafe: b\ndate: 2026-10-01\nquestions: [{id: else, text: Ailleurs}]\n");
    auto book = store::load(disk, "/n", {1});
    REQUIRE(book.ok());
    const store::Catalog catalog(std::move(*book));
    const auto said = [](const auto& all) {
        std::vector<std::string> lines;
        for (const auto& each : all)
            lines.push_back(each.name + (each.open ? " open" : "") + (each.late ? " late" : ""));
        return lines;
    };
    const Date today = *Date::of(2026, 11, 23);
    const auto questions = facts::questions(catalog, facts::Reader::own, today);
    CHECK(said(questions) == std::vector<std::string>{"2026-10-01-b/else open", "2026-10-02-a/old open late",
                                                      "2026-10-02-a/done", "2026-10-02-a/blank open late",
                                                      "2026-10-02-a/questions.3 open late", "2026-11-06-a/new open"});
    CHECK(questions[1].themes == std::vector<std::string>{"energie-eau"});
    CHECK(questions[2].themes == std::vector<std::string>{"logement"});
    CHECK(questions[4].value.text == "Sans nom");
    CHECK(said(facts::actions(catalog, facts::Reader::own, today)) ==
          std::vector<std::string>{"2026-10-02-a/finished", "2026-10-02-a/slip open late", "2026-10-02-a/today open",
                                   "2026-10-02-a/later open", "2026-10-02-a/whenever open"});
    // On the day itself nothing is late yet.
    for (const auto& action : facts::actions(catalog, facts::Reader::own, *Date::of(2026, 10, 3)))
        CHECK_FALSE(action.late);
}
