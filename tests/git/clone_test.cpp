// What of a clone's own settings would run a program.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/text.hpp"
#include "git/clone.hpp"
#include "support/fake_process.hpp"

namespace {

using namespace cafe;

std::vector<std::string> foreign(const std::string& config) {
    test::FakeProcess process;
    const git::Repository repository{"/nb", "/nb/.git"};
    // Each setting behind its scope; those of the user and of the system are theirs.
    std::string listed = "global" + std::string(1, '\0') + "core.editor\nemacs" + std::string(1, '\0');
    for (const std::string_view setting : text::split(config, '\0'))
        if (!setting.empty()) listed += "local" + std::string(1, '\0') + std::string(setting) + std::string(1, '\0');
    process.answer(git::command({"config", "--list", "--show-scope", "--includes", "-z"}), {0, listed, ""});
    const auto found = git::foreign_settings(process, repository);
    REQUIRE(found.ok());
    return *found;
}

std::string entry(const std::string& name, const std::string& value) {
    return name + "\n" + value + std::string(1, '\0');
}

// What set_up writes, as git would list it.
std::string own_settings() {
    test::FakeProcess process;
    const auto done = git::set_up(process, {"/nb", "/nb/.git"});
    CHECK_FALSE(done.ok());  // no git is installed: the first line is all it tries
    REQUIRE(process.calls().size() == 1);
    const auto& arguments = process.calls().front().arguments;
    return entry(arguments[arguments.size() - 2], arguments.back());
}

}  // namespace

TEST_CASE("settings of a clone that would run a program are named, its remote and its user are not") {
    CHECK(foreign(entry("remote.origin.url", "https://forge.example.org/carnet.git") +
                  entry("branch.main.remote", "origin") + entry("user.name", "Anne") +
                  entry("credential.helper", "store") + own_settings())
              .empty());
    struct Setting {
        std::string name;
        std::string value;
    };
    for (const Setting& setting : std::vector<Setting>{{"filter.x.clean", "evil"},
                                                       {"filter.x.smudge", "evil"},
                                                       {"filter.x.process", "evil"},
                                                       {"core.sshcommand", "evil"},
                                                       {"core.gitproxy", "evil"},
                                                       {"remote.origin.uploadpack", "evil"},
                                                       {"remote.origin.receivepack", "evil"},
                                                       {"remote.origin.url", "ext::sh -c evil"},
                                                       {"url.ext::sh.insteadof", "https://forge"},
                                                       {"protocol.ext.allow", "always"},
                                                       {"merge.other.driver", "evil"},
                                                       {"merge.cafe.driver", "evil %A"},
                                                       {"diff.cafe.textconv", "evil"},
                                                       {"diff.other.textconv", "evil"},
                                                       {"diff.cafe.command", "evil"},
                                                       {"gpg.program", "evil"},
                                                       {"gpg.ssh.program", "evil"}}) {
        CAPTURE(setting.name);
        CHECK(foreign(entry("user.name", "Anne") + entry(setting.name, setting.value)) ==
              std::vector<std::string>{setting.name});
    }
}
