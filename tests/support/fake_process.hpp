// Programs that say what a test tells them to say.
#pragma once

#include <cerrno>
#include <string>
#include <utility>
#include <vector>

#include "base/disk_error.hpp"
#include "base/process.hpp"

namespace cafe::test {

/// Answers each command line with what was prepared for it; any other program is not installed.
class FakeProcess final : public Process {
public:
    struct Call {
        std::vector<std::string> arguments;
        std::string folder;
        std::string input;
        bool operator==(const Call&) const = default;
    };

    /// The same command line answers the same each time.
    void answer(std::vector<std::string> arguments, Finished finished) {
        answers_.emplace_back(std::move(arguments), std::move(finished));
    }
    [[nodiscard]] const std::vector<Call>& calls() const { return calls_; }

    Result<Finished> run(const std::vector<std::string>& arguments, const std::string& folder,
                         const std::string& input) override {
        calls_.push_back(Call{arguments, folder, input});
        for (const auto& [expected, finished] : answers_)
            if (expected == arguments) return finished;
        return disk_error(cannot_run, arguments.empty() ? "" : arguments.front(), ENOENT);
    }

private:
    std::vector<std::pair<std::vector<std::string>, Finished>> answers_;
    std::vector<Call> calls_;
};

}  // namespace cafe::test
