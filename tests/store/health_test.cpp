#include "store/health.hpp"

#include <doctest/doctest.h>

#include "support/memory_disk.hpp"

using namespace cafe;

TEST_CASE("names collide where case and composition do not count") {
    const auto found = store::collisions({"partners/CCAS.yaml", "partners/ccas.yaml", "partners/e\xCC\x81.yaml",
                                          "partners/\xC3\xA9.yaml", "people/ccas.yaml"});
    REQUIRE(found.size() == 2);
    CHECK(found[0] == store::Collision{"partners/CCAS.yaml", "partners/ccas.yaml"});
}

TEST_CASE("names that Windows refuses") {
    for (const auto* name : {"aux.yaml", "CON", "com1.txt", "a:b.yaml", "x.", "x ", "a?b", "a\nb"})
        CHECK(store::is_refused_by_windows(name));
    for (const auto* name : {"auxerre.yaml", "com10.yaml", "ccas-fumel.yaml", ".gitignore", "com0"})
        CHECK_FALSE(store::is_refused_by_windows(name));
}

TEST_CASE("the file system of a folder is that of the longest mount above it") {
    constexpr std::string_view mounts =
        "/dev/sda1 / ext4 rw 0 0\nserveur:/x /srv/mes\\040partages nfs4 rw 0 0\n//s/p /srv cifs rw 0 0\n";
    CHECK(store::file_system_of(mounts, "/home/marie") == "ext4");
    CHECK(store::file_system_of(mounts, "/srv/mes partages/carnet") == "nfs4");
    CHECK(store::file_system_of(mounts, "/srv2") == "ext4");
    CHECK(store::file_system_of(mounts, "/srv") == "cifs");
    CHECK(store::is_remote("nfs4"));
    CHECK_FALSE(store::is_remote("ext4"));
    CHECK_FALSE(store::file_system_of("", "/x").has_value());
}

TEST_CASE("a synchronised folder is known by its name or by what lies above") {
    test::MemoryDisk disk;
    disk.put("/home/m/Documents/.stfolder/x", "");
    disk.put("/home/m/carnet/cafe.yaml", "");
    CHECK(*store::synchronised_by(disk, "/home/m/Documents/carnet") == "Syncthing");
    CHECK(*store::synchronised_by(disk, "/home/m/OneDrive - Département/carnet") == "OneDrive");
    CHECK_FALSE(store::synchronised_by(disk, "/home/m/carnet")->has_value());
}

TEST_CASE("a folder of backups is known by what it is called") {
    for (const auto* folder : {"/mnt/Sauvegardes/marie/cafe", "/home/m/sauvegarde 2026/x", "/backups/m", "/x/BAK/y"})
        CHECK(store::is_in_backup(folder));
    for (const auto* folder : {"/home/m/.local/state/cafe/carnet-12", "/home/sauveterre/x", "/bakery/x", "/"})
        CHECK_FALSE(store::is_in_backup(folder));
}

TEST_CASE("temporary files left over are those of cafe, in the folders of records") {
    test::MemoryDisk disk;
    disk.put("/n/cafe.yaml", "");
    disk.put("/n/.cafe-00.tmp", "");
    disk.put("/n/people/.cafe-01.tmp", "");
    disk.put("/n/people/other.tmp", "");
    const auto found = store::leftovers(disk, "/n");
    REQUIRE(found.ok());
    CHECK(*found == std::vector<std::string>{".cafe-00.tmp", "people/.cafe-01.tmp"});
}
