// `cafe init --ci`: the file with which a forge checks each change and each merge.
#pragma once

#include <string>

#include "base/result.hpp"
#include "command.hpp"

namespace cafe::cmd {

struct CiFile {
    std::string path;
    std::string text;
};

/// The file for a forge ("github", "gitlab") that builds cafe from `from`: an https address, `@` and a whole commit id.
/// An Error of kind usage for anything else.
Result<CiFile> ci_file(const std::string& forge, const std::string& from);

/// Writes the file of `--ci`, never over one that stands; with --dry-run its text goes to standard output.
Result<int> write_ci(World& world, const Arguments& arguments, const std::string& folder);

}  // namespace cafe::cmd
