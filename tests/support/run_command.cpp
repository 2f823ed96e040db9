#include "support/run_command.hpp"

#include <optional>
#include <sstream>

#include "run.hpp"
#include "support/fake_process.hpp"

namespace cafe::test {

Told run_command(Disk& disk, const std::vector<std::string>& line, const Around& around) {
    FakeProcess nothing_installed;
    std::ostringstream out;
    std::ostringstream err;
    std::istringstream in(around.typed);
    cmd::World world{disk,
                     around.process == nullptr ? nothing_installed : *around.process,
                     out,
                     err,
                     in,
                     [&](const std::string& name) -> std::optional<std::string> {
                         const auto found = around.variables.find(name);
                         if (found == around.variables.end()) return std::nullopt;
                         return found->second;
                     },
                     [&](const std::string&) { return around.today; }};
    if (around.draw) world.draw = around.draw;
    world.start = around.start;
    world.threads = 1;
    world.program = "tests";
    world.in_is_terminal = world.err_is_terminal = around.terminal;
    const int code = cmd::run(line, world);
    return {code, out.str(), err.str()};
}

}  // namespace cafe::test
