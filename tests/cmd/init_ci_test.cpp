// The job of a new notebook builds cafe: it installs what the project's own set-up installs.
#include "init_ci.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "support/source_folder.hpp"

namespace cafe {

namespace {

// The packages of tests/setup.sh for a purpose, as `build) echo "…"` names them.
std::vector<std::string> packages_for(const std::string& purpose) {
    std::ifstream in(test::source_folder("tests/setup.sh"));
    const std::string script{std::istreambuf_iterator<char>(in), {}};
    const std::string begin = " " + purpose + ") echo \"";
    const std::size_t from = script.find(begin);
    REQUIRE(from != std::string::npos);
    const std::size_t names = from + begin.size();
    const std::string list = script.substr(names, script.find('"', names) - names);
    std::vector<std::string> all;
    for (const std::string_view name : text::words(list)) all.emplace_back(name);
    return all;
}

}  // namespace

TEST_CASE("the job of a forge installs every package that the build needs") {
    const std::vector<std::string> needed = packages_for("build");
    CHECK(needed.size() > 10);
    for (const std::string forge : {"github", "gitlab"}) {
        const auto file = cmd::ci_file(forge, "https://example.org/cafe.git@" + std::string(40, 'a'));
        REQUIRE(file);
        const std::vector<std::string_view> words = text::words(file->text);
        for (const std::string& package : needed) {
            CAPTURE(forge);
            CAPTURE(package);
            CHECK(std::find(words.begin(), words.end(), package) != words.end());
        }
    }
}

}  // namespace cafe
