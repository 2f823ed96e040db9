// What a change brings in: the same rows of the one list of checks, over what it can touch.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "check/check.hpp"
#include "check/families.hpp"
#include "store/amend.hpp"
#include "support/fake_process.hpp"
#include "support/memory_disk.hpp"
#include "support/rule_examples.hpp"
#include "support/run_command.hpp"
#include "yaml/parse.hpp"

using namespace cafe;

namespace {

store::Book loaded(test::MemoryDisk& disk) {
    auto book = store::load(disk, "/nb", {1});
    REQUIRE(book.ok());
    return std::move(*book);
}

bool raises(const Findings& findings, const Rule& rule) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Diagnostic& finding) { return finding.rule == &rule; });
}

// Files that no change of ours writes (links, impossible names, files too large to open), and rules that no example
// shows.
bool is_of_the_disk(const Rule& rule) {
    static const std::set<std::string_view> codes{"E091", "E092", "E093"};
    return codes.contains(rule.code) || rule.wrong.empty();
}

// Who empties the draft gives up, as with git: nothing is written, and nothing is wrong.
bool is_given_up(const Rule& rule) {
    return rule.code == std::string_view("E001");
}

int run(Disk& disk, Process& process, const std::vector<std::string>& line, const std::string& typed = "") {
    test::Around around{&process, typed};
    around.variables["CAFE_EDITOR"] = "editor";
    return test::run_command(disk, line, around).code;
}

struct Swap {
    store::Changes changes;
    std::vector<test::ExampleFile> wrong;
};

// The small notebook with the right example of a rule, and the change that makes it the wrong one.
Swap swap_in(const Rule& rule, test::MemoryDisk& disk) {
    test::put_small_notebook(disk);
    disk.enter("/nb");
    for (const test::ExampleFile& file : test::check_right_example(rule).files) disk.put("/nb/" + file.path, file.text);
    Swap swap{{}, test::check_wrong_example(rule).files};
    for (const test::ExampleFile& file : swap.wrong)
        swap.changes.push_back({file.path, disk.get("/nb/" + file.path), file.text});
    return swap;
}

}  // namespace

TEST_CASE("for every rule of severity error, the change that brings in its wrong example is found to bring it in") {
    std::size_t tried = 0;
    for (const Rule* rule : check::all_rules()) {
        if (rule->severity != Severity::error || is_of_the_disk(*rule)) continue;
        CAPTURE(rule->code);
        test::MemoryDisk disk;
        const Swap swap = swap_in(*rule, disk);
        const store::Book book = loaded(disk);
        CHECK(raises(check::brought_in(book, swap.changes), *rule));
        // Once it stands there, a change beside it brings in nothing.
        for (const test::ExampleFile& file : swap.wrong) disk.put("/nb/" + file.path, file.text);
        const store::Changes beside{{"people/marie-delmas.yaml", disk.get("/nb/people/marie-delmas.yaml"),
                                     *disk.get("/nb/people/marie-delmas.yaml") + "notes: vue\n"}};
        const bool is_marie = std::any_of(swap.wrong.begin(), swap.wrong.end(), [](const test::ExampleFile& file) {
            return file.path == "people/marie-delmas.yaml";
        });
        if (!is_marie) CHECK(check::brought_in(loaded(disk), beside).empty());
        ++tried;
    }
    CHECK(tried > 40);
}

TEST_CASE("edit and add refuse every error that check knows, and write nothing") {
    std::size_t edits = 0;
    std::size_t adds = 0;
    for (const Rule* rule : check::all_rules()) {
        if (rule->severity != Severity::error || is_of_the_disk(*rule)) continue;
        CAPTURE(rule->code);
        {
            test::MemoryDisk disk;
            const Swap swap = swap_in(*rule, disk);
            if (swap.wrong.size() != 1 || !disk.get("/nb/" + swap.wrong.front().path)) continue;
            const std::string path = "/nb/" + swap.wrong.front().path;
            const std::string before = *disk.get(path);
            test::FakeProcess process;
            process.person([&](const std::vector<std::string>& arguments) {
                disk.put(arguments.back(), swap.wrong.front().text);
                return 0;
            });
            // A file that is no record is opened by nobody.
            const bool is_record = store::ref_at(swap.wrong.front().path).has_value();
            const int refused = is_record ? 5 : 3;
            CHECK(run(disk, process, {"edit", swap.wrong.front().path}) == (is_given_up(*rule) ? 0 : refused));
            CHECK(disk.get(path) == before);
            ++edits;
        }
        test::MemoryDisk disk;
        const Swap swap = swap_in(*rule, disk);
        const auto ref = store::ref_at(swap.wrong.front().path);
        if (!ref || ref->kind != model::RecordKind::partner) continue;
        disk.erase("/nb/" + swap.wrong.front().path);
        test::FakeProcess process;
        const std::size_t files = disk.files("/nb").size();
        CHECK(run(disk, process, {"add", "partner", "--from", "-"}, swap.wrong.front().text) != 0);
        CHECK(disk.files("/nb").size() == files);
        ++adds;
    }
    CHECK(edits > 30);
    CHECK(adds > 20);
}

TEST_CASE("set and verify refuse what check calls an error, wherever the error stands") {
    struct Case {
        std::vector<std::string> line;
        int code;
    };
    for (const Case& one : std::vector<Case>{
             {{"set", "cafes/fumel", "invite=theme:lojement"}, 2},
             {{"set", "cafes/fumel", "invite=theme:logement"}, 0},
             {{"set", "territory.yaml", "areas.circo-fumel.areas=[circo-fumel]"}, 2},
             {{"set", "mairie-fumel", "summary=Permanence aussi au 12, rue des Lilas."}, 2},
             {{"verify", "mairie-fumel", "summary=Au 12 rue des Lilas"}, 2},
             {{"set", "mairie-fumel", "summary=Au 14 rue des Lilas"}, 0},
             // An area that others still name: the error stands in their files.
             {{"set", "territory.yaml", "areas.bassin="}, 2},
             {{"set", "refuge", "address.street=3 place du Marché"}, 2},
             {{"set", "mairie-fumel", "parent=mairie-fumel"}, 2},
         }) {
        CAPTURE(text::join(one.line, " "));
        test::MemoryDisk disk;
        test::put_small_notebook(disk);
        disk.enter("/nb");
        disk.put("/nb/territory.yaml",
                 "areas:\n  circo-fumel: {name: Circo, areas: [Fumel]}\n  bassin: {name: Bassin, areas: [Fumel]}\n");
        disk.put("/nb/partners/relais.yaml",
                 "name: Relais\nkind: association\nthemes: [jardins-a-nous]\n"
                 "territory: [bassin]\ndescription: Au 3 place du Marché.\n");
        disk.put("/nb/vocabulary/themes.yaml",
                 "themes:\n  - {id: jardins-a-nous, label: {fr: Jardins, en: Gardens}, family: alimentation}\n");
        disk.put("/nb/partners/refuge.yaml",
                 "name: Le Refuge\nkind: hebergement\nthemes: [hebergement]\nterritory: [Fumel]\n"
                 "address: {street: 12 rue des Lilas, commune: Fumel, confidential: true}\n");
        const auto before = disk.files("/nb");
        test::FakeProcess process;
        CHECK(run(disk, process, one.line) == one.code);
        if (one.code != 0) CHECK(disk.files("/nb") == before);
    }
}

TEST_CASE("a book after a change is the book that would be loaded") {
    test::MemoryDisk disk;
    test::put_small_notebook(disk);
    disk.put("/nb/vocabulary/themes.yaml", "themes: []\n");
    const store::Book book = loaded(disk);
    const store::Changes changes{
        {"partners/a.yaml", std::nullopt, "name: A\nparent: mairie-fumel\n"},
        {"people/marie-delmas.yaml", disk.get("/nb/people/marie-delmas.yaml"), std::nullopt},
        {"partners/mairie-fumel.yaml", disk.get("/nb/partners/mairie-fumel.yaml"), "name: [\n"}};
    const store::Book changed = store::with_changes(book, changes);
    for (const store::FileChange& file : changes) {
        if (file.after)
            disk.put("/nb/" + file.path, *file.after);
        else
            disk.erase("/nb/" + file.path);
    }
    const store::Book now = loaded(disk);
    REQUIRE(changed.partners.size() == now.partners.size());
    for (std::size_t i = 0; i < now.partners.size(); ++i) {
        CHECK(changed.partners[i].id == now.partners[i].id);
        CHECK(changed.partners[i].value == now.partners[i].value);
    }
    CHECK(changed.people.size() == now.people.size());
    CHECK(changed.unreadable == now.unreadable);
    CHECK(changed.findings.size() == now.findings.size());
    CHECK(changed.sources.size() == now.sources.size());
}

TEST_CASE("every row of the list looks at something, under a name of its own") {
    std::set<std::string_view> names;
    for (const check::Family& row : check::families()) {
        CHECK(names.insert(row.name).second);
        CHECK((row.values != nullptr || row.records != nullptr || row.book != nullptr));
    }
}
