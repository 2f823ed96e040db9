// Programs that say what a test tells them to say.
#pragma once

#include <cerrno>
#include <functional>
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
    /// What a person does in an editor: gets its command line, returns its exit code.
    void person(std::function<int(const std::vector<std::string>& arguments)> does) { person_ = std::move(does); }
    [[nodiscard]] const std::vector<Call>& calls() const { return calls_; }

    Result<Finished> run(const std::vector<std::string>& arguments, const std::string& folder,
                         const std::string& input) override {
        calls_.push_back(Call{arguments, folder, input});
        for (const auto& [expected, finished] : answers_)
            if (expected == arguments) return finished;
        return disk_error(cannot_run, arguments.empty() ? "" : arguments.front(), ENOENT);
    }

    Result<int> attend(const std::vector<std::string>& arguments, const std::string& folder) override {
        calls_.push_back(Call{arguments, folder, ""});
        if (!person_) return disk_error(cannot_run, arguments.empty() ? "" : arguments.front(), ENOENT);
        return person_(arguments);
    }

private:
    std::function<int(const std::vector<std::string>&)> person_;
    std::vector<std::pair<std::vector<std::string>, Finished>> answers_;
    std::vector<Call> calls_;
};

}  // namespace cafe::test
