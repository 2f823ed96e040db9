#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/process.hpp"
#include "support/fake_process.hpp"
#include "support/temporary_folder.hpp"

using namespace cafe;

TEST_CASE("a program gets a megabyte and gives it back while both sides wait for each other") {
    const auto process = real_process();
    std::string input;
    for (int i = 0; input.size() < 1'000'000; ++i) input += std::to_string(i) + '\n';
    const auto finished = process->run({"cat"}, "", input);
    REQUIRE(finished);
    CHECK(finished->code == 0);
    CHECK(finished->out == input);
    CHECK(finished->err.empty());
}

TEST_CASE("both outputs are kept apart, however much there is of each") {
    const auto process = real_process();
    const auto finished = process->run({"sh", "-c",
                                        "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789; "
                                        "echo 9876543210987654321098765432109876543210 >&2; i=$((i+1)); done"},
                                       "", "");
    REQUIRE(finished);
    CHECK(finished->out.size() == 3000 * 41);
    CHECK(finished->err.size() == 3000 * 41);
    CHECK(finished->err.starts_with("98765"));
}

TEST_CASE("how a program ends is told by its code") {
    const auto process = real_process();
    struct Case {
        std::vector<std::string> arguments;
        int code;
    };
    for (const auto& [arguments, code] :
         {Case{{"true"}, 0}, Case{{"false"}, 1}, Case{{"sh", "-c", "exit 42"}, 42},
          Case{{"sh", "-c", "kill -9 $$"}, 137}, Case{{"sh", "-c", "kill -PIPE $$"}, 141}}) {
        const auto finished = process->run(arguments, "", "");
        REQUIRE(finished);
        CHECK(finished->code == code);
    }
}

TEST_CASE("arguments arrive as they are: no shell looks at them") {
    const auto process = real_process();
    const auto finished = process->run({"printf", "%s|", "$HOME", "a b", "; exit 3", "`id`", "é'\"", "-n", ""}, "", "");
    REQUIRE(finished);
    CHECK(finished->out == "$HOME|a b|; exit 3|`id`|é'\"|-n||");
}

TEST_CASE("a program is never found in the current folder, whatever PATH says") {
    const char* before = std::getenv("PATH");
    const std::string path = before == nullptr ? "/usr/bin:/bin" : before;
    test::TemporaryFolder folder;
    const std::string trap = folder.path() + "/cafe-trap";
    std::ofstream(trap) << "#!/bin/sh\necho trapped\n";
    std::filesystem::permissions(trap, std::filesystem::perms::owner_all);
    for (const std::string& unsafe : {".:" + path, path + ":", ":" + path, "relative/bin:" + path, std::string(".")}) {
        CAPTURE(unsafe);
        ::setenv("PATH", unsafe.c_str(), 1);
        const auto process = real_process();
        CHECK_FALSE(process->run({"cafe-trap"}, folder.path(), ""));
        const auto through_env = process->run({"env", "A=1", "cafe-trap"}, folder.path(), "");
        REQUIRE(through_env);
        CHECK(through_env->code == 127);
        CHECK(through_env->out.empty());
    }
    ::setenv("PATH", path.c_str(), 1);
}

TEST_CASE("a program that does not read its input does not end ours") {
    const auto process = real_process();
    for (int i = 0; i < 5; ++i) {
        const auto finished = process->run({"true"}, "", std::string(1'000'000, 'x'));
        REQUIRE(finished);
        CHECK(finished->code == 0);
    }
}

TEST_CASE("without input a program sees the end at once") {
    const auto finished = real_process()->run({"cat"}, "", "");
    REQUIRE(finished);
    CHECK(finished->out.empty());
}

TEST_CASE("a program runs in the folder it is given") {
    const test::TemporaryFolder folder;
    const auto finished = real_process()->run({"pwd", "-P"}, folder.path(), "");
    REQUIRE(finished);
    CHECK(finished->out == std::filesystem::canonical(folder.path()).string() + "\n");
}

TEST_CASE("what cannot be started is named with the reason") {
    const auto process = real_process();
    const auto missing = process->run({"cafe-no-such-program"}, "", "input");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::environment);
    CHECK(missing.error().message ==
          Words{"impossible de lancer cafe-no-such-program : ce programme n'est pas installé, ou pas trouvé (PATH)",
                "cannot run cafe-no-such-program: this program is not installed, or not found (PATH)"});
    const auto no_folder = process->run({"true"}, "/cafe-no-such-folder", "");
    REQUIRE_FALSE(no_folder);
    CHECK(no_folder.error().message.en == "cannot read /cafe-no-such-folder: there is no such file or folder");
    CHECK_FALSE(process->run({"/"}, "", "").ok());
    CHECK_FALSE(process->run({""}, "", "").ok());
    CHECK_FALSE(process->run({}, "", "").ok());
}

TEST_CASE("a fake program answers what was prepared and remembers what was asked") {
    test::FakeProcess process;
    process.answer({"git", "--version"}, Finished{0, "git version 2.39.5\n", ""});
    CHECK(process.run({"git", "--version"}, "f", "i")->out == "git version 2.39.5\n");
    CHECK_FALSE(process.run({"git"}, "", "").ok());
    CHECK(process.calls() == std::vector<test::FakeProcess::Call>{{{"git", "--version"}, "f", "i"}, {{"git"}, "", ""}});
}
