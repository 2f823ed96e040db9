#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "git/git.hpp"
#include "support/fake_process.hpp"
#include "support/memory_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace cafe;
using git::Repository;
using test::MemoryDisk;

TEST_CASE("a folder lies in the nearest repository upward") {
    struct Case {
        std::string_view name;
        void (*prepare)(MemoryDisk&);
        std::string folder;
        std::optional<Repository> found;
    };
    const std::vector<Case> cases{
        {"at its top", [](MemoryDisk& disk) { disk.put("/n/.git/HEAD", "x"); }, "/n", Repository{"/n", "/n/.git"}},
        {"deep in it", [](MemoryDisk& disk) { disk.put("/n/.git/HEAD", "x"); }, "/n/a/b", Repository{"/n", "/n/.git"}},
        {"from the current folder", [](MemoryDisk& disk) { disk.put("/home/.git/HEAD", "x"); }, ".",
         Repository{"/home", "/home/.git"}},
        {"in a relative folder", [](MemoryDisk& disk) { disk.put("/home/.git/HEAD", "x"); }, "a/../b",
         Repository{"/home", "/home/.git"}},
        {"the nearest of two",
         [](MemoryDisk& disk) {
             disk.put("/n/.git/HEAD", "x");
             disk.put("/n/a/.git/HEAD", "x");
         },
         "/n/a/b", Repository{"/n/a", "/n/a/.git"}},
        {"in a linked work tree",
         [](MemoryDisk& disk) {
             disk.put("/w/.git", "gitdir: /n/.git/worktrees/w\n");
             disk.put("/n/.git/worktrees/w/HEAD", "x");
         },
         "/w/a", Repository{"/w", "/n/.git/worktrees/w"}},
        {"in a submodule, which points with a relative path",
         [](MemoryDisk& disk) {
             disk.put("/n/sub/.git", "gitdir: ../.git/modules/sub\n");
             disk.put("/n/.git/modules/sub/HEAD", "x");
         },
         "/n/sub", Repository{"/n/sub", "/n/.git/modules/sub"}},
        {"at the root of the disk", [](MemoryDisk& disk) { disk.put("/.git/HEAD", "x"); }, "/n",
         Repository{"/", "/.git"}},
        {"none at all", [](MemoryDisk&) {}, "/n/a", std::nullopt},
        {"an empty .git is none", [](MemoryDisk& disk) { disk.put_folder("/n/.git"); }, "/n", std::nullopt},
        {"a .git that is something else is none", [](MemoryDisk& disk) { disk.put("/n/.git", "notes"); }, "/n",
         std::nullopt},
        {"a .git that points nowhere is none", [](MemoryDisk& disk) { disk.put("/n/.git", "gitdir: /gone\n"); }, "/n",
         std::nullopt},
        {"a neighbour's is not ours", [](MemoryDisk& disk) { disk.put("/nn/.git/HEAD", "x"); }, "/n", std::nullopt},
    };
    for (const Case& row : cases) {
        INFO(row.name);
        MemoryDisk disk;
        row.prepare(disk);
        CHECK(git::find(disk, row.folder).value() == row.found);
    }
}

TEST_CASE("what is of this clone is kept in its .git, else in the user's folder, each notebook apart") {
    MemoryDisk disk;
    disk.put("/n/.git/HEAD", "x");
    const auto state = [&](const std::string& root) {
        return git::state_folder(disk, root, "/home/m/.local/state/cafe").value();
    };
    CHECK(state("/n") == "/n/.git/cafe");
    CHECK(state("/n/") == "/n/.git/cafe");
    CHECK(state("/n/one").starts_with("/n/.git/cafe/"));
    CHECK(state("/n/one") != state("/n/two"));
    CHECK(state("/elsewhere").starts_with("/home/m/.local/state/cafe/"));
    CHECK(state("/elsewhere") != state("/elsewhere2"));
    CHECK(state("here") == state("/home/here"));
    CHECK(disk.count_writes() == 0);
}

TEST_CASE("a repository is made with a branch main and nothing of it is run") {
    test::FakeProcess process;
    process.answer({"git", "--version"}, {0, "git version 2.39.5\n", ""});
    process.answer(git::command({"init", "--quiet", "-b", "main", "--", "-n"}), {0, "", ""});
    CHECK(git::make_repository(process, "-n").ok());
    REQUIRE(process.calls().size() == 2);
    CHECK(process.calls()[1].arguments ==
          std::vector<std::string>{"git", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c",
                                   "protocol.ext.allow=never", "init", "--quiet", "-b", "main", "--", "-n"});
}

TEST_CASE("without git, or with one that is too old, people learn what to do") {
    test::FakeProcess none;
    const auto missing = git::make_repository(none, "/n");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::environment);
    CHECK(missing.error().message.en.starts_with("cannot run git: "));
    CHECK(missing.error().remedy.fr.find("cafe init --no-git") != std::string::npos);
    for (const auto* version :
         {"git version 2.27.9", "git version 1.99.0", "git version", "git", "", "git version two.three"}) {
        INFO(version);
        test::FakeProcess process;
        process.answer({"git", "--version"}, {0, version, ""});
        const auto refused = git::make_repository(process, "/n");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.en.starts_with("git is too old"));
        CHECK(process.calls().size() == 1);
    }
    for (const auto* version : {"git version 2.28.0\n", "git version 2.39.5 (Apple Git-154)\n", "git version 3.0\n"}) {
        test::FakeProcess process;
        process.answer({"git", "--version"}, {0, version, ""});
        process.answer(git::command({"init", "--quiet", "-b", "main", "--", "/n"}), {128, "", "fatal: no\x1b[31m\n"});
        const auto refused = git::make_repository(process, "/n");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.en == "git could not make a repository in /n: fatal: no<U+001B>[31m");
    }
}

TEST_CASE("the real git makes what is then found") {
    const test::TemporaryFolder folder;
    const auto disk = real_disk();
    const auto process = real_process();
    const std::string top = std::filesystem::canonical(folder.path()).string() + "/-carnet é";
    REQUIRE(disk->make_folder(top + "/partners").ok());
    const auto made = git::make_repository(*process, top);
    REQUIRE((made.ok() ? "" : made.error().message.en) == "");
    CHECK(git::find(*disk, top + "/partners").value() == Repository{top, top + "/.git"});
    CHECK(disk->read(top + "/.git/HEAD", 100).value() == "ref: refs/heads/main\n");
}
