// Nothing but `cafe orient` on one's own terminal tells of the journal: every other command is run beside journals made
// by chance, and all that it prints or leaves on the disk is searched for a reference or a day of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "orient/journal.hpp"
#include "orient/keeping.hpp"
#include "orient/orient_support.hpp"
#include "support/memory_disk.hpp"
#include "support/rule_examples.hpp"
#include "support/run_command.hpp"
#include "support/turns.hpp"

using namespace cafe;
using test::Told;

namespace {

using Line = std::vector<std::string>;

// Command lines that read, publish, mail, export, change and complete. Every command there is has a line, but those
// that talk to git alone and those of the journal.
const std::vector<Line>& lines() {
    static const std::vector<Line> all{
        {"find", "hébergement Fumel"},
        {"find", "hébergement", "--json"},
        {"find", "hébergement", "--card"},
        {"find", "K7QF2M-8"},
        {"list"},
        {"list", "--jsonl"},
        {"list", "--csv"},
        {"list", "meetings"},
        {"show", "escale"},
        {"show", "escale", "--json"},
        {"show", "marie-delmas", "--all"},
        {"check"},
        {"check", "--format", "json"},
        {"check", "--quality"},
        {"explain", "orientation"},
        {"schema", "partner"},
        {"places"},
        {"places", "--json"},
        {"places", "set", "escale/mise-abri", "--free", "1", "--json"},
        {"places", "ask", "2026-12-04-fumel"},
        {"set", "escale", "notes=essai", "--json"},
        {"verify", "escale", "--how", "phone"},
        {"fmt", "--check"},
        {"undo", "--list"},
        {"undo", "--yes"},
        {"stats"},
        {"stats", "--json"},
        {"stats", "themes"},
        {"stats", "needs"},
        {"stats", "needs", "--json"},
        {"doctor"},
        {"doctor", "--json"},
        {"meeting", "list"},
        {"meeting", "agenda"},
        {"meeting", "ics"},
        {"meeting", "kit", "2026-12-04-fumel", "-o", "/out/kit"},
        {"meeting", "minutes", "2026-12-04-fumel"},
        {"meeting", "questions"},
        {"meeting", "actions"},
        {"mail", "list", "--to", "in:Fumel"},
        {"mail", "draft", "--template", "information", "-o", "/out/mails"},
        {"mail", "labels", "-o", "/out/labels.html"},
        {"publish", "-o", "/out/site"},
        {"publish", "-o", "/out/site-md", "--format", "md", "--audience", "partners"},
        {"export", "--format", "csv", "-o", "/out/csv"},
        {"export", "--format", "json-ld", "-o", "/out/ld"},
        {"form", "escale"},
        {"help", "orient"},
        {"__complete", "--", "orient", ""},
        {"__complete", "--", "orient", "K"},
        {"__complete", "--", "orient", "0"},
        {"__complete", "--", "orient", "read", ""},
        {"__complete", "--", "show", ""},
        {"forget", "marie-delmas", "--yes"},
    };
    return all;
}

void put_notebook(test::MemoryDisk& disk) {
    test::put_small_notebook(disk);
    disk.put("/nb/partners/escale.yaml",
             "name: L'Escale\nkind: hebergement\nthemes: [hebergement, logement]\nterritory: [Fumel]\n"
             "emails: [accueil@escale.example.org]\nservices:\n  - id: mise-abri\n    name: Mise à l'abri\n"
             "    capacity: {places: 4, free: 1, as_of: 2026-11-06}\n");
    disk.put("/nb/partners/habitalys.yaml",
             "name: Habitalys\nkind: bailleur-social\nthemes: [logement]\nterritory: [Fumel]\n");
    disk.put("/nb/meetings/2026-12-04-fumel.yaml",
             "cafe: fumel\ndate: 2026-12-04\nstatus: planned\ninvitations: [{partner: escale}]\n");
}

// How a day may be written.
std::vector<std::string> spellings(const Date& day) {
    return {day.iso(), plain_date(day).fr, plain_date(day).en,
            fmt::format("{:02}/{:02}/{}", day.day, day.month, day.year),
            fmt::format("{}{:02}{:02}", day.year, day.month, day.day)};
}

std::set<std::string> secrets_of(const orient::Journal& journal) {
    std::set<std::string> secrets;
    for (const orient::Orientation& one : journal.orientations) {
        secrets.insert(one.ref);
        secrets.insert(ascii::lower(one.ref));
        secrets.insert(text::replace_all(one.ref, "-", ""));
        for (const std::string& day : spellings(one.asked)) secrets.insert(day);
        for (const orient::Event& event : one.events)
            for (const std::string& day : spellings(event.on)) secrets.insert(day);
    }
    return secrets;
}

std::string told_in(const std::string& bytes, const std::set<std::string>& secrets) {
    for (const std::string& secret : secrets)
        if (bytes.find(secret) != std::string::npos) return secret;
    return "";
}

test::Around on_the_day() {
    test::Around around;
    around.today = *Date::of(2026, 11, 20);
    around.variables = {{"HOME", "/home/marie"}};
    return around;
}

}  // namespace

TEST_CASE("over 1,000 journals nothing but orient tells a reference or a day of one") {
    std::mt19937 chance(26);
    std::size_t run = 0;
    std::set<std::string> used;
    std::size_t counted = 0;
    const std::size_t journals = test::turns(1000);
    for (std::size_t i = 0; i < journals; ++i) {
        test::MemoryDisk disk("/nb");
        put_notebook(disk);
        // One in five is of somebody who sends many on, so that there is something to count.
        constexpr int crowd = 80;
        const orient::Journal journal = i % 5 == 0 ? test::some_journal(chance, crowd) : test::some_journal(chance);
        const std::string folder = *orient::journal_folder(disk, "/home/marie/.local/state", "/nb");
        const int year = journal.orientations.front().asked.year;
        disk.put(folder + "/" + orient::journal_file(year), orient::write_journal(journal), 0600);
        const auto secrets = secrets_of(journal);
        // A journal is used on the days it speaks of: nothing is old enough to go.
        test::Around then = on_the_day();
        then.today = Date{year, 12, 31};
        const std::string& ref = journal.orientations.front().ref;
        for (const Line& line :
             {Line{"orient", "list"}, Line{"orient", ref, "seen", "--on", then.today.iso()}, Line{"orient", "stats"}}) {
            const Told told = test::run_command(disk, line, then);
            CHECK(told.code != 70);
        }
        std::vector<Line> tried;
        for (int quarter = 1; quarter <= 4; ++quarter) {
            const std::string name = fmt::format("{}-Q{}", year, quarter);
            tried.push_back({"orient", "counts", name});
            if (quarter == 1) tried.push_back({"orient", "counts", name, "--json", "--dry-run"});
            if (quarter == 2) tried.push_back({"orient", "counts", name, "-o", "/out/besoins.yaml"});
        }
        tried.push_back({"orient", "counts", "--add", "/out/besoins.yaml"});
        for (int each = 0; each < 2; ++each) tried.push_back(lines()[run++ % lines().size()]);
        for (const Line& line : tried) {
            const Told told = test::run_command(disk, line, on_the_day());
            CAPTURE(text::join(line, " "));
            CHECK(told.code != 70);
            if (told.code == 0) used.insert(text::join(line, " "));
            if (told.code == 0 && line[0] == "orient") ++counted;
            CHECK(told_in(told.out, secrets) == "");
            CHECK(told_in(told.err, secrets) == "");
        }
        for (const auto& file : disk.files("/")) {
            const std::string& path = file.first;
            if (("/" + path).starts_with(folder + "/")) continue;
            CAPTURE(path);
            CHECK(told_in(path, secrets) == "");
            CHECK(told_in(file.second, secrets) == "");
        }
    }
    // The search would find one.
    CHECK(told_in("vu le 3 mars 1993.", {"3 mars 1993"}) == "3 mars 1993");
    // Nearly all lines did their work, so that what they would tell was told.
    CHECK(used.size() > lines().size() / 2);
    CHECK(counted > journals / 2);
}

TEST_CASE("forgetting somebody leaves the journal as it is: it knows nobody") {
    test::MemoryDisk disk("/nb");
    put_notebook(disk);
    const std::string folder = *orient::journal_folder(disk, "/home/marie/.local/state", "/nb");
    test::Around around = on_the_day();
    REQUIRE(test::run_command(disk, {"orient", "escale/mise-abri"}, around).code == 0);
    const auto before = disk.files(folder);
    REQUIRE(before.size() == 2);
    CHECK(test::run_command(disk, {"forget", "marie-delmas", "--yes"}, around).code == 0);
    CHECK(disk.files(folder) == before);
    for (const auto& [name, bytes] : before) CHECK(bytes.find("Delmas") == std::string::npos);
}
