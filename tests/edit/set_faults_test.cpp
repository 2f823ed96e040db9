// `cafe set` on a disk that fails: at every call, in every way, each record is its old or its new bytes, and exit 0 is
// only said when all of them are new.
#include <doctest/doctest.h>

#include <cerrno>
#include <sstream>

#include "run.hpp"
#include "support/fake_process.hpp"
#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"

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
    std::ostringstream out;
    std::istringstream in;
    cmd::World world{disk,
                     process,
                     out,
                     out,
                     in,
                     [](const std::string&) { return std::optional<std::string>(); },
                     [](const std::string&) { return *Date::of(2026, 11, 23); }};
    world.threads = 1;
    const int code = cmd::run(words, world);
    return {code, out.str()};
}

void prepare(test::MemoryDisk& disk) {
    disk.put("/home/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
    disk.put("/home/n/partners/alpha.yaml", before_a);
    disk.put("/home/n/partners/beta.yaml", before_a);
    disk.enter("/home/n");
}

const std::vector<std::string> change{"set", "--where", "kind:association", "themes+=mobilite"};

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

TEST_CASE("set on a failing disk leaves each record whole, and says done only when it is") {
    for (const auto style : {test::FaultStyle::before_effect, test::FaultStyle::torn_write}) {
        for (const int code : {ENOSPC}) {
            for (const bool from_then_on : {style == test::FaultStyle::torn_write}) {
                bool failed = true;
                for (std::size_t at = 1; failed; ++at) {
                    REQUIRE(at < 1000);
                    test::MemoryDisk disk;
                    prepare(disk);
                    test::FaultyDisk faulty(disk, {at, from_then_on, code, style});
                    const Ran result = ran(faulty, change);
                    failed = faulty.has_failed();
                    CAPTURE(at);
                    CAPTURE(code);
                    CAPTURE(result.said);
                    if (result.code == 0 && result.said.find("2 fiches") != std::string::npos) {
                        CHECK(disk.get("/home/n/partners/alpha.yaml") == after_a);
                        CHECK(disk.get("/home/n/partners/beta.yaml") == after_a);
                    }
                    for (const std::string path : {"/home/n/partners/alpha.yaml", "/home/n/partners/beta.yaml"}) {
                        const auto bytes = disk.get(path);
                        CHECK(bytes.has_value());
                        CHECK((bytes == before_a || bytes == after_a));
                    }
                    // The next command, on a disk that works again, finds all old or all new; a record that could not
                    // be read was left out, with a word.
                    if (disk.get("/home/n/partners/alpha.yaml") != disk.get("/home/n/partners/beta.yaml"))
                        CHECK(ran(disk, {"list", "--count"}).code == 0);
                    const bool left_one_out = result.said.find("1 fiche changée") != std::string::npos;
                    if (left_one_out)
                        CHECK(result.said.find("illisible") != std::string::npos);
                    else
                        CHECK(disk.get("/home/n/partners/alpha.yaml") == disk.get("/home/n/partners/beta.yaml"));
                    if (result.code != 0) CHECK_FALSE(result.said.empty());
                }
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
