#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/interrupt.hpp"
#include "store/outputs.hpp"
#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace cafe;
using store::OutputFolder;
using store::OutputReport;
using test::Fault;
using test::FaultStyle;
using test::MemoryDisk;

namespace {

using Files = std::map<std::string, std::string>;

Result<OutputReport> publish(Disk& disk, const Files& pages, const std::string& folder = "/site") {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : pages) paths.push_back(path);
    auto outputs = OutputFolder::open(disk, folder, paths);
    if (!outputs) return outputs.error();
    for (const auto& [path, bytes] : pages)
        if (auto put = outputs->put(path, bytes); !put) return put.error();
    return outputs->finish();
}

/// The same with a memory beside the folder; counts the files that were made.
Result<OutputReport> publish_remembering(Disk& disk, const Files& pages, std::size_t& made,
                                         const std::string& folder = "/site") {
    made = 0;
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : pages) paths.push_back(path);
    auto outputs = OutputFolder::open(disk, folder, paths, {folder + ".memory", "test"});
    if (!outputs) return outputs.error();
    for (const auto& [path, bytes] : pages) {
        const auto put = outputs->put(path, "key-" + digest_of(bytes), [&made, &text = bytes] {
            ++made;
            return text;
        });
        if (!put) return put.error();
    }
    return outputs->finish();
}

std::string english(const Result<OutputReport>& result) {
    return result ? "ok" : result.error().message.en;
}

Files manifest(const Files& pages) {
    std::string text = "cafe-manifest 2\n";
    for (const auto& [path, bytes] : pages) text += digest_of(bytes).substr(0, 16) + " " + path + "\n";
    return {{".cafe-manifest", text}};
}

Files together(Files a, const Files& b) {
    a.insert(b.begin(), b.end());
    return a;
}

const Files first{
    {"index.html", "<h1>1</h1>"}, {"partners/a.html", "A"}, {"partners/b.html", "B"}, {"old/deep/x.html", "X"}};
const Files second{
    {"index.html", "<h1>2</h1>"}, {"partners/a.html", "A"}, {"partners/c.html", "C"}, {"new/n.html", ""}};
const Files foreign{{"CNAME", "cafe.example.org"}, {"old/logo.png", "\x89PNG"}, {".git/config", "[core]"}};

bool has(const Files& files, const std::string& path, const std::string& bytes) {
    const auto found = files.find(path);
    return found != files.end() && found->second == bytes;
}

void put_all(MemoryDisk& disk, const Files& files, const std::string& folder = "/site") {
    for (const auto& [path, bytes] : files) disk.put(path::join(folder, path), bytes);
}

}  // namespace

TEST_CASE("a site is written, then only what differs, and what is no longer made goes") {
    MemoryDisk disk;
    put_all(disk, foreign);
    CHECK(publish(disk, first).value() == OutputReport{4, 0, 0, 0});
    CHECK(disk.files("/site") == together(together(first, foreign), manifest(first)));
    CHECK(publish(disk, second).value() == OutputReport{3, 1, 2, 0});
    CHECK(disk.files("/site") == together(together(second, foreign), manifest(second)));
    CHECK(disk.folders("/site") == std::vector<std::string>{".git", "new", "old", "partners"});
    CHECK(publish(disk, {}).value() == OutputReport{0, 0, 4, 0});
    CHECK(disk.files("/site") == together(foreign, manifest({})));
}

TEST_CASE("published twice writes nothing the second time") {
    MemoryDisk disk;
    REQUIRE(publish(disk, first).ok());
    disk.forget_log();
    CHECK(publish(disk, first).value() == OutputReport{0, 4, 0, 0});
    CHECK(disk.count_writes() == 0);
}

TEST_CASE("a page is never synced on its own, the manifest is and comes last") {
    MemoryDisk disk;
    REQUIRE(publish(disk, first).ok());
    CHECK(disk.count("create_unsynced") == first.size());
    CHECK(disk.paths_of("create") == std::vector<std::string>{"/site/.cafe-manifest.tmp", "/site/.cafe-manifest.tmp"});
    CHECK(disk.log().back() == test::Call{"rename", "/site/.cafe-manifest"});
}

TEST_CASE("a folder that did not stand comes out whole, at the end; one that stands is written file by file") {
    MemoryDisk disk;
    disk.put("/site/old/logo.png", "PNG");
    auto outputs =
        OutputFolder::open(disk, "/site", {"index.html", "old/deep/x.html", "partners/a.html", "partners/b.html"});
    REQUIRE(outputs);
    for (const auto& [path, bytes] : first) REQUIRE(outputs->put(path, bytes).ok());
    CHECK(disk.get("/site/old/deep/x.html") == "X");
    CHECK(disk.files("/site/partners").empty());
    disk.forget_log();
    CHECK(outputs->finish().value() == OutputReport{4, 0, 0, 0});
    CHECK(disk.paths_of("rename") == std::vector<std::string>{"/site/partners", "/site/.cafe-manifest"});
    CHECK(disk.files("/site") == together(together(first, {{"old/logo.png", "PNG"}}), manifest(first)));
}

TEST_CASE("Ctrl-C waits for the page that is being written, then what was gathered comes out") {
    MemoryDisk disk;
    auto outputs = OutputFolder::open(disk, "/site", {"partners/a.html", "partners/b.html"});
    REQUIRE(outputs);
    const Uninterrupted held;
    REQUIRE(outputs->put("partners/a.html", "A").ok());
    CHECK(disk.files("/site/partners").empty());
    ::raise(SIGINT);
    REQUIRE(outputs->put("partners/b.html", "B").ok());
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGINT);
    int signal = 0;
    CHECK(::sigwait(&signals, &signal) == 0);
    CHECK(disk.get("/site/partners/a.html") == "A");
    CHECK(disk.get("/site/partners/b.html") == "B");
    CHECK(disk.folders("/site") == std::vector<std::string>{"partners"});
}

TEST_CASE("what an interrupted run gathered goes with the next one, but for a file that somebody put there") {
    for (const bool with_another : {false, true}) {
        INFO("another's file: " << with_another);
        MemoryDisk disk;
        {
            auto outputs = OutputFolder::open(disk, "/site", {"partners/a.html", "partners/b.html"});
            REQUIRE(outputs);
            REQUIRE(outputs->put("partners/a.html", "half").ok());
        }
        const Files left = disk.files("/site");
        const auto half =
            std::find_if(left.begin(), left.end(), [](const auto& file) { return file.second == "half"; });
        REQUIRE(half != left.end());
        const std::string folder = path::parent(half->first);
        Files others;
        if (with_another) others.emplace(folder + "/theirs.txt", "theirs");
        put_all(disk, others);
        CHECK(publish(disk, first).value() == OutputReport{4, 0, 0, 0});
        CHECK(disk.files("/site") == together(together(first, others), manifest(first)));
    }
}

TEST_CASE("where the place of a gathered folder is taken by a link or a file, that goes and nothing else") {
    MemoryDisk disk;
    {
        auto outputs = OutputFolder::open(disk, "/site", {"partners/a.html"});
        REQUIRE(outputs);
        REQUIRE(outputs->put("partners/a.html", "half").ok());
    }
    std::string folder;
    for (const auto& [path, bytes] : disk.files("/site"))
        if (bytes == "half") folder = path::parent("/site/" + path);
    REQUIRE_FALSE(folder.empty());
    disk.erase(folder);
    disk.put("/outside/a.html", "x");
    disk.put_link(folder, "/outside");
    CHECK(publish(disk, first).ok());
    CHECK(disk.get("/outside/a.html") == "x");
    CHECK(disk.files("/site") == together(first, manifest(first)));
}

TEST_CASE("a page that was lost, cut or changed by hand is made again, and counted") {
    MemoryDisk disk;
    REQUIRE(publish(disk, first).ok());
    disk.erase("/site/partners/a.html");
    disk.put("/site/partners/b.html", "b by hand");
    disk.put("/site/index.html", "");
    CHECK(publish(disk, first).value() == OutputReport{3, 1, 0, 2});
    CHECK(disk.files("/site") == together(first, manifest(first)));
}

TEST_CASE("a page that is no longer made goes even when it was changed by hand") {
    MemoryDisk disk;
    REQUIRE(publish(disk, first).ok());
    disk.put("/site/partners/b.html", "someone who objected");
    CHECK(publish(disk, second).value() == OutputReport{3, 1, 2, 1});
    CHECK_FALSE(disk.get("/site/partners/b.html").has_value());
}

TEST_CASE("a file that is not ours is never written over: nothing is written at all") {
    for (const bool published : {false, true}) {
        MemoryDisk disk;
        if (published) REQUIRE(publish(disk, first).ok());
        disk.put("/site/new/n.html", "somebody's own");
        const Files before = disk.files("/site");
        disk.forget_log();
        const auto result = publish(disk, second);
        CHECK(english(result) == "/site/new/n.html is already there and was not made by cafe: nothing was written");
        CHECK(result.error().remedy.en == "choose an empty folder, or move this file away, then run the command again");
        CHECK(disk.files("/site") == before);
        CHECK(disk.count_writes() == 0);
    }
}

TEST_CASE("folders that must not be written to are refused before anything is written") {
    struct Case {
        std::string_view name;
        void (*prepare)(MemoryDisk&);
        std::string_view error;
    };
    const std::vector<Case> cases{
        {"a notebook", [](MemoryDisk& disk) { disk.put("/site/cafe.yaml", "name: x"); },
         "/site is a notebook: the pages would mix with its records"},
        {"a file", [](MemoryDisk& disk) { disk.put("/site", "x"); },
         "cannot make the folder /site: a file or folder of this name is already there"},
        {"a link on the way",
         [](MemoryDisk& disk) {
             disk.put_folder("/outside");
             disk.put_link("/site/partners", "/outside");
         },
         "the way to /site/partners/a.html leads through a link or a file"},
        {"a link in place of a page", [](MemoryDisk& disk) { disk.put_link("/site/index.html", "/outside"); },
         "/site/index.html is already there and was not made by cafe: nothing was written"},
        {"a folder in place of a page", [](MemoryDisk& disk) { disk.put_folder("/site/index.html"); },
         "/site/index.html is already there and was not made by cafe: nothing was written"},
        {"a manifest with a conflict",
         [](MemoryDisk& disk) { disk.put("/site/.cafe-manifest", "cafe-manifest 1\n<<<<<<< HEAD\n"); },
         "/site/.cafe-manifest is damaged: there is no telling which files of this folder were made by cafe"},
        {"an empty manifest", [](MemoryDisk& disk) { disk.put("/site/.cafe-manifest", ""); },
         "/site/.cafe-manifest is damaged: there is no telling which files of this folder were made by cafe"},
        {"a manifest that leads out of the folder",
         [](MemoryDisk& disk) {
             disk.put("/outside/x", "x");
             disk.put("/site/.cafe-manifest", "cafe-manifest 1\naf63dc4c8601ec8c ../outside/x\n");
         },
         "/site/.cafe-manifest is damaged: there is no telling which files of this folder were made by cafe"},
        {"a manifest that names git's own",
         [](MemoryDisk& disk) { disk.put("/site/.cafe-manifest", "cafe-manifest 1\naf63dc4c8601ec8c .git/config\n"); },
         "/site/.cafe-manifest is damaged: there is no telling which files of this folder were made by cafe"},
    };
    for (const Case& row : cases) {
        INFO(row.name);
        MemoryDisk disk;
        row.prepare(disk);
        const Files before = disk.files("/");
        CHECK(english(publish(disk, first)) == row.error);
        CHECK(disk.files("/") == before);
    }
}

TEST_CASE("a manifest that lists what a link leads to removes nothing there") {
    MemoryDisk disk;
    disk.put("/outside/x.html", "x");
    disk.put_link("/site/away", "/outside");
    disk.put("/site/.cafe-manifest", "cafe-manifest 1\naf63dc4c8601ec8c away/x.html\n");
    CHECK_FALSE(publish(disk, first).ok());
    CHECK(disk.get("/outside/x.html") == "x");
}

TEST_CASE("names that lead out of the folder or are our own are refused, and nothing is written") {
    for (const auto* path : {"../x", "/x", "a/../x", "", ".", "a/", ".git/config", "a/.Git/x", ".cafe-manifest",
                             "a/.cafe-1.tmp", "a\nb", "a\\b"}) {
        INFO(path);
        MemoryDisk disk;
        CHECK_FALSE(publish(disk, {{path, "x"}, {"index.html", "x"}}).ok());
        CHECK(disk.count_writes() == 0);
    }
    MemoryDisk disk;
    CHECK(OutputFolder::open(disk, "/site", {"a", "b", "a"}).error().message.en ==
          "two pages want the same file name: a");
}

TEST_CASE("a file that was not announced is refused, and so is one that comes twice") {
    MemoryDisk disk;
    auto outputs = OutputFolder::open(disk, "/site", {"a"});
    REQUIRE(outputs);
    CHECK_FALSE(outputs->put("b", "x").ok());
    CHECK(outputs->put("a", "x").ok());
    CHECK_FALSE(outputs->put("a", "y").ok());
    CHECK(outputs->finish().value() == OutputReport{1, 0, 0, 0});
    CHECK(disk.files("/site") == together({{"a", "x"}}, manifest({{"a", "x"}})));
}

TEST_CASE("whatever call fails, pages are whole, others' files stay, and the next run completes the site") {
    std::size_t runs = 0;
    for (const FaultStyle style : {FaultStyle::before_effect, FaultStyle::torn_write, FaultStyle::after_effect}) {
        for (const bool from_then_on : {false, true}) {
            for (const bool again : {false, true}) {  // the first site at all, or the second one over the first
                for (std::size_t k = 1;; ++k, ++runs) {
                    INFO("call " << k << std::string(from_then_on ? " and later" : " once") << ", style "
                                 << static_cast<int>(style) << std::string(again ? ", again" : ", first"));
                    MemoryDisk disk;
                    put_all(disk, foreign);
                    std::size_t made = 0;
                    if (again) REQUIRE(publish_remembering(disk, first, made).ok());
                    test::FaultyDisk faulty(disk, Fault{k, from_then_on, ENOSPC, style});
                    const auto result = publish_remembering(faulty, second, made);
                    const Files whole = together(together(second, foreign), manifest(second));
                    if (result) CHECK(disk.files("/site") == whole);
                    for (const auto& [path, bytes] : disk.files("/site")) {
                        if (path.starts_with(".cafe-") || path::name(path).starts_with(".cafe-")) continue;
                        CHECK((has(second, path, bytes) || has(foreign, path, bytes) ||
                               (again && has(first, path, bytes))));
                    }
                    for (const auto& [path, bytes] : foreign) CHECK(disk.get("/site/" + path) == bytes);
                    // The next run, of this site or of the one before, makes exactly that.
                    const Files& next = k % 2 == 0 ? second : first;
                    CHECK(english(publish_remembering(disk, next, made)) == "ok");
                    CHECK(disk.files("/site") == together(together(next, foreign), manifest(next)));
                    if (!faulty.has_failed()) {
                        CHECK(result.ok());
                        break;
                    }
                }
            }
        }
    }
    CHECK(runs > 300);
}

TEST_CASE("a manifest of the first version is read: what it lists is ours, edited or not") {
    MemoryDisk disk;
    disk.put("/site/a", "A");
    disk.put("/site/b", "old");
    disk.put("/site/gone", "x");
    disk.put("/site/.cafe-manifest",
             "cafe-manifest 1\naf63bc4c8601b62c a\naf63bc4c8601b62c b\naf63bc4c8601b62c gone\n");
    CHECK(publish(disk, {{"a", "A"}, {"b", "B"}}).value() == OutputReport{1, 1, 1, 0});
    CHECK(disk.files("/site") == together({{"a", "A"}, {"b", "B"}}, manifest({{"a", "A"}, {"b", "B"}})));
}

TEST_CASE("a file that is remembered is neither made nor read; one that somebody touched is, however it was done") {
    namespace fs = std::filesystem;
    const auto write = [](const fs::path& path, std::string_view bytes) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    };
    struct Case {
        std::string_view name;
        std::function<void(const fs::path&)> touch;
        std::size_t written;
        std::size_t made;
    };
    const auto back = [](const fs::path& path, fs::file_time_type time) { fs::last_write_time(path, time); };
    const std::vector<Case> cases{
        {"not at all", [](const fs::path&) {}, 0, 0},
        {"in its place, as long as before", [&](const fs::path& path) { write(path, "b"); }, 1, 1},
        {"in its place, longer, its time set back",
         [&](const fs::path& path) {
             const auto time = fs::last_write_time(path);
             write(path, "B, and more");
             back(path, time);
         },
         1, 1},
        {"by another file as long, of the same time",
         [&](const fs::path& path) {
             const auto time = fs::last_write_time(path);
             const fs::path other = path.string() + ".other";
             write(other, "b");
             back(other, time);
             fs::rename(other, path);
         },
         1, 1},
        {"to read only", [&](const fs::path& path) { back(path, fs::last_write_time(path) - std::chrono::hours(1)); },
         0, 1},
        {"away", [](const fs::path& path) { fs::remove(path); }, 1, 1},
    };
    const auto disk = real_disk();
    for (const Case& row : cases) {
        INFO(row.name);
        const test::TemporaryFolder folder;
        const std::string site = path::join(folder.path(), "site");
        const fs::path page = fs::path(site) / "partners/b.html";
        std::size_t made = 0;
        REQUIRE(publish_remembering(*disk, first, made, site).ok());
        CHECK(made == first.size());
        // Written long before the memory, which is renewed by the next run.
        for (const auto& [path, bytes] : first)
            back(fs::path(site) / path, fs::last_write_time(fs::path(site) / path) - std::chrono::hours(1));
        REQUIRE(publish_remembering(*disk, first, made, site).value() == OutputReport{0, 4, 0, 0});
        row.touch(page);
        CHECK(publish_remembering(*disk, first, made, site).value().written == row.written);
        CHECK(made == row.made);
        CHECK(disk->read(page.string(), 100).value() == "B");
    }
}

TEST_CASE("a file as young as the memory is made: it may have been touched in the same instant") {
    namespace fs = std::filesystem;
    const auto disk = real_disk();
    const test::TemporaryFolder folder;
    const std::string site = path::join(folder.path(), "site");
    std::size_t made = 0;
    REQUIRE(publish_remembering(*disk, first, made, site).ok());
    for (const auto& [path, bytes] : first)
        fs::last_write_time(fs::path(site) / path, fs::file_time_type::clock::now() + std::chrono::hours(1));
    for (int i = 0; i < 2; ++i) {
        CHECK(publish_remembering(*disk, first, made, site).value() == OutputReport{0, 4, 0, 0});
        CHECK(made == first.size());
    }
}

TEST_CASE("on a real disk the same happens, in folders with any name") {
    const test::TemporaryFolder folder;
    const auto disk = real_disk();
    const std::string site = path::join(folder.path(), "mon site/é");
    CHECK(publish(*disk, first, site + "/").value() == OutputReport{4, 0, 0, 0});
    CHECK(publish(*disk, first, site).value() == OutputReport{0, 4, 0, 0});
    CHECK(publish(*disk, second, site).value() == OutputReport{3, 1, 2, 0});
    CHECK(disk->list(site).value() == std::vector<FolderEntry>{{".cafe-manifest", FileKind::file},
                                                               {"index.html", FileKind::file},
                                                               {"new", FileKind::folder},
                                                               {"partners", FileKind::folder}});
}
