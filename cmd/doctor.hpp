// What `doctor` looks at: a list of findings about this machine and this clone, each with the command that mends it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/words.hpp"
#include "world.hpp"

namespace cafe::cmd {

enum class Health { good, doubtful, wrong };

/// One thing that was looked at.
struct Checkup {
    std::string_view id;  ///< "merge-driver": for programs, for ever
    Health health = Health::good;
    Words says;
    std::string mend{};  ///< a command that runs as it stands; empty where a person has to decide
    Words advice{};      ///< what to do where no command does it
};

/// A row of examinations, each of which adds what it found.
class Examination {
protected:
    Examination(World& world, std::string root) : world_(world), root_(std::move(root)) {}

    void good(std::string_view id, Words says) { found_.push_back({id, Health::good, std::move(says)}); }
    void bad(Health health, std::string_view id, Words says, std::string mend, Words advice = {}) {
        found_.push_back({id, health, std::move(says), std::move(mend), std::move(advice)});
    }
    void unknown(std::string_view id, const Error& error) {
        bad(Health::doubtful, id, error.message, "", error.remedy);
    }

    World& world_;
    std::string root_;
    std::vector<Checkup> found_;
};

/// The first names of a list, as people may see them.
std::string some_of(const std::vector<std::string>& names);
/// In single quotes for a shell.
std::string in_quotes(const std::string& text);

/// git, and how this clone is set up.
std::vector<Checkup> examine_clone(World& world, const std::string& root);

/// Looks at everything, in the order it is printed. Nothing is written and nothing is recovered. `root` is the
/// notebook.
std::vector<Checkup> examine(World& world, const std::string& root);

}  // namespace cafe::cmd
