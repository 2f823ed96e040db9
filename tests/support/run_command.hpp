// A command line, run in-process as `cafe` would run it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/disk.hpp"
#include "base/process.hpp"

namespace cafe::test {

/// What a command printed and how it ended.
struct Told {
    int code = 0;
    std::string out;
    std::string err;
};

/// What a command finds around it.
struct Around {
    Process* process = nullptr;  ///< null: no other program is installed
    std::string typed{};         ///< on standard input
    bool terminal = false;       ///< a person sits there
    Date today = *Date::of(2026, 11, 23);
    std::string start = ".";  ///< where the search for the notebook starts
    std::map<std::string, std::string> variables{{"HOME", "/root"}};
    std::function<std::string(std::size_t)> draw{};  ///< what comes from chance; empty: chance
};

/// Runs `cafe LINE` with one thread.
Told run_command(Disk& disk, const std::vector<std::string>& line, const Around& around = {});

}  // namespace cafe::test
