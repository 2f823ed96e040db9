#include "base/real_path.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "support/memory_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace cafe;

TEST_CASE("a folder has one name, whatever link leads to it") {
    test::MemoryDisk disk("/home/marie");
    disk.put("carnets/fumel/cafe.yaml", "x");
    disk.put_link("raccourci", "carnets/fumel");
    disk.put_link("dossiers", "carnets");
    disk.put_link("/ailleurs", "/home/marie/raccourci");
    for (const auto* path :
         {"carnets/fumel", "raccourci", "raccourci/", "/ailleurs", "dossiers/fumel", "dossiers/./fumel/"})
        CHECK(real_path(disk, path).value() == "/home/marie/carnets/fumel");
    CHECK(real_path(disk, "").value() == "/home/marie");
    CHECK(real_path(disk, ".").value() == "/home/marie");
}

TEST_CASE("what does not stand is made absolute by its text, and a link to nowhere stays one") {
    test::MemoryDisk disk("/home/marie");
    disk.put_link("vide", "nulle-part");
    CHECK(real_path(disk, "rien/../la").value() == "/home/marie/la");
    CHECK(real_path(disk, "vide").value() == "/home/marie/vide");
}

TEST_CASE("on the real disk too") {
    namespace fs = std::filesystem;
    test::TemporaryFolder folder;
    const std::string top = fs::canonical(folder.path()).string();
    fs::create_directories(top + "/carnets/fumel");
    fs::create_directory_symlink("carnets/fumel", top + "/raccourci");
    const auto disk = real_disk();
    CHECK(real_path(*disk, top + "/raccourci").value() == top + "/carnets/fumel");
    CHECK(real_path(*disk, top + "/carnets/fumel").value() == top + "/carnets/fumel");
    CHECK(real_path(*disk, "").value() == fs::current_path().string());
}
