#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "base/text.hpp"
#include "store/changes.hpp"
#include "store/journal.hpp"
#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"
#include "support/power_cut_disk.hpp"
#include "support/temporary_folder.hpp"
#include "support/wrapped_disk.hpp"

using namespace cafe;
using store::Changes;
using store::Folders;
using store::Recovery;
using test::Fault;
using test::FaultStyle;
using test::MemoryDisk;

namespace {

using Files = std::map<std::string, std::string>;

const Folders folders{"/n", "/n/.git/cafe"};

Files old_files() {
    return {{"cafe.yaml", "name: Réseau\n"},
            {"partners/a.yaml", "name: A\n"},
            {"partners/b.yaml", "name: B\r\n"},
            {"people/p.yaml", "name: P\n"}};
}

void prepare(MemoryDisk& disk) {
    for (const auto& [path, bytes] : old_files()) disk.put(path::join("/n", path), bytes);
    disk.put("/n/.git/HEAD", "ref: refs/heads/main\n");
}

/// The work tree: everything but git's own folder.
Files tree(const MemoryDisk& disk) {
    Files files = disk.files("/n");
    std::erase_if(files, [](const auto& file) { return file.first.starts_with(".git/"); });
    return files;
}

std::vector<std::string> tree_folders(const MemoryDisk& disk) {
    auto found = disk.folders("/n");
    std::erase_if(found, [](const auto& folder) { return folder.starts_with(".git"); });
    return found;
}

Files with(Files files, const Changes& changes) {
    for (const auto& change : changes) {
        files.erase(change.path);
        if (change.after) files[change.path] = *change.after;
    }
    return files;
}

struct Scenario {
    std::string_view name;
    Changes changes;
};

std::vector<Scenario> scenarios() {
    return {
        {"one file changes", {{"partners/a.yaml", "name: A\n", "name: A2, longer\n"}}},
        {"one file is new", {{"partners/c.yaml", std::nullopt, "name: C\n"}}},
        {"one file is new in a new folder", {{"meetings/2026/m.yaml", std::nullopt, "date: 2026-11-06\n"}}},
        {"one file goes", {{"people/p.yaml", "name: P\n", std::nullopt}}},
        {"a file is renamed and those that name it follow, and one is made empty",
         {{"partners/a.yaml", "name: A\n", std::nullopt},
          {"partners/z.yaml", std::nullopt, "name: A\n"},
          {"partners/b.yaml", "name: B\r\n", "name: B\r\nparent: z\r\n"},
          {"cafe.yaml", "name: Réseau\n", ""},
          {"cafes/c.yaml", std::nullopt, "host: z\n"}}},
    };
}

std::string english(const Result<Done>& result) {
    return result ? "ok" : result.error().message.en;
}

}  // namespace

TEST_CASE("a change makes its files what they shall be, and nothing else") {
    for (const Scenario& scenario : scenarios()) {
        INFO(scenario.name);
        MemoryDisk disk;
        prepare(disk);
        CHECK(english(store::commit(disk, folders, scenario.changes)) == "ok");
        CHECK(tree(disk) == with(old_files(), scenario.changes));
        CHECK_FALSE(disk.get("/n/.git/cafe/journal").has_value());
        CHECK(store::last_change(disk, folders).value() == scenario.changes);
        CHECK(store::recover(disk, folders).value() == Recovery{});
    }
}

TEST_CASE("a change tells how many of its files are written, of how many") {
    MemoryDisk disk;
    prepare(disk);
    std::vector<std::size_t> told;
    const Changes changes = scenarios().back().changes;
    REQUIRE(store::commit(disk, folders, changes, [&](std::size_t done, std::size_t total) {
                CHECK(total == changes.size());
                told.push_back(done);
            }).ok());
    CHECK(told == std::vector<std::size_t>{1, 2, 3, 4, 5});
}

TEST_CASE(
    "whatever call fails, once or for good, all files are old or all are new, and Done is said only of new ones") {
    std::size_t runs = 0;
    for (const Scenario& scenario : scenarios()) {
        for (const FaultStyle style : {FaultStyle::before_effect, FaultStyle::torn_write, FaultStyle::after_effect}) {
            for (const bool from_then_on : {false, true}) {
                for (std::size_t k = 1;; ++k, ++runs) {
                    INFO(scenario.name << ", call " << k << std::string(from_then_on ? " and later" : " once")
                                       << ", style " << static_cast<int>(style));
                    MemoryDisk disk;
                    prepare(disk);
                    const auto old_folders = tree_folders(disk);
                    test::FaultyDisk faulty(disk, Fault{k, from_then_on, ENOSPC, style});
                    const auto result = store::commit(faulty, folders, scenario.changes);
                    if (!faulty.has_failed()) {
                        REQUIRE(k > 10);
                        CHECK(result.ok());
                        break;
                    }
                    if (!result && !from_then_on) CHECK(tree(disk) == old_files());
                    REQUIRE(store::recover(disk, folders).ok());
                    const bool is_new = tree(disk) == with(old_files(), scenario.changes);
                    REQUIRE((is_new || tree(disk) == old_files()));
                    if (!is_new) CHECK(tree_folders(disk) == old_folders);
                    // A process that dies after its last step has no time to say so.
                    const bool may_be_silent = from_then_on && style == FaultStyle::after_effect;
                    if (result.ok() || !may_be_silent) CHECK(result.ok() == is_new);
                    if (!result) CHECK_FALSE(result.error().message.fr.empty());
                    // And the next command works.
                    CHECK(store::commit(disk, folders, {{"people/q.yaml", std::nullopt, "name: Q\n"}}).ok());
                    CHECK(tree(disk).size() == (is_new ? with(old_files(), scenario.changes) : old_files()).size() + 1);
                }
            }
        }
    }
    CHECK(runs > 500);
}

TEST_CASE("taking back may itself be interrupted anywhere and is finished by the next") {
    const Changes changes = scenarios().back().changes;
    for (std::size_t k = 1;; ++k) {
        MemoryDisk start;
        prepare(start);
        test::FaultyDisk dying(start, Fault{k, true});
        const bool done = store::commit(dying, folders, changes).ok();
        if (!dying.has_failed()) break;
        for (std::size_t m = 1;; ++m) {
            INFO("died at call " << k << ", again at call " << m << " of taking back");
            MemoryDisk disk;
            for (const auto& [path, bytes] : start.files("/n")) disk.put(path::join("/n", path), bytes);
            test::FaultyDisk faulty(disk, Fault{m, true, EIO, FaultStyle::torn_write});
            const bool recovered = store::recover(faulty, folders).ok();
            const bool failed = faulty.has_failed();
            if (failed) CHECK_FALSE(recovered);
            REQUIRE(store::recover(disk, folders).ok());
            REQUIRE(tree(disk) == (done ? with(old_files(), changes) : old_files()));
            if (!failed) break;
        }
    }
}

TEST_CASE("a power cut at any moment, whatever it takes that was not synced, leaves all old or all new") {
    std::size_t states = 0;
    for (const Scenario& scenario : scenarios()) {
        for (std::size_t k = 1;; ++k) {
            INFO(scenario.name << ", power cut before call " << k);
            MemoryDisk memory;
            prepare(memory);
            test::PowerCutDisk disk(memory);
            test::FaultyDisk dying(disk, Fault{k, true});
            const bool done = store::commit(dying, folders, scenario.changes).ok();
            const bool said = done && !dying.has_failed();  // who was cut off said nothing
            REQUIRE(disk.pending() <= 16);
            disk.each_state([&](MemoryDisk& state) {
                ++states;
                REQUIRE(store::recover(state, folders).ok());
                const bool is_new = tree(state) == with(old_files(), scenario.changes);
                REQUIRE((is_new || tree(state) == old_files()));
                if (said) REQUIRE(is_new);
            });
            if (!dying.has_failed()) break;
        }
    }
    CHECK(states > 1000);
}

TEST_CASE("a power cut in the middle of many files that are synced together leaves all old or all new") {
    constexpr std::size_t many = 70;  // more than are synced one by one
    Files before;
    Changes changes;
    for (std::size_t i = 0; i < many; ++i) {
        const std::string path = "partners/p" + std::to_string(i) + ".yaml";
        if (i % 3 != 0) before[path] = "name: old " + std::to_string(i) + "\n";
        const std::string after = "name: new and longer " + std::to_string(i) + "\n";
        if (i % 3 == 0)
            changes.push_back({path, std::nullopt, after});
        else
            changes.push_back({path, before[path], i % 3 == 1 ? std::optional(after) : std::nullopt});
    }
    std::size_t states = 0;
    for (std::size_t k = 1;; ++k) {
        INFO("power cut before call " << k);
        MemoryDisk memory;
        for (const auto& [path, bytes] : before) memory.put(path::join("/n", path), bytes);
        memory.put("/n/.git/HEAD", "ref: refs/heads/main\n");
        test::PowerCutDisk disk(memory);
        test::FaultyDisk dying(disk, Fault{k, true});
        const bool said = store::commit(dying, folders, changes).ok() && !dying.has_failed();
        disk.some_states(4, static_cast<unsigned>(k), [&](MemoryDisk& state) {
            ++states;
            REQUIRE(store::recover(state, folders).ok());
            const bool is_new = tree(state) == with(before, changes);
            REQUIRE((is_new || tree(state) == before));
            if (said) REQUIRE(is_new);
        });
        if (!dying.has_failed()) break;
    }
    CHECK(states > 1000);
}

TEST_CASE("a power cut while a change is taken back leaves it to be taken back again") {
    const Changes changes = scenarios().back().changes;
    std::size_t states = 0;
    for (std::size_t k = 1;; ++k) {
        MemoryDisk crashed;
        prepare(crashed);
        test::FaultyDisk dying(crashed, Fault{k, true});
        const bool done = store::commit(dying, folders, changes).ok();
        if (!dying.has_failed()) break;
        for (std::size_t m = 1;; ++m) {
            INFO("died at call " << k << ", power cut before call " << m << " of taking back");
            MemoryDisk memory;
            for (const auto& [path, bytes] : crashed.files("/n")) memory.put(path::join("/n", path), bytes);
            test::PowerCutDisk disk(memory);
            test::FaultyDisk cut(disk, Fault{m, true});
            const bool recovered = store::recover(cut, folders).ok();
            if (disk.pending() <= 10)
                disk.each_state([&](MemoryDisk& state) {
                    ++states;
                    if (recovered) REQUIRE_FALSE(state.get("/n/.git/cafe/journal").has_value());
                    REQUIRE(store::recover(state, folders).ok());
                    REQUIRE(tree(state) == (done ? with(old_files(), changes) : old_files()));
                });
            if (!cut.has_failed()) break;
        }
    }
    CHECK(states > 1000);
}

TEST_CASE("nothing is written when a file is no longer what was read") {
    struct Case {
        std::string_view name;
        void (*meanwhile)(MemoryDisk&);
        std::string_view error;
    };
    const Changes changes{{"partners/a.yaml", "name: A\n", "name: A2\n"},
                          {"partners/b.yaml", "name: B\r\n", std::nullopt},
                          {"partners/c.yaml", std::nullopt, "name: C\n"}};
    const std::vector<Case> cases{
        {"changed", [](MemoryDisk& disk) { disk.put("/n/partners/a.yaml", "name: Autre\n"); },
         "partners/a.yaml has changed in the meantime; nothing was saved"},
        {"changed, same length", [](MemoryDisk& disk) { disk.put("/n/partners/b.yaml", "name: X\r\n"); },
         "partners/b.yaml has changed in the meantime; nothing was saved"},
        {"gone", [](MemoryDisk& disk) { disk.erase("/n/partners/b.yaml"); },
         "partners/b.yaml has changed in the meantime; nothing was saved"},
        {"became a link", [](MemoryDisk& disk) { disk.put_link("/n/partners/a.yaml", "b.yaml"); },
         "partners/a.yaml has changed in the meantime; nothing was saved"},
        {"became a folder",
         [](MemoryDisk& disk) {
             disk.erase("/n/partners/a.yaml");
             disk.put_folder("/n/partners/a.yaml");
         },
         "partners/a.yaml has changed in the meantime; nothing was saved"},
        {"stands already", [](MemoryDisk& disk) { disk.put("/n/partners/c.yaml", "name: C\n"); },
         "partners/c.yaml exists already; nothing was saved"},
        {"stands already as a dead link", [](MemoryDisk& disk) { disk.put_link("/n/partners/c.yaml", "nowhere"); },
         "partners/c.yaml exists already; nothing was saved"},
    };
    for (const Case& row : cases) {
        INFO(row.name);
        MemoryDisk disk;
        prepare(disk);
        row.meanwhile(disk);
        const Files before = tree(disk);
        const auto result = store::commit(disk, folders, changes);
        CHECK(english(result) == row.error);
        CHECK(result.error().kind == ErrorKind::conflict);
        CHECK(tree(disk) == before);
    }
}

TEST_CASE("who saves a file between our last look and our turn keeps what they saved") {
    // A disk on which somebody saves b at the moment a is renamed into place.
    class Meddled final : public test::WrappedDisk {
    public:
        explicit Meddled(MemoryDisk& disk) : Wrapped(disk), memory_(disk) {}
        Result<Done> rename(const std::string& from, const std::string& to, Existing existing) override {
            if (to == "/n/partners/a.yaml") memory_.put("/n/partners/b.yaml", "name: by hand\n");
            return Wrapped::rename(from, to, existing);
        }

    private:
        MemoryDisk& memory_;
    };
    MemoryDisk disk;
    prepare(disk);
    Meddled meddled(disk);
    const auto result = store::commit(meddled, folders,
                                      {{"partners/a.yaml", "name: A\n", "name: A2\n"},
                                       {"partners/b.yaml", "name: B\r\n", "name: B2\r\n"},
                                       {"people/p.yaml", "name: P\n", std::nullopt}});
    CHECK(english(result) == "partners/b.yaml has changed in the meantime; nothing was saved");
    Files expected = old_files();
    expected["partners/b.yaml"] = "name: by hand\n";
    CHECK(tree(disk) == expected);
}

TEST_CASE("paths that lead out of the notebook, into git or through a link are refused, and nothing is written") {
    MemoryDisk disk;
    prepare(disk);
    disk.put("/outside/x.yaml", "secret\n");
    disk.put_link("/n/cafes", "/outside");
    const Files before = tree(disk);
    for (const auto* path : {"../outside/x.yaml", "/outside/x.yaml", "partners/../../outside/x.yaml", "cafes/x.yaml",
                             "cafes/new.yaml", ".git/hooks/post-commit", "partners/.GIT/config", "", "partners/",
                             "a\nb.yaml", "partners//a.yaml", "./cafe.yaml", "cafe.yaml/x.yaml"}) {
        INFO(path);
        CHECK_FALSE(store::commit(disk, folders, {{path, std::nullopt, "x"}}).ok());
        CHECK_FALSE(store::commit(disk, folders, {{path, "secret\n", "x"}}).ok());
        CHECK_FALSE(store::commit(disk, folders, {{path, "secret\n", std::nullopt}}).ok());
    }
    CHECK(tree(disk) == before);
    CHECK(disk.get("/outside/x.yaml") == "secret\n");
    CHECK(english(store::commit(disk, folders, {{"cafes/x.yaml", std::nullopt, "x"}})) ==
          "the way to /n/cafes/x.yaml leads through a link or a file; nothing was saved");
    CHECK(english(store::commit(disk, folders, {{"../x\x1b", std::nullopt, "x"}})) ==
          "../x<U+001B> does not name a file of this folder; nothing was saved");
}

TEST_CASE("one file twice in one change is refused") {
    MemoryDisk disk;
    prepare(disk);
    CHECK(english(store::commit(disk, folders,
                                {{"people/q.yaml", std::nullopt, "1"}, {"people/q.yaml", std::nullopt, "2"}})) ==
          "people/q.yaml stands twice in the same change; nothing was saved");
    CHECK(disk.count_writes() == 0);
}

TEST_CASE("a change that changes nothing does not touch the disk") {
    MemoryDisk disk;
    prepare(disk);
    CHECK(store::commit(disk, folders, {}).ok());
    CHECK(store::commit(disk, folders, {{"partners/a.yaml", "name: A\n", "name: A\n"}}).ok());
    CHECK(disk.log().empty());
}

TEST_CASE("where nothing was left, recovering asks one question and writes nothing") {
    MemoryDisk disk;
    prepare(disk);
    CHECK(store::recover(disk, folders).value() == Recovery{});
    CHECK(disk.log() == std::vector<test::Call>{{"info", "/n/.git/cafe/journal"}});
}

TEST_CASE("a changed file keeps its mode, also when the change is taken back") {
    for (const bool fails : {false, true}) {
        MemoryDisk disk;
        prepare(disk);
        disk.set_mode("/n/partners/a.yaml", 0600);
        const Changes changes{{"partners/a.yaml", "name: A\n", "name: A2\n"}, {"partners/b.yaml", "name: B\r\n", "b"}};
        if (fails) disk.set_mode("/n/people", 0555);
        Changes wanted = changes;
        if (fails) wanted.push_back({"people/p.yaml", "name: P\n", "name: P2\n"});
        CHECK(store::commit(disk, folders, wanted).ok() != fails);
        CHECK(disk.info("/n/partners/a.yaml").value()->mode == 0600);
        CHECK(disk.get("/n/partners/a.yaml") == (fails ? "name: A\n" : "name: A2\n"));
    }
}

TEST_CASE("a full disk is said in plain words, with the file that people know and what to do") {
    MemoryDisk disk;
    prepare(disk);
    const Changes changes{{"partners/a.yaml", "name: A\n", "name: A2\n"}};
    std::vector<std::string> messages;
    for (std::size_t k = 1;; ++k) {
        test::FaultyDisk faulty(disk, Fault{k, false, ENOSPC});
        const auto result = store::commit(faulty, folders, changes);
        if (result) break;
        CHECK(result.error().kind == ErrorKind::environment);
        CHECK(result.error().message.en.ends_with(": the disk is full; nothing was saved"));
        CHECK(result.error().remedy.en == "free some space, then run the command again");
        messages.push_back(result.error().message.fr);
    }
    CHECK(std::find(messages.begin(), messages.end(),
                    "impossible d'écrire partners/a.yaml : le disque est plein ; rien n'a été enregistré") !=
          messages.end());
}

TEST_CASE("when not even taking back works, the message says that the next command will") {
    bool seen = false;
    for (std::size_t k = 1;; ++k) {
        MemoryDisk disk;
        prepare(disk);
        test::FaultyDisk faulty(disk, Fault{k, true, EIO});
        const auto result = store::commit(faulty, folders, scenarios().back().changes);
        if (!faulty.has_failed()) break;
        if (result) continue;
        const bool half_way = result.error().message.en.find("left half-way") != std::string::npos;
        seen = seen || half_way;
        if (tree(disk) != old_files()) CHECK(half_way);
    }
    CHECK(seen);
}

TEST_CASE("a file edited by hand after a crash stays as it is, the others are taken back") {
    MemoryDisk disk;
    prepare(disk);
    const Changes changes{{"partners/a.yaml", "name: A\n", "name: A2\n"},
                          {"partners/b.yaml", "name: B\r\n", "name: B2\r\n"}};
    // Dies when both are renamed and nothing else is done: the first call that syncs the records' folder.
    for (std::size_t k = 1; disk.get("/n/partners/b.yaml") != "name: B2\r\n"; ++k) {
        REQUIRE(k < 100);
        REQUIRE(store::recover(disk, folders).ok());
        test::FaultyDisk dying(disk, Fault{k, true, EIO});
        REQUIRE_FALSE(store::commit(dying, folders, changes).ok());
    }
    disk.put("/n/partners/b.yaml", "name: by hand\n");
    CHECK(store::recover(disk, folders).value() == Recovery{{"partners/a.yaml"}, {"partners/b.yaml"}});
    CHECK(disk.get("/n/partners/a.yaml") == "name: A\n");
    CHECK(disk.get("/n/partners/b.yaml") == "name: by hand\n");
    CHECK(tree(disk).size() == old_files().size());
    CHECK(store::recover(disk, folders).value() == Recovery{});
}

TEST_CASE("a damaged journal is never guessed at") {
    MemoryDisk disk;
    prepare(disk);
    disk.put("/n/.git/cafe/journal", "cafe-journal 1\nfolders 0\nfiles");
    const auto result = store::recover(disk, folders);
    REQUIRE_FALSE(result);
    CHECK(result.error().message.en ==
          "/n/.git/cafe/journal is damaged: there is no telling how far the last change had come");
    CHECK_FALSE(result.error().remedy.empty());
    CHECK_FALSE(store::commit(disk, folders, {{"people/q.yaml", std::nullopt, "x"}}).ok());
    CHECK(tree(disk) == old_files());
}

TEST_CASE("a journal is read back as written, and not at all when a byte is missing or another") {
    const store::Journal journal{
        {"meetings", "meetings/2026"},
        {{"a.yaml", ".cafe-1.tmp", 0600U, "old\n", std::nullopt},
         {"meetings/2026/m.yaml", "meetings/2026/.cafe-2.tmp", std::nullopt, std::nullopt, std::string("\0\n-", 3)},
         {"e.yaml", ".cafe-3.tmp", 0644U, "", "x"}}};
    const std::string text = store::write_journal(journal);
    CHECK(store::read_journal(text) == journal);
    CHECK(store::read_journal(store::write_journal({})) == store::Journal{});
    for (std::size_t i = 0; i < text.size(); ++i) {
        CHECK_FALSE(store::read_journal(text.substr(0, i)).has_value());
        std::string wrong = text;
        wrong[i] = static_cast<char>(wrong[i] ^ 1);
        CHECK_FALSE(store::read_journal(wrong).has_value());
    }
    CHECK_FALSE(store::read_journal(text + "x").has_value());
    for (const auto* path : {"../a", "/a", ".git/config", ""}) {
        CHECK_FALSE(store::read_journal(store::write_journal({{path}, {}})).has_value());
        CHECK_FALSE(store::read_journal(store::write_journal({{}, {{path, "t", {}, {}, {}}}})).has_value());
        CHECK_FALSE(store::read_journal(store::write_journal({{}, {{"a", path, {}, {}, {}}}})).has_value());
    }
}

TEST_CASE("the state folder may lie outside the notebook, and is made") {
    MemoryDisk disk;
    prepare(disk);
    const Folders elsewhere{"/n", "/home/marie/.local/state/cafe/0123"};
    CHECK(store::commit(disk, elsewhere, {{"people/p.yaml", "name: P\n", "name: P2\n"}}).ok());
    CHECK(disk.get("/n/people/p.yaml") == "name: P2\n");
    CHECK(disk.folders("/n/.git").empty());
    CHECK(store::last_change(disk, elsewhere).value()->size() == 1);
    CHECK_FALSE(store::last_change(disk, folders).value().has_value());
}

TEST_CASE("while another command holds the lock nothing is written") {
    MemoryDisk disk;
    prepare(disk);
    disk.put_folder("/n/.git/cafe");
    const auto lock = disk.lock("/n/.git/cafe/lock", 0);
    const auto result = store::commit(disk, folders, {{"people/p.yaml", "name: P\n", "name: P2\n"}});
    CHECK(english(result) ==
          "cannot lock /n/.git/cafe/lock: another cafe command is writing in this notebook; nothing was saved");
    CHECK(tree(disk) == old_files());
}

TEST_CASE("a change goes to the device in an order that a power cut cannot break") {
    MemoryDisk disk;
    prepare(disk);
    disk.put_folder("/n/.git/cafe");
    REQUIRE(store::commit(disk, folders, {{"partners/a.yaml", "name: A\n", "name: A2\n"}}).ok());
    std::vector<std::string> writes;
    for (const auto& [name, path] : disk.log()) {
        if (name == "info" || name == "read") continue;
        const bool temporary = path::name(path).starts_with(".cafe-");
        writes.push_back(name + " " + (temporary ? "/n/partners/.cafe-….tmp" : path));
    }
    CHECK(writes == std::vector<std::string>{
                        "make_folder /n/.git/cafe", "lock /n/.git/cafe/lock", "remove /n/.git/cafe/journal.tmp",
                        "create /n/.git/cafe/journal.tmp", "rename /n/.git/cafe/journal", "sync_folder /n/.git/cafe",
                        "create /n/partners/.cafe-….tmp", "rename /n/partners/a.yaml", "sync_folder /n/partners",
                        "rename /n/.git/cafe/last-change", "sync_folder /n/.git/cafe"});
}

TEST_CASE("many files go to the device together, before the first of them takes its place") {
    MemoryDisk disk;
    prepare(disk);
    store::Changes changes;
    for (int i = 0; i < 100; ++i)
        changes.push_back({"people/n" + std::to_string(i) + ".yaml", std::nullopt, "name: N\n"});
    REQUIRE(store::commit(disk, folders, changes).ok());
    std::string order;
    for (const auto& [name, path] : disk.log())
        if (path.starts_with("/n/people") && name != "info" && name != "read")
            if (!order.ends_with(name + " ")) order += name + " ";
    CHECK(order == "create_unsynced sync_folder rename sync_folder ");
    CHECK(disk.count("create_unsynced") == 100);
}

TEST_CASE("four writers and a reader on a real disk lose no update and never see half a file") {
    const test::TemporaryFolder folder;
    const Folders here{folder.path(), path::join(folder.path(), ".git/cafe")};
    const std::string path = path::join(folder.path(), "count.yaml");
    constexpr int writers = 4;
    constexpr int updates = 15;
    const auto text = [](long long n) { return std::to_string(n) + std::string(20'000, '.') + "\n"; };
    const auto number = [](const std::string& bytes) { return text::to_integer(bytes.substr(0, bytes.find('.'))); };
    REQUIRE(store::commit(*real_disk(), here, {{"count.yaml", std::nullopt, text(0)}}).ok());
    std::atomic<int> torn = 0;
    std::atomic<bool> finished = false;
    std::thread reader([&] {
        const auto disk = real_disk();
        while (!finished) {
            const auto bytes = disk->read(path, 100'000);
            if (!bytes || !number(*bytes) || *bytes != text(*number(*bytes))) ++torn;
        }
    });
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([&] {
            const auto disk = real_disk();
            for (int done = 0; done < updates;) {
                const auto before = disk->read(path, 100'000);
                const auto result = store::commit(*disk, here, {{"count.yaml", *before, text(*number(*before) + 1)}});
                if (result)
                    ++done;
                else if (result.error().kind != ErrorKind::conflict)
                    ++failures, ++done;
            }
        });
    for (std::thread& thread : threads) thread.join();
    finished = true;
    reader.join();
    CHECK(failures == 0);
    CHECK(torn == 0);
    CHECK(real_disk()->read(path, 100'000).value() == text(writers * updates));
}
