#include "git/snapshot.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/fake_process.hpp"
#include "support/temporary_folder.hpp"

using namespace cafe;
using git::Version;

namespace {

// A repository of this machine with its own identity.
class Clone {
public:
    Clone() : process_(real_process()), disk_(real_disk()) {
        run({"init", "--quiet", "-b", "main"});
        run({"config", "user.name", "Essai"});
        run({"config", "user.email", "essai@example.org"});
    }
    void run(const std::vector<std::string>& arguments) {
        const auto finished = process_->run(git::command(arguments), path(), "");
        REQUIRE(finished);
        CHECK_MESSAGE(finished->code == 0, finished->err);
    }
    void write(const std::string& file, const std::string& bytes) const {
        const std::filesystem::path whole = std::filesystem::path(path()) / file;
        std::filesystem::create_directories(whole.parent_path());
        std::ofstream(whole, std::ios::binary) << bytes;
    }
    [[nodiscard]] std::string path() const { return folder_.path(); }
    [[nodiscard]] git::Repository repository() const {
        auto found = git::find(*disk_, path());
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }
    [[nodiscard]] std::unique_ptr<Disk> at(Version version, const std::string& below = "") const {
        auto disk = git::snapshot(*process_, repository(), path::join(repository().top, below), version);
        REQUIRE(disk);
        return std::move(*disk);
    }
    [[nodiscard]] std::vector<std::string> staged(const std::string& below = "") const {
        auto files = git::staged_files(*process_, repository(), path::join(repository().top, below));
        REQUIRE(files);
        return *files;
    }
    [[nodiscard]] Process& process() const { return *process_; }

private:
    test::TemporaryFolder folder_;
    std::unique_ptr<Process> process_;
    std::unique_ptr<Disk> disk_;
};

constexpr std::size_t limit = 1024 * 1024;

}  // namespace

TEST_CASE("what is staged is read from git, whatever the folder holds by now") {
    Clone clone;
    clone.write("cafe.yaml", "name: Réseau\r\n");
    clone.write("partners/été à l'eau.yaml", "name: un\n");
    clone.run({"add", "."});
    clone.write("partners/été à l'eau.yaml", "name: deux, pas encore ajouté\n");
    clone.write("partners/new.yaml", "name: non ajouté\n");
    const auto staged = clone.at(Version::staged);
    CHECK(*staged->read(path::join(clone.repository().top, "cafe.yaml"), limit) == "name: Réseau\r\n");
    CHECK(*staged->read("partners/été à l'eau.yaml", limit) == "name: un\n");
    CHECK_FALSE(staged->read("partners/new.yaml", limit));
    const auto entries = staged->list("partners");
    REQUIRE(entries);
    REQUIRE(entries->size() == 1);
    CHECK(entries->front().name == "été à l'eau.yaml");
    CHECK(clone.staged() == std::vector<std::string>{"cafe.yaml", "partners/été à l'eau.yaml"});
    CHECK(clone.at(Version::last)->list("")->empty());
}

TEST_CASE("what was committed stays apart from what is staged; a file that goes is in neither list") {
    Clone clone;
    clone.write("cafe.yaml", "name: a\n");
    clone.write("partners/a.yaml", "name: a\n");
    clone.write("partners/b.yaml", "name: b\n");
    clone.run({"add", "."});
    clone.run({"commit", "--quiet", "-m", "un"});
    clone.run({"rm", "--quiet", "partners/b.yaml"});
    clone.write("partners/a.yaml", "name: autre\n");
    clone.run({"add", "."});
    CHECK(clone.staged() == std::vector<std::string>{"partners/a.yaml"});
    CHECK(*clone.at(Version::last)->read("partners/a.yaml", limit) == "name: a\n");
    CHECK(*clone.at(Version::last)->read("partners/b.yaml", limit) == "name: b\n");
    CHECK(*clone.at(Version::staged)->read("partners/a.yaml", limit) == "name: autre\n");
    CHECK_FALSE(clone.at(Version::staged)->read("partners/b.yaml", limit));
}

TEST_CASE("a notebook in a folder of its repository sees itself alone") {
    Clone clone;
    clone.write("carnet [1]/cafe.yaml", "name: a\n");
    clone.write("carnet [1]/partners/a.yaml", "name: a\n");
    clone.write("carnet 1/partners/b.yaml", "name: b\n");
    clone.write("other.yaml", "x: 1\n");
    clone.run({"add", "."});
    CHECK(clone.staged("carnet [1]") == std::vector<std::string>{"cafe.yaml", "partners/a.yaml"});
    const auto staged = clone.at(Version::staged, "carnet [1]");
    REQUIRE(staged->list("partners"));
    CHECK(staged->list("partners")->size() == 1);
    CHECK_FALSE(staged->read("../other.yaml", limit));
    clone.run({"commit", "--quiet", "-m", "un"});
    CHECK(clone.at(Version::last, "carnet [1]")->list("partners")->size() == 1);
}

TEST_CASE("links and what is no record are not read, and nothing can be written") {
    Clone clone;
    clone.write("cafe.yaml", "name: a\n");
    clone.write("notes.txt", "x");
    std::filesystem::create_symlink("/etc/passwd", clone.path() + "/link.yaml");
    clone.run({"add", "."});
    const auto staged = clone.at(Version::staged);
    CHECK_FALSE(staged->read("link.yaml", limit));
    CHECK((*staged->info("link.yaml"))->kind == FileKind::link);
    CHECK_FALSE(*staged->info("notes.txt"));
    CHECK_FALSE(staged->read("cafe.yaml", 3));
    CHECK_FALSE(staged->create("b.yaml", "x", std::nullopt));
    CHECK_FALSE(staged->rename("cafe.yaml", "b.yaml", Existing::replace));
    CHECK_FALSE(staged->remove("cafe.yaml"));
    CHECK_FALSE(staged->make_folder("a"));
    CHECK_FALSE(staged->lock("a", 0));
    CHECK(*staged->read("cafe.yaml", limit) == "name: a\n");
}

TEST_CASE("hooks lie where git looks for them") {
    Clone clone;
    CHECK(*git::hooks_folder(clone.process(), clone.repository()) == path::join(clone.repository().folder, "hooks"));
    clone.run({"config", "core.hooksPath", ".husky"});
    CHECK(*git::hooks_folder(clone.process(), clone.repository()) == path::join(clone.repository().top, ".husky"));
}

TEST_CASE("a clone that belongs to somebody else is named, with the way to trust it") {
    Clone clone;
    clone.write("cafe.yaml", "name: a\n");
    clone.run({"add", "."});
    ::setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1", 1);
    const auto files = git::staged_files(clone.process(), clone.repository(), clone.repository().top);
    ::unsetenv("GIT_TEST_ASSUME_DIFFERENT_OWNER");
    REQUIRE_FALSE(files);
    CHECK(files.error().message.en.find("belongs to somebody else") != std::string::npos);
    CHECK(files.error().remedy.en.find("safe.directory '" + clone.repository().top + "'") != std::string::npos);
}

TEST_CASE("a git that is missing or refuses is an error that says so") {
    test::FakeProcess none;
    const git::Repository repository{"/n", "/n/.git"};
    CHECK_FALSE(git::snapshot(none, repository, "/n", Version::staged));
    CHECK_FALSE(git::staged_files(none, repository, "/n"));
    test::FakeProcess refuses;
    refuses.answer(git::command({"ls-files", "-s", "-z", "--full-name", "--", "."}),
                   {128, "", "fatal: detected dubious ownership\n"});
    const auto disk = git::snapshot(refuses, repository, "/n", Version::staged);
    REQUIRE_FALSE(disk);
    CHECK(disk.error().kind == ErrorKind::environment);
    CHECK(disk.error().message.in(Lang::en) == "git refused: fatal: detected dubious ownership");
}
