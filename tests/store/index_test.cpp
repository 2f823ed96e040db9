#include "store/index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "store/flat.hpp"
#include "store/indexed.hpp"
#include "support/memory_disk.hpp"
#include "support/rule_examples.hpp"
#include "support/source_folder.hpp"
#include "support/turned_disk.hpp"
#include "support/turns.hpp"
#include "yaml/parse.hpp"

using namespace cafe;
using test::MemoryDisk;
using test::TurnedDisk;

namespace {

const std::string root = "/nb";
const std::string cache = "/home/.cache/cafe/index";
const store::IndexPlace place{cache, "this program"};
constexpr std::int64_t second = 1'000'000'000;

// All that a book says, as text.
std::string told(const store::Book& book) {
    std::string text = book.root + ' ' + std::to_string(book.files) + '\n';
    for (const auto& source : book.sources) {
        text += source->path + '\n' + store::name_of(source->ref) + '\n';
        store::write_flat(*source, text);
    }
    for (const store::Ref& ref : book.unreadable) text += "unreadable " + store::name_of(ref) + '\n';
    for (const Diagnostic& finding : book.findings)
        text += std::string(finding.rule->code) + ' ' + finding.place.file + ':' + std::to_string(finding.place.line) +
                ' ' + finding.message.fr + '\n';
    for (const auto& record : book.partners) text += record.id + ' ' + record.value.name + '\n';
    for (const auto& record : book.people) text += record.id + ' ' + record.value.name + '\n';
    for (const auto& record : book.meetings) text += record.id + ' ' + record.value.title + '\n';
    return text;
}

std::string without(Disk& disk) {
    const auto book = store::load(disk, root, {1});
    return book ? told(*book) : "error " + book.error().message.fr;
}

std::string with(TurnedDisk& disk) {
    const auto book = store::load_indexed(disk, root, {1}, place);
    return book ? told(*book) : "error " + book.error().message.fr;
}

// A part of the example, old enough to be kept.
void put_notebook(MemoryDisk& memory, TurnedDisk& disk) {
    constexpr std::size_t one_of = 6;
    memory.put_real_folder(root, test::source_folder("examples/fumel"));
    std::size_t number = 0;
    for (const auto& [path, bytes] : memory.files(root)) {
        const bool stays = number++ % one_of == 0 || path == "cafe.yaml" || path == "partners/ccas-fumel.yaml";
        if (stays)
            disk.write(path::join(root, path), bytes);
        else
            memory.erase(path::join(root, path));
    }
    disk.clock += 10 * second;
}

std::vector<std::string> index_files() {
    return store::index_files(cache, root);
}

}  // namespace

TEST_CASE("a source comes back from its flat form as it was, whatever it says") {
    MemoryDisk memory;
    memory.put_real_folder(root, test::source_folder("examples/fumel"));
    const auto book = store::load(memory, root, {1});
    REQUIRE(book.ok());
    CHECK(book->sources.size() > 50);
    for (const auto& source : book->sources) {
        std::string flat;
        store::write_flat(*source, flat);
        const auto back = store::read_flat(flat, source->ref, source->path);
        REQUIRE(back);
        std::string again;
        store::write_flat(*back, again);
        CHECK(again == flat);
        CHECK(back->text == source->text);
        CHECK(yaml::to_value(back->tree) == yaml::to_value(source->tree));
    }
}

TEST_CASE("a flat form that is cut or changed is refused or read, and never more") {
    const std::string text = "name: \"CCAS de\\tFumel\"\nthemes: [logement, 'aide']\nnotes: |\n  deux\n  lignes\n";
    auto parsed = yaml::parse(text, "partners/a.yaml");
    REQUIRE(parsed.root);
    const store::Ref ref{model::RecordKind::partner, "a"};
    std::string flat;
    store::write_flat({ref, "partners/a.yaml", text, *parsed.root}, flat);
    for (std::size_t size = 0; size < flat.size(); ++size)
        CHECK(!store::read_flat(std::string_view(flat).substr(0, size), ref, "partners/a.yaml"));
    for (std::size_t at = 0; at < flat.size(); ++at)
        for (const unsigned bits : {0x01U, 0x40U, 0x80U, 0xFFU}) {
            std::string other = flat;
            other[at] = static_cast<char>(static_cast<unsigned char>(other[at]) ^ bits);
            const auto source = store::read_flat(other, ref, "partners/a.yaml");
            if (source) CHECK(source->tree.span.end <= source->text.size());
        }
}

TEST_CASE("an unchanged file is not read a second time, a changed one is") {
    MemoryDisk memory;
    TurnedDisk disk(memory);
    put_notebook(memory, disk);
    const std::string expected = without(memory);
    CHECK(with(disk) == expected);
    memory.forget_log();
    CHECK(with(disk) == expected);
    const auto is_record = [](const std::string& path) { return path.starts_with(root) && path.ends_with(".yaml"); };
    const auto read = memory.paths_of("read");
    CHECK(std::count_if(read.begin(), read.end(), is_record) == 0);

    const std::string fiche = root + "/partners/ccas-fumel.yaml";
    disk.write(fiche, *memory.get(fiche) + "# relu\n");
    memory.forget_log();
    CHECK(with(disk) == without(memory));
    disk.clock += 10 * second;
    with(disk);
    memory.forget_log();
    CHECK(with(disk).find("# relu") != std::string::npos);
    CHECK(memory.paths_of("read") == index_files());
}

TEST_CASE("a file that changed within the tick of its stamp is read again: nothing so young is kept") {
    MemoryDisk memory;
    TurnedDisk disk(memory);
    put_notebook(memory, disk);
    const std::string fiche = root + "/partners/ccas-fumel.yaml";
    std::string text = *memory.get(fiche);
    disk.write(fiche, text);
    with(disk);
    text[text.find("CCAS")] = 'D';
    disk.write(fiche, text);  // the same size, time and inode
    CHECK(with(disk) == without(memory));
    CHECK(with(disk).find("DCAS") != std::string::npos);
}

TEST_CASE("an index of another program, of another notebook, damaged, cut or of tomorrow is none") {
    MemoryDisk memory;
    TurnedDisk disk(memory);
    put_notebook(memory, disk);
    const std::string expected = without(memory);
    with(disk);
    const std::string file = index_files().front();
    const std::string whole = *memory.get(file);
    REQUIRE(whole.size() > 10'000);
    const auto kept = [&] { return store::Index(disk, place, root).size(); };
    CHECK(kept() > 20);
    CHECK(store::Index(disk, {cache, "that program"}, root).size() == 0);
    CHECK(store::Index(disk, place, "/nb2").size() == 0);

    std::mt19937 chance(20261202);
    for (int turn = 0; turn < 60; ++turn) {
        std::string other = whole;
        const std::size_t at = chance() % whole.size();
        if (turn % 3 == 0)
            other.resize(at);
        else
            other[at] = static_cast<char>(other[at] ^ static_cast<char>(1 + chance() % 255));
        if (turn % 3 == 2) other.insert(at, "abcdefgh");
        memory.put(file, other);
        CHECK(with(disk) == expected);
    }
    memory.put(file, whole);
    disk.clock -= 3600 * second;
    CHECK(kept() == 0);
    CHECK(with(disk) == expected);
}

TEST_CASE("without a folder that can be written to everything is read, and nothing is said") {
    MemoryDisk memory;
    TurnedDisk disk(memory);
    put_notebook(memory, disk);
    memory.put_folder("/home/.cache", 0555);
    CHECK(with(disk) == without(memory));
    CHECK(!memory.get(index_files().front()));
}

TEST_CASE("whoever holds the lock of the index keeps others from writing to it, and from nothing else") {
    MemoryDisk memory;
    TurnedDisk disk(memory);
    put_notebook(memory, disk);
    memory.put_folder(cache);
    const auto held = memory.lock(index_files().front() + ".lock", 0);
    REQUIRE(held.ok());
    CHECK(with(disk) == without(memory));
    CHECK(!memory.get(index_files().front()));
}

TEST_CASE("with and without the index a notebook is the same, whatever happens to it in between") {
    for (unsigned seed = 1; seed <= test::turns(12); ++seed) {
        CAPTURE(seed);
        MemoryDisk memory;
        TurnedDisk disk(memory);
        put_notebook(memory, disk);
        std::mt19937 chance(seed);
        const auto below = [&](std::size_t limit) { return chance() % limit; };
        std::vector<std::map<std::string, std::string>> commits;
        std::vector<std::string> old_indexes;
        const auto records = [&] {
            std::vector<std::string> paths;
            for (const auto& [path, bytes] : memory.files(root))
                if (path.ends_with(".yaml") && path != "cafe.yaml") paths.push_back(path::join(root, path));
            return paths;
        };
        const auto checkout = [&](const std::map<std::string, std::string>& commit) {
            for (const std::string& path : records())
                if (!commit.contains(path)) memory.erase(path);
            for (const auto& [path, bytes] : commit)
                if (memory.get(path) != bytes) disk.write(path, bytes);
        };
        const std::vector<std::function<void(const std::string&)>> happenings{
            [&](const std::string& path) {
                disk.write(path, *memory.get(path) + "notes: \"" + std::to_string(chance()) + "\"\n");
            },
            [&](const std::string& path) {  // the same size
                std::string text = *memory.get(path);
                text[below(text.size())] = static_cast<char>('a' + below(26));
                disk.write(path, text);
            },
            [&](const std::string& path) {  // the same size, and the old time put back
                std::string text = *memory.get(path);
                const std::int64_t before = disk.modified(path);
                text[below(text.size())] = static_cast<char>('a' + below(26));
                disk.write(path, text);
                disk.touch(path, before);
            },
            [&](const std::string& path) {
                disk.write(path, memory.get(path)->substr(0, below(memory.get(path)->size())));
            },
            [&](const std::string& path) { disk.write(path, ""); },
            [&](const std::string& path) { memory.erase(path); },
            [&](const std::string& path) { disk.rename_file(path, path.substr(0, path.size() - 5) + "-b.yaml"); },
            [&](const std::string& path) {  // one file in the place of another
                const auto others = records();
                disk.rename_file(others[below(others.size())], path);
            },
            [&](const std::string& path) {
                disk.touch(path, disk.clock - static_cast<std::int64_t>(below(1000)) * second);
            },
            [&](const std::string& path) { disk.touch(path, disk.clock + 1000 * second); },
            [&](const std::string& path) {
                memory.set_mode(path, below(2) == 0 ? 0000U : 0644U);
                disk.touch(path, disk.modified(path));
            },
            [&](const std::string& path) { memory.erase(path), memory.put_link(path, "/etc/passwd"); },
            [&](const std::string&) {
                std::map<std::string, std::string> commit;
                for (const std::string& path : records())
                    if (const auto bytes = memory.get(path)) commit[path] = *bytes;
                commits.push_back(std::move(commit));
            },
            [&](const std::string&) {
                if (!commits.empty()) checkout(commits[below(commits.size())]);
            },
            [&](const std::string&) { disk.clock -= static_cast<std::int64_t>(below(100)) * second + 7; },
            [&](const std::string&) { disk.clock += static_cast<std::int64_t>(below(100)) * second + 11; },
            [&](const std::string&) {
                for (const std::string& file : index_files())
                    if (const auto bytes = memory.get(file)) old_indexes.push_back(*bytes);
            },
            [&](const std::string&) {  // a copy of the index from earlier, in the place of either file
                if (!old_indexes.empty()) memory.put(index_files()[below(2)], old_indexes[below(old_indexes.size())]);
            },
            [&](const std::string&) {
                const std::string file = index_files()[below(2)];
                if (auto bytes = memory.get(file)) memory.put(file, bytes->substr(0, below(bytes->size())));
            },
            [&](const std::string&) { memory.erase(index_files()[below(2)]); },
            [&](const std::string&) { memory.put(index_files().front() + ".tmp", "what a kill left"); },
        };
        for (int step = 0; step < 60; ++step) {
            CAPTURE(step);
            for (std::size_t times = below(4); times-- > 0;) {
                const auto paths = records();
                const std::string path = paths[below(paths.size())];
                if (memory.get(path) && !memory.get(path)->empty()) happenings[below(happenings.size())](path);
                // Half of the time within the same tick.
                if (below(2) == 0) disk.clock += static_cast<std::int64_t>(below(6)) * second + 3;
            }
            CHECK(with(disk) == without(memory));
        }
    }
}

TEST_CASE("what changed goes into a small file, and into the large one when it is much") {
    MemoryDisk memory;
    TurnedDisk disk(memory);
    memory.put(root + "/cafe.yaml", "name: Carnet\n");
    const auto fiche = [](int number) { return root + "/partners/p-" + std::to_string(number) + ".yaml"; };
    for (int i = 0; i < 900; ++i) disk.write(fiche(i), "name: Fiche " + std::to_string(i) + "\nkind: association\n");
    disk.clock += 10 * second;
    with(disk);
    const std::string large = *memory.get(index_files()[0]);
    CHECK(!memory.get(index_files()[1]));
    disk.write(fiche(7), "name: Nouvelle\nkind: association\n");
    disk.clock += 10 * second;
    with(disk);
    CHECK(*memory.get(index_files()[0]) == large);
    REQUIRE(memory.get(index_files()[1]));
    CHECK(memory.get(index_files()[1])->size() < 1000);
    for (int i = 0; i < 300; ++i) disk.write(fiche(i), "name: Autre\nkind: association\n");
    disk.clock += 10 * second;
    CHECK(with(disk) == without(memory));
    CHECK(*memory.get(index_files()[0]) != large);
    CHECK(!memory.get(index_files()[1]));
    memory.forget_log();
    CHECK(with(disk) == without(memory));
    CHECK(memory.count("create_unsynced") == 0);
}
