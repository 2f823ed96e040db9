#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/digest.hpp"
#include "base/disk.hpp"
#include "base/disk_error.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace cafe;
using test::Fault;
using test::FaultStyle;

namespace {

// One folder on a disk, and how what was answered reads in a table: "ok", a value, or the English reason.
struct Session {
    Disk& disk;
    std::string root;
    std::function<void(const std::string& target, const std::string& path)> link;

    [[nodiscard]] std::string at(const std::string& name) const { return path::join(root, name); }
    template <class T>
    std::string refused(const Result<T>& result) const {
        return text::replace_all(result.error().message.en, root, "R");
    }
    std::string say(const Result<Done>& result) const { return result ? "ok" : refused(result); }
    std::string say(const Result<std::string>& result) const { return result ? "“" + *result + "”" : refused(result); }
    std::string say(const Result<std::optional<FileInfo>>& result) const {
        if (!result) return refused(result);
        if (!result->has_value()) return "none";
        constexpr std::array kinds{"file", "folder", "link", "other"};
        return kinds.at(static_cast<std::size_t>(result.value()->kind));
    }
    std::string say(const Result<std::vector<FolderEntry>>& result) const {
        if (!result) return refused(result);
        std::string out;
        constexpr std::array marks{"", "/", "@", "?"};
        for (const auto& [name, kind] : *result) out += name + marks.at(static_cast<std::size_t>(kind)) + " ";
        return out;
    }

    std::string create(const std::string& name, std::string_view bytes = "x") const {
        return say(disk.create(at(name), bytes, std::nullopt));
    }
    std::string read(const std::string& name, std::size_t limit = 1000) const {
        return say(disk.read(at(name), limit));
    }
    std::string info(const std::string& name) const { return say(disk.info(at(name))); }
    std::string list(const std::string& name) const { return say(disk.list(at(name))); }
    std::string folder(const std::string& name) const { return say(disk.make_folder(at(name))); }
    std::string remove(const std::string& name) const { return say(disk.remove(at(name))); }
    std::string remove_folder(const std::string& name) const { return say(disk.remove_empty_folder(at(name))); }
    std::string sync(const std::string& name) const { return say(disk.sync_folder(at(name))); }
    std::string rename(const std::string& from, const std::string& to, Existing existing) const {
        return say(disk.rename(at(from), at(to), existing));
    }
};

// Braces, unlike +, are read from left to right.
std::string in_order(const std::vector<std::string>& answers) {
    return text::join(answers, "; ");
}

void on_each_disk(const std::function<void(Session&)>& use) {
    {
        INFO("on the disk in memory");
        test::MemoryDisk disk;
        disk.put_folder("/tmp/root");
        disk.put_other("/dev/null");
        Session session{disk, "/tmp/root", [&](const auto& target, const auto& path) { disk.put_link(path, target); }};
        use(session);
    }
    {
        INFO("on the real disk");
        const test::TemporaryFolder folder;
        const auto disk = real_disk();
        Session session{*disk, folder.path(),
                        [](const auto& target, const auto& path) { std::filesystem::create_symlink(target, path); }};
        use(session);
    }
}

}  // namespace

TEST_CASE("the disk in memory and the real one answer alike") {
    struct Case {
        std::string_view name;
        std::string (*steps)(Session&);
        std::string_view answers;
    };
    // Files a = "x", folder f with f/b = "y", link l → a, link lf → f, link dead → nowhere.
    const std::vector<Case> cases{
        {"a file is read whole", [](Session& s) { return s.read("a"); }, "“x”"},
        {"as many bytes as the limit are read", [](Session& s) { return s.read("a", 1); }, "“x”"},
        {"one byte more is refused", [](Session& s) { return s.read("a", 0); },
         "cannot read R/a: the file is larger than 0 bytes"},
        {"a missing file is refused", [](Session& s) { return s.read("none"); },
         "cannot read R/none: there is no such file or folder"},
        {"a folder is not read", [](Session& s) { return s.read("f"); }, "cannot read R/f: it is a folder, not a file"},
        {"a link is not read", [](Session& s) { return s.read("l"); },
         "cannot read R/l: it is a link, and links are not followed"},
        {"a dead link is not read", [](Session& s) { return s.read("dead"); },
         "cannot read R/dead: it is a link, and links are not followed"},
        {"a link to a folder on the way is followed", [](Session& s) { return s.read("lf/b"); }, "“y”"},
        {"a device is not read", [](Session& s) { return s.say(s.disk.read("/dev/null", 9)); },
         "cannot read /dev/null: it is not an ordinary file"},
        {"a file is no folder on the way", [](Session& s) { return s.read("a/b"); },
         "cannot read R/a/b: a part of the path is not a folder"},
        {"a NUL does not cut a path", [](Session& s) { return s.info(std::string("a\0b", 3)); }, "none"},

        {"info tells the kinds apart",
         [](Session& s) {
             return in_order({s.info("a"), s.info("f"), s.info("l"), s.info("lf"), s.info("dead")});
         },
         "file; folder; link; link; link"},
        {"what is not there has no info",
         [](Session& s) {
             return in_order({s.info("none"), s.info("none/x"), s.info("a/b")});
         },
         "none; none; none"},
        {"info knows a device", [](Session& s) { return s.say(s.disk.info("/dev/null")); }, "other"},

        {"a folder is listed in byte order",
         [](Session& s) {
             s.create("é");
             s.create("B");
             s.create("c.yaml");
             s.create("c-d.yaml");
             return s.list("");
         },
         "B a c-d.yaml c.yaml dead@ f/ l@ lf@ é "},
        {"a missing folder is empty", [](Session& s) { return s.list("none"); }, ""},
        {"a file is not listed", [](Session& s) { return s.list("a"); },
         "cannot read R/a: a part of the path is not a folder"},
        {"a link to a folder is not listed", [](Session& s) { return s.list("lf"); },
         "cannot read R/lf: a part of the path is not a folder"},

        {"folders are made with those above",
         [](Session& s) {
             return in_order({s.folder("x/y/z"), s.info("x/y/z")});
         },
         "ok; folder"},
        {"a folder that stands is made",
         [](Session& s) {
             return in_order({s.folder("f"), s.read("f/b")});
         },
         "ok; “y”"},
        {"a file is in the way of a folder", [](Session& s) { return s.folder("a"); },
         "cannot make the folder R/a: a file or folder of this name is already there"},
        {"a file is in the way of a folder above", [](Session& s) { return s.folder("a/b/c"); },
         "cannot make the folder R/a/b/c: a part of the path is not a folder"},
        {"a link is no folder to make", [](Session& s) { return s.folder("lf"); },
         "cannot make the folder R/lf: a file or folder of this name is already there"},
        {"a dead link is in the way", [](Session& s) { return s.folder("dead/x"); },
         "cannot make the folder R/dead: a file or folder of this name is already there"},

        {"a file is written",
         [](Session& s) {
             return in_order({s.create("n", "new\r\n"), s.read("n")});
         },
         "ok; “new\r\n”"},
        {"an empty file is written",
         [](Session& s) {
             return in_order({s.create("n", ""), s.read("n")});
         },
         "ok; “”"},
        {"a file that stands is kept",
         [](Session& s) {
             return in_order({s.create("a", "new"), s.read("a")});
         },
         "cannot write R/a: a file or folder of this name is already there; “x”"},
        {"a link is not written through",
         [](Session& s) {
             return in_order({s.create("dead", "new"), s.info("nowhere")});
         },
         "cannot write R/dead: a file or folder of this name is already there; none"},
        {"a folder that is not there is not made", [](Session& s) { return s.create("none/n"); },
         "cannot write R/none/n: there is no such file or folder"},
        {"nor one of the same name",
         [](Session& s) {
             return in_order({s.create("none/none"), s.info("none")});
         },
         "cannot write R/none/none: there is no such file or folder; none"},
        {"a name may have 255 bytes, no more",
         [](Session& s) {
             return in_order({s.create(std::string(255, 'n')), s.info(std::string(256, 'n')).substr(0, 11)});
         },
         "ok; cannot read"},

        {"a file is renamed",
         [](Session& s) {
             return in_order({s.rename("a", "n", Existing::keep), s.read("n"), s.info("a")});
         },
         "ok; “x”; none"},
        {"a file replaces another",
         [](Session& s) {
             return in_order({s.rename("a", "f/b", Existing::replace), s.read("f/b")});
         },
         "ok; “x”"},
        {"or leaves it where it must",
         [](Session& s) {
             return in_order({s.rename("a", "f/b", Existing::keep), s.read("f/b"), s.read("a")});
         },
         "cannot write R/f/b: a file or folder of this name is already there; “y”; “x”"},
        {"a link is replaced, not followed",
         [](Session& s) {
             return in_order({s.rename("f/b", "l", Existing::replace), s.read("l"), s.read("a")});
         },
         "ok; “y”; “x”"},
        {"a dead link stands", [](Session& s) { return s.rename("a", "dead", Existing::keep); },
         "cannot write R/dead: a file or folder of this name is already there"},
        {"a folder is not replaced by a file", [](Session& s) { return s.rename("a", "f", Existing::replace); },
         "cannot write R/f: it is a folder, not a file"},
        {"a folder is renamed with all in it",
         [](Session& s) {
             return in_order({s.rename("f", "n", Existing::keep), s.read("n/b"), s.info("f")});
         },
         "ok; “y”; none"},
        {"and replaces nothing",
         [](Session& s) {
             return in_order({s.rename("f", "a", Existing::keep), s.read("a"), s.read("f/b")});
         },
         "cannot write R/a: a file or folder of this name is already there; “x”; “y”"},
        {"what is not there is not renamed", [](Session& s) { return s.rename("none", "n", Existing::replace); },
         "cannot write R/n: there is no such file or folder"},
        {"nor into a folder that is not there",
         [](Session& s) {
             return in_order({s.rename("a", "none/a", Existing::keep), s.read("a")});
         },
         "cannot write R/none/a: there is no such file or folder; “x”"},

        {"a file is removed",
         [](Session& s) {
             return in_order({s.remove("a"), s.info("a")});
         },
         "ok; none"},
        {"one that is not there is gone",
         [](Session& s) {
             return in_order({s.remove("none"), s.remove("none/x"), s.remove("a/x")});
         },
         "ok; ok; ok"},
        {"a link is removed, not its file",
         [](Session& s) {
             return in_order({s.remove("l"), s.info("l"), s.read("a")});
         },
         "ok; none; “x”"},
        {"a folder is not removed as a file", [](Session& s) { return s.remove("f"); },
         "cannot remove R/f: it is a folder, not a file"},
        {"an empty folder goes",
         [](Session& s) {
             s.remove("f/b");
             return in_order({s.remove_folder("f"), s.info("f")});
         },
         "ok; none"},
        {"a full one stays",
         [](Session& s) {
             return in_order({s.remove_folder("f"), s.read("f/b")});
         },
         "ok; “y”"},
        {"a file is no folder to remove",
         [](Session& s) {
             return in_order({s.remove_folder("a"), s.remove_folder("none"), s.read("a")});
         },
         "ok; ok; “x”"},

        {"a folder is synced",
         [](Session& s) {
             return in_order({s.sync("f"), s.sync("")});
         },
         "ok; ok"},
        {"a missing folder is not synced", [](Session& s) { return s.sync("none"); },
         "cannot write R/none: there is no such file or folder"},
    };
    for (const Case& row : cases) {
        on_each_disk([&](Session& session) {
            REQUIRE(session.create("a", "x") == "ok");
            REQUIRE(session.folder("f") == "ok");
            REQUIRE(session.create("f/b", "y") == "ok");
            session.link("a", session.at("l"));
            session.link("f", session.at("lf"));
            session.link("nowhere", session.at("dead"));
            INFO(row.name);
            CHECK(row.steps(session) == row.answers);
        });
    }
}

TEST_CASE("info notices every change of a file") {
    on_each_disk([](Session& session) {
        const auto info = [&](const std::string& name) { return session.disk.info(session.at(name)).value().value(); };
        REQUIRE(session.create("a", "old") == "ok");
        REQUIRE(session.create("b", "new!") == "ok");
        const FileInfo before = info("a");
        CHECK(before.size == 3);
        CHECK(info("a") == before);
        const FileInfo other = info("b");
        CHECK(other.inode != before.inode);
        CHECK(other.modified >= before.modified);
        REQUIRE(session.rename("b", "a", Existing::replace) == "ok");
        CHECK(info("a") == other);
    });
}

TEST_CASE("a file gets the mode it is given") {
    on_each_disk([](Session& session) {
        for (const unsigned mode : {0600U, 0644U, 0664U, 0755U}) {
            const std::string path = session.at(std::to_string(mode));
            REQUIRE(session.disk.create(path, "x", mode));
            CHECK(session.disk.info(path).value()->mode == mode);
        }
        REQUIRE(session.disk.create_unsynced(session.at("unsynced"), "x", 0600U));
        CHECK(session.disk.info(session.at("unsynced")).value()->mode == 0600U);
    });
}

TEST_CASE("a file of several megabytes comes back byte for byte") {
    on_each_disk([](Session& session) {
        std::string bytes;
        for (int i = 0; bytes.size() < 3'000'000; ++i) bytes += std::to_string(i) + std::string("\0\xFF\n", 3);
        REQUIRE(session.create("big", bytes) == "ok");
        CHECK(session.disk.read(session.at("big"), 4'000'000).value() == bytes);
    });
}

TEST_CASE("a file that is longer than its size says is read to its end, and no further than the limit") {
    const auto disk = real_disk();
    const std::string path = "/proc/self/status";  // a file of size 0 with a kilobyte in it
    if (!disk->info(path).value().has_value()) return;
    REQUIRE(disk->info(path).value()->size == 0);
    CHECK(disk->read(path, 1'000'000).value().find("\nPid:") != std::string::npos);
    CHECK_FALSE(disk->read(path, 0).ok());
    CHECK(disk->read(path, 100).error().message.en ==
          "cannot read /proc/self/status: the file is larger than 100 bytes");
}

TEST_CASE("a lock is held by one, and free when it goes") {
    on_each_disk([](Session& session) {
        const std::string path = session.at("lock");
        auto first = session.disk.lock(path, 0);
        REQUIRE(first);
        const auto second = session.disk.lock(path, 0);
        REQUIRE_FALSE(second);
        CHECK(second.error().kind == ErrorKind::environment);
        CHECK(second.error().message.en.ends_with("another cafe command is writing in this notebook"));
        CHECK_FALSE(second.error().remedy.empty());
        first.value().reset();
        CHECK(session.disk.lock(path, 0).ok());
        CHECK_FALSE(session.disk.lock(session.at("none/lock"), 0).ok());
    });
}

TEST_CASE("who waits for a lock gets it when it becomes free") {
    const test::TemporaryFolder folder;
    const auto disk = real_disk();
    const std::string path = path::join(folder.path(), "lock");
    auto first = disk->lock(path, 0);
    REQUIRE(first);
    std::atomic<bool> released = false;
    std::thread holder([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        released = true;
        first.value().reset();
    });
    const auto second = disk->lock(path, 10);
    holder.join();
    CHECK(second.ok());
    CHECK(released);
}

TEST_CASE("the current folder is absolute and an empty path means it") {
    test::MemoryDisk memory("/home/marie");
    CHECK(memory.current_folder().value() == "/home/marie");
    memory.put("note", "x");
    CHECK(memory.list("").value() == std::vector<FolderEntry>{{"note", FileKind::file}});
    const auto disk = real_disk();
    CHECK(disk->current_folder().value() == std::filesystem::current_path().string());
    CHECK(disk->info("").value()->kind == FileKind::folder);
}

TEST_CASE("the disk in memory refuses what its modes forbid") {
    test::MemoryDisk disk;
    disk.put("f/a", "x");
    disk.set_mode("f/a", 0);
    CHECK(disk.read("f/a", 9).error().message.en == "cannot read f/a: you do not have the right to");
    disk.set_mode("f", 0555);
    CHECK_FALSE(disk.create("f/b", "x", std::nullopt).ok());
    CHECK_FALSE(disk.remove("f/a").ok());
    CHECK_FALSE(disk.rename("f/a", "a", Existing::keep).ok());
    CHECK_FALSE(disk.make_folder("f/g").ok());
    disk.set_mode("f", 0);
    CHECK_FALSE(disk.info("f/a").ok());
    CHECK_FALSE(disk.list("f").ok());
}

TEST_CASE("the disk in memory knows which files were read") {
    test::MemoryDisk disk("/n");
    disk.put("partners/a.yaml", "a");
    CHECK(disk.log().empty());
    static_cast<void>(disk.read("partners/a.yaml", 9));
    static_cast<void>(disk.info("/n/partners/../cafe.yaml"));
    CHECK(disk.paths_of("read") == std::vector<std::string>{"/n/partners/a.yaml"});
    CHECK(disk.paths_of("info") == std::vector<std::string>{"/n/cafe.yaml"});
    CHECK(disk.count_writes() == 0);
    static_cast<void>(disk.remove("partners/a.yaml"));
    CHECK(disk.count_writes() == 1);
    CHECK(disk.files("/n").empty());
    CHECK(disk.folders("/n") == std::vector<std::string>{"partners"});
}

TEST_CASE("a faulty disk fails where it is told, once or for good") {
    struct Case {
        Fault fault;
        std::string_view outcome;  // of four writes: + done, - refused
        std::string_view file;     // what the second one left
    };
    for (const auto& [fault, outcome, file] :
         {Case{{}, "++++", "22"}, Case{{2, false, ENOSPC}, "+-++", "none"}, Case{{2, true, ENOSPC}, "+---", "none"},
          Case{{2, false, EIO, FaultStyle::torn_write}, "+-++", "2"},
          Case{{2, true, EIO, FaultStyle::torn_write}, "+---", "2"},
          Case{{2, true, EIO, FaultStyle::after_effect}, "+---", "22"}, Case{{5, true}, "++++", "22"}}) {
        test::MemoryDisk memory;
        test::FaultyDisk disk(memory, fault);
        std::string seen;
        for (const auto* name : {"1", "2", "3", "4"})
            seen += disk.create(name, std::string(name) + name, std::nullopt) ? '+' : '-';
        CHECK(seen == outcome);
        CHECK(memory.get("2").value_or("none") == file);
        CHECK(disk.calls() == 4);
    }
}

TEST_CASE("every reason is said in both languages, unknown ones by their number") {
    for (const int code : {ENOENT, EACCES, EPERM, EEXIST, ENOTDIR,      EISDIR, ELOOP, ENOSPC, EDQUOT, EROFS, EMFILE,
                           ENFILE, ENOMEM, EIO,   EFBIG,  ENAMETOOLONG, EBUSY,  EXDEV, EINVAL, ENOLCK, ESTALE}) {
        CHECK(reason(code).en.find("number") == std::string::npos);
        CHECK(reason(code).fr != reason(code).en);
        CHECK(remedy_for(code).fr.empty() == remedy_for(code).en.empty());
    }
    CHECK(reason(9999) == Words{"erreur du système numéro 9999", "system error number 9999"});
    CHECK(remedy_for(9999).empty());
    const Error full = disk_error(cannot_write, "partners/a.yaml", ENOSPC);
    CHECK(full.message == Words{"impossible d'écrire partners/a.yaml : le disque est plein",
                                "cannot write partners/a.yaml: the disk is full"});
    CHECK(full.remedy.en == "free some space, then run the command again");
    CHECK(disk_error(cannot_read, "a\x1b[31m\xE2\x80\xAE", ENOENT).message.en.find('\x1b') == std::string::npos);
}

TEST_CASE("paths are joined and cut as text") {
    struct Case {
        std::string_view path, parent, name, normal;
    };
    for (const Case& row :
         {Case{"a/b", "a", "b", "a/b"}, Case{"a", "", "a", "a"}, Case{"/a", "/", "a", "/a"}, Case{"/", "/", "", "/"},
          Case{"", "", "", ""}, Case{"a/b/", "a", "b", "a/b"}, Case{"a//b", "a", "b", "a/b"},
          Case{"./a/../b", "./a/..", "b", "b"}, Case{"../a", "..", "a", "../a"}, Case{"/../a", "/..", "a", "/a"},
          Case{"../../a/..", "../../a", "..", "../.."}, Case{".", "", ".", ""}, Case{"//a", "/", "a", "/a"}}) {
        INFO(row.path);
        CHECK(path::parent(row.path) == row.parent);
        CHECK(path::name(row.path) == row.name);
        CHECK(path::normal(row.path) == row.normal);
    }
    CHECK(path::join("a", "b") == "a/b");
    CHECK(path::join("a/", "b") == "a/b");
    CHECK(path::join("", "b") == "b");
    CHECK(path::join(".", "b") == "b");
    CHECK(path::join("a", "/b") == "/b");
    CHECK(path::join("a", "") == "a");
    CHECK(path::join("/", "b") == "/b");
}

TEST_CASE("only plain names lead beneath a folder") {
    for (const auto* good :
         {"a", "partners/ccas-fumel.yaml", ".gitignore", "a/.github/b", "é/ü.html", "a b", "..a", "git"})
        CHECK(path::is_beneath(good));
    for (const std::string_view bad :
         std::initializer_list<std::string_view>{"",     "/",           "/etc/passwd",
                                                 "..",   "../a",        "a/../b",
                                                 "a/..", ".",           "./a",
                                                 "a/.",  "a//b",        "a/",
                                                 ".git", ".git/config", "a/.GIT/hooks/x",
                                                 "a\nb", "a\x1b",       "a\x7f",
                                                 "a\\b", "..\\a",       std::string_view("a\0b", 3)})
        CHECK_FALSE(path::is_beneath(bad));
}

TEST_CASE("a digest is the same on every machine and tells order, cuts and lengths apart") {
    CHECK(digest_of("") == "c8276c9f449940e7721566e81e4342ec");
    CHECK(digest_of("a") == "9bc9df7028fbd3c986ee3713135b294a");
    CHECK(digest_of("Café partenaires de Fumel") == "687592fd121931a4e060b1ad05d09d81");
    const auto of = [](std::initializer_list<std::string_view> parts) {
        Digest digest;
        for (const std::string_view part : parts) digest.add(part);
        return digest.hex();
    };
    std::set<std::string> all{of({}),
                              of({""}),
                              of({"", ""}),
                              of({"a"}),
                              of({"a", ""}),
                              of({"", "a"}),
                              of({"ab"}),
                              of({"a", "b"}),
                              of({"b", "a"}),
                              of({"ba"}),
                              of({"abcdefgh"}),
                              of({"abcdefg", "h"}),
                              of({"abcdefghi"}),
                              of({"abcdefgh", "i"}),
                              of({std::string_view("a\0", 2)}),
                              of({std::string_view("\0", 1)})};
    CHECK(all.size() == 16);
    // Each bit of a text counts.
    std::string text(40, 'x');
    for (std::size_t i = 0; i < text.size() * 8; ++i) {
        text[i / 8] = static_cast<char>(text[i / 8] ^ (1 << i % 8));
        CHECK(all.insert(digest_of(text)).second);
    }
}

TEST_CASE("a fingerprint is the one of FNV-1a") {
    CHECK(fingerprint("") == "cbf29ce484222325");
    CHECK(fingerprint("a") == "af63dc4c8601ec8c");
    CHECK(fingerprint("foobar") == "85944171f73967e8");
}
