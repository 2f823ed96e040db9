// Writing commands on a disk that fails: at every call, in every way, the records are all old or all new, and exit 0 is
// only said when all of them are new.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <map>
#include <numeric>

#include "base/text.hpp"
#include "command.hpp"
#include "support/fake_process.hpp"
#include "support/faulty_disk.hpp"
#include "support/memory_disk.hpp"
#include "support/run_command.hpp"
#include "support/turns.hpp"
#include "support/writing_commands.hpp"

namespace {

using namespace cafe;

constexpr std::string_view before_a =
    "name: Alpha   # le premier\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n";
constexpr std::string_view after_a =
    "name: Alpha   # le premier\nkind: association\nthemes: [logement, mobilite]\nterritory: [Fumel]\n";

struct Ran {
    int code = 0;
    std::string said;
};

Ran ran(Disk& disk, const std::vector<std::string>& words) {
    test::FakeProcess process;
    process.answer({"git", "--version"}, {0, "git version 2.39.5\n", ""});
    test::Around around{&process};
    around.variables["HOME"] = "/home";
    const test::Told told = test::run_command(disk, words, around);
    return {told.code, told.out + told.err};
}

void prepare(test::MemoryDisk& disk) {
    disk.put("/home/n/cafe.yaml", "name: Essai\ndepartments: [\"47\"]\n");
    disk.put("/home/n/partners/alpha.yaml", before_a);
    disk.put("/home/n/partners/beta.yaml", before_a);
    disk.enter("/home/n");
}

const std::vector<std::string> change{"set", "--where", "kind:association", "themes+=mobilite", "--yes"};

}  // namespace

TEST_CASE("set changes all the records of a question, and nothing twice") {
    test::MemoryDisk disk;
    prepare(disk);
    CHECK(ran(disk, change).code == 0);
    CHECK(disk.get("/home/n/partners/alpha.yaml") == after_a);
    CHECK(disk.get("/home/n/partners/beta.yaml") == after_a);
    disk.forget_log();
    CHECK(ran(disk, change).code == 0);
    CHECK(disk.count_writes() == 0);
    CHECK(disk.paths_of("read").size() == 4);  // the settings twice: for the language, and with the rest
}

namespace {

using test::WritingCommand;
using test::Written;

Ran ran_in_notebook(Disk& disk, test::MemoryDisk& memory, const std::vector<std::string>& words) {
    test::FakeProcess process;
    process.answer({"git", "--version"}, {0, "git version 2.39.5\n", ""});
    process.person([&](const std::vector<std::string>& line) {
        memory.put(line.back(), memory.get("/home/n/typed/gamma.yaml").value_or(""));
        return 0;
    });
    test::Around around{&process};
    around.variables["HOME"] = "/home";
    around.variables["CAFE_EDITOR"] = "editor";
    int drawn = 0;
    around.draw = [&](std::size_t bytes) { return std::string(bytes, static_cast<char>(++drawn)); };
    const test::Told told = test::run_command(disk, words, around);
    return {told.code, told.out + told.err};
}

bool writes(const cmd::Command& command) {
    const auto tells = [](const cmd::Option& option) { return option.name == "--dry-run" || option.name == "-o"; };
    return command.group == cmd::Group::change || std::any_of(command.options.begin(), command.options.end(), tells);
}

// The command that a line calls: of `places` and `places set` the longer one.
std::string_view called_by(const WritingCommand& line) {
    std::vector<std::string> words = line.lines.back();
    if (words.front() == "--today") words.erase(words.begin(), words.begin() + 2);
    const std::string typed = text::join(words, " ") + " ";
    std::string_view longest;
    for (const auto all : {cmd::commands(), cmd::plumbing()})
        for (const cmd::Command* command : all)
            if (command->name.size() > longest.size() && typed.starts_with(std::string(command->name) + " "))
                longest = command->name;
    return longest;
}

bool is_listed(const cmd::Command& command) {
    const auto& all = test::writing_commands();
    return std::any_of(all.begin(), all.end(),
                       [&](const WritingCommand& one) { return called_by(one) == command.name; });
}

struct Kind {
    std::string_view name;
    int code;
    test::FaultStyle style;
};
constexpr std::array<Kind, 12> kinds{{
    {"EIO", EIO, test::FaultStyle::before_effect},
    {"ENOSPC", ENOSPC, test::FaultStyle::before_effect},
    {"EDQUOT", EDQUOT, test::FaultStyle::before_effect},
    {"EROFS", EROFS, test::FaultStyle::before_effect},
    {"EACCES", EACCES, test::FaultStyle::before_effect},
    {"EMFILE", EMFILE, test::FaultStyle::before_effect},
    {"EINTR", EINTR, test::FaultStyle::before_effect},
    {"ENOMEM", ENOMEM, test::FaultStyle::before_effect},
    {"ESTALE", ESTALE, test::FaultStyle::before_effect},
    {"short write", ENOSPC, test::FaultStyle::torn_write},
    {"torn write", EIO, test::FaultStyle::hollow_write},
    {"answer lost", EIO, test::FaultStyle::after_effect},
}};

// From then on: nothing that the process does has any effect, as after kill -9; with the answer lost, just after the
// call. A reading call has no effect to lose: it fails in the first nine ways.
struct Trial {
    Kind kind;
    test::Fault fault;
};

std::vector<Trial> trials_of(std::size_t calls, std::size_t writing_calls) {
    std::vector<Trial> trials;
    for (std::size_t at = 1; at <= calls; ++at)
        for (const Kind& kind : kinds)
            for (const bool from_then_on : {false, true}) {
                const bool any_call = kind.style == test::FaultStyle::before_effect;
                if (any_call || at <= writing_calls)
                    trials.push_back({kind, {at, from_then_on, kind.code, kind.style, any_call}});
            }
    return trials;
}

// All of them take long: of each command CAFE_FAULTS are tried ("all": every one), a few unless that is set; always the
// same ones, from its first call to its last, by every fault in turn.
std::size_t step_through(std::size_t trials) {
    const char* asked = std::getenv("CAFE_FAULTS");
    if (asked != nullptr && std::string_view(asked) == "all") return 1;
    const auto few = static_cast<long long>(test::turns(14, 5));
    const long long wanted = asked == nullptr ? few : text::to_integer(asked).value_or(few);
    std::size_t step = std::max<std::size_t>(1, trials / static_cast<std::size_t>(std::max(1LL, wanted)));
    while (std::gcd(step, 2 * kinds.size()) != 1) ++step;
    return step;
}

struct Expected {
    std::map<std::string, std::string> files;  ///< all that stands before the command
    Written before;
    Written after;
    std::size_t calls = 0;
    std::size_t writing_calls = 0;
};

void put_all(test::MemoryDisk& disk, const std::map<std::string, std::string>& files) {
    for (const auto& [path, bytes] : files) disk.put("/home/" + path, bytes);
    disk.enter("/home/n");
}

Expected expected_of(const WritingCommand& command) {
    Expected expected;
    test::MemoryDisk prepared;
    test::put_writing_notebook(prepared);
    for (std::size_t i = 0; i + 1 < command.lines.size(); ++i)
        static_cast<void>(ran_in_notebook(prepared, prepared, command.lines[i]));
    expected.files = prepared.files("/home");
    expected.before = test::written_on(prepared);
    for (const bool counts_readings : {true, false}) {
        test::MemoryDisk disk;
        put_all(disk, expected.files);
        test::Fault none;
        none.counts_readings = counts_readings;
        test::FaultyDisk counting(disk, none);
        const Ran good = ran_in_notebook(counting, disk, command.lines.back());
        CAPTURE(command.what);
        CAPTURE(good.said);
        REQUIRE(good.code <= 1);  // a draft of a mapping ends with 1
        expected.after = test::written_on(disk);
        REQUIRE(expected.after != expected.before);
        (counts_readings ? expected.calls : expected.writing_calls) = counting.calls();
    }
    return expected;
}

// `check --fix` mends, then fails to check; `forget` erases, then fails to clear what stands beside.
bool told_of_success(const Ran& ran) {
    return ran.said.find("réparé") != std::string::npos || ran.said.find("la fiche est effacée") != std::string::npos;
}

// An error, a word on the file that could not be read, or, of `check --fix`, that it mended nothing.
bool told_of_failure(const Ran& ran) {
    return ran.code != 0 || ran.said.find("illisible") != std::string::npos ||
           ran.said.find("rien à réparer") != std::string::npos;
}

std::string not_old_nor_new(const std::map<std::string, std::string>& now, const Expected& expected, bool told) {
    for (const auto& [path, bytes] : now) {
        const auto is = [&, &path = path, &bytes = bytes](const std::map<std::string, std::string>& files) {
            const auto found = files.find(path);
            return found != files.end() && found->second == bytes;
        };
        const bool made = path.starts_with("out/");
        if (made && path::name(path).starts_with(".cafe-")) continue;  // the manifest says itself how far it is
        if (is(made ? expected.before.made : expected.before.records)) continue;
        if (is(made ? expected.after.made : expected.after.records)) continue;
        // What is made while a file cannot be read lacks what it says: that was said.
        if (told && made && expected.after.made.contains(path)) continue;
        // A new record made while a file could not be read knows less than it would: that was said.
        if (told && !expected.before.records.contains(path) && expected.after.records.contains(path)) continue;
        return path + " is neither old nor new";
    }
    return "";
}

// What does not hold, in words; empty where all does.
std::string wrong_after(const Ran& ran, const Written& now, const Expected& expected, bool once) {
    const bool told = told_of_failure(ran);
    constexpr int could_not_merge = 126;  // what git expects of a merge driver
    if (ran.code > 5 && ran.code != could_not_merge) return "exit code " + std::to_string(ran.code);
    if (ran.code != 0 && ran.said.empty()) return "failed without a word";
    for (const auto& [path, bytes] : expected.before.records)
        if (expected.after.records.contains(path) && !now.records.contains(path)) return path + " is lost";
    for (const auto* files : {&now.records, &now.made})
        if (std::string fault = not_old_nor_new(*files, expected, told); !fault.empty()) return fault;
    const bool whole = now.records == expected.before.records || now.records == expected.after.records;
    if (!whole && !told) return "half of a change, and not a word";
    if (ran.code == 0 && now != expected.after && !told) return "said done, and it is not";
    if (ran.code != 0 && !whole) return "half of a change";
    if (ran.code > 1 && once && now.records != expected.before.records && !told_of_success(ran))
        return "said not done, and it is";
    return "";
}

// A disk that works again: the next command finishes or undoes what was begun. Of `init` that is `init` itself, which
// makes all of it.
std::string settled(const WritingCommand& command, const Ran& ran, const Expected& expected, bool once,
                    test::MemoryDisk& disk) {
    const bool makes_notebook = command.lines.back().front() == "init";
    const Ran next = ran_in_notebook(
        disk, disk, makes_notebook ? command.lines.back() : std::vector<std::string>{"list", "--count"});
    if (next.code != 0) return "the next command fails: " + next.said;
    const Written now = test::written_on(disk);
    if (makes_notebook) return now == expected.after ? "" : "run again, it is not what it was to be";
    if (std::string wrong = wrong_after(ran, now, expected, once); !wrong.empty() || once) return wrong;
    const Ran again = ran_in_notebook(disk, disk, {"set", "cafes/fumel", "name=Suite"});
    return again.code == 0 ? "" : "the next change fails: " + again.said;
}

}  // namespace

TEST_CASE("every command that writes is tried on failing disks and under kill") {
    for (const auto all : {cmd::commands(), cmd::plumbing()})
        for (const cmd::Command* command : all) {
            CAPTURE(command->name);
            CHECK(is_listed(*command) == writes(*command));  // tests/writing/commands.txt
        }
}

TEST_CASE("every writing command on a failing disk writes all or nothing, and says done only when it is") {
    std::size_t tried = 0;
    for (const WritingCommand& command : test::writing_commands()) {
        if (command.needs_git) continue;
        const Expected expected = expected_of(command);
        const auto trials = trials_of(expected.calls, expected.writing_calls);
        const std::size_t step = step_through(trials.size());
        for (std::size_t i = 0; i < trials.size(); i += step) {
            const auto& [kind, fault] = trials[i];
            ++tried;
            test::MemoryDisk disk;
            put_all(disk, expected.files);
            test::FaultyDisk faulty(disk, fault);
            const Ran result = ran_in_notebook(faulty, disk, command.lines.back());
            const std::string wrong = settled(command, result, expected, !fault.from_then_on, disk);
            const std::string how = command.what + ", " + std::string(kind.name) + " at call " +
                                    std::to_string(fault.at) + (fault.from_then_on ? " and later" : "");
            CHECK_MESSAGE(wrong.empty(), how << ": " << wrong << "\n" << result.said);
        }
    }
    MESSAGE(tried << " trials");
}

TEST_CASE("set refuses before it writes") {
    struct Case {
        std::vector<std::string> words;
        int code;
    };
    const std::vector<Case> cases{
        {{"set"}, 2},
        {{"set", "alpha"}, 2},
        {{"set", "alpha", "theme=logement"}, 2},
        {{"set", "alpha", "themes+=logementt"}, 2},
        {{"set", "alpha", "themes"}, 2},
        {{"set", "alpha", "=x"}, 2},
        {{"set", "alpha", "a..b=x"}, 2},
        {{"set", "alpha", "name+=x"}, 2},
        {{"set", "alpha", "name="}, 2},
        {{"set", "alpha", "name.first=x"}, 2},
        {{"set", "alpha", "name=\x1b[31m"}, 2},
        {{"set", "alpha", "name=\xff"}, 2},
        {{"set", "alpha", "age_min=seize"}, 2},
        {{"set", "alpha", "website=javascript:x"}, 2},
        {{"set", "alpha", "address=Fumel"}, 2},
        {{"set", "alpha", "address={stret: x}"}, 2},
        {{"set", "alpha", "phones={number: "}, 2},
        {{"set", "alpha", "phones.3.number=115"}, 2},
        {{"set", "alpha", "contacts.marie.role=x"}, 2},
        {{"set", "alpha", "parent=alpha"}, 2},
        {{"set", "alpha", "parent=gamma"}, 2},
        {{"set", "alpha", "short_name=A", "kind=nexistepas"}, 2},
        {{"set", "alph", "short_name=A"}, 3},
        {{"set", "--where", "kind:caf", "short_name=A"}, 3},
        {{"set", "--where", "knd:caf", "short_name=A"}, 2},
    };
    for (const Case& one : cases) {
        test::MemoryDisk disk;
        prepare(disk);
        disk.forget_log();
        const Ran result = ran(disk, one.words);
        CAPTURE(one.words.back());
        CAPTURE(result.said);
        CHECK(result.code == one.code);
        CHECK(disk.count_writes() == 0);
        CHECK(disk.get("/home/n/partners/alpha.yaml") == before_a);
    }
}
