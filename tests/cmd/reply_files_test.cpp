// Replies as calendars and mail servers write them (tests/mail/replies), read into one small notebook: what is said,
// and which lines of the meeting change (EXPECT.md beside them).
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/memory_disk.hpp"
#include "support/run_command.hpp"
#include "support/source_folder.hpp"

using namespace cafe;
namespace fs = std::filesystem;

namespace {

constexpr const char* meeting_file = "/home/meetings/2027-02-05-fumel.yaml";

void put_notebook(test::MemoryDisk& disk) {
    disk.put("/home/cafe.yaml",
             "name: Réseau d’essai\ndepartments: [\"47\"]\ntimezone: Europe/Paris\nfrom: cafe@example.org\n");
    disk.put("/home/cafes/fumel.yaml",
             "name: Café de Fumel\nplace: {name: Salle, commune: Fumel}\nterritory: [Fumel]\n"
             "schedule: {every: first friday, start: \"08:30\", end: \"10:30\"}\ninvite: \"touches:Fumel\"\n");
    disk.put("/home/partners/maison.yaml",
             "name: Maison du Lot\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n"
             "contacts: [lucie-arnal, paul-vidal, jeanne-roy, rose-diaz]\n");
    const auto person = [&](const std::string& id, const std::string& name, const std::string& mail) {
        disk.put("/home/people/" + id + ".yaml", "name: " + name + "\nemails: [" + mail + "]\n");
    };
    person("lucie-arnal", "Lucie Arnal", "lucie.arnal@example.org");
    person("paul-vidal", "Paul Vidal", "paul+cafe@example.org");
    person("jeanne-roy", "Jeanne Roy", "accueil@example.org");
    person("rose-diaz", "Rose Diaz", "accueil@example.org");
    disk.put(meeting_file,
             "cafe: fumel\ndate: 2027-02-05\nstart: \"08:30\"\nend: \"10:30\"\nkind: monthly\nstatus: planned\n"
             "calendar: {stamp: 2026-12-07, sequence: 0, digest: dbe1fb79a91ce01a}\ninvitations:\n"
             "  - {person: lucie-arnal, partner: maison, sent: 2026-12-08}\n"
             "  - {person: paul-vidal, partner: maison, sent: 2026-12-08}\n"
             "  - {person: jeanne-roy, partner: maison, sent: 2026-12-08}\n"
             "  - {person: rose-diaz, partner: maison}\n");
}

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

// What is said, then "> " and each line of the meeting that was not there before.
std::string told_of(const fs::path& file) {
    test::MemoryDisk disk;
    put_notebook(disk);
    const std::string before = *disk.get(meeting_file);
    disk.put("/in/" + file.filename().string(), bytes_of(file));
    test::Around around;
    around.today = *Date::of(2026, 12, 15);
    const test::Told done = test::run_command(
        disk, {"meeting", "reply", "2027-02-05-fumel", "--from", "/in/" + file.filename().string()}, around);
    std::string told = done.out + done.err;
    std::istringstream after(*disk.get(meeting_file));
    for (std::string line; std::getline(after, line);)
        if (before.find(line + "\n") == std::string::npos) told += "> " + line + "\n";
    return told;
}

// "## name" and what follows it.
std::map<std::string, std::string> sections_of(const std::string& text) {
    std::map<std::string, std::string> sections;
    std::istringstream in(text);
    std::string name;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("## "))
            name = line.substr(3);
        else if (!name.empty() && !line.empty())
            sections[name] += line + "\n";
    }
    return sections;
}

}  // namespace

TEST_CASE("replies of every kind of calendar come to the line that they are about, or are named") {
    const fs::path folder = test::source_folder("tests/mail/replies");
    const auto expected = sections_of(bytes_of(folder / "EXPECT.md"));
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name != "EXPECT.md") found[name] = told_of(entry.path());
    }
    CHECK(found.size() == expected.size());
    for (const auto& reply : found) {
        CAPTURE(reply.first);
        CHECK(reply.second == (expected.contains(reply.first) ? expected.at(reply.first) : std::string()));
    }
    // The same as a file of Markdown, to be read and kept: CAFE_SHOW_REPLIES=FILE.
    if (const char* path = std::getenv("CAFE_SHOW_REPLIES")) {
        std::ofstream show(path, std::ios::binary);
        for (const auto& [name, told] : found) show << "## " << name << "\n" << told << "\n";
    }
}
