// The parts of docs/ that are written from the code: tables of fields, commands and rules, and the page of rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cafe::test {

/// The lines of a generated part by its name: "fields partner", "commands", "rules", "errors in full". Nothing when no
/// such part exists.
std::vector<std::string> generated_lines(std::string_view name);

}  // namespace cafe::test
