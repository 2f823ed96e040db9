// publish against files that cannot be read, a disk that fails once, and folders that are not its own.
#include <doctest/doctest.h>

#include <cerrno>
#include <map>
#include <string>
#include <vector>

#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"
#include "support/run_command.hpp"
#include "support/turns.hpp"

using namespace cafe;

namespace {

using Files = std::map<std::string, std::string>;

test::Told publish(Disk& disk, std::vector<std::string> more = {}, const std::string& folder = "site") {
    std::vector<std::string> line{"--lang", "en", "publish", "-o", folder};
    line.insert(line.end(), more.begin(), more.end());
    test::Around around;
    around.variables["HOME"] = "/people/me";
    return test::run_command(disk, line, around);
}

void put_notebook(test::MemoryDisk& disk) {
    disk.put("/people/me/nb/cafe.yaml", "name: Réseau\ndepartments: [\"47\"]\n");
    disk.put("/people/me/nb/territory.yaml", "areas: {bassin: {name: Bassin, areas: [Fumel, Cuzorn]}}\n");
    for (const std::string id : {"ccas", "relais", "toit"})
        disk.put("/people/me/nb/partners/" + id + ".yaml",
                 "name: " + id + "\nkind: association\nthemes: [logement]\nterritory: [bassin]\n");
    disk.put("/people/me/nb/people/marie.yaml", "name: Marie Delmas\n");
    disk.enter("/people/me/nb");
}

void copy(const test::MemoryDisk& from, test::MemoryDisk& disk) {
    for (const auto& [path, bytes] : from.files("/people")) disk.put("/people/" + path, bytes);
    disk.enter("/people/me/nb");
}

Files site_of(const test::MemoryDisk& disk) {
    return disk.files("/people/me/nb/site");
}

}  // namespace

TEST_CASE("a file that cannot be read takes nothing away: it is named, and publish is held back") {
    const std::string conflict = "<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> theirs\n";
    for (const std::string file : {"partners/ccas.yaml", "cafe.yaml", "territory.yaml", "people/marie.yaml"}) {
        CAPTURE(file);
        test::MemoryDisk disk;
        put_notebook(disk);
        REQUIRE(publish(disk).code == 0);
        const Files before = site_of(disk);
        const std::string whole = *disk.get("/people/me/nb/" + file);
        disk.put("/people/me/nb/" + file, conflict);
        const test::Told held = publish(disk);
        CHECK(held.code == 1);
        CHECK(held.err.find(file) != std::string::npos);
        CHECK(held.err.find("--partial") != std::string::npos);
        CHECK(site_of(disk) == before);
        CHECK(publish(disk, {"--dry-run"}).code == 1);
        CHECK(publish(disk, {"--partial"}).code == 0);
        if (file == "partners/ccas.yaml") CHECK_FALSE(site_of(disk).contains("partenaires/ccas.html"));
        disk.put("/people/me/nb/" + file, whole);
        CHECK(publish(disk).code == 0);
        CHECK(site_of(disk) == before);
    }
}

TEST_CASE("a record that is no file is one that cannot be read") {
    test::MemoryDisk disk;
    put_notebook(disk);
    REQUIRE(publish(disk).code == 0);
    const Files before = site_of(disk);
    disk.erase("/people/me/nb/partners/ccas.yaml");
    disk.put_other("/people/me/nb/partners/ccas.yaml");
    CHECK(publish(disk).code == 1);
    CHECK(site_of(disk) == before);
}

TEST_CASE("whatever single call of the disk fails, no page is lost and the run does not say that all is well") {
    test::MemoryDisk model;
    put_notebook(model);
    REQUIRE(publish(model).code == 0);
    const Files whole = site_of(model);
    std::size_t calls = 0;
    {
        test::MemoryDisk disk;
        copy(model, disk);
        test::FaultyDisk counting(disk, {});
        REQUIRE(publish(counting).code == 0);
        calls = counting.calls();
    }
    CHECK(calls > 20);
    const std::size_t step = calls / test::turns(calls) | 1U;  // odd, so that both errors have their turn
    for (std::size_t at = 1; at <= calls; at += step) {
        CAPTURE(at);
        test::MemoryDisk disk;
        copy(model, disk);
        test::Fault fault;
        fault.at = at;
        fault.code = at % 2 == 0 ? EIO : EACCES;
        test::FaultyDisk faulty(disk, fault);
        const test::Told told = publish(faulty);
        const Files after = site_of(disk);
        for (const auto& file : whole) {
            CAPTURE(file.first);
            REQUIRE(after.contains(file.first));
            CHECK(after.at(file.first) == file.second);
        }
        if (told.code == 0) CHECK(after == whole);
    }
}

TEST_CASE("a folder holds one edition") {
    test::MemoryDisk disk;
    put_notebook(disk);
    REQUIRE(publish(disk).code == 0);
    const Files before = site_of(disk);
    const test::Told refused = publish(disk, {"--audience", "partners"});
    CHECK(refused.code == 4);
    CHECK(refused.err.find("holds the 'public' edition") != std::string::npos);
    CHECK(site_of(disk) == before);
    CHECK(publish(disk, {"--audience", "partners"}, "between-us").code == 0);
    CHECK(publish(disk, {}, "between-us").code == 4);
    CHECK(publish(disk, {"--audience", "partners"}, "between-us").code == 0);
}

TEST_CASE("places that are no publication's are refused before anything is written") {
    test::MemoryDisk disk;
    put_notebook(disk);
    disk.put("/people/me/letters/mum.txt", "dear");
    disk.put("/people/me/clone/.git/config", "");
    disk.put("/people/me/clone/CNAME", "example.org");
    for (const std::string folder : {"/", ".", "/people/me", "..", "partners", "people/new", "vocabulary", "needs",
                                     "../letters", "/people/me/nb", "meetings"}) {
        CAPTURE(folder);
        disk.forget_log();
        const test::Told told = publish(disk, {}, folder);
        CHECK(told.code == 4);
        CHECK(told.err.find("folder") != std::string::npos);
        CHECK(disk.count_writes() == 0);
    }
    CHECK(publish(disk, {}, "/people/me/clone").code == 0);
    CHECK(publish(disk, {}, "site/2026").code == 0);
}

TEST_CASE("the publication names texts that name somebody who objects") {
    test::MemoryDisk disk;
    put_notebook(disk);
    disk.put("/people/me/nb/people/paul.yaml", "name: Paul Martin\nprivacy: {objection: {on: 2026-01-15}}\n");
    disk.put("/people/me/nb/partners/toit.yaml",
             "name: Toit\nkind: association\nthemes: [logement]\nterritory: [bassin]\nsummary: Demander Paul Martin\n");
    CHECK(publish(disk).err.find("partners/toit.yaml (summary)") != std::string::npos);
}
