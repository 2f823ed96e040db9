// A command line as a shell cuts it: for stories and lists of commands.
#pragma once

#include <string>
#include <vector>

namespace cafe::test {

/// Knows single quotes, double quotes and backslashes.
std::vector<std::string> shell_words(const std::string& line);

}  // namespace cafe::test
