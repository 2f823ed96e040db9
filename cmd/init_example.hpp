// The small notebook that `cafe init --example` writes: two fiches, one person, a café and its next meeting.
#pragma once

#include <string_view>
#include <vector>

namespace cafe::cmd {

struct ExampleFile {
    std::string_view path;
    std::string_view text;
};

/// In French, as the records of a French network are; people and addresses are invented (example.org, and phones from
/// the ranges that Arcep reserves for fiction).
const std::vector<ExampleFile>& example_files();

}  // namespace cafe::cmd
