// Writing commands on a disk that fails: at every call, in every way, the records are all old or all new, and exit 0 is
// only said when all of them are new.
#include <doctest/doctest.h>

#include <cerrno>
#include <map>
#include <optional>

#include "support/fake_process.hpp"
#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"
#include "support/run_command.hpp"

namespace {

using namespace cafe;

constexpr std::string_view before_a =
    "name: Alpha   # le premier\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n";
constexpr std::string_view after_a =
    "name: Alpha   # le premier\nkind: association\nthemes: [logement, mobilite]\nterritory: [Fumel]\n";

struct Ran {
    int code = 0;
    std::string said;
};

Ran ran(Disk& disk, const std::vector<std::string>& words) {
    test::FakeProcess process;
    process.answer({"git", "--version"}, {0, "git version 2.39.5\n", ""});
    test::Around around{&process};
    around.variables["HOME"] = "/home";
    const test::Told told = test::run_command(disk, words, around);
    return {told.code, told.out + told.err};
}

void prepare(test::MemoryDisk& disk) {
    disk.put("/home/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
    disk.put("/home/n/partners/alpha.yaml", before_a);
    disk.put("/home/n/partners/beta.yaml", before_a);
    disk.enter("/home/n");
}

const std::vector<std::string> change{"set", "--where", "kind:association", "themes+=mobilite", "--yes"};

}  // namespace

TEST_CASE("set changes all the records of a question, and nothing twice") {
    test::MemoryDisk disk;
    prepare(disk);
    CHECK(ran(disk, change).code == 0);
    CHECK(disk.get("/home/n/partners/alpha.yaml") == after_a);
    CHECK(disk.get("/home/n/partners/beta.yaml") == after_a);
    disk.forget_log();
    CHECK(ran(disk, change).code == 0);
    CHECK(disk.count_writes() == 0);
    CHECK(disk.paths_of("read").size() == 4);  // the settings twice: for the language, and with the rest
}

namespace {

using Bytes = std::map<std::string, std::optional<std::string>>;

constexpr std::string_view marie = "name: Marie Delmas\nemails: [marie@example.org]\n";
constexpr std::string_view gamma =
    "kind:   association # à ranger\nname: \"Gamma\"\nthemes: [logement]\nterritory: [Fumel]\nparent: beta\n"
    "hours:  lun-ven 9h-12h \ncontacts:\n  # depuis longtemps\n  - marie-delmas\n";
constexpr std::string_view fumel =
    "name: Café de Fumel\nhost: beta\nterritory: [Fumel]\nplace: {name: Mairie, commune: Fumel}\n"
    "schedule: {every: first friday, start: \"09:00\", end: \"11:00\"}\ninvite: touches:Fumel\n";
constexpr std::string_view meeting =
    "cafe: fumel\ndate: 2026-12-04\nstart: \"09:00\"\nend: \"11:00\"\nkind: monthly\nstatus: planned\n"
    "invitations:\n  - {person: marie-delmas, sent: 2026-11-20}\n";

void prepare_all(test::MemoryDisk& disk) {
    prepare(disk);
    disk.put("/home/n/partners/gamma.yaml", gamma);
    disk.put("/home/n/people/marie-delmas.yaml", marie);
    disk.put("/home/n/cafes/fumel.yaml", fumel);
    disk.put("/home/n/meetings/2026-12-04-fumel.yaml", meeting);
}

// Every record of the notebook, and the files that a command may make.
Bytes records_on(test::MemoryDisk& disk) {
    Bytes bytes;
    for (const std::string folder : {"partners", "people", "cafes", "meetings"}) {
        const auto entries = disk.list("/home/n/" + folder);
        if (!entries) continue;
        for (const FolderEntry& entry : *entries)
            if (entry.name.ends_with(".yaml")) {
                const std::string path = "/home/n/" + folder + "/" + entry.name;
                bytes[path] = disk.get(path);
            }
    }
    return bytes;
}

struct Writer {
    std::string what;
    std::vector<std::string> words;
};

const std::vector<Writer>& writers() {
    static const std::vector<Writer> all{
        {"set, one record", {"set", "gamma", "age_min=16"}},
        {"set, several records", change},
        {"verify", {"verify", "alpha", "beta", "--how", "phone"}},
        {"add, with a person",
         {"add", "partner", "Maison Neuve", "--set", "kind=association", "--set", "themes=logement", "--set",
          "territory=Fumel", "--contact", "Jean Petit <jean@example.org>"}},
        {"add like another", {"add", "cafe", "Agen", "--like", "fumel"}},
        {"rename", {"rename", "beta", "beta-neuf"}},
        {"archive", {"archive", "gamma"}},
        {"fmt", {"fmt"}},
        {"check --fix", {"check", "--fix"}},
        {"meeting new", {"meeting", "new", "fumel", "--date", "2027-02-05"}},
        {"meeting reply", {"meeting", "reply", "2026-12-04-fumel", "marie-delmas", "accepted"}},
    };
    return all;
}

// An error, a word on the file that could not be read, or, of `check --fix`, that it mended nothing.
bool told_of_failure(const Ran& ran) {
    return ran.code != 0 || ran.said.find("illisible") != std::string::npos ||
           ran.said.find("rien à réparer") != std::string::npos;
}

}  // namespace

TEST_CASE("every writing command on a failing disk writes all or nothing, and says done only when it is") {
    for (const Writer& writer : writers()) {
        test::MemoryDisk untouched;
        prepare_all(untouched);
        const Bytes before = records_on(untouched);
        const Ran good = ran(untouched, writer.words);
        const Bytes after = records_on(untouched);
        CAPTURE(writer.what);
        CAPTURE(good.said);
        REQUIRE(good.code == 0);
        REQUIRE(after != before);
        for (const auto style :
             {test::FaultStyle::before_effect, test::FaultStyle::torn_write, test::FaultStyle::after_effect}) {
            const bool from_then_on = style == test::FaultStyle::torn_write;
            const int code = style == test::FaultStyle::after_effect ? EIO : ENOSPC;
            // A reading call has no effect to lose: it fails in one way.
            const bool counts_readings = style == test::FaultStyle::before_effect;
            bool failed = true;
            for (std::size_t at = 1; failed; ++at) {
                REQUIRE(at < 1000);
                test::MemoryDisk disk;
                prepare_all(disk);
                disk.forget_log();
                test::FaultyDisk faulty(disk, {at, from_then_on, code, style, counts_readings});
                const Ran result = ran(faulty, writer.words);
                failed = faulty.has_failed();
                CAPTURE(at);
                CAPTURE(static_cast<int>(style));
                CAPTURE(result.said);
                if (result.code != 0) CHECK_FALSE(result.said.empty());
                // A disk that works again: the next command finishes or undoes what was begun.
                if (disk.count_writes() != 0) static_cast<void>(ran(disk, {"list", "--count"}));
                const Bytes now = records_on(disk);
                const bool whole = now == before || now == after;
                if (!whole) CHECK_MESSAGE(told_of_failure(result), "half of a change, and not a word");
                for (const auto& [name, bytes] : now) {
                    const std::string& path = name;  // clang 14 captures no structured binding
                    const auto old = before.find(path);
                    const auto made = after.find(path);
                    const bool is_old = old != before.end() && old->second == bytes;
                    const bool is_new = made != after.end() && made->second == bytes;
                    // A new record made while a file could not be read knows less than it would: that was said.
                    const bool is_partial = old == before.end() && made != after.end() && told_of_failure(result);
                    CHECK_MESSAGE((is_old || is_new || is_partial), path);
                }
                for (const auto& [name, bytes] : before) {
                    const std::string& path = name;  // clang 14 captures no structured binding
                    const bool stays = after.contains(path);
                    if (stays) CHECK_MESSAGE(now.contains(path), path);
                }
                if (result.code == 0 && now != after) CHECK(told_of_failure(result));
                if (result.code != 0 && !whole) CHECK(now == before);
            }
        }
    }
}

TEST_CASE("set refuses before it writes") {
    struct Case {
        std::vector<std::string> words;
        int code;
    };
    const std::vector<Case> cases{
        {{"set"}, 2},
        {{"set", "alpha"}, 2},
        {{"set", "alpha", "theme=logement"}, 2},
        {{"set", "alpha", "themes+=logementt"}, 2},
        {{"set", "alpha", "themes"}, 2},
        {{"set", "alpha", "=x"}, 2},
        {{"set", "alpha", "a..b=x"}, 2},
        {{"set", "alpha", "name+=x"}, 2},
        {{"set", "alpha", "name="}, 2},
        {{"set", "alpha", "name.first=x"}, 2},
        {{"set", "alpha", "name=\x1b[31m"}, 2},
        {{"set", "alpha", "name=\xff"}, 2},
        {{"set", "alpha", "age_min=seize"}, 2},
        {{"set", "alpha", "website=javascript:x"}, 2},
        {{"set", "alpha", "address=Fumel"}, 2},
        {{"set", "alpha", "address={stret: x}"}, 2},
        {{"set", "alpha", "phones={number: "}, 2},
        {{"set", "alpha", "phones.3.number=115"}, 2},
        {{"set", "alpha", "contacts.marie.role=x"}, 2},
        {{"set", "alpha", "parent=alpha"}, 2},
        {{"set", "alpha", "parent=gamma"}, 2},
        {{"set", "alpha", "short_name=A", "kind=nexistepas"}, 2},
        {{"set", "alph", "short_name=A"}, 3},
        {{"set", "--where", "kind:caf", "short_name=A"}, 3},
        {{"set", "--where", "knd:caf", "short_name=A"}, 2},
    };
    for (const Case& one : cases) {
        test::MemoryDisk disk;
        prepare(disk);
        disk.forget_log();
        const Ran result = ran(disk, one.words);
        CAPTURE(one.words.back());
        CAPTURE(result.said);
        CHECK(result.code == one.code);
        CHECK(disk.count_writes() == 0);
        CHECK(disk.get("/home/n/partners/alpha.yaml") == before_a);
    }
}
