// Commands that say neither more nor less than what became of the files, where a file or the disk fails them.
#include <doctest/doctest.h>

#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"
#include "support/rule_examples.hpp"
#include "support/run_command.hpp"

using namespace cafe;
using test::Told;

TEST_CASE("merge-driver says that it could not merge only where git's file is what it was") {
    const std::string base = "name: Alpha\nkind: association\n";
    const std::string ours = "name: Alpha\nkind: association\nphones: [\"05 36 49 00 01\"]\n";
    const std::string theirs = "name: Alpha\nkind: association\nwebsite: https://alpha.example.org\n";
    constexpr int could_not_run = 126;
    std::size_t failed = 0;
    std::size_t merged = 0;
    for (const auto style : {test::FaultStyle::before_effect, test::FaultStyle::after_effect}) {
        for (std::size_t at = 1; at < 40; ++at) {
            test::MemoryDisk memory("/nb");
            memory.put("/nb/cafe.yaml", "name: Essai\n");
            memory.put("/nb/base", base);
            memory.put("/nb/ours", ours);
            memory.put("/nb/theirs", theirs);
            test::FaultyDisk disk(memory, {.at = at, .style = style});
            const Told told =
                test::run_command(disk, {"merge-driver", "base", "ours", "theirs", "7", "partners/alpha.yaml"});
            if (!disk.has_failed()) break;
            CAPTURE(at);
            const std::string now = *memory.get("/nb/ours");
            if (told.code == could_not_run) {
                ++failed;
                CHECK(now == ours);
                CHECK_FALSE(told.err.empty());
            } else {
                ++merged;
                CHECK(told.code == 0);
                CHECK(now.find("website") != std::string::npos);
                CHECK(now.find("phones") != std::string::npos);
            }
        }
    }
    CHECK(failed > 3);
    CHECK(merged > 0);
}

TEST_CASE("minutes are not written while the file of somebody cannot be read: she would be a stranger in them") {
    test::MemoryDisk disk("/nb");
    test::put_small_notebook(disk);
    const std::string meeting = "cafe: fumel\ndate: 2026-11-06\nstatus: held\n";
    disk.put("/nb/meetings/2026-11-06-fumel.yaml", meeting);
    test::Around around;
    around.today = *Date::of(2026, 11, 20);
    const Told page = test::run_command(disk, {"meeting", "minutes", "2026-11-06-fumel", "--page"}, around);
    REQUIRE(page.code == 0);
    disk.put("/page.md", page.out);
    const std::string person = *disk.get("/nb/people/marie-delmas.yaml");
    const std::vector<std::string> line{"meeting", "minutes", "2026-11-06-fumel", "--from", "/page.md"};
    disk.put("/nb/people/marie-delmas.yaml", "name: [Marie\n");
    const Told told = test::run_command(disk, line, around);
    CHECK(told.code == 3);
    CHECK(told.err.find("people/marie-delmas.yaml") != std::string::npos);
    CHECK(told.err.find("cafe check") != std::string::npos);
    CHECK(disk.get("/nb/meetings/2026-11-06-fumel.yaml") == meeting);
    // Reading goes on without her, and writing once her file is right.
    CHECK(test::run_command(disk, {"meeting", "minutes", "2026-11-06-fumel"}, around).code == 0);
    disk.put("/nb/people/marie-delmas.yaml", person);
    CHECK(test::run_command(disk, line, around).code == 0);
}

TEST_CASE("a meeting is not closed nor an import made while a fiche cannot be read: it would pass for missing") {
    test::MemoryDisk disk("/nb");
    test::put_small_notebook(disk);
    disk.put("/nb/meetings/2026-11-06-fumel.yaml", "cafe: fumel\ndate: 2026-11-06\nstatus: planned\n");
    disk.put("/nb/imports/liste.yaml",
             "label: Liste\nfiles: [liste.csv]\nsource: liste\ncolumns:\n  Nom: name\n  Commune: territory\n");
    disk.put("/liste.csv", "Nom;Commune\nMairie de Fumel;Fumel\n");
    disk.put("/nb/partners/mairie-fumel.yaml", "name: [Mairie\n");
    test::Around around;
    around.today = *Date::of(2026, 11, 20);
    const auto before = disk.files("/nb");
    for (const std::vector<std::string>& line : {std::vector<std::string>{"meeting", "close", "2026-11-06-fumel"},
                                                 {"meeting", "invite", "2026-11-06-fumel", "--sent"},
                                                 {"import", "/liste.csv", "--map", "liste"},
                                                 {"orient", "purge"}}) {
        CAPTURE(line.front());
        const Told told = test::run_command(disk, line, around);
        CHECK(told.code == 3);
        CHECK(told.err.find("partners/mairie-fumel.yaml") != std::string::npos);
        CHECK(disk.files("/nb") == before);
    }
}
