// The file of the journal: what it may hold, where it may lie, who may read it.
#include "orient/journal.hpp"

#include <doctest/doctest.h>

#include <random>

#include "base/chance.hpp"
#include "model/reference.hpp"
#include "orient/keeping.hpp"
#include "orient/orient_support.hpp"
#include "support/memory_disk.hpp"

using namespace cafe;
using orient::Is;

namespace {

const std::string whole = R"(orientations:
  - ref: K7QF2M-8
    to: escale/mise-abri
    theme: hebergement
    area: epci:200068930
    asked: 2026-11-06
    events:
      - {on: 2026-11-06, is: asked}
      - {on: 2026-11-09, is: refused, why: better-elsewhere, to: halte}
counters:
  2026-Q1:
    asked: 2
    themes:
      logement: 2
)";

std::string error_of(const std::string& text) {
    const auto read = orient::read_journal(text, "j.yaml");
    return read ? "fine" : read.error().message.en;
}

std::string changed(const std::string& from, const std::string& to) {
    std::string text = whole;
    text.replace(text.find(from), from.size(), to);
    return text;
}

}  // namespace

TEST_CASE("a journal reads back what was written") {
    const auto read = orient::read_journal(whole, "j.yaml");
    REQUIRE(read.ok());
    const std::string written = orient::write_journal(*read);
    CHECK(*orient::read_journal(written, "j.yaml") == *read);
    CHECK(orient::write_journal(*orient::read_journal(written, "j.yaml")) == written);
    std::mt19937 chance(1);
    for (int i = 0; i < 300; ++i) {
        const orient::Journal journal = test::some_journal(chance);
        const std::string text = orient::write_journal(journal);
        const auto again = orient::read_journal(text, "j.yaml");
        CAPTURE(text);
        REQUIRE(again.ok());
        CHECK(*again == journal);
        CHECK(model::has_journal_form(text));
    }
}

TEST_CASE("whatever has no place in a journal is an error that names its line: a name above all") {
    for (const auto* line :
         {"    name: Marie Delmas\n", "    nom: Delmas\n", "    birth: 1980-01-01\n", "    note: enceinte\n",
          "    phone: 06 39 98 11 40\n", "    commune: Fumel\n", "    x: y\n"}) {
        CAPTURE(line);
        const std::string key = std::string(line).substr(4, std::string(line).find(':') - 4);
        CHECK(error_of(changed("    asked: 2026-11-06\n", line + std::string("    asked: 2026-11-06\n"))) ==
              "j.yaml, line 6: a journal of orientations has no key '" + key + "'");
    }
    CHECK(error_of(whole + "people:\n  - Marie\n") == "j.yaml, line 15: a journal of orientations has no key 'people'");
    CHECK(error_of(changed("is: asked}", "is: asked, who: Marie}")) ==
          "j.yaml, line 8: a journal of orientations has no key 'who'");
    CHECK(error_of(changed("is: asked}", "is: asked, why: no-place}")) ==
          "j.yaml, line 8: a journal of orientations has no key 'why'");
    CHECK(error_of(changed("why: better-elsewhere", "why: alcoolique")) ==
          "j.yaml, line 9: 'alcoolique' does not say what it must");
    CHECK(error_of(changed(", why: better-elsewhere", "")) == "j.yaml, line 9: 'why' is missing");
    CHECK(error_of(changed("epci:200068930", "insee:47106")) ==
          "j.yaml, line 5: 'insee:47106' does not say what it must");
    CHECK(error_of(changed("epci:200068930", "Fumel")) == "j.yaml, line 5: 'Fumel' does not say what it must");
    CHECK(error_of(changed("K7QF2M-8", "K7QF2M-9")) == "j.yaml, line 2: 'K7QF2M-9' does not say what it must");
    CHECK(error_of(changed("K7QF2M-8", "marie-delmas")) == "j.yaml, line 2: 'marie-delmas' does not say what it must");
    CHECK(error_of(changed("hebergement", "Mme Delmas")) == "j.yaml, line 4: 'Mme Delmas' does not say what it must");
    CHECK(error_of(changed("2026-Q1", "Delmas")) == "j.yaml, line 11: a journal of orientations has no key 'Delmas'");
    CHECK(error_of(whole + "  2026-Q2: {asked: deux}\n") == "j.yaml, line 15: 'deux' does not say what it must");
    CHECK(error_of("- K7QF2M-8\n") != "fine");
    CHECK(error_of("") != "fine");
    CHECK(error_of(changed("counters:\n", "  - {ref: K7QF2M-8, to: a, asked: 2026-11-06}\ncounters:\n")) ==
          "j.yaml, line 10: reference K7QF2M-8 stands there twice");
}

TEST_CASE("a text is known as a journal wherever it lies") {
    CHECK(model::has_journal_form(whole));
    CHECK(model::has_journal_form("ref: K7QF2M-8\n"));
    CHECK(model::has_journal_form("x:\n  - {ref: \"K7QF2M-8\", to: a}\n"));
    CHECK_FALSE(model::has_journal_form("ref: K7QF2M-9\n"));
    CHECK_FALSE(model::has_journal_form("ref: marie-delmas\n"));
    CHECK_FALSE(model::has_journal_form("name: CCAS de Fumel\nnotes: K7QF2M-8\n"));
}

TEST_CASE("the journal lies in the user's folder, never beneath the notebook, never in a repository") {
    test::MemoryDisk disk("/home/marie");
    disk.put("/home/marie/carnet/cafe.yaml", "name: x\n");
    const auto folder = orient::journal_folder(disk, "/home/marie/.local/state", "carnet");
    REQUIRE(folder.ok());
    CHECK(folder->starts_with("/home/marie/.local/state/cafe/carnet-"));
    CHECK(*orient::journal_folder(disk, "/home/marie/.local/state", "/home/marie/carnet") == *folder);
    CHECK(*orient::journal_folder(disk, "/home/marie/.local/state", "/home/marie/autre/carnet") != *folder);

    const auto refused = [&](const std::string& states) {
        const auto found = orient::journal_folder(disk, states, "/home/marie/carnet");
        return found ? std::string("taken") : found.error().message.en;
    };
    CHECK(refused("") == "no folder for the journal: the variable HOME is empty or unset");
    CHECK(refused("/home/marie/carnet/etat").starts_with("what names an orientation is never kept in the notebook"));
    disk.put("/home/marie/depot/.git/HEAD", "ref: refs/heads/main\n");
    CHECK(refused("/home/marie/depot/etat") ==
          "what names an orientation is never kept in a git repository, and /home/marie/depot is one");
    // By another name: the folder, or one above it, is a link into the repository or the notebook.
    disk.put_folder("/home/marie/depot/prives");
    disk.put_link("/home/marie/etat", "/home/marie/depot/prives");
    CHECK(refused("/home/marie/etat") ==
          "what names an orientation is never kept in a git repository, and /home/marie/depot is one");
    disk.put_link("/home/marie/etat2", "depot");
    CHECK(refused("/home/marie/etat2/prives/encore").ends_with(" is one"));
    disk.put_folder("/home/marie/carnet/people");
    disk.put_link("/home/marie/etat3", "carnet/people");
    CHECK(refused("/home/marie/etat3").starts_with("what names an orientation is never kept in the notebook"));
    disk.put_folder("/mnt/etat");
    disk.put_link("/home/marie/etat4", "/mnt/etat");
    CHECK(refused("/home/marie/etat4") == "taken");
    // Whoever keeps all of their home in git.
    disk.put("/home/marie/.git/HEAD", "ref: refs/heads/main\n");
    CHECK(refused("/home/marie/.local/state") ==
          "what names an orientation is never kept in a git repository, and /home/marie is one");
}

TEST_CASE("the journal is written whole, for its owner alone, one file a year") {
    test::MemoryDisk disk("/home");
    const std::string folder = "/state/cafe/n";
    const auto add = [&](const std::string& ref, const std::string& asked) {
        return orient::change_years(disk, folder, [&](orient::Years& years) -> Result<Done> {
            const Date on = *Date::parse(asked);
            years[on.year].orientations.push_back({ref, "escale", "", "", on, {{on, Is::asked, "", ""}}});
            return Done{};
        });
    };
    REQUIRE(add("K7QF2M-8", "2026-11-06").ok());
    REQUIRE(add("000000-0", "2025-12-31").ok());
    CHECK(*orient::journal_files(disk, folder) ==
          std::vector<std::string>{"orientations-2025.yaml", "orientations-2026.yaml"});
    for (const auto* name : {"/orientations-2025.yaml", "/orientations-2026.yaml"})
        CHECK((**disk.info(folder + name)).mode == 0600);
    // One that others may read is theirs no longer after the next change.
    disk.set_mode(folder + "/orientations-2025.yaml", 0644);
    REQUIRE(add("K7QF2N-9", "2026-11-07").ok());
    CHECK((**disk.info(folder + "/orientations-2025.yaml")).mode == 0600);
    for (const auto& [name, bytes] : disk.files(folder)) CHECK(name.find(".tmp") == std::string::npos);

    // One that is a link is not read, and not put aside either.
    disk.put_link(folder + "/orientations-2024.yaml", "/repo/orientations-2024.yaml");
    CHECK_FALSE(add("000000-0", "2026-11-08").ok());
    CHECK_FALSE(orient::read_years(disk, folder).ok());
    disk.erase(folder + "/orientations-2024.yaml");

    // What cannot be read is left as it is.
    disk.put(folder + "/orientations-2026.yaml", "orientations:\n  - {name: Marie}\n", 0600);
    CHECK_FALSE(add("000000-0", "2026-11-08").ok());
    CHECK(disk.get(folder + "/orientations-2026.yaml") == "orientations:\n  - {name: Marie}\n");
}
