// The commands of orientations from outside: what is refused, what is written, what goes by itself.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "orient/keeping.hpp"
#include "orient/status.hpp"
#include "support/memory_disk.hpp"
#include "support/rule_examples.hpp"
#include "support/run_command.hpp"

using namespace cafe;
using test::Told;

namespace {

class Desk {
public:
    Desk() : disk("/nb") {
        test::put_small_notebook(disk);
        disk.put("/nb/partners/escale.yaml",
                 "name: L'Escale\nkind: hebergement\nthemes: [hebergement]\nterritory: [Fumel]\n"
                 "emails: [{address: accueil@escale.example.org, audience: private}]\n"
                 "contacts: [{person: marie-delmas, role: directrice}]\n"
                 "services:\n  - id: nuits\n    name: Nuits\n    referral: {steps: [Appeler], bring: [carte], "
                 "professionals: {phone: \"05 36 49 10 21\", email: pro@escale.example.org}}\n");
        disk.put("/nb/people/marie-delmas.yaml", "name: Marie Delmas\nemails: [marie@escale.example.org]\n");
        disk.put("/nb/partners/etape.yaml",
                 "name: L'Étape\nkind: hebergement\nthemes: [hebergement]\nterritory: [Fumel]\n"
                 "phones: [\"05 36 49 10 22\"]\n");
        around.variables = {{"HOME", "/home/marie"}};
        around.today = *Date::of(2026, 11, 23);
    }

    Told run(const std::vector<std::string>& line) { return test::run_command(disk, line, around); }
    void on(const std::string& day) { around.today = *Date::parse(day); }

    std::string folder() { return *orient::journal_folder(disk, "/home/marie/.local/state", "/nb"); }
    orient::Years years() { return *orient::read_years(disk, folder()); }
    std::vector<orient::Orientation> all() { return orient::all_of(years()); }

    // The reference of a new orientation.
    std::string begin(const std::vector<std::string>& more = {}) {
        std::vector<std::string> line{"orient", "escale/nuits"};
        line.insert(line.end(), more.begin(), more.end());
        const Told told = run(line);
        REQUIRE(told.code == 0);
        return told.out.substr(0, 8);
    }

    Told read_mail(const std::string& from, const std::string& subject, const std::vector<std::string>& more = {}) {
        disk.put("/mails/r.eml", "From: " + from + "\r\nSubject: " + subject + "\r\n\r\nBonjour.\r\n");
        std::vector<std::string> line{"orient", "read", "/mails/r.eml"};
        line.insert(line.end(), more.begin(), more.end());
        return run(line);
    }

    test::MemoryDisk disk;
    test::Around around;
};

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an orientation shows the way there and keeps a reference, never a commune") {
    Desk desk;
    const Told told = desk.run({"orient", "escale/nuits", "--area", "Fumel"});
    REQUIRE(told.code == 0);
    CHECK(says(told.out, "L'Escale, Nuits"));
    CHECK(says(told.out, "05 36 49 10 21"));
    CHECK(says(told.out, "pro@escale.example.org"));
    CHECK(says(told.out, "1. Appeler"));
    CHECK(says(told.out, "carte"));
    REQUIRE(desk.all().size() == 1);
    const orient::Orientation one = desk.all().front();
    CHECK(one.ref == told.out.substr(0, 8));
    CHECK(one.to == "escale/nuits");
    CHECK(one.theme == "");
    CHECK(one.area.starts_with("epci:"));
    CHECK(one.asked == *Date::of(2026, 11, 23));
    CHECK(desk.run({"orient", "escale/nuits", "--area", "Fumelle"}).code == 2);
    CHECK(desk.run({"orient", "escale/nuits", "--theme", "logement-impayes"}).code == 2);
    CHECK(desk.run({"orient", "escale/cantine"}).code == 3);
    CHECK(desk.all().size() == 1);
    CHECK(desk.run({"orient", "escale/nuits", "--dry-run"}).code == 0);
    CHECK(desk.all().size() == 1);
}

TEST_CASE("the journal is refused in a repository, and nothing is written") {
    Desk desk;
    desk.disk.put("/home/marie/.git/HEAD", "ref: refs/heads/main\n");
    for (const std::vector<std::string>& line : std::vector<std::vector<std::string>>{
             {"orient", "escale/nuits"}, {"orient", "list"}, {"orient", "stats"}, {"orient", "purge"}}) {
        const Told told = desk.run(line);
        CHECK(told.code == 4);
        CHECK(says(told.err, "dépôt git"));
    }
    CHECK(desk.disk.files("/home/marie").size() == 1);
    desk.around.variables["XDG_STATE_HOME"] = "/nb/etat";
    CHECK(desk.run({"orient", "escale/nuits"}).code == 4);
    desk.around.variables["XDG_STATE_HOME"] = "/ailleurs";
    CHECK(desk.run({"orient", "escale/nuits"}).code == 0);
}

TEST_CASE("a draft names an orientation: it is refused in the notebook and in any repository") {
    Desk desk;
    desk.disk.put("/nb/cafe.yaml", "name: Café\ndepartments: [\"47\"]\nfrom: Café <cafe@example.org>\n");
    desk.disk.put("/depot/.git/HEAD", "ref: refs/heads/main\n");
    CHECK(desk.run({"orient", "escale/nuits", "--draft", "brouillons"}).code == 4);
    CHECK(desk.run({"orient", "escale/nuits", "--draft", "/depot/x"}).code == 4);
    CHECK(desk.all().empty());
    const std::string ref = desk.begin({"--draft", "/home/marie/messages"});
    const auto mail = desk.disk.get("/home/marie/messages/" + ref + ".eml");
    REQUIRE(mail);
    CHECK((**desk.disk.info("/home/marie/messages/" + ref + ".eml")).mode == 0600);
    CHECK(says(*mail, "Subject: [" + ref + "]"));
    CHECK(says(*mail, "pro@escale.example.org"));
    CHECK_FALSE(says(*mail, "hebergement"));
}

TEST_CASE("events by hand: reasons where they are needed, days that can be, nothing twice") {
    Desk desk;
    const std::string ref = desk.begin({"--area", "Fumel"});
    CHECK(desk.run({"orient", ref, "refused"}).code == 2);
    CHECK(desk.run({"orient", ref, "refused", "--why", "alcool"}).code == 2);
    CHECK(desk.run({"orient", ref, "waiting", "--why", "no-place"}).code == 2);
    CHECK(desk.run({"orient", ref, "arrived"}).code == 2);
    CHECK(desk.run({"orient", ref, "asked"}).code == 2);
    CHECK(desk.run({"orient", ref, "seen", "--on", "2026-11-22"}).code == 2);
    CHECK(desk.run({"orient", ref, "seen", "--on", "2026-11-24"}).code == 2);
    CHECK(desk.run({"orient", "K7QF2M-9", "seen"}).code == 2);
    CHECK(desk.run({"orient", "K7QF2M-8", "seen"}).code == 3);
    CHECK(desk.all().front().events.size() == 1);
    const Told told = desk.run({"orient", ref, "refused", "--why", "no-place"});
    CHECK(told.code == 0);
    CHECK(says(told.out, ref + " : refusé : pas de place (à vous)"));
    CHECK(says(told.out, "L'Étape"));
    CHECK_FALSE(says(told.out, "Escale"));
    CHECK(says(desk.run({"orient", ref, "refused", "--why", "no-place"}).err, "c'est déjà noté"));
    CHECK(desk.all().front().events.size() == 2);
    CHECK(desk.run({"orient", ref, "seen", "--dry-run"}).code == 0);
    CHECK(desk.all().front().events.size() == 2);
}

TEST_CASE("a reply by mail is written only from a mailbox of the fiche that was asked, once it is confirmed") {
    Desk desk;
    const std::string ref = desk.begin();
    const std::string subject = "Re: [" + ref + "] liste d'attente";
    const auto events = [&] { return desk.all().front().events.size(); };
    CHECK(desk.read_mail("pro@escale.example.org", subject).code == 1);
    CHECK(desk.read_mail("pro@escale.example.org", subject, {"--yes", "--dry-run"}).code == 1);
    CHECK(desk.read_mail("quelquun@example.org", subject, {"--yes"}).code == 1);
    CHECK(desk.read_mail("accueil@etape.example.org", subject, {"--yes"}).code == 1);
    CHECK(desk.read_mail("pro@escale.example.org", "[" + ref + "] liste d'attente pour Mme Roux", {"--yes"}).code == 1);
    CHECK(desk.read_mail("pro@escale.example.org", "[" + ref + "] [000000-0] liste d'attente", {"--yes"}).code == 1);
    CHECK(desk.read_mail("pro@escale.example.org", "liste d'attente " + ref, {"--yes"}).code == 1);
    CHECK(events() == 1);
    desk.around.terminal = true;
    desk.around.typed = "n\n";
    CHECK(desk.read_mail("pro@escale.example.org", subject).code == 1);
    CHECK(events() == 1);
    desk.around.typed = "o\n";
    CHECK(desk.read_mail("pro@escale.example.org", subject).code == 0);
    CHECK(events() == 2);
    desk.around.terminal = false;
    CHECK(desk.read_mail("PRO@escale.example.org", subject, {"--yes"}).code == 0);
    CHECK(events() == 2);
    // The desk's own mailbox and that of somebody who answers for it are theirs too.
    CHECK(desk.read_mail("accueil@escale.example.org", "[" + ref + "] rendez-vous proposé", {"--yes"}).code == 0);
    CHECK(desk.read_mail("marie@escale.example.org", "RE: [" + ref + "] no place", {"--yes"}).code == 0);
    CHECK(events() == 4);
    CHECK(desk.all().front().events.back() ==
          orient::Event{*Date::of(2026, 11, 23), orient::Is::refused, "no-place", ""});
    // It is closed now.
    desk.on("2026-11-24");
    CHECK(desk.read_mail("pro@escale.example.org", "[" + ref + "] rendez-vous proposé", {"--yes"}).code == 1);
    CHECK(events() == 4);
}

TEST_CASE("for a reference that is not in the journal nothing is written, whoever says what") {
    Desk desk;
    desk.begin();
    const auto before = desk.disk.files(desk.folder());
    for (const char* from : {"pro@escale.example.org", "accueil@escale.example.org", "marie@escale.example.org"})
        for (const char* words : {"liste d'attente", "pas de place", "rendez-vous proposé", "reçu", "commencé", ""}) {
            CHECK(desk.read_mail(from, std::string("[K7QF2M-8] ") + words, {"--yes"}).code == 1);
            CHECK(desk.disk.files(desk.folder()) == before);
        }
}

TEST_CASE("what waits, whose turn it is, and expiry by the day that is given") {
    Desk desk;
    const std::string ref = desk.begin();
    CHECK(desk.run({"orient", "list", "--due"}).code == 1);
    desk.on("2026-12-03");
    CHECK(says(desk.run({"orient", "list", "--due"}).out, ref));
    CHECK(says(desk.run({"orient", "list"}).out, "à eux"));
    desk.on("2026-12-24");
    CHECK(says(desk.run({"orient", "list"}).out, "expiré, sans réponse"));
    CHECK(says(desk.run({"orient", "list"}).out, "à vous"));
    CHECK(says(desk.run({"orient", "stats"}).out, "expirées sans réponse"));
    // Thirty days and six months after it was asked it goes by itself, at whatever use.
    desk.on("2027-06-22");
    CHECK(says(desk.run({"orient", "list"}).out, ref));
    desk.on("2027-06-23");
    CHECK(says(desk.run({"orient", "purge", "--dry-run"}).err, "serait effacé du journal : 1 orientation"));
    CHECK(desk.all().size() == 1);
    const Told told = desk.run({"orient", "list"});
    CHECK(says(told.err, "gardé assez longtemps : 1 orientation"));
    CHECK(desk.all().empty());
    CHECK(desk.years().at(2026).counters.at("2026-Q4").asked == 1);
    for (const auto& [name, bytes] : desk.disk.files(desk.folder())) CHECK_FALSE(says(bytes, ref));
}

TEST_CASE("doctor says where the journal lies, and when something may copy it") {
    Desk desk;
    CHECK_FALSE(says(desk.run({"doctor"}).out, "orientations"));
    desk.begin();
    CHECK(says(desk.run({"doctor"}).out, "le journal des orientations est à vous seul"));
    desk.disk.put("/nb/copie/orientations-2026.yaml", "orientations:\n");
    CHECK(says(desk.run({"doctor"}).out, "un journal d'orientations est dans le carnet"));
    desk.disk.erase("/nb/copie/orientations-2026.yaml");
    desk.disk.put("/home/marie/.git/HEAD", "ref: refs/heads/main\n");
    CHECK(says(desk.run({"doctor"}).out, "dépôt git"));
}

TEST_CASE("doctor says when a link leads the journal into a folder that is copied") {
    for (const auto* place : {"/mnt/Sauvegardes/marie", "/home/marie/Nextcloud/prive", "/home/marie/depot/etat"}) {
        CAPTURE(place);
        Desk desk;
        desk.disk.put("/home/marie/depot/.git/HEAD", "ref: refs/heads/main\n");
        const std::string name = path::name(desk.folder());
        desk.begin();
        const std::string text = *desk.disk.get(desk.folder() + "/orientations-2026.yaml");
        desk.disk.put(std::string(place) + "/cafe/" + name + "/orientations-2026.yaml", text, 0600);
        desk.disk.put_link("/etat", place);
        desk.around.variables = {{"HOME", "/home/marie"}, {"XDG_STATE_HOME", "/etat"}};
        const Told told = desk.run({"doctor", "--json"});
        const std::size_t at = told.out.find("\"orientations\"");
        REQUIRE(at != std::string::npos);
        CHECK(told.out.find("\"wrong\"", at) < told.out.find('}', at));
    }
}

// ---- Counts --------------------------------------------------------------------------------------------------------

namespace {

// Eight orientations of the third quarter, of which six were refused for want of a place.
void make_busy(Desk& desk) {
    desk.on("2026-08-03");
    for (int i = 0; i < 8; ++i) {
        const std::string ref = desk.begin({"--area", "Fumel"});
        if (i < 6) REQUIRE(desk.run({"orient", ref, "refused", "--why", "no-place"}).code == 0);
    }
    desk.on("2026-11-23");
}

}  // namespace

TEST_CASE("the counts of a quarter go into the notebook, once, and into no other state than what may leave") {
    Desk desk;
    make_busy(desk);
    const auto before = desk.disk.files(desk.folder());
    const Told told = desk.run({"orient", "counts", "2026-Q3"});
    REQUIRE(told.code == 0);
    const std::string text = *desk.disk.get("/nb/needs/2026-Q3.yaml");
    CHECK(says(text, "quarter: 2026-Q3\nasked: 10\n"));
    // The theme of a service that has one only is known without being kept.
    CHECK(says(text, "themes:\n  hebergement: 8\n"));
    CHECK(says(text, "areas:\n  \"epci:200068930\": 8\n"));
    // Six refused, two not: the two would be told by the six.
    CHECK_FALSE(says(text, "reasons"));
    CHECK_FALSE(says(text, "no-place"));
    CHECK(desk.disk.files(desk.folder()) == before);
    CHECK(desk.run({"check"}).code == 0);
    CHECK(says(desk.run({"stats", "needs"}).out, "Hébergement"));

    // The same again changes nothing; other numbers are refused.
    CHECK(desk.run({"orient", "counts", "2026-Q3"}).code == 0);
    desk.run({"orient", desk.all().front().ref, "seen", "--on", "2026-08-03"});
    desk.on("2026-09-30");
    const std::string late = desk.begin();
    desk.on("2026-11-23");
    const Told again = desk.run({"orient", "counts", "2026-Q3"});
    CHECK(again.code == 2);
    CHECK(says(again.err, "déjà compté"));
    CHECK(desk.disk.get("/nb/needs/2026-Q3.yaml") == text);
}

TEST_CASE("no quarter is counted before its end, nor when fewer than five were asked") {
    Desk desk;
    make_busy(desk);
    const Told early = desk.run({"orient", "counts", "2026-Q4"});
    CHECK(early.code == 2);
    CHECK(says(early.err, "1er janvier 2027"));
    const Told few = desk.run({"orient", "counts", "2026-Q2"});
    CHECK(few.code == 1);
    CHECK(says(few.err, "moins de cinq"));
    for (const auto* typed : {"2026-3", "Q3", "../x", "2026-Q9", "été"})
        CHECK(desk.run({"orient", "counts", typed}).code == 2);
    CHECK(desk.run({"orient", "counts"}).code == 2);
    CHECK(desk.run({"orient", "counts", "2026-Q3", "2026-Q2"}).code == 2);
    CHECK(desk.run({"orient", "counts", "--add"}).code == 2);
    CHECK_FALSE(desk.disk.get("/nb/needs/2026-Q3.yaml"));
    CHECK(desk.disk.files("/nb/needs").empty());
}

TEST_CASE("answers that may still come are said where a quarter is counted early") {
    Desk desk;
    make_busy(desk);
    desk.on("2026-10-02");
    const Told told = desk.run({"orient", "counts", "2026-Q3", "-o", "-"});
    REQUIRE(told.code == 0);
    CHECK(says(told.out, "asked: 10"));
    CHECK(says(told.err, "31 octobre 2026"));
    CHECK(desk.disk.files("/nb/needs").empty());
}

TEST_CASE("counts of colleagues are added to what stands, each file once") {
    Desk desk;
    make_busy(desk);
    REQUIRE(desk.run({"orient", "counts", "2026-Q3"}).code == 0);
    desk.disk.put("/mails/lea.yaml", "quarter: 2026-Q3\nasked: 15\nthemes: {hebergement: 9, others: 5}\n");
    const Told told = desk.run({"orient", "counts", "--add", "/mails/lea.yaml"});
    REQUIRE(told.code == 0);
    CHECK(says(told.err, "au moins 25"));
    const std::string text = *desk.disk.get("/nb/needs/2026-Q3.yaml");
    CHECK(says(text, "at_least: true\n"));
    CHECK(says(text, "hebergement: 17\n"));
    CHECK(desk.run({"check"}).code == 0);
    CHECK(says(desk.run({"orient", "counts", "--add", "/mails/lea.yaml"}).err, "déjà dans la somme"));
    CHECK(desk.disk.get("/nb/needs/2026-Q3.yaml") == text);
    // What nobody suppressed, what this notebook does not know, another quarter beside it.
    desk.disk.put("/mails/brut.yaml", "quarter: 2026-Q3\nasked: 15\nthemes: {hebergement: 12, logement: 3}\n");
    desk.disk.put("/mails/autre.yaml", "quarter: 2026-Q3\nasked: 15\nthemes: {licornes: 12}\n");
    desk.disk.put("/mails/q2.yaml", "quarter: 2026-Q2\nasked: 15\nthemes: {logement: 15}\n");
    CHECK(says(desk.run({"orient", "counts", "--add", "/mails/brut.yaml"}).err, "moins de cinq"));
    CHECK(says(desk.run({"orient", "counts", "--add", "/mails/autre.yaml"}).err, "licornes"));
    CHECK(says(desk.run({"orient", "counts", "2026-Q3", "--add", "/mails/q2.yaml"}).err, "autre trimestre"));
    CHECK(desk.run({"orient", "counts", "--add", "/mails/absent.yaml"}).code != 0);
    CHECK(desk.disk.get("/nb/needs/2026-Q3.yaml") == text);
    CHECK(desk.run({"orient", "counts", "--add", "/mails/q2.yaml"}).code == 0);
    CHECK(says(*desk.disk.get("/nb/needs/2026-Q2.yaml"), "logement: 15"));
    // Nobody's file is written over.
    CHECK(desk.run({"orient", "counts", "--add", "/mails/q2.yaml", "-o", "/mails/lea.yaml"}).code != 0);
}

TEST_CASE("counts are published beside who covers what, none of them where one is too small") {
    Desk desk;
    make_busy(desk);
    REQUIRE(desk.run({"orient", "counts", "2026-Q3"}).code == 0);
    REQUIRE(desk.run({"publish", "-o", "/out/site"}).code == 0);
    const std::string page = *desk.disk.get("/out/site/territoires/index.html");
    CHECK(says(page, "id=\"besoins\""));
    CHECK(says(page, "3e trimestre 2026"));
    CHECK(says(page, "10 demandes"));
    desk.disk.put("/nb/needs/2026-Q3.yaml", "quarter: 2026-Q3\nasked: 10\nthemes: {hebergement: 8, logement: 2}\n");
    const Told checked = desk.run({"check"});
    CHECK(checked.code == 1);
    CHECK(says(checked.out, "E702"));
    REQUIRE(desk.run({"publish", "-o", "/out/site"}).code == 0);
    CHECK_FALSE(says(*desk.disk.get("/out/site/territoires/index.html"), "3e trimestre 2026"));
    CHECK(desk.run({"stats", "needs"}).code == 1);
}

TEST_CASE("a journal that lies in the notebook is an error, and its lines are shown nowhere") {
    Desk desk;
    const std::string ref = desk.begin();
    const std::string text = *desk.disk.get(desk.folder() + "/orientations-2026.yaml");
    for (const auto* path : {"/nb/orientations-2026.yaml", "/nb/docs/sauvegarde.txt", "/nb/partners/journal.yaml",
                             "/nb/needs/2026-Q3.yaml"}) {
        CAPTURE(path);
        desk.disk.put(path, text);
        for (const std::vector<std::string>& line : {std::vector<std::string>{"check"}, {"check", "--json"}}) {
            const Told told = desk.run(line);
            CHECK(told.code == 1);
            CHECK(says(told.out, "E703"));
            CHECK_FALSE(says(told.out + told.err, ref));
        }
        desk.disk.erase(path);
    }
    CHECK(desk.run({"check"}).code == 0);
}

TEST_CASE("an option that says nothing here is refused, not passed over") {
    Desk desk;
    const std::string ref = desk.begin({"--on", "2026-11-20"});
    CHECK(desk.all().front().asked == *Date::of(2026, 11, 20));
    using Line = std::vector<std::string>;
    for (const Line& line : {Line{"orient", ref, "seen", "--area", "Fumel"},
                             {"orient", ref, "seen", "--sheet"},
                             {"orient", ref, "--on", "2026-11-21"},
                             {"orient", ref, "--why", "no-place"},
                             {"orient", "escale/nuits", "--why", "no-place"},
                             {"orient", "escale/nuits", "--format", "html"},
                             {"orient", "escale/nuits", "--on", "2026-11-24"},
                             {"orient", "escale/nuits", "--on", "hier"}}) {
        CAPTURE(line.back());
        CHECK(desk.run(line).code == 2);
    }
    CHECK(desk.all().size() == 1);
    CHECK(desk.all().front().events.size() == 1);
}
