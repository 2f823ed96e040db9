// add, edit, rename and archive against a disk that fails, fills up, or changes under their hands.
#include <doctest/doctest.h>

#include <cerrno>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "support/fake_process.hpp"
#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"
#include "support/run_command.hpp"

using namespace cafe;

namespace {

using Files = std::map<std::string, std::string>;
using test::Told;
using Line = std::vector<std::string>;

void put_notebook(test::MemoryDisk& disk) {
    disk.put("/home/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\nhost: ccas-fumel\n");
    disk.put("/home/partners/ccas-fumel.yaml",
             "# notre fiche\nname: CCAS de Fumel\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\n"
             "contacts: [marie-delmas]\n");
    disk.put("/home/partners/relais.yaml",
             "name: Le Relais\nkind: association\nthemes: [mobilite]\nterritory: [Fumel]\nparent: ccas-fumel\n");
    disk.put("/home/people/marie-delmas.yaml",
             "name: Marie Delmas\nemails: [{address: m@example.org, for: ccas-fumel}]\n");
    disk.put("/home/cafes/fumel.yaml",
             "name: Café de Fumel\nhost: ccas-fumel\ninvite: parent:ccas-fumel OR in:Fumel\n");
    disk.put("/home/meetings/2026-11-06-fumel.yaml",
             "cafe: fumel\ndate: 2026-11-06\nattendance:\n  - marie-delmas   # en retard\n  - {guest: Luc, "
             "organisation: X}\n"
             "round_table:\n  - {partner: ccas-fumel, news: bonjour}\nminutes: vu avec ccas-fumel\n");
}

Told run(Disk& disk, Process& process, const Line& line, const std::string& typed = "", bool terminal = false) {
    test::Around around{&process, typed, terminal};
    around.variables["CAFE_EDITOR"] = "editor --wait";
    return test::run_command(disk, line, around);
}

Told run(Disk& disk, const Line& line) {
    return test::run_command(disk, line);
}

const std::vector<Line>& writing_commands() {
    static const std::vector<Line> all{
        {"add", "partner", "Toit pour tous", "--set", "kind=association", "--set", "themes=logement", "--set",
         "territory=Fumel", "--contact", "Jeanne Rey <j@example.org>", "--role", "Accueil"},
        {"rename", "ccas-fumel", "ccas-de-fumel"},
        {"rename", "marie-delmas", "marie-roux"},
        {"archive", "ccas-fumel"},
        {"archive", "marie-delmas"},
    };
    return all;
}

}  // namespace

TEST_CASE("a rename is followed by references, short forms and queries, and by nothing else") {
    test::MemoryDisk disk;
    put_notebook(disk);
    const Files before = disk.files("/home");
    const auto told = run(disk, {"rename", "ccas-fumel", "ccas-de-fumel"});
    REQUIRE_MESSAGE(told.code == 0, told.err);
    Files due = before;
    due["partners/ccas-de-fumel.yaml"] = due["partners/ccas-fumel.yaml"];
    due.erase("partners/ccas-fumel.yaml");
    const auto replace = [&](const std::string& path, const std::string& from, const std::string& to) {
        std::string& text = due[path];
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
    };
    replace("cafe.yaml", "ccas-fumel", "ccas-de-fumel");
    replace("partners/relais.yaml", "ccas-fumel", "ccas-de-fumel");
    replace("people/marie-delmas.yaml", "ccas-fumel", "ccas-de-fumel");
    replace("cafes/fumel.yaml", "host: ccas-fumel", "host: ccas-de-fumel");
    replace("cafes/fumel.yaml", "parent:ccas-fumel", "parent:ccas-de-fumel");
    replace("meetings/2026-11-06-fumel.yaml", "partner: ccas-fumel", "partner: ccas-de-fumel");
    CHECK(disk.files("/home") == due);
    CHECK(told.err.find("meetings/2026-11-06-fumel.yaml:8") != std::string::npos);  // the free text is pointed out
}

TEST_CASE("a rename stops at a file that cannot be read and may name the record") {
    test::MemoryDisk disk;
    put_notebook(disk);
    disk.put("/home/meetings/2026-12-04-fumel.yaml", "cafe: fumel\nattendance: [marie-delmas\n");
    const Files before = disk.files("/home");
    const auto told = run(disk, {"rename", "marie-delmas", "marie-roux"});
    CHECK(told.code == 3);
    CHECK(told.err.find("meetings/2026-12-04-fumel.yaml") != std::string::npos);
    CHECK(disk.files("/home") == before);
    CHECK(run(disk, {"rename", "relais", "le-relais"}).code == 0);
}

TEST_CASE("what only partly is the id is not renamed") {
    test::MemoryDisk disk;
    put_notebook(disk);
    disk.put("/home/partners/ccas-fumel-est.yaml",
             "name: CCAS Est\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\nparent: ccas-fumel-est-2\n"
             "tags: [ccas-fumel]\n");
    const auto before = disk.get("/home/partners/ccas-fumel-est.yaml");
    REQUIRE(run(disk, {"rename", "ccas-fumel", "ccas-de-fumel"}).code == 0);
    CHECK(disk.get("/home/partners/ccas-fumel-est.yaml") == before);
}

TEST_CASE("a disk that fails at any call leaves each record old or new, and 0 means new") {
    constexpr int codes[]{EIO, ENOSPC, EACCES, EROFS};
    for (const Line& line : writing_commands()) {
        CAPTURE(line.front());
        test::MemoryDisk whole;
        put_notebook(whole);
        const Files before = whole.files("/home");
        test::FaultyDisk counting(whole, {});
        REQUIRE(run(counting, line).code == 0);
        const Files after = whole.files("/home");
        REQUIRE(before != after);
        const std::size_t calls = counting.calls();
        std::size_t refused = 0;
        for (std::size_t at = 1; at <= calls; ++at) {
            test::MemoryDisk disk;
            put_notebook(disk);
            const auto style = at % 2 == 0 ? test::FaultStyle::torn_write : test::FaultStyle::before_effect;
            test::FaultyDisk faulty(disk, {at, at % 3 == 0, codes[at % 4], style});
            const auto told = run(faulty, line);
            if (told.code != 0 && disk.files("/home") != before)
                static_cast<void>(run(disk, {"list"}));  // who comes next
            CAPTURE(at);
            CAPTURE(told.err);
            CHECK(disk.files("/home") == (told.code == 0 ? after : before));
            if (told.code == 0) continue;
            ++refused;
            CHECK_FALSE(told.err.empty());
        }
        CHECK(2 * refused > calls);
    }
}

TEST_CASE("a read-only notebook is refused and stays as it is") {
    for (const Line& line : writing_commands()) {
        test::MemoryDisk disk;
        put_notebook(disk);
        for (const auto* folder : {"/home", "/home/partners", "/home/people", "/home/meetings", "/home/cafes"})
            disk.set_mode(folder, 0555);
        const Files before = disk.files("/home");
        const auto told = run(disk, line);
        CHECK(told.code == 4);
        CHECK(disk.files("/home") == before);
    }
}

TEST_CASE("an editor's draft is never lost") {
    const std::string path = "/home/partners/relais.yaml";
    const std::string good = "name: Le Relais de Fumel\nkind: association\nthemes: [mobilite]\nterritory: [Fumel]\n";
    const std::string bad = "name: Le Relais\nkind: unknown\nthemes: [mobilite]\nterritory: [Fumel]\n";
    test::MemoryDisk disk;
    put_notebook(disk);
    test::FakeProcess process;
    std::vector<std::string> opened;
    std::string typed;
    std::function<void()> meanwhile = [] {};
    process.person([&](const std::vector<std::string>& words) {
        REQUIRE(words.size() == 3);
        CHECK(words[0] == "editor");
        CHECK(words[1] == "--wait");
        opened.push_back(*disk.get(words[2]));
        disk.put(words[2], typed);
        meanwhile();
        return 0;
    });
    const std::string original = *disk.get(path);

    SUBCASE("refused without a terminal: kept, and taken up again") {
        typed = bad;
        const auto told = run(disk, process, {"edit", "relais"});
        CHECK(told.code == 5);
        CHECK(*disk.get(path) == original);
        typed = good;
        CHECK(run(disk, process, {"edit", "relais"}).code == 0);
        CHECK(opened == std::vector<std::string>{original, bad});
        CHECK(*disk.get(path) == good);
        typed = good;
        CHECK(run(disk, process, {"edit", "relais"}).code == 0);
        CHECK(opened.back() == good);  // the draft is gone
    }
    SUBCASE("edit again opens what was typed, give up drops it") {
        typed = bad;
        const auto told = run(disk, process, {"edit", "relais", "--lang", "en"}, "e\ne\ng\n", true);
        CHECK(told.code == 0);
        CHECK(opened == std::vector<std::string>{original, bad, bad});
        CHECK(*disk.get(path) == original);
        opened.clear();
        static_cast<void>(run(disk, process, {"edit", "relais"}));
        CHECK(opened.front() == original);
    }
    SUBCASE("the end of the input keeps the draft") {
        typed = bad;
        CHECK(run(disk, process, {"edit", "relais"}, "", true).code == 5);
        CHECK(*disk.get(path) == original);
        static_cast<void>(run(disk, process, {"edit", "relais"}));
        CHECK(opened.back() == bad);
    }
    SUBCASE("a file changed meanwhile is a conflict") {
        typed = good;
        meanwhile = [&] { disk.put(path, original + "tags: [x]\n"); };
        const auto told = run(disk, process, {"edit", "relais"});
        CHECK(told.code == 5);
        CHECK(told.err.find("drafts/partners-relais.yaml") != std::string::npos);
        CHECK(*disk.get(path) == original + "tags: [x]\n");
    }
    SUBCASE("an emptied draft and an unchanged one write nothing") {
        typed = " \n";
        CHECK(run(disk, process, {"edit", "relais"}).code == 0);
        typed = original;
        CHECK(run(disk, process, {"edit", "relais"}).code == 0);
        CHECK(opened == std::vector<std::string>{original, original});
        CHECK(*disk.get(path) == original);
    }
}

TEST_CASE("the end of the input while a new record is asked for writes nothing") {
    for (const auto* typed : {"", "assoc", "association\n", "association\nmobilite\n", "?\n", "association\nzzz\n"}) {
        test::MemoryDisk disk;
        put_notebook(disk);
        const Files before = disk.files("/home");
        test::FakeProcess process;
        const auto told = run(disk, process, {"add", "partner", "Le Vélo"}, typed, true);
        CHECK(told.code == 130);
        CHECK(disk.files("/home") == before);
    }
}
