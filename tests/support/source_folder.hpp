// Where the project's sources lie, for tests that read its examples and tables.
#pragma once

#include <string>

namespace cafe::test {

/// The absolute path of `below` in the source tree, with no slash at its end: "" is the tree itself.
std::string source_folder(const std::string& below = "");

}  // namespace cafe::test
